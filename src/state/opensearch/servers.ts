import { z } from 'zod';
import { DEFAULTS, type ServerSettings, type Servers, tellingUnreadable, UNKNOWN } from '../servers.js';
import type { StoreEvent } from '../store.js';
import type { Documents } from './documents.js';
import type { SharedStore } from './store.js';

const Names = z.array(z.string()).nullable();
const SettingsSchema = z.object({ private: z.boolean(), channels: Names, publications: Names });

/** What is kept of a server; where it cannot be read it may say what is not to be shown. */
function settingsOf(value: unknown): ServerSettings {
  const read = SettingsSchema.safeParse(value);
  return read.success ? read.data : UNKNOWN;
}

/** Those in the cluster, as they were when it was last looked at. */
export function sharedServers(
  store: () => SharedStore,
  onEvent: (event: StoreEvent) => void,
): Servers & { load(documents: Documents): Promise<void> } {
  const tell = tellingUnreadable(onEvent);
  let known = new Map<string, ServerSettings>();
  // Of those that are known; whenever it is another, some are out of date.
  let writings = 0;
  let updates = 0;
  return {
    /** Reads all of them where one has changed. */
    async load(documents) {
      const before = updates;
      if ((await documents.count('server')).writings === writings) return;
      const now = await documents.all('server');
      // What was read may be older than what was kept meanwhile.
      if (updates !== before) return;
      writings = now.writings;
      known = new Map(now.found.map(({ key, value }) => [key, settingsOf(value)]));
      tell(known);
    },
    of(guild) {
      if (guild === null) return DEFAULTS;
      return known.get(guild) ?? (store().isUnread() ? UNKNOWN : DEFAULTS);
    },
    async update(guild, change) {
      const after = await store().use((documents) =>
        documents.change({ kind: 'server', key: guild }, (value) => {
          const before = value === null ? DEFAULTS : settingsOf(value);
          const made = change(before);
          return { after: made === before ? value : made, result: made };
        }),
      );
      known.set(guild, after);
      updates++;
      writings = Number.NaN;
      return after;
    },
  };
}
