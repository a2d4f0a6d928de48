import { join } from 'node:path';
import type { OpenSearchSettings } from '../../search/opensearch/cluster.js';
import { readContents } from '../contents.js';
import { incomingFiles } from '../incoming.js';
import type { State, StateOptions } from '../state.js';
import { damagedBeside, FILE_NAME } from '../store.js';
import { sharedFollows } from './follows.js';
import { sharedGaps } from './gaps.js';
import { sharedServers } from './servers.js';
import { openSharedStore } from './store.js';
import { takeOver } from './take-over.js';

export type SharedStateOptions = StateOptions & {
  cluster: OpenSearchSettings;
  /** Bots that share a state have the same: lower-case letters, digits and `-`. */
  name: string;
  /** The folder of this machine alone: files that wait lie there, and perhaps a state file that is to be taken over. */
  folder: string;
};

/**
 * Opens the state of a name in a cluster, for which it waits for a while. Never throws. Where the cluster cannot be used what was
 * read of it holds, or where nothing ever was servers are shown nothing; changes are refused, and it is tried again every few seconds.
 */
export async function openSharedState({
  cluster,
  name,
  folder,
  keepQuestions = false,
  onEvent = () => {},
}: SharedStateOptions): Promise<State> {
  const servers = sharedServers(() => store, onEvent);
  const store = openSharedStore({
    cluster,
    name,
    async onOpen(documents) {
      const taken = await takeOver(documents, () => readContents(folder));
      if (taken)
        onEvent({
          kind: 'taken-over',
          file: taken.file,
          servers: taken.servers.length,
          follows: taken.follows.length,
        });
      // Whoever turns this off wants them gone.
      if (!keepQuestions) await documents.clear('gaps');
      await servers.load(documents);
    },
    onLook: servers.load,
    onEvent,
  });
  await store.look();
  return {
    folder,
    servers,
    gaps: sharedGaps(() => store, keepQuestions),
    follows: sharedFollows(() => store),
    incoming: incomingFiles(folder),
    isShut: store.isUnread,
    async health() {
      await store.look();
      const unusable = store.trouble()?.code ?? null;
      // In a cluster only a file that is to be taken over can be damaged.
      return unusable === 'damaged'
        ? {
            unusable: 'not-taken-over',
            movedAside: damagedBeside(join(folder, FILE_NAME)) ?? [],
            unread: store.isUnread(),
          }
        : { unusable, movedAside: [], unread: store.isUnread() };
    },
    close: store.close,
  };
}
