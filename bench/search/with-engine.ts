import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineName } from '../../src/archive/engine-names.js';
import { type EngineOptions, openEngine } from '../../src/archive/engines.js';
import type { Article } from '../../src/articles/article.js';
import { listOf } from '../../src/articles/article-list.js';
import { contentHash } from '../../src/articles/identity.js';
import { buildPassageTable } from '../../src/search/build-passage-table.js';
import { indexOver, type SearchIndex } from '../../src/search/search-index.js';

/** An engine, and where it is if it is elsewhere. */
export type AskedEngine = Pick<EngineOptions, 'opensearch'> & { engine: EngineName };

/** Indexes articles with an engine, in a cache of its own, for as long as `use` takes. */
export async function withEngine<T>(
  engine: AskedEngine,
  articles: readonly Article[],
  use: (index: SearchIndex) => Promise<T>,
): Promise<T> {
  const cache = await mkdtemp(join(tmpdir(), 'cuttings-engine-'));
  try {
    const table = buildPassageTable(articles, () => {});
    const hashes = articles.map(contentHash);
    const opened = await openEngine({ ...engine, cache }, { parts: { table, hashes }, directory: cache });
    try {
      return await use(indexOver(listOf(articles), table, opened));
    } finally {
      await opened.close();
    }
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}
