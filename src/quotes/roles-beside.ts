import { isHonorific } from '../text/names.js';
import { isRole } from '../text/roles.js';
import {
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
} from '../text/word-classes.js';
import { speechVerb } from '../text/words-of-speech.js';
import type { Mention } from './mentions.js';
import type { Word } from './words.js';

/** Longest apposition that is read to its end, in words. */
const LONGEST_APPOSITION = 30;
/** Longest description that is kept, in words. */
const LONGEST = 12;

/**
 * The descriptions that stand beside a name, as printed: before it ("US Deputy Secretary of State Wendy Sherman"),
 * between commas before it ("Canada’s foreign minister, Mélanie Joly") and after it ("Ben Wallace, the defence secretary,").
 */
export function rolesOf(words: Word[], mention: Mention): readonly string[] {
  const known = READ.get(mention);
  if (known) return known;
  const roles = rolesBeside(words, mention);
  READ.set(mention, roles);
  return roles;
}
// A person is described again whenever more of their mentions are known.
const READ = new WeakMap<Mention, readonly string[]>();

function rolesBeside(words: Word[], mention: Mention): string[] {
  return [
    titleBefore(words, mention),
    appositionBefore(words, mention),
    appositionAfter(words, mention),
  ].flatMap((role) => role ?? []);
}

function titleBefore(words: Word[], mention: Mention): string | null {
  const from = descriptionStart(words, mention.nameFrom);
  return describes(words, from, mention.nameFrom);
}

function appositionBefore(words: Word[], mention: Mention): string | null {
  if (words[mention.from - 1]?.text !== ',' || !/^[,.]$/.test(words[mention.to]?.text ?? '.')) return null;
  const end = mention.from - 1;
  if (isRole(words[end - 1]?.lower ?? '')) return describes(words, descriptionStart(words, end), end);
  // "The foreign minister of Arland, Ann Lee,"
  for (let at = end - 1; at > Math.max(0, end - 7) && words[at]?.kind === 'word'; at -= 1)
    if (/^(?:of|for|at)$/.test(words[at]?.lower ?? '') && isRole(words[at - 1]?.lower ?? ''))
      return printed(words, descriptionStart(words, at), end);
  return null;
}

function appositionAfter(words: Word[], mention: Mention): string | null {
  let at = mention.to;
  if (words[at]?.text !== ',') return null;
  at += 1;
  // "Ann Lee, 45, a nurse"
  if (/^\d{1,3}$/.test(words[at]?.text ?? '') && words[at + 1]?.text === ',') at += 2;
  if (RELATIVES.has(words[at]?.lower ?? '')) return null;
  if (/^(?:a|an|the|one)$/.test(words[at]?.lower ?? '')) at += 1;
  let end = at;
  while (end - at < LONGEST_APPOSITION && words[end] && words[end]?.kind === 'word' && !isBreak(words, end))
    end += 1;
  const closed =
    !words[end] || /^[,.;:—–]$/.test(words[end]?.text ?? '') || RELATIVES.has(words[end]?.lower ?? '');
  if (!closed) return null;
  const head = headOf(words, at, end);
  return head !== null && isRole(words[head]?.lower ?? '')
    ? printed(words, at, end - at > LONGEST ? head + 1 : end)
    : null;
}

const isBreak = (words: Word[], at: number) => {
  const word = words[at];
  return !word || AUXILIARIES.has(word.lower) || RELATIVES.has(word.lower) || SUBORDINATORS.has(word.lower);
};

// The head of "senior fellow at the institute" is the last word before the first preposition.
function headOf(words: Word[], from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (!word) return null;
    if (PREPOSITIONS.has(word.lower) || CONJUNCTIONS.has(word.lower)) return at > from ? at - 1 : null;
  }
  return to > from ? to - 1 : null;
}

/** Walks left over adjectives, nouns and possessives ("White House national security adviser"), and over "Secretary of State". */
export function descriptionStart(words: Word[], to: number): number {
  let at = to;
  while (at > 0 && to - at < LONGEST) {
    const word = words[at - 1];
    if (!word || (word.sentence !== words[to]?.sentence && at < to)) break;
    const of = word.lower === 'of' && words[at]?.capital && isRole(words[at - 2]?.lower ?? '');
    if (of) {
      at -= 1;
      continue;
    }
    if (word.kind !== 'word' || /\d/.test(word.text)) break;
    if (PREPOSITIONS.has(word.lower) || CONJUNCTIONS.has(word.lower) || SUBORDINATORS.has(word.lower)) break;
    if (AUXILIARIES.has(word.lower) || PRONOUNS.has(word.lower) || STOP.has(word.lower)) break;
    const verb = word.capital ? undefined : speechVerb(word.lower);
    if (verb && verb.form !== 'base') break;
    // "who saw Lee’s running mate", "they call Republican Ann Lee"
    if ((verb || COMMON_VERBS.has(word.lower)) && words[at]?.capital) break;
    at -= 1;
  }
  return at;
}
const STOP = new Set(
  'a an the this that these those his her their its our my your who which when where as including and'.split(
    ' ',
  ),
);

function describes(words: Word[], from: number, to: number): string | null {
  const last = words[to - 1];
  if (from >= to || !last || PREPOSITIONS.has(last.lower)) return null;
  if (!isRole(last.lower) && !isHonorificRole(words, from, to)) return null;
  return printed(words, from, to);
}

// "Secretary of State Wendy Sherman": the role is followed by its own name.
function isHonorificRole(words: Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (!word) return false;
    if (isRole(word.lower) && words[at + 1]?.lower === 'of') return true;
    if (at === to - 1 && isHonorific(word.text) && word.text.length > 4) return true;
  }
  return false;
}

function printed(words: Word[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word) text += (at > from && !/^['’]/.test(word.text) && word.text !== ',' ? ' ' : '') + word.text;
  }
  return text;
}
