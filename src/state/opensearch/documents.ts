import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Cluster,
  type ClusterAnswer,
  type ClusterRequest,
  field,
  list,
} from '../../search/opensearch/cluster.js';
import { OutOfReachError } from '../../search/out-of-reach.js';

/** Documents are of one of these kinds, and of each kind there is one for each key: a server, a follow, or '' where there is only one. */
export type Place = {
  kind: 'server' | 'follows' | 'posted' | 'gaps' | 'looked-at' | 'last-id' | 'taken-over';
  key: string;
};

/** What is to become of a document, and what whoever changes it learns. */
export type Change<T> = {
  /** What it is to hold; the very value that it held to leave it, null to delete it. */
  after: unknown;
  result: T;
};

/** The documents of a state, of which each changes whole or not at all. All throw an `OutOfReachError`. */
export type Documents = {
  /** Its value; null where there is none. */
  read(place: Place): Promise<unknown>;
  /**
   * Makes of a document what `work` says of its value, null where there is none. Where another process was quicker, `work` runs again
   * with what that one made of it; but of two that delete one, each is told that it did.
   */
  change<T>(place: Place, work: (before: unknown) => Change<T> | Promise<Change<T>>): Promise<T>;
  /** Keys and values of all of a kind, and the sum of their writings. */
  all(kind: Searched): Promise<{ found: { key: string; value: unknown }[]; writings: number }>;
  /** How many of a kind there are, and the sum of their writings: another where any of them is another. */
  count(kind: Searched): Promise<{ documents: number; writings: number }>;
  /** Deletes all of a kind. */
  clear(kind: Place['kind']): Promise<void>;
};

/** Kinds that are looked for, and not only read by their keys. */
export type Searched = 'server' | 'follows';

const isSearched = (kind: Place['kind']): boolean => kind === 'server' || kind === 'follows';
const PAGE = 1000;
const MOST_TRIES = 30;
const LONGEST_PAUSE_MS = 20;

/** Each writing of a document has a number at random below this, of which the sum over 100,000 documents is exact. */
const WRITINGS = 2 ** 36;

/** A document as it is in the index, and what must still hold of it where it is changed. */
type Written = { value: unknown; writing: unknown; number: number; term: number };

/**
 * Those behind an alias. `whenGone` is told where there is no index; if it has come back meanwhile, a change is made. Everything names
 * the alias as one, since OpenSearch itself would make an index without our mapping.
 */
export function documentsBehind(
  alias: string,
  send: Cluster['send'],
  whenGone: () => Promise<void>,
): Documents {
  const pathOf = ({ kind, key }: Place) =>
    `/${alias}/_doc/${encodeURIComponent(key === '' ? kind : `${kind}-${key}`)}`;

  /** What is answered where the index is there: that there is no such document is an answer, too. */
  async function there(request: ClusterRequest): Promise<ClusterAnswer> {
    const answer = await send(request);
    if (answer.status !== 404 || field(answer.body, 'found') === false) return answer;
    await whenGone();
    throw new OutOfReachError(`${alias} was away for a moment.`);
  }

  async function get(place: Place): Promise<Written | null> {
    const { status, body } = await there({ method: 'GET', path: pathOf(place), expected: [404] });
    if (status === 404) return null;
    return {
      value: field(body, '_source', 'value') ?? null,
      writing: field(body, '_source', 'writing'),
      number: Number(field(body, '_seq_no')),
      term: Number(field(body, '_primary_term')),
    };
  }

  /** Writes, or deletes, unless somebody has since `before`. Gives the status: 409 where somebody has, 404 where there is no index. */
  async function put(place: Place, before: Written | null, value: unknown, writing: number): Promise<number> {
    const condition = before ? `if_seq_no=${before.number}&if_primary_term=${before.term}` : 'op_type=create';
    // Whoever searches next is to find it.
    const path = `${pathOf(place)}?${condition}${isSearched(place.kind) ? '&refresh=true' : ''}`;
    const expected = [404, 409];
    const { status } = await send(
      value === null
        ? { method: 'DELETE', path, expected }
        : {
            method: 'PUT',
            path: `${path}&require_alias=true`,
            body: { ...place, writing, value },
            expected,
          },
    );
    return status;
  }

  async function search(body: object): Promise<unknown> {
    const { body: answer } = await there({
      method: 'POST',
      // A part that does not answer must not count as empty.
      path: `/${alias}/_search?allow_partial_search_results=false`,
      body,
      expected: [404],
    });
    return answer;
  }

  async function change<T>(
    place: Place,
    work: (before: unknown) => Change<T> | Promise<Change<T>>,
  ): Promise<T> {
    const writing = randomInt(WRITINGS);
    let last: Change<T> | undefined;
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const before = await get(place);
      // It was written, and only the answer was lost.
      if (last && (before ? before.writing === writing : last.after === null)) return last.result;
      const value = before?.value ?? null;
      last = await work(value);
      if (last.after === value) return last.result;
      const status = await put(place, before, last.after, writing);
      if (status < 300) return last.result;
      if (status === 404 && last.after !== null) await whenGone();
      await sleep(Math.random() * LONGEST_PAUSE_MS * tries);
    }
    throw new OutOfReachError('What is to be changed in OpenSearch is changed by others all the time.');
  }

  return {
    read: async (place) => (await get(place))?.value ?? null,
    change,
    async all(kind) {
      const found: { key: string; value: unknown }[] = [];
      let writings = 0;
      for (let after = '', more = true; more; ) {
        const body = await search({
          size: PAGE,
          track_total_hits: false,
          query: { term: { kind } },
          sort: [{ key: 'asc' }],
          search_after: [after],
        });
        const hits = list(body, 'hits', 'hits').map((hit) => field(hit, '_source'));
        for (const source of hits) {
          after = String(field(source, 'key'));
          writings += Number(field(source, 'writing'));
          found.push({ key: after, value: field(source, 'value') });
        }
        more = hits.length === PAGE;
      }
      return { found, writings };
    },
    async count(kind) {
      const body = await search({
        size: 0,
        track_total_hits: true,
        query: { term: { kind } },
        aggs: { writings: { sum: { field: 'writing' } } },
      });
      return {
        documents: Number(field(body, 'hits', 'total', 'value') ?? 0),
        writings: Number(field(body, 'aggregations', 'writings', 'value') ?? 0),
      };
    },
    async clear(kind) {
      await send({ method: 'POST', path: `/${alias}/_refresh`, expected: [404] });
      await send({
        method: 'POST',
        path: `/${alias}/_delete_by_query?conflicts=proceed`,
        body: { query: { term: { kind } } },
        expected: [404],
      });
    },
  };
}
