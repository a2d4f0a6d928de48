import { isHonorific } from '../text/names.js';
import { canSpeak, isPlural, isRole } from '../text/roles.js';
import {
  ADVERBS,
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  DAYS_AND_MONTHS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from '../text/word-classes.js';
import { isPlainVerb, speechVerb } from '../text/words-of-speech.js';
import type { Mention } from './mentions.js';
import type { Word } from './words.js';

/** Who or what a verb is about, as words of a paragraph; `to` is exclusive. */
export type Subject = {
  kind: 'name' | 'pronoun' | 'description';
  from: number;
  to: number;
  /** The name, for `name`. */
  mention: Mention | null;
  /** Index of the head word: the pronoun, the noun, the last word of a name. */
  head: number;
};

/** A paragraph's words with the names in them, as the rules read it. */
export type Clauses = {
  words: Word[];
  endingAt: Map<number, Mention>;
  startingAt: Map<number, Mention>;
  /** Quotations that are part of a name: Joseph “Joe” Moss. */
  nicknames: Set<number>;
  /** Names that their sentence or clause is about. */
  leading: Set<Mention>;
  /** What each sentence is about, by the index of its first word; sentences that do not tell have none. */
  subjects: Map<number, Subject>;
};

/** Longest noun phrase that is read, in words. */
const LONGEST = 10;
/** Deepest chain of "of …", "for …" that is followed. */
const DEEPEST = 4;

/** The noun phrase that ends just before word `end`, with what it hangs on ("a spokesman for Ann Lee" is the spokesman). */
export function subjectBefore(clauses: Clauses, end: number, depth = 0): Subject | null {
  const { words } = clauses;
  let to = end;
  if (words[to - 1]?.text === ')') to = skipParenthesis(words, to);
  const last = words[to - 1];
  if (last?.kind !== 'word') return null;
  const near = phraseBefore(clauses, to);
  if (!near || depth >= DEEPEST) return near;
  const before = words[near.from - 1];
  if (!before || before.sentence !== last.sentence) return near;
  if (PREPOSITIONS.has(before.lower) && near.kind !== 'pronoun') {
    const left = subjectBefore(clauses, near.from - 1, depth + 1);
    if (left && (left.kind === 'name' ? !left.mention?.possessive : canSpeak(words[left.head]?.lower ?? '')))
      return { ...left, to };
    // "a source familiar with the matter", "a man close to the club"
    if (left && POSTPOSED.test(words[left.head]?.lower ?? '') && canSpeak(words[left.head - 1]?.lower ?? ''))
      return { ...left, to, head: left.head - 1 };
  }
  if ((before.lower === 'and' || before.text === '&') && near.kind !== 'pronoun') {
    const left = subjectBefore(clauses, near.from - 1, depth + 1);
    const titled = near.mention && near.from < near.mention.nameFrom && left?.kind === 'description';
    // "party chairman and council leader Ann Lee": two titles of one person.
    if (titled && isRole(words[left.head]?.lower ?? '')) return near;
    if (left && words[left.from - 1]?.lower !== 'that')
      return { kind: 'description', from: left.from, to, mention: null, head: near.head };
  }
  return near;
}

/** Adjectives that stand after their noun and go on with a preposition. */
const POSTPOSED = /^(?:familiar|close|briefed|involved|present|privy|loyal|based|near|opposed)$/;

function phraseBefore(clauses: Clauses, to: number): Subject | null {
  const { words, endingAt } = clauses;
  const last = words[to - 1];
  if (!last) return null;
  if (SUBJECT_PRONOUNS.has(last.lower))
    return { kind: 'pronoun', from: to - 1, to, mention: null, head: to - 1 };
  const mention = endingAt.get(to);
  if (mention) return { kind: 'name', from: phraseStart(words, mention.from), to, mention, head: to - 1 };
  if (isClosed(last) && !DETERMINERS.has(last.lower)) return null;
  const from = phraseStart(words, to);
  return from < to ? { kind: 'description', from, to, mention: null, head: to - 1 } : null;
}

/** Where the noun phrase that ends before `to` starts: after a verb, a preposition or a point; a determiner starts it. */
function phraseStart(words: Word[], to: number): number {
  let at = to;
  const sentence = words[to - 1]?.sentence;
  while (at > 0 && to - at < LONGEST) {
    const word = words[at - 1];
    if (word?.kind !== 'word' || (sentence !== undefined && word.sentence !== sentence)) break;
    if (DETERMINERS.has(word.lower)) {
      at -= 1;
      if (!DETERMINERS.has(words[at - 1]?.lower ?? '')) break;
      continue;
    }
    if (isClosed(word)) break;
    if (at < to && isPlainVerb(word.lower)) break;
    if (COMMON_VERBS.has(word.lower)) break;
    at -= 1;
  }
  return at;
}

const isClosed = (word: Word) =>
  word.kind !== 'word' ||
  PREPOSITIONS.has(word.lower) ||
  CONJUNCTIONS.has(word.lower) ||
  SUBORDINATORS.has(word.lower) ||
  RELATIVES.has(word.lower) ||
  (AUXILIARIES.has(word.lower) && !/^['’]s$/.test(word.text)) ||
  PRONOUNS.has(word.lower) ||
  (word.capital && DAYS_AND_MONTHS.has(word.lower));

function skipParenthesis(words: Word[], end: number): number {
  for (let at = end - 1; at >= 0 && end - at < 12; at -= 1) if (words[at]?.text === '(') return at;
  return end;
}

// A verb after the noun: one of the known ones, or a word in -ed after somebody who can act ("several groups granted").
function endsPhrase(words: Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return true;
  if (COMMON_VERBS.has(word.lower) || isPlainVerb(word.lower)) return true;
  return /ed$/.test(word.lower) && !word.capital && canSpeak(before.lower);
}

/**
 * The noun phrase that starts at word `from`, with a name that stands beside it ("the group's president, Bob Moss,").
 * Null where no noun phrase starts there.
 */
export function subjectAt(clauses: Clauses, from: number): Subject | null {
  const { words, startingAt } = clauses;
  const first = words[from];
  if (first?.kind !== 'word') return null;
  if (SUBJECT_PRONOUNS.has(first.lower))
    return { kind: 'pronoun', from, to: from + 1, mention: null, head: from };
  let at = from;
  // The last "of" that was passed.
  let bridge = -1;
  while (at < words.length && at - from < LONGEST + 4) {
    const word = words[at];
    // "Principal Secretary (Health) Ann Lee"
    const after =
      word?.text === '(' && at > from && words[at + 2]?.text === ')' ? startingAt.get(at + 3) : null;
    if (after) {
      at += 3;
      continue;
    }
    if (word?.kind !== 'word' || word.sentence !== first.sentence) break;
    const mention = startingAt.get(at);
    if (mention) {
      // "a friend of Helen Ward" is the friend; in "president of Brazil Luiz Costa" the place stands between.
      if (bridge >= 0 && isOwner(words, bridge, mention)) return belonging(clauses, from, bridge, mention);
      if (!mention.possessive) {
        const plural = words[mention.to]?.lower === 'and' && startingAtSoon(startingAt, mention.to + 1);
        if (plural) return { kind: 'description', from, to: mention.to, mention: null, head: mention.to - 1 };
        // "the Clinton campaign", "one Clinton confidant": the name only says whose.
        const after = words[mention.to];
        if (
          DETERMINERS.has(first.lower) &&
          after?.kind === 'word' &&
          !after.capital &&
          !isClosed(after) &&
          !speechVerb(after.lower) &&
          at === from + 1
        )
          return descriptionAt(clauses, from);
        if (isNoun(words[mention.to]) && !roleAfter(words, mention.to)) return descriptionAt(clauses, from);
        if (roleAfter(words, mention.to)) {
          at = mention.to;
          continue;
        }
        return { kind: 'name', from, to: mention.to, mention, head: mention.to - 1 };
      }
      at = mention.to;
      continue;
    }
    const of = word.lower === 'of' && words[at + 1]?.capital && isRole(words[at - 1]?.lower ?? '');
    // "former Gov. and party chairman Ed Moss"
    const and =
      word.lower === 'and' &&
      at > from &&
      (isRole(words[at - 1]?.lower ?? '') ||
        isHonorific(words[at - 1]?.text ?? '') ||
        words[at - 2]?.lower === 'of');
    if (!of && !and && isClosed(word) && !(at === from && DETERMINERS.has(word.lower))) break;
    if (at > from && endsPhrase(words, at)) break;
    if (of) bridge = at;
    at += 1;
  }
  return descriptionAt(clauses, from);
}

// Nothing but titles between the "of" and the name: "of Ward", "of the late Mr Ward", "of President Helen Ward".
const isOwner = (words: Word[], of: number, mention: Mention) =>
  words.slice(of + 1, mention.nameFrom).every((word) => isHonorific(word.text) || isRole(word.lower));

// "A friend of Helen Ward", with the friend's own name where it follows ("a friend of Helen Ward, Bo Ray,").
function belonging(clauses: Clauses, from: number, of: number, mention: Mention): Subject | null {
  const head = descriptionAt(clauses, from);
  if (head?.kind !== 'description' || head.to !== of || mention.possessive) return head;
  return { ...head, to: mention.to };
}

const startingAtSoon = (startingAt: Map<number, Mention>, at: number) =>
  [0, 1, 2, 3].some((skip) => startingAt.has(at + skip));

// A lower-case word after a name that goes on with the noun phrase: "Clinton campaign", "Trump spokeswoman".
const isNoun = (word: Word | undefined) =>
  word?.kind === 'word' && !word.capital && canSpeak(word.lower) && !speechVerb(word.lower);
const roleAfter = (words: Word[], at: number) => {
  for (let next = at; next < at + 4; next += 1) {
    const word = words[next];
    if (word?.kind !== 'word' || isClosed(word)) return false;
    if (isRole(word.lower) && !isPlural(word.lower)) return true;
    if (speechVerb(word.lower)?.form === 'finite' && !isRole(words[next + 1]?.lower ?? '')) return false;
  }
  return false;
};

function descriptionAt(clauses: Clauses, from: number): Subject | null {
  const { words, startingAt } = clauses;
  let to = from;
  while (to < words.length && to - from < LONGEST) {
    const word = words[to];
    if (word?.kind !== 'word' || word.sentence !== words[from]?.sentence) break;
    if (isClosed(word) && !(to === from && DETERMINERS.has(word.lower)) && !DETERMINERS.has(word.lower))
      break;
    if (to > from && (COMMON_VERBS.has(word.lower) || ADVERBS.has(word.lower))) break;
    if (to > from && isPlainVerb(word.lower)) break;
    to += 1;
  }
  const oneOf = words[from]?.lower === 'one' && words[to]?.lower === 'of';
  const head = to - 1;
  if (to === from || (DETERMINERS.has(words[head]?.lower ?? '') && !oneOf)) return null;
  const description: Subject = { kind: 'description', from, to, mention: null, head };
  // "A commuter, Ann Lee, said", "His opposite number, Bob Moss, said": whatever somebody new is called, the name follows.
  const introduces = /^(?:an?|his|her|its|their)$/.test(words[from]?.lower ?? '') && words[to]?.text === ',';
  const role = isRole(words[head]?.lower ?? '') && !isPlural(words[head]?.lower ?? '');
  if (!role && !introduces && !oneOf) return description;
  // "the group's president, Bob Moss," and "the president of the group, Bob Moss,"
  for (let at = to; at < Math.min(words.length, to + 12); at += 1) {
    const word = words[at];
    if (!word || word.sentence !== words[from]?.sentence || word.kind === 'quote') break;
    if (word.text !== ',') {
      if (word.kind !== 'word' || AUXILIARIES.has(word.lower) || RELATIVES.has(word.lower)) break;
      continue;
    }
    const mention = [1, 2, 3, 4].flatMap((skip) => startingAt.get(at + skip) ?? [])[0];
    const after = words[mention?.to ?? 0];
    const straight =
      mention &&
      words.slice(at + 1, mention.nameFrom).every((word) => word.kind === 'word' && !isClosed(word));
    if (
      mention &&
      straight &&
      !mention.thing &&
      !mention.possessive &&
      (!after || /^[,.;:(]$/.test(after.text))
    )
      return isOthersRole(words, to, at)
        ? description
        : { kind: 'name', from, to: mention.to, mention, head: mention.to - 1 };
    break;
  }
  return description;
}

// "The brother of the mayor, Helen Ward": the name may be either's.
function isOthersRole(words: Word[], from: number, comma: number): boolean {
  for (let at = from + 1; at < comma; at += 1) {
    const next = words[at + 1];
    if (!isRole(words[at]?.lower ?? '') || isPlural(words[at]?.lower ?? '')) continue;
    if (at + 1 === comma || PREPOSITIONS.has(next?.lower ?? '')) return true;
  }
  return false;
}
