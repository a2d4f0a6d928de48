import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Article } from '../../src/articles/article.js';
import { answerQuestion } from '../../src/search/answer-question.js';
import { passagesIn } from '../../src/search/passage-table.js';
import { passagesOf } from '../../src/search/passages.js';
import { buildSearchIndex } from '../../src/search/search-index.js';

/** An engine with a built index. */
export type Built = {
  passages: number;
  ask(question: string): unknown;
  /** Writes the index to a file; missing where that is measured elsewhere. */
  save?(path: string): void;
};

/** What a user could pick, each used as its guide shows. */
export type BenchedEngine = {
  build(articles: readonly Article[], path: string): Built;
  /** An index from what `save` wrote. */
  load?(path: string): (question: string) => unknown;
};

const MOST = 10;
const wordsOf = (question: string) => question.match(/[\p{L}\p{N}]+/gu) ?? [];

function textsOf(articles: readonly Article[]): string[] {
  return articles.flatMap((article, at) =>
    passagesOf(article, at).map(({ start, end }) => article.text.slice(start, end)),
  );
}

const searchLunr = (index: lunr.Index) => (question: string) =>
  index.search(wordsOf(question).join(' ')).slice(0, MOST);

const bareLunr: BenchedEngine = {
  build(articles) {
    const texts = textsOf(articles);
    const index = lunr(function () {
      this.ref('id');
      this.field('text');
      for (const [id, text] of texts.entries()) this.add({ id: String(id), text });
    });
    return {
      passages: texts.length,
      ask: searchLunr(index),
      save: (path) => writeFileSync(path, JSON.stringify(index)),
    };
  },
  load: (path) => searchLunr(lunr.Index.load(JSON.parse(readFileSync(path, 'utf8')))),
};

const MINISEARCH = { fields: ['text'], idField: 'id' };

const minisearch: BenchedEngine = {
  build(articles) {
    const texts = textsOf(articles);
    const index = new MiniSearch<{ id: number; text: string }>(MINISEARCH);
    index.addAll(texts.map((text, id) => ({ id, text })));
    return {
      passages: texts.length,
      ask: (question) => index.search(question).slice(0, MOST),
      save: (path) => writeFileSync(path, JSON.stringify(index)),
    };
  },
  load(path) {
    const index = MiniSearch.loadJSON(readFileSync(path, 'utf8'), MINISEARCH);
    return (question) => index.search(question).slice(0, MOST);
  },
};

/** SQLite's FTS5 over a file, as its guide shows it, asked for the words that are wanted. */
export function searchSqlite(
  path: string,
  isWanted: (word: string) => boolean = () => true,
): (question: string) => unknown {
  const statement = new Database(path).prepare(
    `SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${MOST}`,
  );
  return (question) =>
    statement.all(
      wordsOf(question)
        .filter(isWanted)
        .map((word) => `"${word}"`)
        .join(' OR '),
    );
}

const sqlite: BenchedEngine = {
  build(articles, path) {
    const texts = textsOf(articles);
    const database = new Database(path);
    database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter unicode61')");
    const insert = database.prepare('INSERT INTO passages (rowid, text) VALUES (?, ?)');
    database.transaction(() => {
      for (const [id, text] of texts.entries()) insert.run(id + 1, text);
    })();
    return { passages: texts.length, ask: searchSqlite(path), save() {} };
  },
  load: (path) => searchSqlite(path),
};

/** Whole answers: candidates from Lunr, ranking, confidence, passages. */
const cuttings: BenchedEngine = {
  build(articles) {
    const index = buildSearchIndex(articles);
    return {
      passages: passagesIn(index.table),
      ask: (question) => answerQuestion(index, question, { filters: {}, snapshot: 'bench' }),
    };
  },
};

export const ENGINES: Readonly<Record<string, BenchedEngine>> = {
  'bare lunr': bareLunr,
  cuttings,
  minisearch,
  'sqlite fts5': sqlite,
};
