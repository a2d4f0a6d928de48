// Speed and memory beside what users would pick instead, each in a process of its own, as ratios to bare Lunr.
// usage: node bench.js [--passages N,N,…] [--articles DIR] [--questions N]   (default: 1000,10000,30000,100000 generated passages)
//        node bench.js --engine all|NAME [--passages N,N,…] [--folder DIR]
//   whole archives on each engine beside bare FTS5 (default: 10000,100000,1000000 passages); DIR keeps what was generated; for OpenSearch
//   a cluster of three nodes is started on this machine
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES as ARCHIVE_ENGINES } from '../src/archive/engine-names.js';
import type { Article } from '../src/articles/article.js';
import { readArticleSet } from '../src/articles/set.js';
import { withCluster } from './opensearch/with-cluster.js';
import { ENGINES } from './speed/engines.js';
import { generatedArticles, generatedQuestions } from './speed/generated-archive.js';
import { growthTable, measuredTable } from './speed/printed.js';
import { Measured, runBuild, runLoad, runOpen, runReload, writeSet } from './speed/run.js';
import { runCold, runFts5, runWarm, writeLines } from './speed/side-by-side.js';

const SIZES = '1000,10000,30000,100000';
const SIZES_OF_ENGINES = '10000,100000,1000000';
// What Lunr takes beyond these is known, and is no use to anybody.
const MOST_ON_LUNR = 300_000;
const BARE_FTS5 = 'bare fts5';

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    passages: { type: 'string' },
    questions: { type: 'string', default: '300' },
    // What one of the processes is to do, and where.
    run: { type: 'string' },
    engine: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
    nodes: { type: 'string' },
  },
});

async function articlesOf(): Promise<Article[]> {
  if (values.articles !== undefined) return (await readArticleSet(values.articles)).articles;
  return [...generatedArticles(Number(values.passages))];
}

const engine = ARCHIVE_ENGINES.find((name) => name === values.engine);
const wantedEngines = ARCHIVE_ENGINES.filter((name) => values.engine === 'all' || name === engine);

async function run(what: string): Promise<Measured> {
  if (what === 'lines') return writeLines(Number(values.passages), Number(values.questions), values.folder);
  if (what === 'fts5') return runFts5(values.folder);
  const benched = engine && {
    engine,
    ...(values.nodes && { opensearch: { nodes: values.nodes.split(',') } }),
  };
  if (what === 'cold' && benched) return runCold(benched, values.folder);
  if (what === 'warm' && benched) return runWarm(benched, values.folder);
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

function inProcess(
  what: string,
  passages: string,
  folder: string,
  engine = '',
  nodes: readonly string[] = [],
): Measured {
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      // A start from the cache is measured as it is for everybody; building in one go may take more.
      ...(what === 'warm' ? [] : ['--max-old-space-size=6144']),
      fileURLToPath(import.meta.url),
      ...(values.articles === undefined ? ['--passages', passages] : ['--articles', values.articles]),
      ...['--questions', values.questions, '--run', what, '--engine', engine, '--folder', folder],
      ...(nodes.length > 0 ? ['--nodes', nodes.join(',')] : []),
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

/** Whole archives of the same files on each engine, and bare FTS5 over the same passages; `nodes` are those of OpenSearch. */
function measureEngines(passages: string, nodes: readonly string[] = []): Map<string, Measured> {
  const folder = values.folder === '' ? mkdtempSync(join(tmpdir(), 'cuttings-bench-')) : values.folder;
  const own = join(folder, passages);
  try {
    if (!existsSync(own)) inProcess('lines', passages, own);
    const all = new Map<string, Measured>();
    for (const name of wantedEngines) {
      if (name === 'lunr' && Number(passages) > MOST_ON_LUNR) continue;
      if (name === 'opensearch' && nodes.length === 0) continue;
      rmSync(join(own, name), { recursive: true, force: true });
      const asked = name === 'opensearch' ? nodes : [];
      const { build, peak, size } = inProcess('cold', passages, own, name, asked);
      const warm = inProcess('warm', passages, own, name, asked);
      all.set(name, { ...warm, passages: Number(passages), build, buildPeak: peak, size });
    }
    all.set(BARE_FTS5, { ...inProcess('fts5', passages, own), passages: Number(passages) });
    return all;
  } finally {
    if (values.folder === '') rmSync(folder, { recursive: true, force: true });
  }
}

const ROWS_OF_ENGINES: [keyof Measured, string][] = [
  ['build', 'build, no cache, s'],
  ['buildPeak', 'peak of that, MB'],
  ['load', 'start to answer, s'],
  ['startPeak', 'peak of that, MB'],
  ['memory', 'memory then, MB'],
  ['size', 'on disk, MB'],
  ['p50', 'answer p50, ms'],
  ['p95', 'answer p95, ms'],
  ['p99', 'answer p99, ms'],
  ['changed', 'reload of 10, s'],
  ['peak', 'peak of that, MB'],
  ['memoryAfter', 'memory after, MB'],
];
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

/** Measures every size and prints it as it is measured, and then how it grew. */
function measureAll(nodes?: readonly string[]): void {
  const ofEngines = values.engine !== '';
  const [rows, base] = ofEngines ? [ROWS_OF_ENGINES, BARE_FTS5] : [ROWS, 'bare lunr'];
  const given = values.passages ?? (ofEngines ? SIZES_OF_ENGINES : SIZES);
  const sizes = values.articles === undefined ? given.split(',') : ['0'];
  const found: Map<string, Measured>[] = [];
  for (const passages of sizes) {
    console.log(values.articles === undefined ? `${passages} generated passages` : values.articles);
    const all = ofEngines ? measureEngines(passages, nodes) : measure(passages);
    console.log(measuredTable(rows, all, base));
    found.push(all);
  }
  const [first] = found;
  const last = found.at(-1);
  if (first && last && first !== last) {
    console.log(`growth from ${sizes[0]} to ${sizes.at(-1)} passages`);
    console.log(growthTable(rows, first, last));
  }
}

if (values.run !== undefined) console.log(JSON.stringify(await run(values.run)));
else if (wantedEngines.includes('opensearch'))
  await withCluster(async (cluster) => measureAll(cluster?.nodes));
else measureAll();
