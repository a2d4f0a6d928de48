import { createHash } from 'node:crypto';
import type { Article, Problem, ReadResult } from './article.js';
import type { KnownFile, KnownSet } from './known.js';
import { MAX_FILE_BYTES } from './limits.js';
import type { ListedFile } from './listing.js';
import type { ParseJob } from './parse-pool.js';
import { readArticle } from './read.js';
import { readFileUpTo, readRegularFile } from './read-file.js';
import { type ArticleRecord, recordOf } from './record.js';
import type { SetSettings } from './set-settings.js';
import { type Sketches, sketchesOf } from './sketches.js';

// Enough that the disk is never waited for; together these are at most 64 MB, and a larger file is read alone.
const READ_TOGETHER = 32;

/** A file of a set with what came out of it. */
export type FileOfSet = {
  listed: ListedFile;
  /** Of its bytes; null where it could not be read. */
  hash: string | null;
  problems: readonly Problem[];
  records: readonly ArticleRecord[];
  /** Holds the sketches of its articles, from number `at` on. */
  sketches: Sketches;
  /** Where it is as it was known: also the number of its first article there. */
  at: number;
  /** Its articles, where it was parsed now; undefined where it is as it was known. */
  articles: readonly Article[] | undefined;
};

/** A known file, and the number of its first article among all that are known. */
export type LastRead = KnownFile & { at: number };

/** Where a file is known by its path on disk. */
export function lastReadOf(known: KnownSet | undefined): (path: string) => LastRead | undefined {
  const byPath = new Map<string, LastRead>();
  let at = 0;
  for (const file of known?.files ?? []) {
    byPath.set(file.path, { ...file, at });
    at += file.articles;
  }
  return (path) => byPath.get(path);
}

export type ReadFilesOptions = {
  settings: SetSettings;
  /** Files that are as they were in there are not read or not parsed again. */
  known?: { set: KnownSet; lastReadOf: ReturnType<typeof lastReadOf> } | undefined;
  /** Reads one file, whose bytes it may take away. Default: `readArticle` on this thread. */
  parse?: ((file: ParseJob) => ReadResult | Promise<ReadResult>) | undefined;
  /** Told how many files are done, of how many. */
  onProgress?: ((done: number, total: number) => void) | undefined;
};

/** Reads files of a set, as far as they are not known. Never throws for what is in a file. */
export async function readFilesOfSet(
  files: readonly ListedFile[],
  { settings, known, parse = ({ bytes, ...file }) => readArticle(bytes, file), onProgress }: ReadFilesOptions,
): Promise<FileOfSet[]> {
  const done: FileOfSet[] = [];
  for (let start = 0; start < files.length; start += READ_TOGETHER) {
    const some = files.slice(start, start + READ_TOGETHER);
    const results = await Promise.all(some.map((listed) => read(listed, readSmall)));
    for (const [index, listed] of some.entries()) {
      done.push(results[index] ?? (await read(listed, readRegularFile)) ?? unread(listed, []));
      onProgress?.(done.length, files.length);
    }
  }
  return done;

  async function read(listed: ListedFile, readBytes: typeof readSmall): Promise<FileOfSet | undefined> {
    const { file, path, stamp } = listed;
    const last = known?.lastReadOf(path);
    if (known && last && stamp && last.stamp === stamp) return asKnown(listed, last, known.set);
    const held = await readBytes(path, file);
    if ('waits' in held) return undefined;
    if ('problem' in held) return unread(listed, [held.problem]);
    const hash = createHash('sha256').update(held.bytes).digest('base64');
    if (known && last?.hash === hash) return asKnown(listed, last, known.set);
    const { articles, problems } = await parse({ bytes: held.bytes, name: file, settings });
    const sketches = sketchesOf(articles.map(({ text }) => text));
    return { listed, hash, problems, records: articles.map(recordOf), sketches, at: 0, articles };
  }
}

const readSmall = (path: string, file: string) => readFileUpTo(path, file, MAX_FILE_BYTES);

function asKnown(listed: ListedFile, last: LastRead, { records, sketches }: KnownSet): FileOfSet {
  const { hash, problems, at } = last;
  const known = records.slice(at, at + last.articles);
  return { listed, hash, problems, records: known, sketches, at, articles: undefined };
}

const NO_SKETCHES = sketchesOf([]);

function unread(listed: ListedFile, problems: Problem[]): FileOfSet {
  return { listed, hash: null, problems, records: [], sketches: NO_SKETCHES, at: 0, articles: [] };
}
