import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type KnownSet, type PackedSet, packKnown, unpackKnown } from '../articles/known.js';
import { type PairLists, pairsOver } from '../quotes/verify/pairs.js';
import { DamagedError } from '../search/damaged.js';
import { sqliteFiles } from '../search/sqlite/files.js';
import type { Bytes, Numbers } from '../text/columns.js';
import { type ArticleParts, joinedParts, withFiles } from './article-parts.js';
import { type CacheFile, readCacheFile, writeCacheFile } from './cache-file.js';
import { codeVersion } from './code-version.js';
import type { Packed } from './packed.js';
import { type PackedReferences, packReferences, unpackReferences } from './packed-references.js';
import type { PagedFile } from './paged-file.js';
import type { Layers, SnapshotParts, WholeSet } from './snapshot.js';

/** What is kept on disk of one article set. Whatever is missing, damaged or of another version is undefined. */
export type SnapshotCache = {
  /** The snapshot that was made from `key`; without a key the last one, whatever it was made from. */
  snapshot(key?: string): Promise<SnapshotParts | undefined>;
  /** What was read of the set last. Its articles may or may not be in the snapshot. */
  known(): Promise<KnownSet | undefined>;
  /** Removes the snapshot, its index and what is known: some of it was found to be damaged. */
  forget(): Promise<void>;
  /** Writes what the files do not hold: all of a snapshot, or what has changed since its base. @throws what the file system throws */
  save(snapshot: SnapshotParts, known: KnownSet): Promise<void>;
};

/** The files of a set's folder in the cache. Each new generation of the snapshot is one of the first two, renamed into place. */
export const FILES = { base: 'snapshot', patch: 'patch', known: 'known', index: 'index.db' };

const UNUSED_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * The cache of the article set `directory` in the folder `root`, which is made when something is saved. With `paged` the
 * largest parts of a snapshot stay in their file, and are read from it as they are asked for.
 */
export function snapshotCache(root: string, directory: string, { paged = false } = {}): SnapshotCache {
  const folder = cacheFolder(root, directory);
  const baseFile = join(folder, FILES.base);
  const patchFile = join(folder, FILES.patch);
  const knownFile = join(folder, FILES.known);
  return {
    // The checksum and the version of the code prove that what is read is what `save` wrote.
    async snapshot(key) {
      const code = await codeVersion();
      try {
        const patch = readCacheFile(patchFile, { code, key });
        // A base that has a patch is not what the cache holds now, though the folder may be again as it was when it was written.
        if (!patch && key !== undefined && existsSync(patchFile)) return undefined;
        const base = readCacheFile(baseFile, { code, key: patch ? undefined : key });
        if (!base) return undefined;
        if (patch && isOf(patch, base)) return patched(base, patch, paged);
        // A patch of another base: this one was written after it, or since it was read.
        return key === undefined || base.key === key ? unpatched(base, paged) : undefined;
      } catch (error) {
        if (error instanceof DamagedError) return undefined;
        throw error;
      }
    },
    async forget() {
      const files = [baseFile, patchFile, knownFile, ...sqliteFiles(indexFile(folder))];
      await Promise.all(files.map((file) => rm(file, { force: true })));
    },
    async known() {
      const file = readCacheFile(knownFile, { code: await codeVersion() });
      const [hashes] = file?.later ?? [];
      return file && hashes && unpackKnown(file.value as PackedSet, numbersOf(hashes));
    },
    async save({ parts, layers, ...whole }, known) {
      const about = { code: await codeVersion(), key: whole.madeFrom ?? '' };
      const { packed, apart, hashes } = packKnown(known);
      await writeCacheFile(knownFile, packed, { ...about, apart, later: [asBytes(hashes)] });
      const file = (columned: Columned) => ({
        ...about,
        apart: buffersOf(columned.saved),
        later: [serialize(whole), ...columned.later],
      });
      if (layers.base === null) {
        const columned = withoutColumns(parts);
        await writeCacheFile(baseFile, columned.saved, file(columned));
        // It belongs to the base before.
        await rm(patchFile, { force: true });
      } else {
        const [base, patch = joinedParts([base], [])] = layers.sources;
        const columned = withoutColumns(patch);
        const { base: id, stretches } = layers;
        const value: SavedPatch = {
          base: id,
          stretches,
          moved: movedFiles(parts, layers),
          patch: columned.saved,
        };
        await writeCacheFile(patchFile, value, file(columned));
      }
      await removeUnused(root, folder);
    },
  };
}

// What is largest, and of which a question reads little: it follows the rest, in this order.
type SavedParts = Omit<ArticleParts, 'references' | 'table' | 'shingles' | 'articles' | 'quotations'> & {
  references: PackedReferences;
  table: Omit<ArticleParts['table'], 'paragraph' | 'sentenceSpan' | 'term' | 'flags'>;
  shingles: Omit<ArticleParts['shingles'], 'pairs'> & Pick<PairLists, 'hashes'>;
  articles: Packed['first'];
  quotations: Packed['first'];
};
type Columned = { saved: SavedParts; later: Uint8Array[] };

/** The articles of a set as stretches of the base of this id and of the patch. */
type SavedPatch = Pick<Layers, 'stretches'> & { base: string; moved: Moved; patch: SavedParts };

/** The names of the files that articles are in now, where base or patch have another, by their numbers. */
type Moved = readonly (readonly [number: number, file: string])[];

const isOf = (patch: CacheFile, base: CacheFile) => (patch.value as SavedPatch).base === base.id;

function unpatched(file: CacheFile, paged: boolean): SnapshotParts | undefined {
  const [whole, ...later] = file.later;
  const base = withColumns(file.value as SavedParts, later, paged);
  if (!whole || !base) return undefined;
  const all = { source: 0, first: 0, after: base.references.length };
  return { ...wholeSet(whole), parts: base, layers: { sources: [base], stretches: [all], base: file.id } };
}

function patched(baseFile: CacheFile, patchFile: CacheFile, paged: boolean): SnapshotParts | undefined {
  const { stretches, moved, patch: saved } = patchFile.value as SavedPatch;
  const [, ...ofBase] = baseFile.later;
  const [whole, ...ofPatch] = patchFile.later;
  const base = withColumns(baseFile.value as SavedParts, ofBase, paged);
  const patch = withColumns(saved, ofPatch, paged);
  if (!whole || !base || !patch) return undefined;
  const layers: Layers = { sources: [base, patch], stretches, base: baseFile.id };
  const files = new Map(moved);
  let parts: ArticleParts | undefined;
  return {
    ...wholeSet(whole),
    layers,
    // Joined when they are first asked for: the next snapshot is made of the layers.
    get parts() {
      parts ??= withFiles(joinedParts([base, patch], stretches), (number) => files.get(number));
      return parts;
    },
  };
}

const wholeSet = (file: PagedFile) => deserialize(file.all()) as WholeSet;

function movedFiles({ references }: ArticleParts, { sources, stretches }: Layers): Moved {
  const moved: [number, string][] = [];
  let at = 0;
  for (const { source, first, after } of stretches)
    for (let number = first; number < after; number++, at++) {
      const file = references[at]?.file ?? '';
      if (file !== sources[source]?.references[number]?.file) moved.push([at, file]);
    }
  return moved;
}

function withoutColumns({
  references,
  table: all,
  shingles: places,
  articles,
  quotations,
  ...parts
}: ArticleParts): Columned {
  const { paragraph, sentenceSpan, term, flags, ...table } = all;
  const { pairs, ...shingles } = places;
  const { first, chunks, hashes } = pairs.lists();
  return {
    saved: {
      ...parts,
      references: packReferences(references),
      table,
      shingles: { ...shingles, hashes },
      articles: articles.first,
      quotations: quotations.first,
    },
    later: [
      asBytes(paragraph.subarray(0, paragraph.length)),
      asBytes(sentenceSpan.subarray(0, sentenceSpan.length)),
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
): ArticleParts | undefined {
  const [paragraph, sentenceSpan, term, flags, first, chunks, articles, quotations] = later;
  if (!paragraph || !sentenceSpan || !term || !flags) return undefined;
  if (!first || !chunks || !articles || !quotations) return undefined;
  const bytes = paged ? bytesOf : (file: PagedFile) => file.all();
  const numbers = paged ? numbersOf : (file: PagedFile) => asNumbers(file.all());
  const { hashes, ...shingles } = saved.shingles;
  const lists = { first: numbers(first), chunks: numbers(chunks), hashes };
  return {
    ...saved,
    references: unpackReferences(saved.references),
    table: {
      ...saved.table,
      paragraph: numbers(paragraph),
      sentenceSpan: numbers(sentenceSpan),
      term: numbers(term),
      flags: bytes(flags),
    },
    shingles: { ...shingles, pairs: pairsOver(lists) },
    articles: { first: saved.articles, bytes: bytes(articles) },
    quotations: { first: saved.quotations, bytes: bytes(quotations) },
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
function buffersOf(parts: SavedParts): ArrayBuffer[] {
  const { table, shingles, sayings, articles, quotations } = parts;
  const buffers = [table, shingles, sayings, { articles, quotations }].flatMap((arrays) =>
    Object.values(arrays).flatMap((value) =>
      ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
    ),
  );
  return [...new Set(buffers)];
}

/** Where SQLite keeps the index in a folder of the cache. */
export const indexFile = (folder: string) => join(folder, FILES.index);

/** The folder that the cache `root` has for the article set `directory`. */
export function cacheFolder(root: string, directory: string): string {
  return join(root, createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16));
}

/** Removes the caches of sets, but for the one in `used`, that were not changed or asked for in a month; they can be made again. */
async function removeUnused(root: string, used: string): Promise<void> {
  for (const name of await readdir(root)) {
    const folder = join(root, name);
    if (folder === used || !/^[0-9a-f]{16}$/.test(name)) continue;
    // A file that is renamed into a folder changes it.
    const touched = [folder, join(folder, FILES.base), join(folder, FILES.patch)].map((path) => {
      const { atimeMs, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { atimeMs: 0, mtimeMs: 0 };
      return path === folder ? mtimeMs : Math.max(atimeMs, mtimeMs);
    });
    if (Date.now() - Math.max(...touched) > UNUSED_FOR) await rm(folder, { recursive: true, force: true });
  }
}
