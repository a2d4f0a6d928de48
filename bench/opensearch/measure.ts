// OpenSearch beside Lunr over the same passages: whether they answer alike, and how long each takes. With nodes of a cluster to ask:
// usage: OPENSEARCH_URLS=… node measure.js [--passages N] [--questions N] [DIR…]   (DIR: a set of questions as of eval-search)
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Article } from '../../src/articles/article.js';
import { listOf } from '../../src/articles/article-list.js';
import { contentHash } from '../../src/articles/identity.js';
import { answerQuestion } from '../../src/search/answer-question.js';
import { buildPassageTable } from '../../src/search/build-passage-table.js';
import type { Engine } from '../../src/search/engine.js';
import { lunrEngine } from '../../src/search/lunr.js';
import { openOpenSearchIndex } from '../../src/search/opensearch/opensearch.js';
import { indexOver } from '../../src/search/search-index.js';
import { bringUpToDate } from '../../src/search/stored-index.js';
import { readQuestionSet } from '../search/question-set.js';
import { generatedArticles, generatedQuestions } from '../speed/generated-archive.js';

const { values, positionals } = parseArgs({
  options: {
    passages: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '600' },
    'without-lunr': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const nodes = (process.env['OPENSEARCH_URLS'] ?? 'http://127.0.0.1:19200').split(',');
const CHANGED = 10;
// Java compiles what it has run often.
const WARM_UP = 300;

const seconds = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
};

async function measure(
  name: string,
  articles: readonly Article[],
  questions: readonly string[],
): Promise<void> {
  const table = buildPassageTable(articles, () => {});
  const keys = articles.map((article, at) => `${contentHash(article)} ${at}`);
  const archive = `bench-${randomUUID()}`;
  const index = await openOpenSearchIndex({
    cluster: { nodes },
    archive,
    code: 'bench',
  });
  const [engine, build] = await seconds(() => bringUpToDate(index, table, keys));
  const ask = async (asked: Engine) => {
    const over = indexOver(listOf(articles), table, asked);
    const times: number[] = [];
    const firsts: string[] = [];
    for (const question of [...questions.slice(0, WARM_UP), ...questions]) {
      const [answer, took] = await seconds(() =>
        answerQuestion(over, question, { filters: {}, snapshot: 'bench' }),
      );
      times.push(1000 * took);
      const [first] = [...answer.passages, ...answer.nearest];
      firsts.push(JSON.stringify([answer.answered, first]));
    }
    const sorted = times.slice(-questions.length).sort((one, other) => one - other);
    const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
    return {
      firsts: firsts.slice(-questions.length),
      times: `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
    };
  };
  const stored = await ask(engine);
  console.log(`${name}: ${table.start.length} passages, built in ${build.toFixed(1)} s`);
  console.log(`  opensearch  ${stored.times}`);
  if (!values['without-lunr']) {
    const lunr = await ask(lunrEngine(table));
    const same = lunr.firsts.filter((first, at) => first === stored.firsts[at]).length;
    console.log(`  lunr        ${lunr.times}`);
    console.log(`  the same first passage: ${same} of ${questions.length}`);
  }
  const changed = keys.map((key, at) => (at < CHANGED ? `${key} changed` : key));
  const [after, reload] = await seconds(() => bringUpToDate(index, table, changed));
  console.log(`  ${CHANGED} changed articles in ${reload.toFixed(2)} s`);
  for (const each of [engine, after, index]) await each.close();
  for (const path of [`cuttings-passages-${archive}-1`, `cuttings-state/_doc/${archive}`])
    await fetch(`${nodes[0]}/${path}`, { method: 'DELETE' });
}

for (const directory of positionals) {
  const { articles, questions } = readQuestionSet(directory);
  await measure(
    directory,
    articles,
    questions.map(({ question }) => question),
  );
}
if (positionals.length === 0) {
  const articles = [...generatedArticles(Number(values.passages))];
  await measure('generated', articles, generatedQuestions(articles, Number(values.questions)));
}
