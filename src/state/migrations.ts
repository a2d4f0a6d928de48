import type { Database } from 'libsql';
import { StateError } from './errors.js';

/** What takes a file from each version to the next; the version is how many of them it has had. Never changed, only added to. */
const MIGRATIONS: readonly string[] = [
  // Lists are JSON; null where there is no limit.
  `CREATE TABLE servers (
    id TEXT PRIMARY KEY, private INTEGER NOT NULL, channels TEXT, publications TEXT
  ) STRICT`,
  `CREATE TABLE gaps (
    guild TEXT NOT NULL, key TEXT NOT NULL, question TEXT NOT NULL, count INTEGER NOT NULL, last TEXT NOT NULL,
    PRIMARY KEY (guild, key)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT, guild TEXT NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
    what TEXT NOT NULL, locale TEXT NOT NULL, paused TEXT, UNIQUE (guild, channel, kind, key)
  ) STRICT;
  CREATE TABLE posted (follow INTEGER NOT NULL, item TEXT NOT NULL, UNIQUE (follow, item)) STRICT;
  CREATE TABLE looked_at (one INTEGER PRIMARY KEY CHECK (one = 1), articles TEXT NOT NULL) STRICT`,
];

/**
 * Brings a file to the version of this program, in one transaction.
 * @throws {StateError} `newer` where a newer program wrote it
 */
export function migrate(db: Database): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length)
    throw new StateError(
      'newer',
      `it has version ${version} and this program knows ${MIGRATIONS.length}; start the version that wrote it, or move the file away`,
    );
  if (version === MIGRATIONS.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have done it meanwhile.
    for (const step of MIGRATIONS.slice(versionOf(db))) db.exec(step);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(db: Database): number {
  const row: unknown = db.prepare('PRAGMA user_version').get();
  return typeof row === 'object' && row !== null && 'user_version' in row ? Number(row.user_version) : 0;
}
