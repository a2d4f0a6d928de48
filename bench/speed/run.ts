import { statSync } from 'node:fs';
import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openArchive } from '../../src/archive/open.js';
import type { Article } from '../../src/articles/article.js';
import { ENGINES } from './engines.js';
import { generatedQuestions } from './generated-archive.js';
import { MB, memoryPeak, quantiles, SETTLED, seconds, sizeOf, WARM_UP } from './measuring.js';

/** What one process measured; what it did not is missing. Times in seconds, of queries in milliseconds, memory and sizes in MB. */
export const Measured = z.object({
  passages: z.number().optional(),
  build: z.number().optional(),
  load: z.number().optional(),
  unchanged: z.number().optional(),
  changed: z.number().optional(),
  stall: z.number().optional(),
  /** The most memory, that of what runs in the end, and the most until it was asked. */
  peak: z.number().optional(),
  memory: z.number().optional(),
  startPeak: z.number().optional(),
  buildPeak: z.number().optional(),
  memoryAfter: z.number().optional(),
  size: z.number().optional(),
  p50: z.number().optional(),
  p95: z.number().optional(),
  p99: z.number().optional(),
  perSecond: z.number().optional(),
});
export type Measured = z.infer<typeof Measured>;

/** Builds an engine's index and asks it. */
export async function runBuild(
  name: string,
  articles: readonly Article[],
  count: number,
  path: string,
): Promise<Measured> {
  const engine = ENGINES[name];
  if (!engine) throw new Error(`there is no engine ${name}`);
  const questions = generatedQuestions(articles, count);
  const started = performance.now();
  const built = engine.build(articles, path);
  const build = (performance.now() - started) / 1000;
  const peak = memoryPeak();
  for (const question of questions.slice(0, WARM_UP)) await built.ask(question);
  const times: number[] = [];
  for (const question of questions) times.push(1000 * (await seconds(() => built.ask(question))));
  built.save?.(path);
  return {
    passages: built.passages,
    build,
    peak,
    ...(built.save && { size: statSync(path).size / MB }),
    ...quantiles(times),
  };
}

/** Loads what `runBuild` saved, to the first answer. */
export async function runLoad(name: string, question: string, path: string): Promise<Measured> {
  return { load: await seconds(() => ENGINES[name]?.load?.(path)(question)) };
}

/** Writes articles as the files of a set, and waits until they are settled as those of a set mostly are. */
export async function writeSet(articles: readonly Article[], directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const { id, title, publication, publishedAt, text } of articles) {
    const head = Object.entries({ title, publication, publishedAt }).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}`,
    );
    await writeFile(join(directory, `${id}.md`), `---\n${head.join('\n')}\n---\n\n${text}\n`);
  }
  await sleep(SETTLED);
}

/** Opens a whole archive of files without a cache, then leaves one. `stall` is as for `runReload`. */
export async function runOpen(articles: string, cache: string): Promise<Measured> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const build = await seconds(async () => (await openArchive({ articles, cache })).close());
  const stall = delays.max / 1e6;
  return { build, stall, size: await sizeOf(cache) };
}

/**
 * Opens the archive from its cache to the first answer, reloads it unchanged and with one file changed, and asks all the
 * while. `stall` is the longest that the thread which would talk to Discord was held up meanwhile, in milliseconds.
 */
export async function runReload(articles: string, cache: string, question: string): Promise<Measured> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const opening = openArchive({ articles, cache, queryTimeout: 60_000 });
  const load = await seconds(async () => (await opening).ask(question));
  const archive = await opening;
  const unchanged = await seconds(() => archive.reload());
  const [first = ''] = await readdir(articles);
  await appendFile(join(articles, first), '\nOne more paragraph was added to this article.\n');
  let isDone = false;
  const changed = seconds(() => archive.reload()).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await archive.ask(question);
    await sleep(5);
  }
  const measured = { load, unchanged, changed: await changed, stall: delays.max / 1e6 };
  await archive.close();
  return measured;
}
