import { type Breaker, createBreaker } from '../breaker.js';
import { IndexGoneError } from '../damaged.js';
import type { Engine, EngineQuery } from '../engine.js';
import { best } from '../engine.js';
import { exactScores, type Wanted, wantedOf } from '../exact-scores.js';
import { type PassageTable, passagesIn } from '../passage-table.js';
import { type ArticleRows, rowsOfPassages } from '../rows.js';
import { type Cluster, field, list } from './cluster.js';

// With terms that so many hold, more frequent ones only add to what those have, as in `worthReading`.
const ENOUGH = 5000;
// So many are scored exactly: OpenSearch's own score rounds lengths and counts what was replaced lately, so it is only near.
const MOST_SCORED = 200;
// As many times more than are wanted have to be scored exactly, since near scores are in a near order.
const SPARE = 1.5;
// Of so many some are kept: a filter leaves others out, or they were replaced lately and are still there.
const MOST_SIFTED = 1000;
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

  /** @throws {IndexGoneError | OutOfReachError} */
  async function search(body: object): Promise<unknown> {
    const { status, body: found } = await breaker(() =>
      cluster.send({
        method: 'POST',
        // A shard that does not answer makes a failure, which is asked again, and never a wrong answer.
        path: `/${index}/_search?preference=_local&allow_partial_search_results=false&filter_path=hits.hits.sort`,
        body: { track_total_hits: false, stored_fields: '_none_', ...body },
        expected: [404],
        patience: PATIENCE,
      }),
    );
    if (status === 404) throw new IndexGoneError(`OpenSearch no longer has the index ${index}`);
    return found;
  }

  /** Passages that hold all that they must and one at least of what they may, the likeliest first; the rest only adds to those. */
  async function passagesWith(
    { must, may, rest = [] }: { must: readonly Wanted[]; may: readonly Wanted[]; rest?: readonly Wanted[] },
    { size, rows }: { size: number; rows?: readonly number[] },
  ): Promise<{ passages: number[]; isAll: boolean }> {
    const any = may.length > 0 ? [{ bool: { should: may.map(clause) } }] : [];
    const body = await search({
      size,
      query: {
        bool: {
          must: [...must.map(clause), ...any],
          should: rest.map(clause),
          ...(rows && { filter: [{ terms: { row: rows } }] }),
        },
      },
      sort: [{ _score: 'desc' }, { row: 'asc' }],
    });
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
    { allowed, limit }: EngineQuery,
  ): Promise<number[]> {
    const few = allowed ? MOST_SIFTED : MOST_SCORED;
    const telling = must.length > 0 ? 0 : tellingOf(may);
    const wanted = { must, may: may.slice(0, telling), rest: may.slice(telling) };
    const { passages, isAll } = await passagesWith(wanted, { size: must.length > 0 ? MOST_GIVEN : few });
    if (!allowed) {
      if (passages.length >= SPARE * limit || isAll || must.length > 0) return passages;
      return (await passagesWith(wanted, { size: MOST_SIFTED })).passages;
    }
    const passed = passages.filter(allowed);
    if (passed.length >= limit || (isAll && (must.length > 0 || telling === may.length))) return passed;
    // The rest of those allowed all come late: only they are asked for, if they can be counted out.
    const rows = allowedRows(allowed);
    const all = must.length > 0 ? wanted : { must, may };
    const late = await passagesWith(all, { size: MOST_GIVEN, ...(rows && { rows }) });
    return late.passages.filter(allowed);
  }

  function allowedRows(allowed: (passage: number) => boolean): number[] | undefined {
    const rows: number[] = [];
    for (let passage = 0; passage < passagesIn(table); passage++) {
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
      if (index !== null) await search({ size: 0 });
    },
    close: () => cluster.close(),
  };
}

const clause = ({ term, weight }: Wanted) => ({ term: { terms: { value: term, boost: weight } } });

/** Of terms, the rarest first, how many choose the passages. */
function tellingOf(terms: readonly Wanted[]): number {
  let holding = 0;
  const last = terms.findIndex((term) => {
    holding += term.holding;
    return holding >= ENOUGH;
  });
  return last < 0 ? terms.length : last + 1;
}
