import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { KnownFile } from '../articles/set.js';
import type { SetSettings } from '../articles/set-settings.js';
import { pairsOver } from '../quotes/verify/pairs.js';
import { DamagedError } from '../search/damaged.js';
import { sqliteFiles } from '../search/sqlite/files.js';
import type { Bytes, Numbers } from '../text/columns.js';
import { readCacheFile, writeCacheFile } from './cache-file.js';
import { codeVersion } from './code-version.js';
import type { Packed } from './packed.js';
import type { PagedFile } from './paged-file.js';
import type { SnapshotParts } from './snapshot.js';

/** What was read of a set: its files, by path, and the set's settings under which they were read. */
export type KnownSet = { settings: SetSettings; files: ReadonlyMap<string, KnownFile> };

/** What is kept on disk of one article set. Whatever is missing, damaged or of another version is undefined. */
export type SnapshotCache = {
  /** The snapshot that was made from `key`; without a key the last one, whatever it was made from. */
  snapshot(key?: string): Promise<SnapshotParts | undefined>;
  known(): Promise<KnownSet | undefined>;
  /** Removes the snapshot and its index: some of it was found to be damaged. */
  forget(): Promise<void>;
  /** @throws what the file system throws */
  save(snapshot: SnapshotParts, known: KnownSet): Promise<void>;
};

const UNUSED_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * The cache of the article set `directory` in the folder `root`, which is made when something is saved. With `paged` the
 * largest parts of a snapshot stay in their file, and are read from it as they are asked for.
 */
export function snapshotCache(root: string, directory: string, { paged = false } = {}): SnapshotCache {
  const folder = cacheFolder(root, directory);
  const snapshotFile = join(folder, 'snapshot');
  const knownFile = join(folder, 'known');
  return {
    // The checksum and the version of the code prove that what is read is what `save` wrote.
    async snapshot(key) {
      const file = readCacheFile(snapshotFile, { code: await codeVersion(), key });
      try {
        return file && withColumns(file.value as SavedParts, file.later, paged);
      } catch (error) {
        if (error instanceof DamagedError) return undefined;
        throw error;
      }
    },
    async forget() {
      const files = [snapshotFile, ...sqliteFiles(indexFile(folder))];
      await Promise.all(files.map((file) => rm(file, { force: true })));
    },
    async known() {
      return readCacheFile(knownFile, { code: await codeVersion() })?.value as KnownSet | undefined;
    },
    async save(snapshot, known) {
      const [code, key] = [await codeVersion(), snapshot.madeFrom ?? ''];
      await writeCacheFile(knownFile, known, { code, key });
      const { saved, later } = withoutColumns(snapshot);
      await writeCacheFile(snapshotFile, saved, { code, key, apart: buffersOf(saved), later });
      await removeUnused(root);
    },
  };
}

// What is largest, and of which a question reads little: it follows the rest, in this order.
type SavedParts = Omit<SnapshotParts, 'table' | 'shingles' | 'stored'> & {
  table: Omit<SnapshotParts['table'], 'term' | 'flags'>;
  shingles: Omit<SnapshotParts['shingles'], 'pairs'>;
  stored: {
    references: SnapshotParts['stored']['references'];
    articles: Packed['first'];
    quotations: Packed['first'];
  };
};

function withoutColumns(parts: SnapshotParts): { saved: SavedParts; later: Uint8Array[] } {
  const { term, flags, ...table } = parts.table;
  const { pairs, ...shingles } = parts.shingles;
  const { first, chunks } = pairs.lists();
  const { articles, quotations, references } = parts.stored;
  return {
    saved: {
      ...parts,
      table,
      shingles,
      stored: { references, articles: articles.first, quotations: quotations.first },
    },
    later: [
      asBytes(term.subarray(0, term.length)),
      flags.subarray(0, flags.length),
      asBytes(first.subarray(0, first.length)),
      asBytes(chunks.subarray(0, chunks.length)),
      articles.bytes.subarray(0, articles.bytes.length),
      quotations.bytes.subarray(0, quotations.bytes.length),
    ],
  };
}

function withColumns(
  saved: SavedParts,
  later: readonly PagedFile[],
  paged: boolean,
): SnapshotParts | undefined {
  const [term, flags, first, chunks, articles, quotations] = later;
  if (!term || !flags || !first || !chunks || !articles || !quotations) return undefined;
  const bytes = paged ? bytesOf : (file: PagedFile) => file.all();
  const numbers = paged ? numbersOf : (file: PagedFile) => asNumbers(file.all());
  return {
    ...saved,
    table: { ...saved.table, term: numbers(term), flags: bytes(flags) },
    shingles: {
      ...saved.shingles,
      pairs: pairsOver({ first: numbers(first), chunks: numbers(chunks) }),
    },
    stored: {
      references: saved.stored.references,
      articles: { first: saved.stored.articles, bytes: bytes(articles) },
      quotations: { first: saved.stored.quotations, bytes: bytes(quotations) },
    },
  };
}

const NUMBER = Uint32Array.BYTES_PER_ELEMENT;
const asBytes = (numbers: Uint32Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const asNumbers = (bytes: Uint8Array) =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / NUMBER);

const bytesOf = (file: PagedFile): Bytes => ({
  length: file.length,
  subarray: (first, after) => file.read(first, after),
});
const numbersOf = (file: PagedFile): Numbers => ({
  length: file.length / NUMBER,
  subarray: (first, after) => asNumbers(file.read(first * NUMBER, after * NUMBER)),
});

/** The memory of the flat arrays. */
function buffersOf({ table, shingles, stored }: SavedParts): ArrayBuffer[] {
  const buffers = [table, shingles, stored].flatMap((arrays) =>
    Object.values(arrays).flatMap((value) =>
      ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
    ),
  );
  return [...new Set(buffers)];
}

/** Where SQLite keeps the index in a folder of the cache. */
export const indexFile = (folder: string) => join(folder, 'index.db');

/** The folder that the cache `root` has for the article set `directory`. */
export function cacheFolder(root: string, directory: string): string {
  return join(root, createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16));
}

/** Removes the caches of sets that were not changed or asked for in a month; they can be made again. */
async function removeUnused(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!/^[0-9a-f]{16}$/.test(name)) continue;
    const { atimeMs, mtimeMs } = await stat(join(root, name, 'snapshot')).catch(() => stat(join(root, name)));
    if (Date.now() - Math.max(atimeMs, mtimeMs) > UNUSED_FOR)
      await rm(join(root, name), { recursive: true, force: true });
  }
}
