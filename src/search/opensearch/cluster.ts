import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutOfReachError } from '../out-of-reach.js';

/** Where a cluster is and who asks. */
export type OpenSearchSettings = {
  /** Addresses of its nodes; while one of them answers the cluster is in reach. */
  nodes: readonly string[];
  username?: string | undefined;
  password?: string | undefined;
  /** Instead of a name and a password. */
  apiKey?: string | undefined;
  /** A file of the certificates (PEM) that those of the nodes are signed with. */
  ca?: string | undefined;
};

export type ClusterRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
  /** Lines of a bulk request, instead of a body. */
  lines?: readonly object[];
  /** Statuses that are an answer, not an error. */
  expected?: readonly number[];
  /** Milliseconds that one attempt may take, and all of them together. */
  patience?: { once: number; all: number };
};

export type ClusterAnswer = { status: number; body: unknown };

/** A cluster of several nodes, asked as one. */
export type Cluster = {
  /**
   * Asks one node after another, and again after a while, as long as the failure is one that passes.
   * @throws {OutOfReachError}
   */
  send(request: ClusterRequest): Promise<ClusterAnswer>;
  /** Ends at once: what is under way is out of reach, and so is all that is asked later. */
  close(): Promise<void>;
};

/** For writing and for what is done once: a cluster may take its time. */
const PATIENT = { once: 60_000, all: 120_000 };

// Until a cluster has chosen another leader and other copies, it may be without an answer.
const PASSING: ReadonlySet<unknown> = new Set([429, 502, 503, 504]);
const FIRST_PAUSE_MS = 50;

/**
 * The client for a cluster; nothing is asked of it yet.
 * @throws {OutOfReachError} where the file of certificates cannot be read, or an address means nothing
 */
export async function connect({
  nodes,
  username,
  password,
  apiKey,
  ca,
}: OpenSearchSettings): Promise<Cluster> {
  // Loaded only here: who keeps the index on this machine needs no client.
  const { Client } = await import('@opensearch-project/opensearch');
  const client = new Client({
    nodes: [...nodes],
    ...(username !== undefined && { auth: { username, password: password ?? '' } }),
    ...(apiKey !== undefined && { headers: { authorization: `ApiKey ${apiKey}` } }),
    ...(ca !== undefined && { ssl: { ca: await certificates(ca) } }),
    // Every other node once, so that a lost one is not noticed.
    maxRetries: Math.max(1, nodes.length - 1),
    nodeSelector: 'round-robin',
  });
  const underWay = new Set<ReturnType<typeof client.transport.request>>();
  const closing = new AbortController();
  return {
    async send({ method, path, body, lines, expected = [], patience = PATIENT }) {
      const end = performance.now() + patience.all;
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, 5000)) {
        if (closing.signal.aborted) throw new OutOfReachError('It is closed.');
        const request = client.transport.request(
          { method, path, ...(body && { body }), ...(lines && { bulkBody: [...lines] }) },
          { requestTimeout: patience.once, ignore: [...expected] },
        );
        underWay.add(request);
        try {
          const { statusCode, body: answer } = await request;
          return { status: statusCode ?? 0, body: answer };
        } catch (error) {
          if (!isPassing(error) || performance.now() + pause > end) throw new OutOfReachError(whyNot(error));
        } finally {
          underWay.delete(request);
        }
        await sleep(pause, undefined, closing).catch(() => {});
      }
    },
    async close() {
      closing.abort();
      for (const request of underWay) request.abort();
      // The client would look only every second whether they have ended.
      await Promise.allSettled(underWay);
      await client.close();
    },
  };
}

async function certificates(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OutOfReachError(`The certificates that OPENSEARCH_CA names cannot be read: ${why}`);
  }
}

const statusOf = (error: unknown): unknown =>
  error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;

function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return PASSING.has(status);
  return (
    error instanceof Error && /^(?:ConnectionError|TimeoutError|NoLivingConnectionsError)$/.test(error.name)
  );
}

/** Only the message is taken: the rest of a client's error holds what was sent, with its credentials. */
function whyNot(error: unknown): string {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (status === 401)
    return 'OpenSearch refused the credentials. Correct OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD, or OPENSEARCH_API_KEY.';
  if (status === 403)
    return `OpenSearch forbids this (${message}). Either the user lacks a right, or the index is read-only, as it is made when a disk is nearly full.`;
  if (status === 503 && message.includes('search_phase_execution_exception'))
    return 'OpenSearch has lost a part of the index: see its own log, and bring its nodes back.';
  if (status !== undefined) return `OpenSearch answers with status ${status}: ${message}.`;
  return `OpenSearch cannot be reached: ${message}. See that it runs and that OPENSEARCH_URLS and OPENSEARCH_CA are right.`;
}

/** What is looked for in the answers of a cluster, which others may change. */
export function field(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, name);
  }
  return at;
}

/** The list at that place; an empty one where there is none. */
export function list(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** @throws {OutOfReachError} where what answers is no OpenSearch that is known to serve */
export async function checkVersion(cluster: Pick<Cluster, 'send'>): Promise<void> {
  const { body } = await cluster.send({ method: 'GET', path: '/', patience: { once: 5000, all: 20_000 } });
  const number = String(field(body, 'version', 'number') ?? 'unknown');
  const distribution = String(field(body, 'version', 'distribution') ?? 'no OpenSearch');
  if (distribution === 'opensearch' && /^[23]\./.test(number)) return;
  throw new OutOfReachError(
    `OPENSEARCH_URLS leads to ${distribution} ${number}, and only OpenSearch 2 and 3 will do. Give it the address of such a cluster.`,
  );
}
