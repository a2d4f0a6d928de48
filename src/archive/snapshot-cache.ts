import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { KnownFile } from '../articles/set.js';
import type { SetSettings } from '../articles/set-settings.js';
import type { Quotation } from '../quotes/quotation.js';
import type { PassageTable } from '../search/passage-table.js';
import { indexOver } from '../search/search-index.js';
import { readCacheFile, writeCacheFile } from './cache-file.js';
import { codeVersion } from './code-version.js';
import type { Snapshot } from './snapshot.js';

/** What was read of a set: its files by path, and the quotations of its articles by content hash. */
export type KnownSet = {
  /** The set's settings, under which the files were read. */
  settings: SetSettings;
  files: ReadonlyMap<string, KnownFile>;
  quotations: ReadonlyMap<string, readonly Quotation[]>;
};

/** What is kept on disk of one article set. Whatever is missing, damaged or of another version is undefined. */
export type SnapshotCache = {
  /** The snapshot that was made from `key`; without a key the last one, whatever it was made from. */
  snapshot(key?: string): Promise<Snapshot | undefined>;
  known(): Promise<KnownSet | undefined>;
  /** @throws what the file system throws */
  save(snapshot: Snapshot, known: KnownSet): Promise<void>;
};

// The index is made anew of its table, which is quicker than reading what Lunr would save.
type SavedSnapshot = Omit<Snapshot, 'index'> & { table: PassageTable };

const UNUSED_FOR = 30 * 24 * 60 * 60 * 1000;

/** The cache of the article set `directory` in the folder `root`, which is made when something is saved. */
export async function openSnapshotCache(root: string, directory: string): Promise<SnapshotCache> {
  const code = await codeVersion();
  const folder = join(root, createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16));
  const snapshotFile = join(folder, 'snapshot');
  const knownFile = join(folder, 'known');
  return {
    async snapshot(key) {
      // The checksum and the version of the code prove that this is what `save` wrote.
      const saved = (await readCacheFile(snapshotFile, { code, key })) as SavedSnapshot | undefined;
      if (!saved) return undefined;
      const { table, ...rest } = saved;
      return { ...rest, index: indexOver(rest.articles, table) };
    },
    async known() {
      return (await readCacheFile(knownFile, { code })) as KnownSet | undefined;
    },
    async save(snapshot, known) {
      const { index, ...rest } = snapshot;
      const key = snapshot.madeFrom ?? '';
      await writeCacheFile(knownFile, known, { code, key });
      await writeCacheFile(snapshotFile, { ...rest, table: index.table }, { code, key });
      await removeUnused(root);
    },
  };
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
