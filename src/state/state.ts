import type { StateError } from './errors.js';
import { type Follows, followedThings } from './follows.js';
import { type Gaps, questionGaps } from './gaps.js';
import { incomingFiles } from './incoming.js';
import { type Servers, serverSettings } from './servers.js';
import { openStore, type StoreEvent } from './store.js';

/** What the bot remembers beside its articles, in a file or in a cluster. */
export type State = {
  /** Where files that wait lie, and those that were taken out; and the state file. */
  folder: string;
  servers: Servers;
  gaps: Gaps;
  follows: Follows;
  /** Files that wait to be confirmed. */
  incoming: ReturnType<typeof incomingFiles>;
  /** Whether it was never read, because it cannot be: every server is shown nothing. Quick; never throws. */
  isShut(): boolean;
  /** What an admin should know of it as it is now. Never throws. */
  health(): Promise<StateHealth>;
  close(): Promise<void>;
};

export type StateHealth = {
  /** Why it cannot be used; null where it can. `not-taken-over`: a state file that is to be taken over into the cluster is damaged. */
  unusable: StateError['code'] | 'not-taken-over' | null;
  /** Damaged files that were moved aside and still lie there. */
  movedAside: readonly string[];
  /** Whether servers may have settings that were never read: those that none are known of are shown nothing. */
  unread: boolean;
};

export type StateOptions = {
  /** Whether questions that get no answer are kept, without who asked. Default: no. */
  keepQuestions?: boolean;
  onEvent?: (event: StoreEvent) => void;
};

/**
 * Opens the state file in `folder`. Never throws. Where no file was ever made all is as by default; where there is one that cannot be read, servers
 * are shown nothing, and changes are refused.
 */
export function openState(
  folder: string,
  { keepQuestions = false, onEvent = () => {} }: StateOptions = {},
): State {
  const servers = serverSettings(() => store, onEvent);
  const gaps = questionGaps(() => store, keepQuestions);
  const store = openStore({
    folder,
    onOpen(db) {
      servers.load(db);
      // Whoever turns this off wants them gone. Where there are none, a file that cannot be written can still be read.
      if (!keepQuestions && db.prepare('SELECT 1 FROM gaps').get()) db.exec('DELETE FROM gaps');
    },
    onChanged: servers.load,
    onEvent,
  });
  store.tryOpen();
  return {
    folder,
    servers,
    gaps,
    follows: followedThings(() => store),
    incoming: incomingFiles(folder),
    isShut() {
      store.tryOpen();
      return store.isUnread();
    },
    async health() {
      try {
        store.read(servers.load);
      } catch {
        // It is told below.
      }
      return {
        unusable: store.trouble()?.code ?? null,
        movedAside: store.movedAside(),
        unread: store.mayHoldMore(),
      };
    },
    close: async () => store.close(),
  };
}
