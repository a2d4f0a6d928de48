import type { Article } from '../articles/article.js';
import { tokenize } from '../text/tokens.js';
import { growing } from './growing.js';
import type { PassageTable } from './passage-table.js';
import { leaningOf, passagesOf } from './passages.js';
import { averageOf, countedWords, countTitles, lengthsOf } from './word-counts.js';
import { wordFlags } from './word-flags.js';

/** Cuts articles into passages. `onArticle` is told how many are done, after each. */
export function buildPassageTable(
  articles: readonly Article[],
  onArticle: (done: number) => void,
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
  for (const [at, article] of articles.entries()) {
    rows.firstPassage.push(rows.paragraph.length());
    rows.firstTitleWord.push(rows.titleTerm.length());
    cutArticle(rows, at, article, numberOf);
    onArticle(at + 1);
  }
  rows.firstPassage.push(rows.paragraph.length());
  rows.firstTitleWord.push(rows.titleTerm.length());
  rows.firstSentence.push(rows.firstWord.length());
  rows.firstWord.push(rows.term.length());
  return finished(rows, vocabulary);
}

type Rows = ReturnType<typeof emptyRows>;

// The lists of the table as they grow; terms are numbered as they come.
function emptyRows() {
  return {
    paragraph: growing(),
    leaning: growing(),
    firstSentence: growing(),
    firstWord: growing(),
    sentenceSpan: growing(),
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
    rows.paragraph.push(passage.paragraph);
    rows.firstSentence.push(rows.firstWord.length());
    for (const { start, end } of passage.sentences) {
      rows.sentenceSpan.push(start);
      rows.sentenceSpan.push(end);
      rows.firstWord.push(rows.term.length());
      const words = text.slice(start, end);
      const tokens = tokenize(words);
      for (const token of tokens) rows.term.push(numberOf(token.term));
      for (const mark of wordFlags(words, tokens, (word) => word === 0)) rows.flags.push(mark);
    }
  }
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
    vocabulary: Array.from(order, (number) => vocabulary[number] ?? ''),
    firstSentence: rows.firstSentence.finish(),
    firstWord: rows.firstWord.finish(),
    term: sorted(rows.term.finish()),
    flags: Uint8Array.from(rows.flags.finish()),
  };
  const passages = rows.paragraph.length();
  const titleTerm = sorted(rows.titleTerm.finish());
  const counts = countedWords(words, [{ source: 0, first: 0, after: passages }]);
  countTitles(counts, titleTerm);
  const length = lengthsOf(words, passages);
  return {
    paragraph: rows.paragraph.finish(),
    leaning: Uint8Array.from(rows.leaning.finish()),
    length,
    averageLength: averageOf(length),
    sentenceSpan: rows.sentenceSpan.finish(),
    firstPassage: rows.firstPassage.finish(),
    firstTitleWord: rows.firstTitleWord.finish(),
    titleTerm,
    ...words,
    ...counts,
  };
}
