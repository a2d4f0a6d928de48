import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Libsql from 'libsql';
import { makeFolder } from '../../make-folder.js';
import type { IndexedArticle, NextGeneration, StoredIndex } from '../stored-index.js';
import { sqliteFiles } from './files.js';
import { isDamaged } from './is-damaged.js';
import { linesOf, sqliteEngine } from './propose.js';

type Database = Libsql.Database;

const SCHEMA = `
CREATE TABLE about (code TEXT NOT NULL);
-- An article's passages are the rows first, first + 1, … of the index.
CREATE TABLE articles (key TEXT PRIMARY KEY, first INTEGER NOT NULL UNIQUE, passages INTEGER NOT NULL) WITHOUT ROWID;
-- The terms are looked for and never shown, and where in a passage they stand is not asked: neither is kept.
CREATE VIRTUAL TABLE passages USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
`;

/** How long another process may hold the index for writing before this one gives up. */
const LONGEST_WAIT_MS = 60_000;

/**
 * An index in one SQLite file, by its FTS5. A generation is a transaction: whoever reads goes on reading the one that was current
 * when they began. A file that is damaged, or that other code wrote, is made anew.
 * @throws what the file system or SQLite throws where the file cannot be written
 */
export async function openSqliteIndex(path: string, code: string): Promise<StoredIndex> {
  // Loaded only here: who stays with Lunr needs no database.
  const { default: Sqlite } = await import('libsql');
  makeFolder(dirname(path));
  const open = (): Database => {
    const database = new Sqlite(path, { timeout: LONGEST_WAIT_MS });
    // Not mapped into memory: it would be no quicker, count as ours, and a file cut short would end the process.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 0');
    return database;
  };
  const isOurs = (database: Database): boolean => {
    const made = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'about'").get();
    if (!made) {
      database.transaction(() => {
        database.exec(SCHEMA);
        database.prepare('INSERT INTO about VALUES (?)').run(code);
      })();
      return true;
    }
    return database.prepare('SELECT code FROM about').pluck().all()[0] === code;
  };
  const usable = async (): Promise<Database> => {
    try {
      const database = open();
      if (isOurs(database)) return database;
      database.close();
    } catch (error) {
      if (!isDamaged(error)) throw error;
    }
    for (const file of sqliteFiles(path)) await rm(file, { force: true });
    const database = open();
    isOurs(database);
    return database;
  };
  const database = await usable();
  return {
    name: 'sqlite',
    keys: async () => new Set(linesOf(database, 'SELECT key AS line FROM articles')),
    begin: async () => nextGeneration(database),
    // A connection of its own, so that it stays with the generation that it began with.
    engine: async (table, keys) => sqliteEngine(open(), table, keys),
    async close() {
      database.close();
    },
  };
}

function nextGeneration(database: Database): NextGeneration {
  database.exec('BEGIN IMMEDIATE');
  const find = database.prepare('SELECT first, passages FROM articles WHERE key = ?');
  const forget = database.prepare('DELETE FROM articles WHERE key = ?');
  const removeRow = database.prepare('DELETE FROM passages WHERE rowid = ?');
  const remember = database.prepare('INSERT INTO articles VALUES (?, ?, ?)');
  const addRow = database.prepare('INSERT INTO passages (rowid, terms) VALUES (?, ?)');
  const last = database.prepare('SELECT max(first + passages) FROM articles').pluck().all()[0];
  let next = typeof last === 'number' ? last : 1;
  return {
    async remove(keys) {
      for (const key of keys) {
        const row = find.get(key);
        if (!isPlace(row)) continue;
        for (let at = 0; at < row.passages; at++) removeRow.run(row.first + at);
        forget.run(key);
      }
    },
    async add(articles: readonly IndexedArticle[]) {
      for (const { key, passages } of articles) {
        remember.run(key, next, passages.length);
        for (const terms of passages) addRow.run(next++, [...new Set(terms)].join(' '));
      }
    },
    async commit() {
      database.exec('COMMIT');
    },
    async abandon() {
      if (database.inTransaction) database.exec('ROLLBACK');
    },
  };
}

function isPlace(row: unknown): row is { first: number; passages: number } {
  return typeof row === 'object' && row !== null && 'first' in row && 'passages' in row;
}
