import { type Breaker, createBreaker } from '../breaker.js';
import type { Engine, EngineQuery } from '../engine.js';
import { best } from '../engine.js';
import { exactScores, type Wanted, wantedOf } from '../exact-scores.js';
import { OutOfReachError } from '../out-of-reach.js';
import type { PassageTable } from '../passage-table.js';
import { rarity } from '../rarity.js';
import { type ArticleRows, rowsOfPassages } from '../rows.js';
import { type Cluster, field, list } from './cluster.js';

// With terms that so many hold, more frequent ones only add to what those have.
const ENOUGH = 5000;
// So many are scored exactly.
const MOST_SCORED = 1000;
/** What OpenSearch gives at once, and how many values a filter may have (its `index.max_terms_count`). */
const MOST_GIVEN = 10_000;
const MOST_IN_FILTER = 65_536;

/** For a question: a node that does not answer in time is left for another, until the person has waited long enough. */
const PATIENCE = { once: 2000, all: 4000 };
/** So many questions in a row without an answer, and for so long nobody is made to wait for one. */
const BREAKER = { failures: 3, rest: 5000 };

type Held = {
  /** Null where nothing was ever written. */
  index: string | null;
  /** What is in the index, in the order of the rows. */
  articles: readonly ArticleRows[];
  table: PassageTable;
  keys: readonly string[];
};

/**
 * OpenSearch says which passages hold the most telling of the terms; the score, BM25 as Lunr's, is made of the table, so that all
 * engines propose the same.
 */
export function openSearchEngine(cluster: Cluster, { index, articles, table, keys }: Held): Engine {
  const { passageOf, rowOf } = rowsOfPassages(articles, table, keys);
  const breaker: Breaker = createBreaker(BREAKER, () => performance.now());

  /** Passages that hold all that they must and some of what they may, the likeliest first. */
  async function passagesWith(
    must: readonly Wanted[],
    may: readonly Wanted[],
    { size, rows }: { size: number; rows?: readonly number[] },
  ): Promise<{ passages: number[]; isAll: boolean }> {
    const { body } = await breaker(() =>
      cluster.send({
        method: 'POST',
        // A shard that does not answer makes a failure, which is asked again, and never a wrong answer.
        path: `/${index}/_search?preference=_local&allow_partial_search_results=false&filter_path=hits.hits.sort`,
        body: {
          size,
          track_total_hits: false,
          stored_fields: '_none_',
          query: {
            bool: {
              filter: [
                ...must.map(({ term }) => ({ term: { terms: term } })),
                ...(rows ? [{ terms: { row: rows } }] : []),
              ],
              should: may.map(({ term, weight, holding }) => ({
                term: { terms: { value: term, boost: weight * rarity(table.start.length, holding) } },
              })),
              minimum_should_match: must.length > 0 ? 0 : 1,
            },
          },
          sort: [{ _score: 'desc' }, { row: 'asc' }],
        },
        patience: PATIENCE,
      }),
    );
    const hits = list(body, 'hits', 'hits');
    return {
      passages: hits.flatMap((hit) => passageOf(Number(field(hit, 'sort', 1))) ?? []),
      isAll: hits.length < size,
    };
  }

  /** The same, of those that are allowed. */
  async function allowedWith(
    must: readonly Wanted[],
    may: readonly Wanted[],
    query: EngineQuery,
  ): Promise<number[]> {
    const { allowed } = query;
    const size = must.length > 0 ? MOST_GIVEN : MOST_SCORED;
    const first = await passagesWith(must, must.length > 0 ? may : telling(may), { size });
    if (!allowed) return first.passages;
    const passed = first.passages.filter(allowed);
    const isAll = first.isAll && (must.length > 0 || telling(may).length === may.length);
    if (isAll || passed.length >= query.limit) return passed;
    // The rest of those allowed all come late: only they are asked for, if they can be counted out.
    const rows = allowedRows(allowed);
    const { passages } = await passagesWith(must, may, { size: MOST_GIVEN, ...(rows && { rows }) });
    return passages.filter(allowed);
  }

  function allowedRows(allowed: (passage: number) => boolean): number[] | undefined {
    const rows: number[] = [];
    for (let passage = 0; passage < table.start.length; passage++) {
      const row = allowed(passage) ? rowOf(passage) : undefined;
      if (row !== undefined && rows.push(row) > MOST_IN_FILTER) return undefined;
    }
    return rows;
  }

  return {
    name: 'opensearch',
    async propose(query) {
      const wanted = wantedOf(table, query);
      if (!wanted || index === null) return [];
      const { must, may } = wanted;
      if (must.length + may.length === 0) return [];
      const found = await allowedWith(must, may, query);
      return best(exactScores(table, [...must, ...may], found), query.limit);
    },
    async check() {
      if (index === null) return;
      const { body } = await breaker(() =>
        cluster.send({
          method: 'GET',
          path: `/_cluster/health/${index}?level=shards&local=true`,
          patience: PATIENCE,
        }),
      );
      if (field(body, 'status') === 'red')
        throw new OutOfReachError(
          'OpenSearch has lost a part of the index: see its own log, and bring its nodes back.',
        );
    },
    close: () => cluster.close(),
  };
}

/** Of terms, the rarest first, those that choose the passages. */
function telling(terms: readonly Wanted[]): readonly Wanted[] {
  let holding = 0;
  const more = terms.findIndex((term) => {
    holding += term.holding;
    return holding >= ENOUGH;
  });
  return more < 0 ? terms : terms.slice(0, more + 1);
}
