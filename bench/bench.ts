// Speed and memory beside what users would pick instead, each in a process of its own, as ratios to bare Lunr.
// usage: node bench.js [--passages N,N,…] [--articles DIR] [--questions N]   (default: 1000,10000,30000,100000 generated passages)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Article } from '../src/articles/article.js';
import { readArticleSet } from '../src/articles/set.js';
import { ENGINES } from './speed/engines.js';
import { generatedArticles, generatedQuestions } from './speed/generated-archive.js';
import { Measured, runBuild, runLoad, runOpen, runReload, writeSet } from './speed/run.js';

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    passages: { type: 'string', default: '1000,10000,30000,100000' },
    questions: { type: 'string', default: '300' },
    // What one of the processes is to do, and where.
    run: { type: 'string' },
    engine: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
  },
});

async function articlesOf(): Promise<Article[]> {
  if (values.articles !== undefined) return (await readArticleSet(values.articles)).articles;
  return [...generatedArticles(Number(values.passages))];
}

async function run(what: string): Promise<Measured> {
  const saved = join(values.folder, values.engine.replaceAll(' ', '-'));
  const [set, cache] = [join(values.folder, 'set'), join(values.folder, 'cache')];
  const articles = await articlesOf();
  const [question = ''] = generatedQuestions(articles, 1);
  if (what === 'build') return runBuild(values.engine, articles, Number(values.questions), saved);
  if (what === 'load') return runLoad(values.engine, question, saved);
  if (what === 'write') await writeSet(articles, set);
  if (what === 'open') return runOpen(set, cache);
  if (what === 'reload') return runReload(set, cache, question);
  return {};
}

function inProcess(what: string, passages: string, folder: string, engine = ''): Measured {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=6144',
      fileURLToPath(import.meta.url),
      ...(values.articles === undefined ? ['--passages', passages] : ['--articles', values.articles]),
      ...['--questions', values.questions, '--run', what, '--engine', engine, '--folder', folder],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 20 },
  );
  if (status !== 0) throw new Error(`“${what} ${engine}” ended with ${status}`);
  return Measured.parse(JSON.parse(stdout));
}

function measure(passages: string): Map<string, Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-bench-'));
  try {
    const all = new Map<string, Measured>();
    for (const [name, { load }] of Object.entries(ENGINES)) {
      const built = inProcess('build', passages, folder, name);
      all.set(name, { ...built, ...(load && inProcess('load', passages, folder, name)) });
    }
    inProcess('write', passages, folder);
    const opened = inProcess('open', passages, folder);
    const reloaded = inProcess('reload', passages, folder);
    all.set('cuttings', { ...all.get('cuttings'), ...reloaded, size: opened.size });
    console.log(
      `  whole archive of files: cold start ${opened.build?.toFixed(1)} s; from the cache to the first answer`,
    );
    console.log(
      `  ${reloaded.load?.toFixed(2)} s; reload unchanged ${reloaded.unchanged?.toFixed(2)} s, one file changed ${reloaded.changed?.toFixed(1)} s; longest stall ${opened.stall?.toFixed(1)} ms of the first, ${reloaded.stall?.toFixed(1)} ms of the others`,
    );
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ROWS: [keyof Measured, string][] = [
  ['build', 'build index, s'],
  ['load', 'start from saved, s'],
  ['peak', 'peak memory, MB'],
  ['size', 'saved, MB'],
  ['p50', 'query p50, ms'],
  ['p95', 'query p95, ms'],
  ['p99', 'query p99, ms'],
  ['perSecond', 'queries a second'],
];

function table(all: ReadonlyMap<string, Measured>): void {
  const names = [...all.keys()];
  const bare = all.get('bare lunr');
  console.log(`  ${''.padEnd(20)}${names.map((name) => name.padStart(18)).join('')}`);
  for (const [row, label] of ROWS) {
    const cells = names.map((name) => {
      const value = all.get(name)?.[row];
      const base = bare?.[row];
      if (value === undefined) return '-'.padStart(18);
      const ratio = base ? ` ×${(value / base).toFixed(2)}` : '';
      return `${value.toFixed(value < 10 ? 2 : 0)}${ratio}`.padStart(18);
    });
    console.log(`  ${label.padEnd(20)}${cells.join('')}`);
  }
}

if (values.run !== undefined) {
  console.log(JSON.stringify(await run(values.run)));
} else {
  const sizes = values.articles === undefined ? values.passages.split(',') : ['0'];
  const found: Map<string, Measured>[] = [];
  for (const passages of sizes) {
    console.log(values.articles === undefined ? `${passages} generated passages` : values.articles);
    const all = measure(passages);
    table(all);
    found.push(all);
  }
  const [first] = found;
  const last = found.at(-1);
  if (first && last && first !== last) {
    console.log(`growth from ${sizes[0]} to ${sizes.at(-1)} passages`);
    for (const [row, label] of ROWS.filter(([name]) => name !== 'perSecond')) {
      const cells = [...first.keys()].map((name) => {
        const [small, large] = [first.get(name)?.[row], last.get(name)?.[row]];
        return (small && large ? `×${(large / small).toFixed(1)}` : '-').padStart(18);
      });
      console.log(`  ${label.padEnd(20)}${cells.join('')}`);
    }
  }
}
