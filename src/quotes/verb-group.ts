import { canSpeak, isPlural } from '../text/roles.js';
import {
  ADVERBS,
  AUXILIARIES,
  COMMON_VERBS,
  DAYS_AND_MONTHS,
  DETERMINERS,
  PREPOSITIONS,
} from '../text/word-classes.js';
import { isPlainVerb } from '../text/words-of-speech.js';
import { type Clauses, subjectBefore } from './subjects.js';
import type { Word } from './words.js';

/** The first word of a verb's group: walks left over "has", "also", "later", "repeatedly", "went on to". */
export function groupStart(words: Word[], at: number): number {
  let from = at;
  while (from > 0) {
    const word = words[from - 1];
    if (!word || word.sentence !== words[at]?.sentence || word.kind !== 'word') break;
    const skip =
      ((AUXILIARIES.has(word.lower) || word.lower === "'s") &&
        !(/^['’]s$/.test(word.text) && !BE_LIKE.test(words[from]?.lower ?? ''))) ||
      ADVERBS.has(word.lower) ||
      /^(?:him|her)self$/.test(word.lower) ||
      (/ly$/.test(word.lower) && !word.capital && word.lower.length > 4);
    if (skip) from -= 1;
    else if (
      word.lower === 'to' &&
      /^(?:went|goes|going|go)$/.test(words[from - 3]?.lower ?? '') &&
      words[from - 2]?.lower === 'on'
    )
      from -= 3;
    else break;
  }
  return from;
}
// "Trump’s calling": the 's is a verb before -ing.
const BE_LIKE = /ing$/;

const STANDS_ALONE = /^(?:another|one|others|some|many|several|most|both)$/;

/** Whether a word of speech is no finite verb where it stands: "the claim", "a show called “…”". Its group begins at `from`. */
export function isNounHere(words: Word[], at: number, from: number): boolean {
  const word = words[at];
  const left = words[at - 1];
  if (!word || !left || left.sentence !== word.sentence) return false;
  if (from < at && AUXILIARIES.has(left.lower)) return false;
  // "Another described it as …": a determiner that stands for somebody.
  if (STANDS_ALONE.test(left.lower) && left.first === at - 1 && isPlainVerb(word.lower)) return false;
  if (DETERMINERS.has(left.lower) || /^['’]s?$/.test(left.text) || PREPOSITIONS.has(left.lower)) return true;
  // "what he called “…”"
  if (/^s?he$/.test(left.lower)) return false;
  // "called “The Apprentice”": something that bears a name, not somebody who calls.
  const next = words[at + 1];
  return /^(?:called|named|dubbed|nicknamed)$/.test(word.lower) && next?.kind === 'quote';
}

/** Whether a verb in its base form has a subject that takes one: "they say", "officials say". */
export function isPluralVerb(clauses: Clauses, at: number, from: number): boolean {
  const { words } = clauses;
  const left = words[from - 1];
  if (!left || left.sentence !== words[at]?.sentence) return false;
  if (/^(?:i|we|you|they)$/.test(left.lower)) return true;
  const subject = subjectBefore(clauses, from);
  return (
    subject?.kind === 'description' &&
    canSpeak(words[subject.head]?.lower ?? '') &&
    isPlural(words[subject.head]?.lower ?? '') &&
    /(?:s|people|police|men|women)$/.test(words[subject.head]?.lower ?? '')
  );
}

/** Whether a verb stands there: in "said the candidate could …" a clause follows, whose subject does not speak. */
export function goesOn(words: Word[], at: number): boolean {
  const word = words[at];
  return (
    word?.kind === 'word' &&
    (AUXILIARIES.has(word.lower) || COMMON_VERBS.has(word.lower) || isPlainVerb(word.lower))
  );
}

/** The first word from `from` on that is no adverb. */
export const skipAdverbs = (words: Word[], from: number) => {
  let at = from;
  while (ADVERBS.has(words[at]?.lower ?? '') || /ly$/.test(words[at]?.lower ?? '')) at += 1;
  return at;
};

/** Walks left over a day between a subject and its verb: "Ann Lee on Friday said". */
export function skipDay(words: Word[], from: number): number {
  let at = from;
  while (
    DAYS_AND_MONTHS.has(words[at - 1]?.lower ?? '') ||
    /^(?:morning|afternoon|evening|night)$/.test(words[at - 1]?.lower ?? '')
  )
    at -= 1;
  return at < from && /^(?:on|last|this|late|early)$/.test(words[at - 1]?.lower ?? '') ? at - 1 : at;
}
