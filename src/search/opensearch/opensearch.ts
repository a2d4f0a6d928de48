import { randomUUID } from 'node:crypto';
import type { ArticleRows } from '../rows.js';
import type { NextGeneration, StoredIndex } from '../stored-index.js';
import { articlesOf, type Batch, documentOf, ROWS_PER_GENERATION, readBatches } from './articles.js';
import { type Cluster, checkVersion, connect, type OpenSearchSettings } from './cluster.js';
import { createLoader } from './loading.js';
import { COPIES, TEMPLATE, template } from './mapping.js';
import { openSearchEngine } from './propose.js';
import { type Lease, readState, type State, takeLease } from './state.js';

/** Whoever reads the generation before has this long to come over to the next, before what that removed is deleted. */
const GRACE_MS = 15 * 60_000;

export type OpenSearchOptions = {
  cluster: OpenSearchSettings;
  /** Names the archive among those in the cluster: lower-case letters, digits and `-`. */
  archive: string;
  /** The version of the code, whose indexes no other reads. */
  code: string;
  /** Default a quarter of an hour. */
  grace?: number;
};

/**
 * An index in an OpenSearch cluster. A generation is complete when the archive's one document of state names it: until then what was
 * written has rows that nobody knows. Rows that are known stay for some time after they are removed, for those who still read them.
 * @throws {OutOfReachError} where the cluster cannot be reached, refuses the credentials, or is none that is known to serve
 */
export async function openOpenSearchIndex(options: OpenSearchOptions): Promise<StoredIndex> {
  const { archive, code } = options;
  const cluster = await connect(options.cluster);
  const leases = new Set<Lease>();
  // The generation that was read or written last.
  let known: Known | undefined;

  async function current(): Promise<Known> {
    const found = await readState(cluster, archive);
    const state = found.code === code ? found : { ...found, index: null };
    if (!known || known.state.generation !== state.generation || known.state.index !== state.index)
      known = { state, batches: await readBatches(cluster, state) };
    return known;
  }

  try {
    await checkVersion(cluster);
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return {
    name: 'opensearch',
    async keys() {
      const { state, batches } = await current();
      return new Set(articlesOf(batches, state.retired).map(({ key }) => key));
    },
    async begin() {
      const lease = await takeLease(cluster, archive, randomUUID());
      leases.add(lease);
      try {
        const { batches } = await current();
        const place = await indexToWrite(cluster, options, lease.state, batches);
        return nextGeneration(cluster, { ...place, code, lease }, (now) => {
          known = now;
        });
      } catch (error) {
        await lease.release();
        throw error;
      }
    },
    async engine(table, keys) {
      // What this process last saw or wrote, also where another has written since: those rows stay for a while.
      const { state, batches } = known ?? (await current());
      return openSearchEngine(await connect(options.cluster), {
        index: state.index,
        articles: articlesOf(batches, state.retired),
        table,
        keys,
      });
    },
    async close() {
      for (const lease of leases) lease.forget();
      await cluster.close();
    },
  };
}

/** The current index without what others left in it, or a new one; those that nobody reads any longer are deleted. */
async function indexToWrite(
  cluster: Cluster,
  { archive, code, grace = GRACE_MS }: OpenSearchOptions,
  { index, generation, begun, retired, since, ...state }: State,
  batches: readonly Batch[],
): Promise<Pick<Writing, 'index' | 'isNew' | 'retired' | 'batches'>> {
  const isPast = Date.now() - since > grace;
  const prefix = `${TEMPLATE}-${archive}-`;
  const { body } = await cluster.send({
    method: 'GET',
    path: `/${prefix}*/_settings/index.uuid?expand_wildcards=all`,
  });
  const ours = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  for (const name of ours) {
    const written = Number(name.slice(prefix.length));
    // One that was begun after the current generation was never completed; one before it was replaced by it.
    if (name !== index && (isPast || written > generation))
      await cluster.send({ method: 'DELETE', path: `/${name}`, expected: [404] });
  }
  if (index !== null && state.code === code && ours.includes(index)) {
    // What was begun after the current generation was never completed.
    await deleteRows(cluster, index, [{ gte: (generation + 1) * ROWS_PER_GENERATION }]);
    if (!isPast) return { index, isNew: false, retired, batches };
    const left = await withoutRetired(cluster, index, retired, batches);
    return { index, isNew: false, retired: [], batches: left };
  }
  await cluster.send({ method: 'PUT', path: `/_index_template/${TEMPLATE}`, body: template });
  const name = `${prefix}${begun}`;
  await cluster.send({ method: 'PUT', path: `/${name}?wait_for_active_shards=1`, expected: [400] });
  return { index: name, isNew: true, retired: [], batches: [] };
}

/** Deletes rows that nobody reads any longer, and gives the batches without them. */
async function withoutRetired(
  cluster: Cluster,
  index: string,
  retired: State['retired'],
  batches: readonly Batch[],
): Promise<Batch[]> {
  if (retired.length === 0) return [...batches];
  const loader = createLoader(cluster, index);
  const kept: Batch[] = [];
  const emptied: number[] = [];
  for (const batch of batches) {
    const articles = articlesOf([batch], retired);
    if (articles.length === 0) emptied.push(batch.row);
    else kept.push({ row: batch.row, articles });
    if (articles.length > 0 && articles.length < batch.articles.length)
      await loader.add(documentOf({ row: batch.row, articles }));
  }
  await loader.flush();
  await deleteRows(cluster, index, [
    ...emptied.map((row) => ({ gte: row, lt: row + 1 })),
    ...retired.map(({ first, passages }) => ({ gte: first, lt: first + passages })),
  ]);
  return kept;
}

const MOST_RANGES = 500;

async function deleteRows(
  cluster: Cluster,
  index: string,
  ranges: readonly { gte: number; lt?: number }[],
): Promise<void> {
  for (let at = 0; at < ranges.length; at += MOST_RANGES)
    await cluster.send({
      method: 'POST',
      path: `/${index}/_delete_by_query?conflicts=proceed&refresh=true`,
      body: {
        query: {
          bool: { should: ranges.slice(at, at + MOST_RANGES).map((range) => ({ range: { row: range } })) },
        },
      },
      patience: { once: 600_000, all: 600_000 },
    });
}

/** Makes copies of a new index on other nodes, and waits for them. */
async function makeCopies(cluster: Cluster, index: string): Promise<void> {
  // From files that are complete they are copied; otherwise each would be indexed once more from the log of what was written.
  await cluster.send({ method: 'POST', path: `/${index}/_flush` });
  await cluster.send({ method: 'PUT', path: `/${index}/_settings`, body: COPIES });
  await cluster.send({
    method: 'GET',
    path: `/_cluster/health/${index}?wait_for_no_initializing_shards=true&timeout=50s`,
    // Not all are there yet, and it can answer.
    expected: [408],
  });
}

/** A generation, and what is written of it and of those before; its articles are those that it has not retired. */
type Known = { state: State; batches: readonly Batch[] };

type Writing = {
  index: string;
  /** Whether no generation was ever complete in it. */
  isNew: boolean;
  code: string;
  lease: Lease;
  /** What is in the index. */
  batches: readonly Batch[];
  /** What of that is not in the current generation. */
  retired: State['retired'];
};

function nextGeneration(
  cluster: Cluster,
  { index, isNew, code, lease, batches, retired }: Writing,
  onCommitted: (now: Known) => void,
): NextGeneration {
  const loader = createLoader(cluster, index);
  const added: Batch[] = [];
  const removed = new Set<string>();
  let next = lease.generation * ROWS_PER_GENERATION;
  return {
    async remove(keys) {
      for (const key of keys) removed.add(key);
    },
    async add(written) {
      if (written.length === 0) return;
      const row = next;
      const articles: ArticleRows[] = [];
      for (const { key, passages } of written) {
        // A row is left out before each, so that one without passages has a place of its own too.
        const first = next + 1;
        articles.push({ key, first, passages: passages.length });
        for (const [at, terms] of passages.entries())
          await loader.add({ id: `${first + at}`, document: { row: first + at, terms: terms.join(' ') } });
        next = first + passages.length;
      }
      const batch = { row, articles };
      added.push(batch);
      await loader.add(documentOf(batch));
    },
    async commit() {
      await loader.flush();
      await cluster.send({ method: 'POST', path: `/${index}/_refresh` });
      if (isNew) await makeCopies(cluster, index);
      const gone = articlesOf(batches, retired).filter(({ key }) => removed.has(key));
      const state = {
        code,
        index,
        generation: lease.generation,
        retired: [...retired, ...gone.map(({ first, passages }) => ({ first, passages }))],
        since: Date.now(),
      };
      await lease.commit(state);
      onCommitted({
        state: { ...state, begun: lease.generation, holder: null },
        batches: [...batches, ...added],
      });
    },
    async abandon() {
      // What is on its way is waited for, so that the next one finds all that there is to clean.
      await loader.flush().catch(() => {});
      await lease.release();
    },
  };
}
