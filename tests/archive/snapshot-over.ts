import { partsOf } from '../../src/archive/build-parts.js';
import { quotedIn } from '../../src/archive/quoted-in.js';
import { type Snapshot, snapshotOf } from '../../src/archive/snapshot.js';
import type { Article } from '../../src/articles/article.js';
import { contentHash } from '../../src/articles/identity.js';
import { lunrEngine } from '../../src/search/lunr.js';

/** The snapshot of articles as an archive builds it, on Lunr. */
export function snapshotOver(articles: readonly Article[]): Snapshot {
  const parts = partsOf(articles, articles.map(contentHash));
  const all = { source: 0, first: 0, after: articles.length };
  return snapshotOf(
    {
      ...{ id: 'snapshot-1', madeFrom: null, builtAt: '', directory: '', problems: [], corrections: [] },
      ...quotedIn(parts, []),
      parts,
      layers: { base: null, sources: [parts], stretches: [all] },
    },
    lunrEngine(parts.table),
  );
}
