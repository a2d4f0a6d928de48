import type { Candidate } from './engine.js';
import { kindEvidence } from './evidence.js';
import type { PassageTable } from './passage-table.js';
import type { Question } from './question.js';
import type { SearchIndex } from './search-index.js';
import type { Features } from './weights.js';
import { STOP } from './word-flags.js';

/** A question against one archive: the number of each term there (-1 where unknown) and how much it tells. */
export type Asked = {
  question: Question;
  /** For each term of the question. */
  numbers: number[];
  rarity: number[];
  /** Index of the question's term for a term number of the archive. */
  index: ReadonlyMap<number, number>;
  /** Sum of `rarity`, and of the rarities of neighbouring pairs. */
  total: number;
  pairs: number;
};

/** What is known of one passage for one question. */
export type Scored = {
  passage: number;
  features: Features;
  /** Index in `table.firstWord` of the sentence that answers best. */
  sentence: number;
  /** Per term of the question: how often the passage holds it. */
  counts: number[];
};

const K1 = 1.2;
const B = 0.6;
// Past this many terms a question has many parts, and one kind of answer would mislead.
const LONG_QUESTION = 14;

/** Prepares a question for an archive. */
export function ask(question: Question, { table, terms }: SearchIndex): Asked {
  const passages = table.start.length;
  const numbers = question.terms.map(({ term }) => terms.get(term) ?? -1);
  const rarity = question.terms.map(({ weight }, at) => {
    const holding = table.passagesWith[numbers[at] ?? -1] ?? 0;
    return weight * Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
  });
  const index = new Map<number, number>();
  for (const [at, number] of numbers.entries()) if (number >= 0) index.set(number, at);
  let total = 0;
  let pairs = 0;
  for (const [at, value] of rarity.entries()) {
    total += value;
    if (at > 0) pairs += Math.min(value, rarity[at - 1] ?? 0);
  }
  return { question, numbers, rarity, index, total: total || 1, pairs: pairs || 1 };
}

/** The features of every candidate, in the same order. */
export function score(asked: Asked, { table }: SearchIndex, candidates: readonly Candidate[]): Scored[] {
  const scored = candidates.map(({ passage }) => scorePassage(asked, table, passage));
  addContext(asked, table, scored);
  return scored;
}

function scorePassage(asked: Asked, table: PassageTable, passage: number): Scored {
  const { question, rarity, index, total } = asked;
  const counts: number[] = rarity.map(() => 0);
  const paired: number[] = rarity.map(() => 0);
  const from = table.firstSentence[passage] ?? 0;
  const after = table.firstSentence[passage + 1] ?? 0;
  const long = question.terms.length > LONG_QUESTION;
  let bestSentence = from;
  let bestScore = -1;
  let bestCover = 0;
  let bestKind = 0;
  let anyKind = 0;
  let previous = -1;
  let previousAt = -10;
  for (let sentence = from; sentence < after; sentence++) {
    const first = table.firstWord[sentence] ?? 0;
    const end = table.firstWord[sentence + 1] ?? table.term.length;
    const here = new Set<number>();
    let cover = 0;
    for (let at = first; at < end; at++) {
      const found = index.get(table.term[at] ?? -1);
      if (found === undefined) continue;
      if ((table.flags[at] ?? 0) & STOP && !question.terms[found]?.capital) continue;
      counts[found] = (counts[found] ?? 0) + 1;
      if (!here.has(found)) {
        here.add(found);
        cover += rarity[found] ?? 0;
      }
      // Neighbours in the question that are neighbours here, in order or with up to two words between.
      const apart = at - previousAt;
      if (previous >= 0 && apart <= 3 && Math.abs(found - previous) === 1) {
        const inOrder = found > previous;
        const which = Math.max(found, previous);
        const strength = apart === 1 && inOrder ? 1 : inOrder ? 0.7 : 0.5;
        paired[which] = Math.max(paired[which] ?? 0, strength);
      }
      previous = found;
      previousAt = at;
    }
    const kind = long
      ? 0
      : kindEvidence(question.kind, {
          first,
          after: end,
          flags: table.flags,
          termOf: (at) => table.vocabulary[table.term[at] ?? -1] ?? '',
          asked: (at) => index.has(table.term[at] ?? -1),
        });
    anyKind = Math.max(anyKind, kind);
    const value = cover / total + 0.15 * kind - 0.0005 * (end - first);
    if (value > bestScore) {
      bestScore = value;
      bestSentence = sentence;
      bestCover = cover;
      bestKind = kind;
    }
  }
  let bm25 = 0;
  let coverage = 0;
  let pairs = 0;
  const norm = K1 * (1 - B + (B * (table.length[passage] ?? 0)) / table.averageLength);
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue;
    bm25 += ((rarity[at] ?? 0) * count * (K1 + 1)) / (count + norm);
    coverage += rarity[at] ?? 0;
  }
  for (const [at, strength] of paired.entries())
    if (at > 0) pairs += strength * Math.min(rarity[at] ?? 0, rarity[at - 1] ?? 0);
  const article = table.article[passage] ?? 0;
  return {
    passage,
    sentence: bestSentence,
    counts,
    features: {
      bm25: bm25 / total,
      coverage: coverage / total,
      sentence: bestCover / total,
      pairs: pairs / asked.pairs,
      names: namesHeld(asked, counts),
      kind: bestKind * 0.7 + anyKind * 0.3,
      title: 0,
      article: 0,
      neighbours: 0,
      opening: passage === table.firstPassage[article] ? 1 : 0,
      definition: 0,
    },
  };
}

// Share of the question's names that the passage holds, by their last word at least.
function namesHeld({ question, rarity }: Asked, counts: readonly number[]): number {
  let all = 0;
  let held = 0;
  for (const name of question.names) {
    for (const term of name) {
      const value = rarity[term] ?? 0;
      all += value;
      if ((counts[term] ?? 0) > 0) held += value;
    }
  }
  return all === 0 ? 0 : held / all;
}

// What the title, the neighbours and the other candidates of the same article hold of the question.
function addContext({ index, rarity, total }: Asked, table: PassageTable, scored: readonly Scored[]): void {
  const sum = (held: ReadonlySet<number>) => {
    let value = 0;
    for (const at of held) value += rarity[at] ?? 0;
    return value / total;
  };
  const titles = new Map<number, number>();
  const articles = new Map<number, Set<number>>();
  const byPassage = new Map<number, Scored>();
  for (const each of scored) {
    byPassage.set(each.passage, each);
    const article = table.article[each.passage] ?? 0;
    if (!titles.has(article)) {
      const held = new Set<number>();
      const after = table.firstTitleWord[article + 1] ?? 0;
      for (let at = table.firstTitleWord[article] ?? 0; at < after; at++) {
        const found = index.get(table.titleTerm[at] ?? -1);
        if (found !== undefined) held.add(found);
      }
      titles.set(article, sum(held));
      articles.set(article, held);
    }
    const held = articles.get(article);
    for (const [at, count] of each.counts.entries()) if (count > 0) held?.add(at);
  }
  for (const each of scored) {
    const article = table.article[each.passage] ?? 0;
    each.features.title = titles.get(article) ?? 0;
    each.features.article = sum(articles.get(article) ?? new Set());
    const near = [byPassage.get(each.passage - 1), byPassage.get(each.passage + 1)];
    for (const other of near)
      if (other && (table.article[other.passage] ?? 0) === article)
        each.features.neighbours = Math.max(each.features.neighbours, other.features.coverage);
  }
}
