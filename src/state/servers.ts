import type { Database } from 'libsql';
import { z } from 'zod';
import type { Store, StoreEvent } from './store.js';

/** What the admins of one server have chosen. */
export type ServerSettings = {
  /** Whether a reply is private where nobody says otherwise. */
  private: boolean;
  /** Ids of the channels where the bot may answer in public; null for all. */
  channels: readonly string[] | null;
  /** The publications whose articles the server sees; null for all. */
  publications: readonly string[] | null;
};

/** What holds where nothing was chosen. */
export const DEFAULTS: ServerSettings = { private: false, channels: null, publications: null };

/** What holds of a server whose settings may have been kept and cannot be read: nothing is shown in it. */
export const UNKNOWN: ServerSettings = { private: true, channels: [], publications: [] };

/** How many channels, and how many publications, a server can name. */
export const MOST_NAMED = 50;

const List = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.array(z.string()))
  .nullable();
// Whatever a hand in the file made of it: no such row may keep the others from being read.
const IdSchema = z.object({ id: z.unknown().transform(String) });
const SettingsSchema = z.object({
  private: z.union([z.literal(0), z.literal(1)]).transform(Boolean),
  channels: List,
  publications: List,
});

/** The settings of every server, in memory: a reply never waits for a disk or a network to know whom it is for. */
export type Servers = {
  /** Of a server, by its id; the defaults where none are kept, or outside a server; else `UNKNOWN`. Never throws. */
  of(guild: string | null): ServerSettings;
  /**
   * Keeps what `change` makes of a server's settings, and gives it. `change` may run again, where another process changed them first.
   * @throws {StateError}
   */
  update(guild: string, change: (before: ServerSettings) => ServerSettings): Promise<ServerSettings>;
};

/** Tells of servers whose settings cannot be read, each once for as long as they cannot. */
export function tellingUnreadable(onEvent: (event: StoreEvent) => void) {
  let told: readonly string[] = [];
  return (known: ReadonlyMap<string, ServerSettings>) => {
    const now = [...known].flatMap(([id, settings]) => (settings === UNKNOWN ? id : []));
    const servers = now.filter((id) => !told.includes(id));
    told = now;
    if (servers.length > 0) onEvent({ kind: 'unreadable-settings', servers });
  };
}

/** Those in the state file. */
export function serverSettings(
  store: () => Store,
  onEvent: (event: StoreEvent) => void,
): Servers & { load(db: Database): void } {
  const tell = tellingUnreadable(onEvent);
  let known = new Map<string, ServerSettings>();
  const now = (guild: string) => known.get(guild) ?? (store().mayHoldMore() ? UNKNOWN : DEFAULTS);
  return {
    /** Reads all of them; for `openStore`. */
    load(db: Database): void {
      // What is known stays where not all can be read.
      const found = new Map<string, ServerSettings>();
      for (const row of db.prepare('SELECT id, private, channels, publications FROM servers').all()) {
        const { id } = IdSchema.parse(row);
        const read = SettingsSchema.safeParse(row);
        // They may say what is not to be shown.
        found.set(id, read.success ? read.data : UNKNOWN);
      }
      known = found;
      tell(known);
    },
    of(guild) {
      if (guild === null) return DEFAULTS;
      store().tryOpen();
      return now(guild);
    },
    async update(guild, change) {
      const after = store().change((db) => {
        const made = change(now(guild));
        const list = (values: readonly string[] | null) => values && JSON.stringify(values);
        db.prepare(
          'INSERT OR REPLACE INTO servers (id, private, channels, publications) VALUES (?, ?, ?, ?)',
        ).run(guild, made.private ? 1 : 0, list(made.channels), list(made.publications));
        return made;
      });
      known.set(guild, after);
      return after;
    },
  };
}
