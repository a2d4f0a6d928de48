import { serverSettings } from './servers.js';
import { openStore, type StoreEvent } from './store.js';

/** What the bot remembers beside its articles. What cannot be read counts as not there. */
export type State = {
  servers: Pick<ReturnType<typeof serverSettings>, 'of' | 'update'>;
  /** What an admin should know of the state file, as one sentence each; in English, as the log is. */
  troubles(): string[];
  close(): void;
};

/** Opens the state in `folder`. Never throws: where the file cannot be used, everything is as by default, and changes are refused. */
export function openState(folder: string, onEvent: (event: StoreEvent) => void = () => {}): State {
  const movedTo: string[] = [];
  const servers = serverSettings(() => store);
  const store = openStore({
    folder,
    onOpen: servers.load,
    onEvent(event) {
      if (event.kind === 'moved-aside') movedTo.push(event.movedTo);
      onEvent(event);
    },
  });
  store.tryOpen();
  return {
    servers,
    troubles() {
      const trouble = store.trouble();
      return [
        ...(trouble ? [`The state file cannot be used (${trouble.code}): ${trouble.message}.`] : []),
        ...movedTo.map((path) => `The state file was damaged. It was moved to ${path}, and a new one begun.`),
      ];
    },
    close: store.close,
  };
}
