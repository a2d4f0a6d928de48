import { basename } from 'node:path';
import type { Engine } from '../search/engine.js';
import { lunrEngine } from '../search/lunr.js';
import type { OpenSearchSettings } from '../search/opensearch/cluster.js';
import { openSqliteIndex } from '../search/sqlite/sqlite.js';
import { bringUpToDate, type StoredIndex, type WritingOptions } from '../search/stored-index.js';
import type { ArticleParts } from './article-parts.js';
import { codeVersion } from './code-version.js';
import type { EngineName } from './engine-names.js';
import type { SnapshotParts } from './snapshot.js';
import { cacheFolder, indexFile } from './snapshot-cache.js';

export type EngineOptions = {
  /** Default `lunr`. */
  engine?: EngineName | undefined;
  /** The folder of the cache; SQLite keeps its index there. */
  cache?: string | undefined;
  /** Where OpenSearch is. */
  opensearch?: OpenSearchSettings | undefined;
};

/** What an index is made of. */
type IndexedSet = Pick<SnapshotParts, 'directory'> & { parts: Pick<ArticleParts, 'table' | 'hashes'> };

/** Brings an engine's index to a snapshot, and opens it. */
export async function openEngine(
  options: EngineOptions,
  { parts: { table, hashes }, directory }: IndexedSet,
  writing: WritingOptions = {},
): Promise<Engine> {
  // Of an archive of nothing the index stays as it is: the folder may have been lost for a moment.
  if (hashes.length === 0) return { ...lunrEngine(table), name: options.engine ?? 'lunr' };
  const index = await openIndex(options, directory);
  if (!index) return lunrEngine(table);
  try {
    return await bringUpToDate(index, table, keysOf(hashes), writing);
  } finally {
    await index.close();
  }
}

/** Undefined for the engine that keeps nothing. */
async function openIndex(
  { engine = 'lunr', cache, opensearch }: EngineOptions,
  directory: string,
): Promise<StoredIndex | undefined> {
  if (engine === 'lunr' || cache === undefined) return undefined;
  const [folder, code] = [cacheFolder(cache, directory), await codeVersion()];
  if (engine === 'sqlite') return openSqliteIndex(indexFile(folder), code);
  // openArchive has refused this.
  if (!opensearch) throw new Error('there is no address of OpenSearch');
  const { openOpenSearchIndex } = await import('../search/opensearch/opensearch.js');
  // Processes that share an archive have its articles under the same path.
  return openOpenSearchIndex({ cluster: opensearch, archive: basename(folder), code });
}

/** A key for each article by what it holds; of several that hold the same, each its own. */
function keysOf(hashes: readonly string[]): string[] {
  const times = new Map<string, number>();
  return hashes.map((hash) => {
    const before = times.get(hash) ?? 0;
    times.set(hash, before + 1);
    return before === 0 ? hash : `${hash} ${before}`;
  });
}
