import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { z } from 'zod';
import { openArchive } from '../../src/archive/open.js';
import { cacheFolder } from '../../src/archive/snapshot-cache.js';
import { passagesOf } from '../../src/search/passages.js';
import { PARAGRAPH_BREAK } from '../../src/text/span.js';
import { STOP_WORDS } from '../../src/text/stop-words.js';
import type { AskedEngine } from '../search/with-engine.js';
import { searchSqlite } from './engines.js';
import { generatedArticles, generatedQuestions } from './generated-archive.js';
import { MB, memoryNow, memoryPeak, quantiles, SETTLED, seconds, sizeOf, WARM_UP } from './measuring.js';
import type { Measured } from './run.js';

// A hundred thousand files would be timed and not the archive: exports have many articles in a file too.
const ARTICLES_OF_A_FILE = 200;
const CHANGED = 10;
const QUESTIONS = 'questions.json';
const set = (folder: string) => join(folder, 'set');

const optionsOf = ({ engine, opensearch }: AskedEngine, folder: string) => ({
  ...{ articles: set(folder), cache: join(folder, engine), engine, opensearch },
});

/** Writes generated articles as files of JSON lines, with questions about them. */
export async function writeLines(passages: number, count: number, folder: string): Promise<Measured> {
  await mkdir(set(folder), { recursive: true });
  const some = [];
  let file: Awaited<ReturnType<typeof open>> | undefined;
  let at = 0;
  for (const article of generatedArticles(passages)) {
    if (at % ARTICLES_OF_A_FILE === 0) {
      await file?.close();
      file = await open(join(set(folder), `${String(at / ARTICLES_OF_A_FILE).padStart(5, '0')}.jsonl`), 'w');
    }
    const { title, publication, publishedAt, paragraphs } = article;
    await file?.write(`${JSON.stringify({ title, publication, publishedAt, paragraphs })}\n`);
    // Questions about all of it, of as many articles as can be held.
    if (at % Math.max(1, Math.floor(passages / 50_000)) === 0) some.push(article);
    at++;
  }
  await file?.close();
  await writeFile(join(folder, QUESTIONS), JSON.stringify(generatedQuestions(some, count)));
  await sleep(SETTLED);
  return { passages };
}

const questionsOf = (folder: string) =>
  z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, QUESTIONS), 'utf8')));

/** Reads and indexes the whole archive with no cache, and leaves one. */
export async function runCold(benched: AskedEngine, folder: string): Promise<Measured> {
  const options = optionsOf(benched, folder);
  const build = await seconds(async () => (await openArchive(options)).close());
  const size = (await sizeOf(options.cache)) + (await sizeInCluster(options));
  return { build, peak: memoryPeak(), size };
}

/** Of one copy of the archive's index in a cluster, in MB. */
async function sizeInCluster({ articles, cache, opensearch }: ReturnType<typeof optionsOf>): Promise<number> {
  if (!opensearch) return 0;
  const indexes = `cuttings-passages-${basename(cacheFolder(cache, articles))}-*`;
  const response = await fetch(`${opensearch.nodes[0]}/${indexes}/_stats/store`);
  const Stats = z.object({
    _all: z.object({ primaries: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
  });
  return Stats.parse(await response.json())._all.primaries.store.size_in_bytes / MB;
}

/** Opens the archive from its cache, asks it, and reloads it after ten articles of one file have changed. */
export async function runWarm(benched: AskedEngine, folder: string): Promise<Measured> {
  const [first = '', ...questions] = questionsOf(folder);
  const started = performance.now();
  const archive = await openArchive({ ...optionsOf(benched, folder), queryTimeout: 600_000 });
  await archive.ask(first);
  const load = (performance.now() - started) / 1000;
  for (const question of questions.slice(0, WARM_UP)) await archive.ask(question);
  const times: number[] = [];
  for (const question of questions) times.push(1000 * (await seconds(() => archive.ask(question))));
  const memory = memoryNow();
  const startPeak = memoryPeak();
  await changeArticles(folder);
  const changed = await seconds(() => archive.reload());
  for (const question of questions.slice(0, WARM_UP)) await archive.ask(question);
  const memoryAfter = memoryNow();
  await archive.close();
  return { load, ...quantiles(times), memory, startPeak, changed, memoryAfter, peak: memoryPeak() };
}

async function changeArticles(folder: string): Promise<void> {
  const [name = ''] = await readdir(set(folder));
  const path = join(set(folder), name);
  const lines = (await readFile(path, 'utf8')).split('\n');
  const changed = lines.map((line, at) =>
    at < CHANGED ? line.replace('"paragraphs":["', `"paragraphs":["Once more, ${performance.now()}. `) : line,
  );
  await writeFile(path, changed.join('\n'));
  await sleep(SETTLED);
}

// With the grammar of a question it would take ten times as long.
const isTelling = (word: string) => !STOP_WORDS.has(word.toLowerCase());

/** SQLite's FTS5 over the same passages, as its guide shows it, but spared the grammar of the questions. */
export async function runFts5(folder: string): Promise<Measured> {
  const [first = '', ...questions] = questionsOf(folder);
  const path = join(folder, 'fts5.db');
  if (existsSync(path)) await rm(path);
  const build = await seconds(async () => {
    const database = new Database(path);
    database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter unicode61'); BEGIN");
    const insert = database.prepare('INSERT INTO passages (text) VALUES (?)');
    for (const name of await readdir(set(folder)))
      for await (const line of createInterface({ input: createReadStream(join(set(folder), name)) })) {
        const { paragraphs } = z.object({ paragraphs: z.array(z.string()) }).parse(JSON.parse(line));
        const text = paragraphs.join(PARAGRAPH_BREAK);
        for (const { start, end } of passagesOf({ paragraphs }, 0)) insert.run(text.slice(start, end));
      }
    database.exec('COMMIT');
    database.close();
  });
  let search = searchSqlite(path, isTelling);
  const load = await seconds(() => {
    search = searchSqlite(path, isTelling);
    search(first);
  });
  for (const question of questions.slice(0, WARM_UP)) search(question);
  const times: number[] = [];
  for (const question of questions) times.push(1000 * (await seconds(() => search(question))));
  const memory = memoryNow();
  return { build, load, size: statSync(path).size / MB, ...quantiles(times), memory };
}
