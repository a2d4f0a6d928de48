import type { Bytes, Numbers } from '../text/columns.js';
import type { Span } from '../text/span.js';

/**
 * Every passage with its words as numbers, in flat arrays: ranking reads them without touching a text, and a
 * cache writes them as they are. Lists that say where something begins have one entry more, for the end.
 */
export type PassageTable = {
  /** How many passages before it each one needs, to tell whom "he" means. */
  leaning: Uint8Array;
  /** Words that carry meaning, for each passage. */
  length: Uint32Array;
  /** First sentence of each passage; first word of each sentence. */
  firstSentence: Uint32Array;
  firstWord: Uint32Array;
  /** The paragraph of each passage. This and the next three are most of the table, and not always in memory. */
  paragraph: Numbers;
  /** Where each sentence starts and ends in its article's text, one number after the other. */
  sentenceSpan: Numbers;
  /** Term and flags of each word of the archive, in order. */
  term: Numbers;
  flags: Bytes;
  /** First passage of each article, and first word and terms of its title, publication and authors. */
  firstPassage: Uint32Array;
  firstTitleWord: Uint32Array;
  titleTerm: Uint32Array;
  /**
   * The terms, sorted (by UTF-16 unit); how often each stands at all, titles and words without meaning included; in how many passages, how
   * often, and how often with a capital inside a sentence, where it carries meaning.
   */
  vocabulary: string[];
  held: Uint32Array;
  passagesWith: Uint32Array;
  uses: Uint32Array;
  capitals: Uint32Array;
  averageLength: number;
};

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
  return table.term.subarray(first, after).includes(term);
}

/** How many passages there are. */
export function passagesIn({ length }: Pick<PassageTable, 'length'>): number {
  return length.length;
}

/** The number of a passage's article; -1 of no passage. */
export function articleOf(table: Pick<PassageTable, 'firstPassage'>, passage: number): number {
  const { firstPassage } = table;
  let [low, high] = [0, firstPassage.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firstPassage[middle] ?? 0) <= passage) low = middle + 1;
    else high = middle;
  }
  return low < firstPassage.length ? low - 1 : -1;
}

/** The number of a passage's paragraph in its article. */
export function paragraphOf({ paragraph }: PassageTable, passage: number): number {
  return paragraph.subarray(passage, passage + 1)[0] ?? 0;
}

/** Where a passage stands in its article's text. */
export function spanOf(table: PassageTable, passage: number): Span {
  const first = table.firstSentence[passage] ?? 0;
  return spanOfSentences(table, first, table.firstSentence[passage + 1] ?? first);
}

/** Where sentences `first` to before `after`, of one article, stand in its text. */
export function spanOfSentences({ sentenceSpan }: PassageTable, first: number, after: number): Span {
  const bounds = sentenceSpan.subarray(2 * first, 2 * after);
  return { start: bounds[0] ?? 0, end: bounds.at(-1) ?? 0 };
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
