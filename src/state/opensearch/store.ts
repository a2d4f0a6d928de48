import { randomUUID } from 'node:crypto';
import { createBreaker } from '../../search/breaker.js';
import {
  type Cluster,
  checkVersion,
  connect,
  field,
  type OpenSearchSettings,
} from '../../search/opensearch/cluster.js';
import { OutOfReachError } from '../../search/out-of-reach.js';
import { asStateError, StateError } from '../errors.js';
import type { StoreEvent } from '../store.js';
import { type Documents, documentsBehind } from './documents.js';
import { aliasOf, indexOfMemory, VERSION } from './mapping.js';

/**
 * A state in a cluster. Opened by itself, and looked at every few seconds. Where the index is gone that it was read from, none is made in its
 * place until the next start: what is known of it in memory is worth more.
 */
export type SharedStore = {
  /** @throws {StateError} */
  use<T>(work: (documents: Documents) => Promise<T>): Promise<T>;
  /** Looks whether it is there and what is new in it. Throws nothing but a defect. */
  look(): Promise<void>;
  /** Why it cannot be used; null where it can. */
  trouble(): StateError | null;
  /** Whether it was never read. */
  isUnread(): boolean;
  close(): Promise<void>;
};

const LOOK_EVERY_MS = 3000;
/** For somebody who waits: a node that does not answer in time is left for another. */
const PATIENCE = { once: 3000, all: 10_000 };
/** At a start: as long as the archive waits for the cluster. */
const PATIENCE_AT_START = { once: 5000, all: 20_000 };
const BREAKER = { failures: 3, rest: 5000 };

/**
 * The state of this name in a cluster, which is made where it is missing. `onOpen` readies it, each time it is found or made; `onLook`
 * reads what is new.
 */
export function openSharedStore({
  cluster: settings,
  name,
  onOpen,
  onLook,
  onEvent,
}: {
  cluster: OpenSearchSettings;
  name: string;
  onOpen: (documents: Documents) => Promise<void>;
  onLook: (documents: Documents) => Promise<void>;
  onEvent: (event: StoreEvent) => void;
}): SharedStore {
  const alias = aliasOf(name);
  const breaker = createBreaker(BREAKER, () => performance.now());
  let connected: Promise<Cluster> | undefined;
  let opening: Promise<void> | undefined;
  let isOpen = false;
  let wasOpen = false;
  // Of the index that was read.
  let id: unknown;
  let closed = false;
  let trouble: StateError | null = null;

  const send: Cluster['send'] = (request) =>
    breaker(async () => {
      if (closed) throw new OutOfReachError('It is closed.');
      connected ??= connect(settings);
      const cluster = await connected.catch((error: unknown) => {
        connected = undefined;
        throw error;
      });
      return cluster.send({ patience: wasOpen ? PATIENCE : PATIENCE_AT_START, ...request });
    });
  const documents = documentsBehind(alias, send, reopen);

  function note(error: StateError | null): void {
    if (closed || error?.code === trouble?.code) return;
    // First: whoever is told may use it at once.
    trouble = error;
    onEvent(error ? { kind: 'unusable', error, unread: !wasOpen } : { kind: 'usable' });
  }

  /** The version and the id of what is there; null where nothing is. */
  async function found(): Promise<{ version: unknown; id: unknown } | null> {
    const { status, body } = await send({
      method: 'GET',
      path: `/${alias}/_mapping`,
      expected: [404],
    });
    if (status === 404) return null;
    const [index] = Object.values(typeof body === 'object' && body !== null ? body : {});
    return {
      version: field(index, 'mappings', '_meta', 'version'),
      id: field(index, 'mappings', '_meta', 'id'),
    };
  }

  const gone = (how: string) =>
    new StateError(
      'gone',
      `${alias} ${how}; restore it from a snapshot, or restart the bots, for which nothing is kept then`,
    );

  async function open(): Promise<void> {
    await checkVersion({ send });
    let there = await found();
    if (!there) {
      if (wasOpen) throw gone('is not there any more');
      // Another process may have made it meanwhile.
      const body = indexOfMemory(randomUUID());
      await send({ method: 'PUT', path: `/${alias}-${VERSION}`, body, expected: [400] });
      const add = { index: `${alias}-${VERSION}`, alias };
      await send({ method: 'POST', path: '/_aliases', body: { actions: [{ add }] } });
      there = await found();
    }
    if (!there) throw new OutOfReachError(`${alias} was deleted.`);
    if (there.version !== VERSION)
      throw new StateError(
        'newer',
        `${alias} has version ${there.version} and this program knows ${VERSION}; start the version that wrote it, or give SHARED_STATE another name`,
      );
    if (wasOpen && there.id !== id) throw gone('is another index now');
    // Deleted so soon again, it is not made from in here.
    await onOpen(
      documentsBehind(alias, send, () => Promise.reject(new OutOfReachError(`${alias} was deleted.`))),
    );
    isOpen = true;
    wasOpen = true;
    id = there.id;
  }

  /** Opens it once, however many ask. */
  function reopen(): Promise<void> {
    isOpen = false;
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  const use: SharedStore['use'] = async (work) => {
    if (closed) throw new StateError('unreachable', 'it is closed');
    try {
      if (!isOpen) await reopen();
      const result = await work(documents);
      note(null);
      return result;
    } catch (error) {
      // Any other is a defect of ours, and no trouble with the cluster.
      if (!(error instanceof OutOfReachError || error instanceof StateError)) throw error;
      const named = asStateError(error);
      note(named);
      throw named;
    }
  };

  let looking: Promise<void> | undefined;
  function look(): Promise<void> {
    looking ??= use(async (documents) => {
      // It may have been deleted, or brought to another version.
      const there = await found();
      if (there?.version !== VERSION || there.id !== id) await reopen();
      await onLook(documents);
    })
      .catch((error: unknown) => {
        // Trouble has been told.
        if (!(error instanceof StateError)) throw error;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return {
    use,
    look,
    trouble: () => trouble,
    isUnread: () => !wasOpen,
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      await (await connected?.catch(() => undefined))?.close();
    },
  };
}
