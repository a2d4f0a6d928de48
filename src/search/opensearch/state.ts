import { setTimeout as sleep } from 'node:timers/promises';
import { OutOfReachError } from '../out-of-reach.js';
import type { ArticleRows } from '../rows.js';
import { type Cluster, field, list } from './cluster.js';

const INDEX = 'cuttings-state';

/** How long one who holds the lease may be silent before another takes it, and how often they say that they are there. */
const SILENT_FOR_MS = 15_000;
const SAY_EVERY_MS = 3000;
const LOOK_EVERY_MS = 250;

/** The rows of an article's passages. */
type Rows = Omit<ArticleRows, 'key'>;

/** What is current of one archive: one document, so that it changes all at once. */
export type State = {
  /** The code that wrote the index; another's terms may be others. */
  code: string;
  /** The index of the current generation; null before the first one. */
  index: string | null;
  /** The current generation, and the last that was begun. */
  generation: number;
  begun: number;
  /** Rows of the articles that are still in the index, but no longer in the current generation. */
  retired: readonly Rows[];
  /** When the current generation became so, in milliseconds since 1970. */
  since: number;
  /** Who writes the next generation; null for nobody. */
  holder: string | null;
};

const NOTHING: State = {
  code: '',
  index: null,
  generation: 0,
  begun: 0,
  retired: [],
  since: 0,
  holder: null,
};

/** The state, and which writing of it this is: only who knows the last one may write the next. */
type Written = { state: State; version: { term: number; number: number } | null };

/** The right to write the next generation, which one process has at a time. */
export type Lease = {
  /** As it was when the lease was taken. */
  state: State;
  /** The number of the generation that may be written. */
  generation: number;
  /** Makes `next` the state and ends the lease. @throws {OutOfReachError} where it was lost, and nothing has changed */
  commit(next: Omit<State, 'begun' | 'holder'>): Promise<void>;
  /** Ends the lease and leaves the state. Never throws. */
  release(): Promise<void>;
  /** Is silent from now on, as if the process had ended. */
  forget(): void;
};

export async function readState(cluster: Cluster, archive: string): Promise<State> {
  return (await read(cluster, archive)).state;
}

async function read(cluster: Cluster, archive: string): Promise<Written> {
  const { status, body } = await cluster.send({
    method: 'GET',
    path: `/${INDEX}/_doc/${archive}`,
    expected: [404],
  });
  if (status === 404) return { state: NOTHING, version: null };
  const found = (name: string) => field(body, '_source', name);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    state: {
      code: text(found('code')) ?? '',
      index: text(found('index')),
      generation: Number(found('generation')),
      begun: Number(found('begun')),
      retired: list(body, '_source', 'retired').map((rows) => ({
        first: Number(field(rows, 'first')),
        passages: Number(field(rows, 'passages')),
      })),
      since: Number(found('since')),
      holder: text(found('holder')),
    },
    version: { term: Number(field(body, '_primary_term')), number: Number(field(body, '_seq_no')) },
  };
}

/** Writes the state if nobody has since `version`. Undefined where somebody has. */
async function write(
  cluster: Cluster,
  archive: string,
  { state, version }: Written,
): Promise<Written | undefined> {
  const condition = version
    ? `if_seq_no=${version.number}&if_primary_term=${version.term}`
    : 'op_type=create';
  const { status, body } = await cluster.send({
    method: 'PUT',
    path: `/${INDEX}/_doc/${archive}?${condition}`,
    body: state,
    expected: [409],
  });
  if (status === 409) return undefined;
  return {
    state,
    version: { term: Number(field(body, '_primary_term')), number: Number(field(body, '_seq_no')) },
  };
}

/** Waits until nobody else holds the lease, or whoever does has been silent for long, and takes it. */
export async function takeLease(cluster: Cluster, archive: string, holder: string): Promise<Lease> {
  await cluster.send({
    method: 'PUT',
    path: `/${INDEX}`,
    body: {
      settings: { number_of_shards: 1, auto_expand_replicas: '0-2' },
      mappings: { dynamic: false },
    },
    // It is there already.
    expected: [400],
  });
  let seen = '';
  // By this clock alone: the others' may be wrong.
  let since = performance.now();
  for (;;) {
    const found = await read(cluster, archive);
    const writing = JSON.stringify(found.version);
    if (writing !== seen) since = performance.now();
    seen = writing;
    const isFree = found.state.holder === null || performance.now() - since > SILENT_FOR_MS;
    const taken =
      isFree &&
      (await write(cluster, archive, {
        state: { ...found.state, begun: found.state.begun + 1, holder },
        version: found.version,
      }));
    if (taken) return held(cluster, archive, taken);
    await sleep(LOOK_EVERY_MS);
  }
}

function held(cluster: Cluster, archive: string, taken: Written): Lease {
  const { state } = taken;
  let last: Written | undefined = taken;
  let writing: Promise<unknown> = Promise.resolve();

  /** Writes after all that was written before; where an answer was lost, finds out whether it was written. */
  function put(next: State): Promise<boolean> {
    const done = writing.then(async () => {
      for (let tries = 0; last && tries < 2; tries++) {
        const written = await write(cluster, archive, { state: next, version: last.version });
        // Where somebody wrote before, it was this process and the answer was lost, or another that took over.
        const now = written ?? (await read(cluster, archive));
        const isOurs = now.state.begun === state.begun && now.state.holder === state.holder;
        const isThere = now.state.begun === next.begun && now.state.holder === next.holder;
        last = isOurs || isThere ? now : undefined;
        if (isThere && now.state.generation === next.generation) return true;
      }
      return false;
    });
    writing = done.catch(() => {});
    return done;
  }

  const beat = setInterval(() => void put(state).catch(() => {}), SAY_EVERY_MS);
  beat.unref();
  const forget = () => clearInterval(beat);
  return {
    state,
    generation: state.begun,
    forget,
    async commit(next) {
      forget();
      if (!(await put({ ...next, begun: state.begun, holder: null })))
        throw new OutOfReachError(
          'Another process has taken over writing the index in OpenSearch, since this one was silent for too long.',
        );
    },
    async release() {
      forget();
      await put({ ...state, holder: null }).catch(() => {});
    },
  };
}
