import { z } from 'zod';
import { fold } from '../text/fold.js';
import type { Store } from './store.js';

const KindSchema = z.enum(['person', 'topic']);
/** As it is kept. */
export const FollowSchema = z.object({
  id: z.number(),
  guild: z.string(),
  channel: z.string(),
  kind: KindSchema,
  what: z.string(),
  locale: z.string(),
  paused: z.enum(['gone', 'forbidden']).nullable(),
});

/** A channel that is told of new quotations of a person, or of new passages about a topic. */
export type Follow = z.infer<typeof FollowSchema>;

/** The follows of all servers, what was posted of each, and the articles that were looked at for them. */
export type Follows = {
  /** Those that may post. @throws {StateError} */
  active(): Promise<Follow[]>;
  /** Those of a server. @throws {StateError} */
  of(guild: string): Promise<Follow[]>;
  /**
   * Begins one, or begins a paused one again; `known` are items that are not to be posted, `articles` what the archive holds now, for the
   * first follow of all. False where the server has too many. @throws {StateError}
   */
  begin(
    follow: Omit<Follow, 'id' | 'paused'>,
    known: readonly string[],
    articles: Uint8Array,
  ): Promise<boolean>;
  /** Ends one of a server; false where it has none of that id. @throws {StateError} */
  end(guild: string, id: number): Promise<boolean>;
  /** @throws {StateError} */
  pause(follow: OneFollow, why: NonNullable<Follow['paused']>): Promise<void>;
  /**
   * Which of these items have not been posted; none where it was ended or paused meanwhile. They count as posted from here on, whatever
   * becomes of the post; of several processes that claim one, one gets it. @throws {StateError}
   */
  claim(follow: OneFollow, items: readonly string[]): Promise<string[]>;
  /** The fingerprints of the articles that were looked at last; null where nobody follows anything. @throws {StateError} */
  lookedAt(): Promise<Uint8Array | null>;
  /** @throws {StateError} */
  setLookedAt(articles: Uint8Array): Promise<void>;
};

/** Names a follow; its id is of no other, whatever the server. */
export type OneFollow = Pick<Follow, 'guild' | 'id'>;

/** How many of them a server may have. */
export const MOST_FOLLOWS = 20;
/** So many items of each are remembered; what comes after them goes first. */
export const MOST_REMEMBERED = 5000;

const COLUMNS = 'id, guild, channel, kind, what, locale, paused';

/** Those in the state file. */
export function followedThings(store: () => Store): Follows {
  const list = (where: string, ...values: string[]): Follow[] => {
    const rows = store().read((db) =>
      db.prepare(`SELECT ${COLUMNS} FROM follows ${where} ORDER BY id`).all(...values),
    );
    return z.array(FollowSchema).parse(rows);
  };
  return {
    active: async () => list('WHERE paused IS NULL'),
    of: async (guild) => list('WHERE guild = ?', guild),
    async begin({ guild, channel, kind, what, locale }, known, articles) {
      return store().change((db) => {
        const key = fold(what);
        const others = z
          .array(z.unknown())
          .parse(
            db
              .prepare(
                'SELECT id FROM follows WHERE guild = ? AND NOT (channel = ? AND kind = ? AND key = ?)',
              )
              .all(guild, channel, kind, key),
          );
        if (others.length >= MOST_FOLLOWS) return false;
        db.prepare(
          `INSERT INTO follows (guild, channel, kind, key, what, locale) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (guild, channel, kind, key) DO UPDATE SET paused = NULL, locale = excluded.locale`,
        ).run(guild, channel, kind, key, what, locale);
        const row: unknown = db
          .prepare('SELECT id FROM follows WHERE guild = ? AND channel = ? AND kind = ? AND key = ?')
          .get(guild, channel, kind, key);
        const { id } = z.object({ id: z.number() }).parse(row);
        const remember = db.prepare('INSERT OR IGNORE INTO posted (follow, item) VALUES (?, ?)');
        for (const item of known) remember.run(id, item);
        db.prepare('INSERT OR IGNORE INTO looked_at (one, articles) VALUES (1, ?)').run(asText(articles));
        return true;
      });
    },
    async end(guild, id) {
      return store().change((db) => {
        const { changes } = db.prepare('DELETE FROM follows WHERE guild = ? AND id = ?').run(guild, id);
        if (changes > 0) db.prepare('DELETE FROM posted WHERE follow = ?').run(id);
        db.exec('DELETE FROM looked_at WHERE NOT EXISTS (SELECT 1 FROM follows)');
        return changes > 0;
      });
    },
    async pause({ id }, why) {
      store().change((db) => db.prepare('UPDATE follows SET paused = ? WHERE id = ?').run(why, id));
    },
    async claim({ id }, items) {
      return store().change((db) => {
        if (!db.prepare('SELECT 1 FROM follows WHERE id = ? AND paused IS NULL').get(id)) return [];
        const remember = db.prepare('INSERT OR IGNORE INTO posted (follow, item) VALUES (?, ?)');
        const fresh = items.filter((item) => remember.run(id, item).changes > 0);
        db.prepare(
          `DELETE FROM posted WHERE follow = ?1 AND rowid <=
           (SELECT rowid FROM posted WHERE follow = ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ?2)`,
        ).run(id, MOST_REMEMBERED);
        return fresh;
      });
    },
    async lookedAt() {
      const row = store().read((db): unknown => db.prepare('SELECT articles FROM looked_at').get());
      const read = z.object({ articles: z.string() }).safeParse(row);
      return read.success ? Buffer.from(read.data.articles, 'base64') : null;
    },
    async setLookedAt(articles) {
      store().change((db) =>
        db.prepare('INSERT OR REPLACE INTO looked_at (one, articles) VALUES (1, ?)').run(asText(articles)),
      );
    },
  };
}

// libsql 0.5.29 ends the whole process where it is given bytes.
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
