import type { Engine } from '../search/engine.js';
import { lunrEngine } from '../search/lunr.js';
import { openSqliteIndex } from '../search/sqlite/sqlite.js';
import { bringUpToDate } from '../search/stored-index.js';
import { codeVersion } from './code-version.js';
import type { EngineName } from './engine-names.js';
import type { SnapshotParts } from './snapshot.js';
import { cacheFolder, filesOfIndex } from './snapshot-cache.js';

export type EngineOptions = {
  /** Default `lunr`. */
  engine?: EngineName | undefined;
  /** The folder of the cache; every engine but Lunr keeps its index there. */
  cache?: string | undefined;
};

/** Brings an engine's index to a snapshot, and opens it. */
export async function openEngine(
  { engine = 'lunr', cache }: EngineOptions,
  { table, hashes, directory }: Pick<SnapshotParts, 'table' | 'hashes' | 'directory'>,
): Promise<Engine> {
  if (engine === 'lunr' || cache === undefined) return lunrEngine(table);
  const [file = ''] = filesOfIndex(cacheFolder(cache, directory));
  const index = await openSqliteIndex(file, await codeVersion());
  try {
    return await bringUpToDate(index, table, keysOf(hashes.values()));
  } finally {
    await index.close();
  }
}

/** A key for each article by what it holds; of several that hold the same, each its own. */
function keysOf(hashes: Iterable<string>): string[] {
  const times = new Map<string, number>();
  return [...hashes].map((hash) => {
    const before = times.get(hash) ?? 0;
    times.set(hash, before + 1);
    return before === 0 ? hash : `${hash} ${before}`;
  });
}
