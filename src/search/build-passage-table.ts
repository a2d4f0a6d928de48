import type { Article } from '../articles/article.js';
import { tokenize } from '../text/tokens.js';
import { growing } from './growing.js';
import type { PassageTable } from './passage-table.js';
import { leaningOf, passagesOf } from './passages.js';
import { wordCounts } from './word-counts.js';
import { wordFlags } from './word-flags.js';

/** A table made before, and which of its articles is the same, heading for heading, as article `number` now; undefined for none. */
export type TableBefore = { table: PassageTable; sameAs(number: number): number | undefined };

/**
 * Cuts articles into passages. `onArticle` is told how many are done, after each. What stands in a table made `before` is
 * copied from there: the table is the same and takes a small part of the time.
 */
export function buildPassageTable(
  articles: readonly Article[],
  onArticle: (done: number) => void,
  before?: TableBefore,
): PassageTable {
  const rows = emptyRows();
  const vocabulary: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, vocabulary.length);
    return vocabulary.push(term) - 1;
  };
  const renumber = before && renumbering(before.table.vocabulary, numberOf);
  for (const [at, article] of articles.entries()) {
    rows.firstPassage.push(rows.start.length());
    rows.firstTitleWord.push(rows.titleTerm.length());
    const same = before?.sameAs(at);
    if (before && renumber && same !== undefined) copyArticle(rows, at, before.table, same, renumber);
    else cutArticle(rows, at, article, numberOf);
    onArticle(at + 1);
  }
  rows.firstPassage.push(rows.start.length());
  rows.firstTitleWord.push(rows.titleTerm.length());
  rows.firstSentence.push(rows.sentenceStart.length());
  rows.firstWord.push(rows.term.length());
  return finished(rows, vocabulary);
}

type Rows = ReturnType<typeof emptyRows>;

// The lists of the table as they grow; terms are numbered as they come.
function emptyRows() {
  return {
    article: growing(),
    paragraph: growing(),
    lastParagraph: growing(),
    start: growing(),
    end: growing(),
    leaning: growing(),
    firstSentence: growing(),
    firstWord: growing(),
    sentenceStart: growing(),
    sentenceEnd: growing(),
    term: growing(),
    flags: growing(),
    firstPassage: growing(),
    firstTitleWord: growing(),
    titleTerm: growing(),
  };
}

function cutArticle(rows: Rows, at: number, article: Article, numberOf: (term: string) => number): void {
  const { title, publication, authors, text } = article;
  const head = [title, publication ?? '', ...authors.slice(0, 8)].join(' | ').slice(0, 2000);
  for (const token of tokenize(head)) rows.titleTerm.push(numberOf(token.term));
  const passages = passagesOf(article, at);
  for (const before of leaningOf(text, passages)) rows.leaning.push(before);
  for (const passage of passages) {
    rows.article.push(at);
    rows.paragraph.push(passage.paragraph);
    rows.lastParagraph.push(passage.lastParagraph);
    rows.start.push(passage.start);
    rows.end.push(passage.end);
    rows.firstSentence.push(rows.sentenceStart.length());
    for (const { start, end } of passage.sentences) {
      rows.sentenceStart.push(start);
      rows.sentenceEnd.push(end);
      rows.firstWord.push(rows.term.length());
      const words = text.slice(start, end);
      const tokens = tokenize(words);
      for (const token of tokens) rows.term.push(numberOf(token.term));
      for (const mark of wordFlags(words, tokens, (word) => word === 0)) rows.flags.push(mark);
    }
  }
}

// Each list of the old table is read once for an article: it may stand in a file.
function copyArticle(
  rows: Rows,
  at: number,
  table: PassageTable,
  same: number,
  renumber: (term: number) => number,
): void {
  const all = (first: Uint32Array, from: number, after = from + 1) =>
    [first[from] ?? 0, first[after] ?? 0] as const;
  for (const term of table.titleTerm.subarray(...all(table.firstTitleWord, same)))
    rows.titleTerm.push(renumber(term));
  const [passages, passagesAfter] = all(table.firstPassage, same);
  const [sentences, sentencesAfter] = all(table.firstSentence, passages, passagesAfter);
  const [words, wordsAfter] = all(table.firstWord, sentences, sentencesAfter);
  const movedSentences = rows.sentenceStart.length() - sentences;
  const movedWords = rows.term.length() - words;
  for (let passage = passages; passage < passagesAfter; passage++) {
    rows.article.push(at);
    rows.paragraph.push(table.paragraph[passage] ?? 0);
    rows.lastParagraph.push(table.lastParagraph[passage] ?? 0);
    rows.start.push(table.start[passage] ?? 0);
    rows.end.push(table.end[passage] ?? 0);
    rows.leaning.push(table.leaning[passage] ?? 0);
    rows.firstSentence.push((table.firstSentence[passage] ?? 0) + movedSentences);
  }
  for (let sentence = sentences; sentence < sentencesAfter; sentence++) {
    rows.sentenceStart.push(table.sentenceStart[sentence] ?? 0);
    rows.sentenceEnd.push(table.sentenceEnd[sentence] ?? 0);
    rows.firstWord.push((table.firstWord[sentence] ?? 0) + movedWords);
  }
  for (const term of table.term.subarray(words, wordsAfter)) rows.term.push(renumber(term));
  for (const mark of table.flags.subarray(words, wordsAfter)) rows.flags.push(mark);
}

/** The number now of a term by its number in a vocabulary; each term is looked up once. */
function renumbering(
  vocabulary: readonly string[],
  numberOf: (term: string) => number,
): (term: number) => number {
  const numbers = new Int32Array(vocabulary.length).fill(-1);
  return (term) => {
    const known = numbers[term] ?? -1;
    if (known >= 0) return known;
    const number = numberOf(vocabulary[term] ?? '');
    numbers[term] = number;
    return number;
  };
}

/** The table of all rows, with its terms sorted and counted. */
function finished(rows: Rows, vocabulary: readonly string[]): PassageTable {
  const order = Uint32Array.from(vocabulary.keys()).sort((one, other) =>
    (vocabulary[one] ?? '') < (vocabulary[other] ?? '') ? -1 : 1,
  );
  const rank = new Uint32Array(order.length);
  for (const [at, number] of order.entries()) rank[number] = at;
  const sorted = (numbers: Uint32Array) => numbers.map((number) => rank[number] ?? 0);
  const words = {
    firstSentence: rows.firstSentence.finish(),
    firstWord: rows.firstWord.finish(),
    term: sorted(rows.term.finish()),
    flags: Uint8Array.from(rows.flags.finish()),
  };
  return {
    article: rows.article.finish(),
    paragraph: rows.paragraph.finish(),
    lastParagraph: rows.lastParagraph.finish(),
    start: rows.start.finish(),
    end: rows.end.finish(),
    leaning: Uint8Array.from(rows.leaning.finish()),
    sentenceStart: rows.sentenceStart.finish(),
    sentenceEnd: rows.sentenceEnd.finish(),
    firstPassage: rows.firstPassage.finish(),
    firstTitleWord: rows.firstTitleWord.finish(),
    titleTerm: sorted(rows.titleTerm.finish()),
    vocabulary: Array.from(order, (number) => vocabulary[number] ?? ''),
    ...words,
    ...wordCounts(words, rows.start.length(), order.length),
  };
}
