import type { ArticleRef } from '../articles/article.js';
import { tokenize } from '../text/tokens.js';
import type { Allowed } from './allowed.js';
import type { Answer } from './answer.js';
import { writtenIn } from './answer-question.js';
import { type Asked, askOf } from './asked.js';
import { holdsPhrase } from './candidates.js';
import { articleOf, type PassageTable, passagesIn, wordsOf } from './passage-table.js';
import { passagesWithTerm } from './passages-with-term.js';
import { parseQuestion } from './question.js';
import type { SearchIndex } from './search-index.js';
import { STOP } from './word-flags.js';

/** A passage that speaks of a topic: its number, that of the first of its sentences that holds most of it, and how many of its words that is. */
export type TopicPassage = { passage: number; sentence: number; held: number };

export type TopicFound = {
  /** Every passage that speaks of the topic, in the order of the index. */
  passages: TopicPassage[];
  /** True where the topic has no word that carries meaning. */
  empty: boolean;
} & Pick<Answer, 'corrected' | 'unmatched'>;

/**
 * The passages that speak of a topic: each holds all of its words that carry meaning, in some form, or at least one of them where
 * the title of its article holds the rest. What stands in quotation marks must stand there word for word.
 * Every allowed passage that can be one is read once, so that none is missed.
 */
export async function passagesAbout(
  index: SearchIndex,
  topic: string,
  allowed: Allowed | null,
): Promise<TopicFound> {
  const { table } = index;
  const asked = askOf(parseQuestion(topic), index);
  const { terms, phrases } = asked.question;
  const unmatched = terms.filter((_, at) => asked.numbers[at] === -1).map(({ written }) => written);
  const passages: TopicPassage[] = [];
  let title = { article: -1, holds: new Set<number>() };
  const isHeld = (passage: number, { held }: Held) => {
    if (held.size === terms.length) return true;
    const article = articleOf(table, passage);
    if (title.article !== article)
      title = { article, holds: heldInTitle(index.articles.references[article], asked, table) };
    return terms.every((_, at) => held.has(at) || title.holds.has(at));
  };
  const read = (passage: number) => {
    const found = heldIn(table, asked.index, passage);
    if (!found || !isHeld(passage, found)) return;
    if (!phrases.every((phrase) => holdsPhrase(index, passage, phrase))) return;
    passages.push({ passage, sentence: found.sentence, held: found.inSentence });
  };
  if (terms.length > 0 && unmatched.length === 0) {
    const likely = await passagesWorthReading(index, asked);
    if (likely) likely.filter((passage) => allowed?.has(passage) ?? true).forEach(read);
    else if (allowed) allowed.passages.forEach(read);
    else for (let passage = 0; passage < passagesIn(table); passage++) read(passage);
  }
  return {
    passages,
    empty: terms.length === 0,
    corrected: asked.corrections.map(({ at, number }) => ({
      written: terms[at]?.written ?? '',
      used: writtenIn({ index, ranked: passages.slice(0, 10) }, number),
    })),
    unmatched,
  };
}

/** The passages that can speak of a topic, rising: those with its rarest word, and those under a title with one of its words. Null for any. */
async function passagesWorthReading(index: SearchIndex, { numbers }: Asked): Promise<number[] | null> {
  const { table } = index;
  const holding = (number: number) => table.passagesWith[number] ?? 0;
  const [rarest = -1] = [...numbers].sort((one, other) => holding(one) - holding(other));
  const withRarest = await passagesWithTerm(index, rarest);
  if (!withRarest) return null;
  const passages = new Set(withRarest);
  const wanted = new Set(numbers);
  for (let article = 0; article + 1 < table.firstPassage.length; article++) {
    const title = table.titleTerm.subarray(table.firstTitleWord[article], table.firstTitleWord[article + 1]);
    if (!title.some((term) => wanted.has(term))) continue;
    const after = table.firstPassage[article + 1] ?? 0;
    for (let passage = table.firstPassage[article] ?? 0; passage < after; passage++) passages.add(passage);
  }
  return [...passages].sort((one, other) => one - other);
}

type Held = { held: ReadonlySet<number>; sentence: number; inSentence: number };

/** Which words of the topic a passage holds, and its sentence that holds the most; null where it holds none. */
function heldIn(table: PassageTable, wanted: Asked['index'], passage: number): Held | null {
  const [from, to] = wordsOf(table, passage);
  const held = new Set<number>();
  let best: Held | null = null;
  let sentence = table.firstSentence[passage] ?? 0;
  let here = new Set<number>();
  const flags = table.flags.subarray(from, to);
  for (const [place, number] of table.term.subarray(from, to).entries()) {
    const at = from + place;
    const term = wanted.get(number);
    // "May" in a topic is no "may" of a text.
    if (term === undefined || (flags[place] ?? 0) & STOP) continue;
    while (at >= (table.firstWord[sentence + 1] ?? to)) {
      sentence++;
      here = new Set();
    }
    here.add(term);
    held.add(term);
    if (here.size <= (best?.inSentence ?? 0)) continue;
    best = { held, sentence, inSentence: here.size };
  }
  return best;
}

/** Which words of the topic an article's title holds, each as the archive spells it. */
function heldInTitle(article: ArticleRef | undefined, { numbers }: Asked, table: PassageTable): Set<number> {
  const inTitle = new Set(tokenize((article?.title ?? '').slice(0, 2000)).map(({ term }) => term));
  const held = numbers.flatMap((number, at) => (inTitle.has(table.vocabulary[number] ?? '') ? [at] : []));
  return new Set(held);
}
