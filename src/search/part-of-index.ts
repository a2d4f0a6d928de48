import type { Engine } from './engine.js';
import { type PassageTable, wordsOf } from './passage-table.js';
import { rarities } from './rarity.js';
import type { SearchIndex } from './search-index.js';
import { wordCounts } from './word-counts.js';

/**
 * The index as if it had been built of some of its articles alone: passages, words, and how rare each word is. Only the
 * engine is shared, which is asked for passages of these articles.
 * @param kept the places of the articles to keep, rising
 */
export function partOfIndex(index: SearchIndex, kept: readonly number[]): SearchIndex {
  const passages: number[] = [];
  for (const at of kept) {
    const after = index.table.firstPassage[at + 1] ?? 0;
    for (let passage = index.table.firstPassage[at] ?? 0; passage < after; passage++) passages.push(passage);
  }
  const table = partOfTable(index.table, kept, passages);
  return {
    articles: {
      references: kept.flatMap((at) => index.articles.references[at] ?? []),
      articleAt: (place) => index.articles.articleAt(kept[place] ?? -1),
    },
    table,
    rarity: rarities(table),
    engine: partOfEngine(index.engine, index.table.start.length, passages),
  };
}

function partOfEngine(engine: Engine, all: number, passages: readonly number[]): Engine {
  const places = new Int32Array(all).fill(-1);
  for (const [place, passage] of passages.entries()) places[passage] = place;
  const placeOf = (passage: number) => places[passage] ?? -1;
  return {
    name: engine.name,
    // It is the whole index's, which closes it.
    close: async () => {},
    async propose(query) {
      const { allowed } = query;
      const found = await engine.propose({
        ...query,
        allowed: (passage) => placeOf(passage) >= 0 && (allowed?.(placeOf(passage)) ?? true),
      });
      return found.map(({ passage, score }) => ({ passage: placeOf(passage), score }));
    },
  };
}

function partOfTable(
  table: PassageTable,
  kept: readonly number[],
  passages: readonly number[],
): PassageTable {
  const pick = (values: Uint32Array) => Uint32Array.from(passages, (passage) => values[passage] ?? 0);
  const newPlace = new Map(kept.map((at, place) => [at, place]));
  const sentences = runs(table.firstSentence, passages);
  const words = runs(table.firstWord, sentences.members);
  const titles = runs(table.firstTitleWord, kept);
  const { term, flags } = wordsIn(table, passages);
  const titleTerm = Uint32Array.from(titles.members, (word) => table.titleTerm[word] ?? 0);
  // A word that only other articles hold must not be known here: it could be offered as a correction.
  const isUsed = new Uint8Array(table.vocabulary.length);
  for (const word of term) isUsed[word] = 1;
  for (const word of titleTerm) isUsed[word] = 1;
  const numbers = new Uint32Array(table.vocabulary.length);
  const vocabulary = table.vocabulary.filter((_, word) => isUsed[word]);
  let next = 0;
  for (const [word, used] of isUsed.entries()) if (used) numbers[word] = next++;
  const renumbered = (terms: Uint32Array) => terms.map((word) => numbers[word] ?? 0);
  const part = {
    article: Uint32Array.from(passages, (passage) => newPlace.get(table.article[passage] ?? -1) ?? 0),
    paragraph: pick(table.paragraph),
    lastParagraph: pick(table.lastParagraph),
    start: pick(table.start),
    end: pick(table.end),
    leaning: Uint8Array.from(passages, (passage) => table.leaning[passage] ?? 0),
    firstSentence: sentences.first,
    firstWord: words.first,
    sentenceStart: Uint32Array.from(sentences.members, (at) => table.sentenceStart[at] ?? 0),
    sentenceEnd: Uint32Array.from(sentences.members, (at) => table.sentenceEnd[at] ?? 0),
    term: renumbered(term),
    flags,
    firstPassage: runs(table.firstPassage, kept).first,
    firstTitleWord: titles.first,
    titleTerm: renumbered(titleTerm),
    vocabulary,
  };
  return { ...part, ...wordCounts(part, passages.length, vocabulary.length) };
}

/** The words of some passages, one after another. */
function wordsIn(table: PassageTable, passages: readonly number[]): { term: Uint32Array; flags: Uint8Array } {
  const spans = passages.map((passage) => wordsOf(table, passage));
  const length = spans.reduce((sum, [first, after]) => sum + after - first, 0);
  const term = new Uint32Array(length);
  const flags = new Uint8Array(length);
  let at = 0;
  for (const [first, after] of spans) {
    term.set(table.term.subarray(first, after), at);
    flags.set(table.flags.subarray(first, after), at);
    at += after - first;
  }
  return { term, flags };
}

/** The members of some groups, one after another, and where each group begins among them, with one entry more for the end. */
function runs(first: Uint32Array, groups: Iterable<number>): { first: Uint32Array; members: number[] } {
  const starts: number[] = [];
  const members: number[] = [];
  for (const group of groups) {
    starts.push(members.length);
    const after = first[group + 1] ?? 0;
    for (let member = first[group] ?? 0; member < after; member++) members.push(member);
  }
  starts.push(members.length);
  return { first: Uint32Array.from(starts), members };
}
