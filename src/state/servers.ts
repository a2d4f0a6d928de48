import type { Database } from 'libsql';
import { z } from 'zod';
import type { Store } from './store.js';

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
const RowSchema = z.object({ id: z.string(), private: z.number(), channels: List, publications: List });
const ROWS = 'SELECT id, private, channels, publications FROM servers';

/** The settings of every server, in memory: a reply never waits for a disk or a network to know whom it is for. */
export type Servers = {
  /** Of a server, by its id; the defaults where none are kept, or outside a server. Never throws. */
  of(guild: string | null): ServerSettings;
  /**
   * Keeps what `change` makes of a server's settings, and gives it. `change` may run again, where another process changed them first.
   * @throws {StateError}
   */
  update(guild: string, change: (before: ServerSettings) => ServerSettings): Promise<ServerSettings>;
};

/** Those in the state file. */
export function serverSettings(store: () => Store): Servers & { load(db: Database): void } {
  let known = new Map<string, ServerSettings>();
  return {
    /** Reads all of them; for `openStore`. */
    load(db: Database): void {
      known = new Map(db.prepare(ROWS).all().flatMap(settingsIn));
    },
    of(guild) {
      store().tryOpen();
      return (guild === null ? undefined : known.get(guild)) ?? DEFAULTS;
    },
    async update(guild, change) {
      const after = store().change((db) => {
        // Not what is known, which another process may have changed.
        const [row] = db.prepare(`${ROWS} WHERE id = ?`).all(guild).flatMap(settingsIn);
        const made = change(row?.[1] ?? DEFAULTS);
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

/** The settings in a row, with their server; none in one that nobody but a hand in the file could have written. */
function settingsIn(row: unknown): [guild: string, settings: ServerSettings][] {
  const read = RowSchema.safeParse(row);
  if (!read.success) return [];
  const { id, ...settings } = read.data;
  return [[id, { ...settings, private: settings.private === 1 }]];
}
