import { z } from 'zod';
import { tokenize } from '../text/tokens.js';
import type { Store } from './store.js';

/** A question that got no answer: as it was first asked, how often, and the day it was last asked. Nobody's name is with it. */
export type Gap = { question: string; count: number; last: string };

/** Questions that got no answer, each once however it is written, by server. */
export type Gaps = {
  /** Whether any are kept; where not, nothing is stored, and what was stored before is deleted. */
  kept: boolean;
  /** Counts a question. Never throws: a lost count must not cost an answer. `today` is a calendar date. */
  note(guild: string | null, question: string, today: string): Promise<void>;
  /** Those of a server, most asked first. @throws {StateError} */
  of(guild: string): Promise<Gap[]>;
  /** Forgets those of a server. @throws {StateError} */
  clear(guild: string): Promise<void>;
};

/** Of one server; the rarest and oldest make room for others. */
export const MOST_OF_A_SERVER = 500;
/** In UTF-16 units; the rest of a question is not kept. */
export const LONGEST = 300;

const RowSchema = z.object({ question: z.string(), count: z.number(), last: z.string() });

/** Those in the state file. */
export function questionGaps(store: () => Store, kept: boolean): Gaps {
  return {
    kept,
    async note(guild, question, today) {
      const key = keyOfQuestion(question);
      if (!kept || guild === null || key === '') return;
      try {
        store().change((db) => {
          db.prepare(
            `INSERT INTO gaps (guild, key, question, count, last) VALUES (?, ?, ?, 1, ?)
             ON CONFLICT (guild, key) DO UPDATE SET count = count + 1, last = excluded.last`,
          ).run(guild, key, question.slice(0, LONGEST), today);
          db.prepare(
            `DELETE FROM gaps WHERE guild = ?1 AND key <> ?2 AND key IN
             (SELECT key FROM gaps WHERE guild = ?1 ORDER BY count DESC, last DESC, key LIMIT -1 OFFSET ?3)`,
          ).run(guild, key, MOST_OF_A_SERVER);
        });
      } catch {
        // The store has told its trouble.
      }
    },
    async of(guild) {
      const rows = store().read((db) =>
        db
          .prepare(
            'SELECT question, count, last FROM gaps WHERE guild = ? ORDER BY count DESC, last DESC, key',
          )
          .all(guild),
      );
      return z.array(RowSchema).parse(rows.map((row) => row));
    },
    async clear(guild) {
      store().change((db) => db.prepare('DELETE FROM gaps WHERE guild = ?').run(guild));
    },
  };
}

/** The same for questions that differ in case, accents, punctuation and white space alone. */
export function keyOfQuestion(question: string): string {
  return tokenize(question.slice(0, LONGEST))
    .map(({ word }) => word)
    .join(' ');
}
