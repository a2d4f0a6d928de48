import type { StateError } from './errors.js';
import { followedThings } from './follows.js';
import { questionGaps } from './gaps.js';
import { incomingFiles } from './incoming.js';
import { serverSettings } from './servers.js';
import { openStore, type StoreEvent } from './store.js';

/** What the bot remembers beside its articles. What cannot be read counts as not there. */
export type State = {
  /** Where it lies. */
  folder: string;
  servers: Pick<ReturnType<typeof serverSettings>, 'of' | 'update'>;
  gaps: ReturnType<typeof questionGaps>;
  follows: ReturnType<typeof followedThings>;
  /** Files that wait to be confirmed. */
  incoming: ReturnType<typeof incomingFiles>;
  /** What an admin should know of the state file as it is now. Never throws. */
  health(): StateHealth;
  close(): void;
};

export type StateHealth = {
  /** Why the file cannot be used; null where it can. */
  unusable: StateError['code'] | null;
  /** Where damaged files were moved since the start. */
  movedAside: string[];
};

export type StateOptions = {
  /** Whether questions that get no answer are kept, without who asked. Default: no. */
  keepQuestions?: boolean;
  onEvent?: (event: StoreEvent) => void;
};

/** Opens the state in `folder`. Never throws: where the file cannot be used, everything is as by default, and changes are refused. */
export function openState(
  folder: string,
  { keepQuestions = false, onEvent = () => {} }: StateOptions = {},
): State {
  const movedTo: string[] = [];
  const servers = serverSettings(() => store);
  const gaps = questionGaps(() => store, keepQuestions);
  const store = openStore({
    folder,
    onOpen(db) {
      servers.load(db);
      // Whoever turns this off wants them gone.
      if (!keepQuestions) db.exec('DELETE FROM gaps');
    },
    onChanged: servers.load,
    onEvent(event) {
      if (event.kind === 'moved-aside') movedTo.push(event.movedTo);
      onEvent(event);
    },
  });
  store.tryOpen();
  return {
    folder,
    servers,
    gaps,
    follows: followedThings(() => store),
    incoming: incomingFiles(folder),
    health() {
      try {
        store.read((db) => db.prepare('SELECT 1 FROM servers').get());
      } catch {
        // It is told below.
      }
      return { unusable: store.trouble()?.code ?? null, movedAside: [...movedTo] };
    },
    close: store.close,
  };
}
