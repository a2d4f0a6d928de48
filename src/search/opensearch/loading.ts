import { setTimeout as sleep } from 'node:timers/promises';
import { OutOfReachError } from '../out-of-reach.js';
import { type Cluster, field, list } from './cluster.js';

export type NewDocument = { id: string; document: object };

// What OpenSearch's makers advise is 5 to 15 MB; these are small, and a refused one is sent again whole.
const MOST_DOCUMENTS = 5000;
// One is read while the other is written.
const MOST_AT_ONCE = 2;
const MOST_TRIES = 12;

export type Loader = {
  /** Takes a document; waits while the cluster is busy with those before. @throws {OutOfReachError} */
  add(document: NewDocument): Promise<void>;
  /** Resolves when all are written. @throws {OutOfReachError} */
  flush(): Promise<void>;
};

/** Writes documents into an index, as fast as the cluster takes them. */
export function createLoader(cluster: Cluster, index: string): Loader {
  let waiting: NewDocument[] = [];
  const sending = new Set<Promise<void>>();
  let failed: unknown;

  async function send(): Promise<void> {
    const documents = waiting;
    waiting = [];
    if (documents.length === 0) return;
    while (sending.size >= MOST_AT_ONCE) await Promise.race(sending);
    const sent: Promise<void> = write(cluster, index, documents)
      .catch((error: unknown) => {
        failed ??= error;
      })
      .finally(() => sending.delete(sent));
    sending.add(sent);
  }

  return {
    async add(document) {
      if (failed) throw failed;
      if (waiting.push(document) >= MOST_DOCUMENTS) await send();
    },
    async flush() {
      await send();
      await Promise.all(sending);
      if (failed) throw failed;
    },
  };
}

/** Writes all of them: those that the cluster was too busy for again, after a while. Writing one twice changes nothing. */
async function write(cluster: Cluster, index: string, documents: readonly NewDocument[]): Promise<void> {
  let left = documents;
  for (let tries = 1; left.length > 0; tries++) {
    const { body } = await cluster.send({
      method: 'POST',
      path: `/${index}/_bulk?filter_path=errors,items.*.status,items.*.error`,
      lines: left.flatMap(({ id, document }) => [{ index: { _id: id } }, document]),
    });
    if (field(body, 'errors') !== true) return;
    const items = list(body, 'items').map((item) => field(item, 'index'));
    const refused = left.filter((_, at) => Number(field(items[at], 'status')) >= 300);
    const wrong = items.find((item) => Number(field(item, 'status')) >= 300 && !isPassing(item));
    if (wrong || tries === MOST_TRIES)
      throw new OutOfReachError(
        `OpenSearch does not take passages: ${field(wrong, 'error', 'reason') ?? 'it is too busy'}. An index is read-only when a disk is nearly full.`,
      );
    left = refused;
    await sleep(Math.min(100 * 2 ** tries, 10_000));
  }
}

/** Whether a document was refused only for now. A full disk has the status of a busy node. */
function isPassing(item: unknown): boolean {
  const status = Number(field(item, 'status'));
  return (status === 429 || status === 503) && field(item, 'error', 'type') !== 'cluster_block_exception';
}
