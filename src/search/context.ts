import type { Asked } from './asked.js';
import { articleOf, type PassageTable } from './passage-table.js';
import { coversDay } from './question-dates.js';
import { countAsHeld, type Scored } from './scored.js';
import type { SearchIndex } from './search-index.js';
import { LEAST_MASS } from './weights.js';

type ArticleContext = { held: Set<number>; title: number; titleShare: number; date: number };

/** Adds to each candidate what its article says beyond the passage: title, date and other candidates. */
export function addContext(asked: Asked, index: SearchIndex, scored: readonly Scored[]): void {
  const { rarity, total } = asked;
  const contexts = new Map<number, ArticleContext>();
  const contextOf = (passage: number): ArticleContext => {
    const article = articleOf(index.table, passage);
    const known = contexts.get(article) ?? articleContext(asked, index, article);
    contexts.set(article, known);
    return known;
  };
  for (const { passage, counts } of scored) {
    const { held } = contextOf(passage);
    for (const [at, count] of counts.entries()) if (count > 0) held.add(at);
  }
  const dated = asked.question.terms.flatMap((term, at) => (term.dated ? [at] : []));
  for (const each of scored) {
    const { passage, features } = each;
    const { held, title, titleShare, date } = contextOf(passage);
    features.title = title;
    features.titleShare = titleShare;
    features.date = date;
    // A report of that day need not name it.
    if (date > 0) countAsHeld(asked, each, dated);
    features.article = sum(held, rarity) / total;
  }
}

function articleContext(
  asked: Asked,
  { table, rarity, articles }: SearchIndex,
  article: number,
): ArticleContext {
  const held = new Set<number>();
  let mass = 0;
  const first = table.firstTitleWord[article] ?? 0;
  const after = repeatsText(table, article) ? first : (table.firstTitleWord[article + 1] ?? first);
  for (let at = first; at < after; at++) {
    const term = table.titleTerm[at] ?? -1;
    mass += rarity[term] ?? 0;
    const found = asked.index.get(term);
    if (found !== undefined) held.add(found);
  }
  const weight = sum(held, asked.rarity);
  const day = articles.references[article]?.publishedAt?.slice(0, 10);
  return {
    held,
    title: weight / asked.total,
    titleShare: weight / (mass + LEAST_MASS),
    date: day !== undefined && coversDay(asked.question.dates, day) ? 1 : 0,
  };
}

function sum(held: ReadonlySet<number>, rarity: readonly number[]): number {
  let value = 0;
  for (const at of held) value += rarity[at] ?? 0;
  return value;
}

// A title that only repeats the first words of the text tells nothing more.
function repeatsText(table: PassageTable, article: number): boolean {
  const title = table.firstTitleWord[article] ?? 0;
  const length = Math.min((table.firstTitleWord[article + 1] ?? 0) - title, 8);
  const word = table.firstWord[table.firstSentence[table.firstPassage[article] ?? 0] ?? 0] ?? 0;
  const begins = table.term.subarray(word, word + length);
  return length > 0 && begins.every((term, at) => term === table.titleTerm[title + at]);
}
