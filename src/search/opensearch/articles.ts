import type { ArticleRows } from '../rows.js';
import { type Cluster, field, list } from './cluster.js';
import type { State } from './state.js';

/** Rows of one generation are all below those of the next, so that those of one that was never completed are known. */
export const ROWS_PER_GENERATION = 2 ** 32;

/** A page of a search; more than this OpenSearch does not give at once. */
const PAGE = 10_000;

/** The articles of the current generation, by their rows. */
export async function currentArticles(
  cluster: Cluster,
  { index, generation, retired }: State,
): Promise<ArticleRows[]> {
  if (index === null) return [];
  const gone = new Set(retired.map(({ first }) => first));
  const articles: ArticleRows[] = [];
  for (let after: unknown = -1, more = true; more; ) {
    const { status, body } = await cluster.send({
      method: 'POST',
      path: `/${index}/_search?allow_partial_search_results=false&filter_path=hits.hits.fields,hits.hits.sort`,
      body: {
        size: PAGE,
        track_total_hits: false,
        stored_fields: '_none_',
        docvalue_fields: ['key', 'passages'],
        query: {
          bool: {
            filter: [
              { exists: { field: 'key' } },
              { range: { row: { lt: (generation + 1) * ROWS_PER_GENERATION } } },
            ],
          },
        },
        sort: [{ row: 'asc' }],
        search_after: [after],
      },
      expected: [404],
    });
    // Somebody deleted the index: it is made again.
    if (status === 404) return [];
    const hits = list(body, 'hits', 'hits');
    for (const hit of hits) {
      const own = Number(field(hit, 'sort', 0));
      const first = own + 1;
      if (!gone.has(first))
        articles.push({
          key: String(field(hit, 'fields', 'key', 0)),
          first,
          passages: Number(field(hit, 'fields', 'passages', 0)),
        });
      after = own;
    }
    more = hits.length === PAGE;
  }
  return articles;
}
