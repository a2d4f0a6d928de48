import type { ArticleRows } from '../rows.js';
import { type Cluster, field, list } from './cluster.js';
import type { NewDocument } from './loading.js';
import type { State } from './state.js';

/** Rows of one generation are all below those of the next, so that those of one that was never completed are known. */
export const ROWS_PER_GENERATION = 2 ** 32;

/** Articles that were written together; one document tells them all, since a document for each would take ten times as long to read. */
export type Batch = { row: number; articles: readonly ArticleRows[] };

// So many batches are read at first, then as many as hold about so many articles; more documents OpenSearch does not give at once.
const FIRST_PAGE = 100;
const ARTICLES_PER_PAGE = 50_000;
const MOST_GIVEN = 10_000;

/** A batch as a document: of each article a line with its first row, counted from the batch's, its passages and its key. */
export function documentOf({ row, articles }: Batch): NewDocument {
  const lines = articles.map(({ key, first, passages }) => `${first - row} ${passages} ${key}`);
  const told = Buffer.from(lines.join('\n')).toString('base64');
  return { id: `${row}`, document: { row, articles: articles.length, told } };
}

/** The batches of the current generation and of those before it, by their rows; none where somebody deleted the index. */
export async function readBatches(
  cluster: Cluster,
  { index, generation }: Pick<State, 'index' | 'generation'>,
): Promise<Batch[]> {
  if (index === null) return [];
  const batches: Batch[] = [];
  let articles = 0;
  for (let size = FIRST_PAGE, after = -1, more = true; more; ) {
    const { status, body } = await cluster.send({
      method: 'POST',
      path: `/${index}/_search?allow_partial_search_results=false&filter_path=hits.hits.fields,hits.hits.sort`,
      body: {
        size,
        track_total_hits: false,
        stored_fields: ['told'],
        query: {
          bool: {
            filter: [
              { exists: { field: 'articles' } },
              { range: { row: { lt: (generation + 1) * ROWS_PER_GENERATION } } },
            ],
          },
        },
        sort: [{ row: 'asc' }],
        search_after: [after],
      },
      expected: [404],
    });
    if (status === 404) return [];
    const hits = list(body, 'hits', 'hits');
    for (const hit of hits) {
      after = Number(field(hit, 'sort', 0));
      const batch = { row: after, articles: articlesIn(after, String(field(hit, 'fields', 'told', 0))) };
      articles += batch.articles.length;
      batches.push(batch);
    }
    more = hits.length === size;
    size = Math.min(
      MOST_GIVEN,
      Math.max(FIRST_PAGE, Math.ceil((ARTICLES_PER_PAGE * batches.length) / articles)),
    );
  }
  return batches;
}

function articlesIn(row: number, told: string): ArticleRows[] {
  return Buffer.from(told, 'base64')
    .toString()
    .split('\n')
    .map((line) => {
      const [first, passages, ...key] = line.split(' ');
      return { key: key.join(' '), first: row + Number(first), passages: Number(passages) };
    });
}

/** The articles of batches, without those in rows that are no longer current. */
export function articlesOf(batches: readonly Batch[], retired: State['retired']): ArticleRows[] {
  const gone = new Set(retired.map(({ first }) => first));
  return batches.flatMap(({ articles }) => articles.filter(({ first }) => !gone.has(first)));
}
