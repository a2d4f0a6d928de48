import type { Article } from '../articles/article.js';
import type { Span } from '../text/span.js';
import { tokenize } from '../text/tokens.js';
import { growing } from './growing.js';
import type { Passage } from './passages.js';
import { leaningOf, passagesOf } from './passages.js';
import { CAPITAL, FIRST, STOP, wordFlags } from './word-flags.js';

/**
 * Every passage with its words as numbers, in flat arrays: ranking reads them without touching a text, and a
 * cache writes them as they are. Lists that say where something begins have one entry more, for the end.
 */
export type PassageTable = {
  article: Uint32Array;
  paragraph: Uint32Array;
  lastParagraph: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  /** How many passages before it each one needs, to tell whom "he" means. */
  leaning: Uint8Array;
  /** Words that carry meaning, for each passage. */
  length: Uint32Array;
  /** First sentence of each passage; first word of each sentence; the sentences' offsets in the article. */
  firstSentence: Uint32Array;
  firstWord: Uint32Array;
  sentenceStart: Uint32Array;
  sentenceEnd: Uint32Array;
  /** Term and flags of each word of the archive, in order. */
  term: Uint32Array;
  flags: Uint8Array;
  /** First passage of each article, and first word and terms of its title, publication and authors. */
  firstPassage: Uint32Array;
  firstTitleWord: Uint32Array;
  titleTerm: Uint32Array;
  /** The terms, sorted (by UTF-16 unit), in how many passages each stands, how often, and how often with a capital inside a sentence. */
  vocabulary: string[];
  passagesWith: Uint32Array;
  uses: Uint32Array;
  capitals: Uint32Array;
  averageLength: number;
};

/** Cuts articles into passages. `onArticle` is told how many are done, after each. */
export function buildPassageTable(
  articles: readonly Article[],
  onArticle: (done: number) => void,
): PassageTable {
  const article = growing();
  const paragraph = growing();
  const lastParagraph = growing();
  const start = growing();
  const end = growing();
  const leaning = growing();
  const length = growing();
  const firstSentence = growing();
  const firstWord = growing();
  const sentenceStart = growing();
  const sentenceEnd = growing();
  const term = growing();
  const flags = growing();
  const firstPassage = growing();
  const firstTitleWord = growing();
  const titleTerm = growing();
  const vocabulary: string[] = [];
  const numbers = new Map<string, number>();
  const passagesWith: number[] = [];
  const uses: number[] = [];
  const capitals: number[] = [];
  const lastSeen: number[] = [];

  const assign = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, vocabulary.length);
    passagesWith.push(0);
    uses.push(0);
    capitals.push(0);
    lastSeen.push(-1);
    return vocabulary.push(word) - 1;
  };
  const add = (list: number[], at: number) => {
    list[at] = (list[at] ?? 0) + 1;
  };

  const addPassage = (text: string, passage: Passage) => {
    const number = start.length();
    article.push(passage.article);
    paragraph.push(passage.paragraph);
    lastParagraph.push(passage.lastParagraph);
    start.push(passage.start);
    end.push(passage.end);
    firstSentence.push(sentenceStart.length());
    let meaningful = 0;
    for (const sentence of passage.sentences) {
      sentenceStart.push(sentence.start);
      sentenceEnd.push(sentence.end);
      firstWord.push(term.length());
      const words = text.slice(sentence.start, sentence.end);
      const tokens = tokenize(words);
      const marks = wordFlags(words, tokens, (at) => at === 0);
      for (const [at, token] of tokens.entries()) {
        const mark = marks[at] ?? 0;
        const id = assign(token.term);
        term.push(id);
        flags.push(mark);
        if (mark & STOP) continue;
        meaningful++;
        if (!(mark & FIRST)) {
          add(uses, id);
          if (mark & CAPITAL) add(capitals, id);
        }
        if (lastSeen[id] !== number) {
          lastSeen[id] = number;
          add(passagesWith, id);
        }
      }
    }
    length.push(meaningful);
  };

  for (const [at, each] of articles.entries()) {
    firstPassage.push(start.length());
    firstTitleWord.push(titleTerm.length());
    const head = [each.title, each.publication ?? '', ...each.authors.slice(0, 8)].join(' | ').slice(0, 2000);
    for (const token of tokenize(head)) titleTerm.push(assign(token.term));
    const passages = passagesOf(each, at);
    for (const passage of passages) addPassage(each.text, passage);
    for (const before of leaningOf(each.text, passages)) leaning.push(before);
    onArticle(at + 1);
  }
  firstPassage.push(start.length());
  firstTitleWord.push(titleTerm.length());
  firstSentence.push(sentenceStart.length());
  firstWord.push(term.length());

  const lengths = length.finish();
  const order = Uint32Array.from(vocabulary.keys()).sort((one, other) =>
    (vocabulary[one] ?? '') < (vocabulary[other] ?? '') ? -1 : 1,
  );
  const rank = new Uint32Array(order.length);
  for (const [at, number] of order.entries()) rank[number] = at;
  const renumbered = (numbers: Uint32Array) => numbers.map((number) => rank[number] ?? 0);
  const sorted = (values: readonly number[]) => order.map((number) => values[number] ?? 0);
  return {
    article: article.finish(),
    paragraph: paragraph.finish(),
    lastParagraph: lastParagraph.finish(),
    start: start.finish(),
    end: end.finish(),
    leaning: Uint8Array.from(leaning.finish()),
    length: lengths,
    firstSentence: firstSentence.finish(),
    firstWord: firstWord.finish(),
    sentenceStart: sentenceStart.finish(),
    sentenceEnd: sentenceEnd.finish(),
    term: renumbered(term.finish()),
    flags: Uint8Array.from(flags.finish()),
    firstPassage: firstPassage.finish(),
    firstTitleWord: firstTitleWord.finish(),
    titleTerm: renumbered(titleTerm.finish()),
    vocabulary: Array.from(order, (number) => vocabulary[number] ?? ''),
    passagesWith: sorted(passagesWith),
    uses: sorted(uses),
    capitals: sorted(capitals),
    averageLength: lengths.length === 0 ? 1 : lengths.reduce((sum, each) => sum + each, 0) / lengths.length,
  };
}

/** The first place in the sorted vocabulary whose term is not below `term`. */
export function placeOf({ vocabulary }: PassageTable, term: string): number {
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((vocabulary[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of a term, or -1 where the archive does not hold it. */
export function numberOf(table: PassageTable, term: string): number {
  const place = placeOf(table, term);
  return table.vocabulary[place] === term ? place : -1;
}

/** The numbers of a passage's terms, in order. */
export function termsOf(table: PassageTable, passage: number): Uint32Array {
  return table.term.subarray(...wordsOf(table, passage));
}

/** Whether a passage holds a term, by its number. */
export function holdsTerm(table: PassageTable, passage: number, term: number): boolean {
  const [first, after] = wordsOf(table, passage);
  for (let at = first; at < after; at++) if (table.term[at] === term) return true;
  return false;
}

/** Passage `number` as an object. */
export function passageAt(table: PassageTable, number: number): Passage {
  return {
    article: table.article[number] ?? 0,
    paragraph: table.paragraph[number] ?? 0,
    lastParagraph: table.lastParagraph[number] ?? 0,
    start: table.start[number] ?? 0,
    end: table.end[number] ?? 0,
    sentences: sentencesAt(table, number),
  };
}

function sentencesAt(table: PassageTable, number: number): Span[] {
  const spans: Span[] = [];
  const after = table.firstSentence[number + 1] ?? 0;
  for (let at = table.firstSentence[number] ?? 0; at < after; at++)
    spans.push({ start: table.sentenceStart[at] ?? 0, end: table.sentenceEnd[at] ?? 0 });
  return spans;
}

/** The first of the passages that this one needs, to tell whom "he" means; itself, where it can stand alone. */
export function leansOn({ leaning }: Pick<PassageTable, 'leaning'>, number: number): number {
  return number - (leaning[number] ?? 0);
}

/** The words of a passage: the first, and the one after the last. */
export function wordsOf(table: PassageTable, passage: number): [number, number] {
  const first = table.firstSentence[passage] ?? 0;
  const after = table.firstSentence[passage + 1] ?? first;
  return [table.firstWord[first] ?? 0, table.firstWord[after] ?? 0];
}
