import { join } from 'node:path';
import { z } from 'zod';
import { StateError } from './errors.js';
import { type Follow, followedThings } from './follows.js';
import { type Gap, questionGaps } from './gaps.js';
import { type ServerSettings, serverSettings, UNKNOWN } from './servers.js';
import { FILE_NAME, mayBeThere, openStore } from './store.js';

/** All that a state file holds. */
export type Contents = {
  file: string;
  servers: [guild: string, settings: ServerSettings][];
  gaps: [guild: string, gaps: Gap[]][];
  /** Each with what was posted of it, the oldest first. */
  follows: { follow: Follow; posted: string[] }[];
  lookedAt: Uint8Array | null;
};

/**
 * Reads the state file in `folder`; null where there is none.
 * @throws {StateError} also where a damaged one was moved aside and still lies there: it may hold more
 */
export async function readContents(folder: string): Promise<Contents | null> {
  const file = join(folder, FILE_NAME);
  if (!mayBeThere(file)) return null;
  const servers = serverSettings(
    () => store,
    () => {},
  );
  const store = openStore({ folder, onOpen: servers.load, onChanged: servers.load, onEvent: () => {} });
  try {
    store.tryOpen();
    const [aside] = store.movedAside();
    if (aside !== undefined)
      throw new StateError(
        'damaged',
        `the state file was damaged and lies at ${aside}; put back a copy of it, and only then move the damaged file elsewhere`,
      );
    const column = (sql: string, ...values: number[]): string[] =>
      store
        .read((db) =>
          db
            .prepare(sql)
            .raw()
            .all(...values),
        )
        .map((row) => z.tuple([z.string()]).parse(row)[0]);
    const [follows, gaps] = [followedThings(() => store), questionGaps(() => store, true)];
    const of = async <T>(guilds: string[], read: (guild: string) => T | Promise<T>) =>
      Promise.all(guilds.map(async (guild): Promise<[string, T]> => [guild, await read(guild)]));
    const settings = await of(column('SELECT id FROM servers'), servers.of);
    const unreadable = settings.flatMap(([id, each]) => (each === UNKNOWN ? id : []));
    if (unreadable.length > 0)
      throw new StateError(
        'damaged',
        `${file} holds settings that cannot be read, of the servers ${unreadable.join(', ')}; put back a copy of it`,
      );
    const inGuilds = await of(column('SELECT DISTINCT guild FROM follows'), follows.of);
    return {
      file,
      servers: settings,
      gaps: await of(column('SELECT DISTINCT guild FROM gaps'), gaps.of),
      follows: inGuilds
        .flatMap(([, list]) => list)
        .map((follow) => ({
          follow,
          posted: column('SELECT item FROM posted WHERE follow = ? ORDER BY rowid', follow.id),
        })),
      lookedAt: await follows.lookedAt(),
    };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new StateError(
      'damaged',
      `${file} holds what no version of this program writes (${error.issues[0]?.message}); put back a copy of it`,
      { cause: error },
    );
  } finally {
    store.close();
  }
}
