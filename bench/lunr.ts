// Build time, peak memory and query time of this project's search beside bare Lunr, each in a process of its own.
// usage: node lunr.js [--articles DIR | --passages N] [--questions N]   (default: the shipped articles)
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Article } from '../src/articles/article.js';
import { readArticleSet } from '../src/articles/set.js';
import { answerQuestion } from '../src/search/answer-question.js';
import { passagesOf } from '../src/search/passages.js';
import { buildSearchIndex } from '../src/search/search-index.js';
import { bareLunr } from './search/baselines.js';
import { generatedArticles, generatedQuestions } from './speed/generated-archive.js';

const Result = z.object({
  passages: z.number(),
  buildSeconds: z.number(),
  peakMegabytes: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});
type Result = z.infer<typeof Result>;

async function articlesOf(): Promise<Article[]> {
  if (values.passages !== undefined) return [...generatedArticles(Number(values.passages))];
  return (await readArticleSet(values.articles)).articles;
}

async function run(which: string): Promise<Result> {
  const articles = await articlesOf();
  const questions = generatedQuestions(articles, Number(values.questions));
  const started = performance.now();
  let ask: (question: string) => unknown;
  let passages: number;
  if (which === 'cuttings') {
    const index = buildSearchIndex(articles);
    passages = index.table.start.length;
    ask = (question) => answerQuestion(index, question, { filters: {}, snapshot: 'bench' });
  } else {
    const texts = articles.flatMap((article, at) =>
      passagesOf(article, at).map(({ start, end }) => article.text.slice(start, end)),
    );
    passages = texts.length;
    ask = bareLunr(texts);
  }
  const buildSeconds = (performance.now() - started) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  // The first questions only warm up.
  for (const question of questions.slice(0, 20)) await ask(question);
  const times: number[] = [];
  for (const question of questions) {
    const before = performance.now();
    await ask(question);
    times.push(performance.now() - before);
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return {
    passages,
    buildSeconds,
    peakMegabytes,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}

function inProcess(which: string): Result {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', fileURLToPath(import.meta.url), ...process.argv.slice(2), '--run', which],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 20 },
  );
  if (status !== 0) throw new Error(`the run of ${which} ended with ${status}`);
  return Result.parse(JSON.parse(stdout));
}

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: 'data/articles' },
    passages: { type: 'string' },
    questions: { type: 'string', default: '300' },
    run: { type: 'string' },
  },
});
if (values.run !== undefined) {
  console.log(JSON.stringify(await run(values.run)));
} else {
  const bare = inProcess('lunr');
  const ours = inProcess('cuttings');
  console.log(
    `${ours.passages} passages, ${values.questions} questions; whole answers against bare searches`,
  );
  console.log(
    `${''.padEnd(22)}${['bare lunr', 'cuttings', 'ratio'].map((each) => each.padStart(12)).join('')}`,
  );
  const row = (name: string, one: number, other: number) =>
    console.log(
      `${name.padEnd(22)}${one.toFixed(2).padStart(12)}${other.toFixed(2).padStart(12)}${(other / one).toFixed(2).padStart(12)}`,
    );
  row('build, s', bare.buildSeconds, ours.buildSeconds);
  row('peak memory, MB', bare.peakMegabytes, ours.peakMegabytes);
  row('query p50, ms', bare.p50, ours.p50);
  row('query p95, ms', bare.p95, ours.p95);
  row('query p99, ms', bare.p99, ours.p99);
}
