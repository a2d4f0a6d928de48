import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { KnownFile } from '../articles/set.js';
import type { SetSettings } from '../articles/set-settings.js';
import { readCacheFile, writeCacheFile } from './cache-file.js';
import { codeVersion } from './code-version.js';
import type { SnapshotParts } from './snapshot.js';

/** What was read of a set: its files, by path, and the set's settings under which they were read. */
export type KnownSet = { settings: SetSettings; files: ReadonlyMap<string, KnownFile> };

/** What is kept on disk of one article set. Whatever is missing, damaged or of another version is undefined. */
export type SnapshotCache = {
  /** The snapshot that was made from `key`; without a key the last one, whatever it was made from. */
  snapshot(key?: string): Promise<SnapshotParts | undefined>;
  known(): Promise<KnownSet | undefined>;
  /** @throws what the file system throws */
  save(snapshot: SnapshotParts, known: KnownSet): Promise<void>;
};

const UNUSED_FOR = 30 * 24 * 60 * 60 * 1000;

/** The cache of the article set `directory` in the folder `root`, which is made when something is saved. */
export function snapshotCache(root: string, directory: string): SnapshotCache {
  let version: Promise<string> | undefined;
  const codeNow = () => {
    version ??= codeVersion();
    return version;
  };
  const folder = join(root, createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16));
  const snapshotFile = join(folder, 'snapshot');
  const knownFile = join(folder, 'known');
  return {
    // The checksum and the version of the code prove that what is read is what `save` wrote.
    async snapshot(key) {
      return (await readCacheFile(snapshotFile, { code: await codeNow(), key })) as SnapshotParts | undefined;
    },
    async known() {
      return (await readCacheFile(knownFile, { code: await codeNow() })) as KnownSet | undefined;
    },
    async save(snapshot, known) {
      const [code, key] = [await codeNow(), snapshot.madeFrom ?? ''];
      await writeCacheFile(knownFile, known, { code, key });
      await writeCacheFile(snapshotFile, snapshot, { code, key, apart: buffersOf(snapshot) });
      await removeUnused(root);
    },
  };
}

/** The memory of the flat arrays, which is most of a snapshot. */
function buffersOf({ table, shingles, stored }: SnapshotParts): ArrayBuffer[] {
  const buffers = [table, shingles, stored.articles, stored.quotations].flatMap((arrays) =>
    Object.values(arrays).flatMap((value) =>
      ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
    ),
  );
  return [...new Set(buffers)];
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
