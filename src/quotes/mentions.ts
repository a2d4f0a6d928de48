import { isGivenName, isHonorific, isNameSuffix, isParticle, isPostNominal, nameKey } from '../text/names.js';
import { ORGANISATION_WORDS, PLACE_OPENERS, PLACES } from '../text/not-people.js';
import { isPlural, isRole } from '../text/roles.js';
import { AUXILIARIES, DAYS_AND_MONTHS, SENTENCE_OPENERS } from '../text/word-classes.js';
import { speechVerb } from '../text/words-of-speech.js';
import type { Word } from './words.js';

/** A run of words with capitals that can name somebody; `from` and `to` (exclusive) are indexes of a paragraph's words. */
export type Mention = {
  paragraph: number;
  /** Where the title or name starts, and where the name itself does. */
  from: number;
  nameFrom: number;
  to: number;
  start: number;
  end: number;
  /** The name's own words, without titles: "Mary Jones", "Jones". */
  name: string[];
  /** Titles of address before it: "Mr", "Sen.". */
  honorific: string | null;
  /** Followed by 's: the words after it are the subject, not the person. */
  possessive: boolean;
  /** What speaks against a person: an organisation's or a place's word, or "the" before it. */
  thing: boolean;
  /** In a headline with capitals throughout, where only a known given name shows a name. */
  headline: boolean;
};

const isTitle = (word: Word | undefined) => !!word && (isHonorific(word.text) || isRole(word.lower));

const NONE: ReadonlySet<string> = new Set();

/**
 * Surnames of an article that are words for a title or a role too ("King", "Dean", "Price"), so that they are read as
 * names where they stand alone.
 */
export function titleSurnames(mentions: Mention[]): Set<string> {
  return new Set(
    mentions.flatMap(({ name }) => {
      const last = name.at(-1) ?? '';
      return name.length > 1 && (isHonorific(last) || isRole(last.toLowerCase())) ? [nameKey(last)] : [];
    }),
  );
}

const isSurnameAfter = (before: Word | undefined) =>
  !!before &&
  (/^(?:mr|mrs|ms|miss|dr|sir|dame|sen|rep|gov|prof)$/.test(nameKey(before.text)) ||
    isGivenName(before.text) ||
    /^\p{Lu}\.$/u.test(before.text));

/** The names in one paragraph's words, in order. In headlines with capitals throughout a name is two words, the first a given name. */
export function findMentions(
  words: Word[],
  paragraph: number,
  surnames: ReadonlySet<string> = NONE,
): Mention[] {
  if (isTitleCase(words)) return headlineMentions(words, paragraph);
  const found: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!startsRun(words, at)) continue;
    const to = runEnd(words, at);
    const mention = readRun(words, at, to, paragraph, surnames);
    if (mention) found.push(mention);
    at = to - 1;
  }
  return found;
}

function isTitleCase(words: Word[]): boolean {
  const long = words.filter(
    (word) => word.kind === 'word' && word.text.length > 3 && /^\p{L}/u.test(word.text),
  );
  if (words.some((word) => word.kind === 'quote')) return false;
  // A short sentence of little but names: "Ann Moss and Bo Moss run the farm."
  const small = words.filter((word) => word.kind === 'word' && !word.capital && /^\p{L}/u.test(word.text));
  if (words.at(-1)?.text === '.' && small.length > 2) return false;
  return long.length > 4 && long.filter((word) => word.capital).length > 0.75 * long.length;
}

function headlineMentions(words: Word[], paragraph: number): Mention[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!isName(word) || !isName(next) || !isGivenName(word.text) || SENTENCE_OPENERS.has(word.lower))
      return [];
    if (SENTENCE_OPENERS.has(next.lower) || speechVerb(next.lower)) return [];
    const mention = readRun(words, at, at + 2, paragraph, NONE);
    return mention ? [{ ...mention, headline: true }] : [];
  });
}

const isName = (word: Word | undefined): word is Word =>
  word?.kind === 'word' &&
  word.capital &&
  !DAYS_AND_MONTHS.has(nameKey(word.text)) &&
  !/^'|^I(?:'|$)/.test(word.lower) &&
  !/^[RDI]-\p{Lu}/u.test(word.text) &&
  word.text !== 'I';

function startsRun(words: Word[], at: number): boolean {
  const word = words[at];
  if (!isName(word) || AUXILIARIES.has(word.lower)) return false;
  const first = at === 0 || words[at - 1]?.sentence !== word.sentence;
  if (!SENTENCE_OPENERS.has(word.lower)) return !(first && speechVerb(word.lower) && !words[at + 1]?.capital);
  // "Will Smith", "May" and "Mark": an opener that is a given name too starts a name where a surname follows.
  return isGivenName(word.text) && isName(words[at + 1]) && word.lower !== 'an';
}

// "Tamim al-Khouri": a part of a name that begins small.
const ARABIC_ARTICLE = /^(?:al|el|ad|ash?|at|ar|az|ul)-\p{Lu}/u;

function runEnd(words: Word[], from: number): number {
  let to = from + 1;
  while (to < words.length && to - from < 12) {
    const word = words[to];
    const before = words[to - 1];
    if (!word || !before || word.sentence !== before.sentence) break;
    if (ARABIC_ARTICLE.test(word.text)) to += 1;
    else if (
      isName(word) &&
      !(SENTENCE_OPENERS.has(word.lower) && !isGivenName(word.text) && !isParticle(word.text))
    )
      to += 1;
    // "Louis Moss père"
    else if (/^(?:fils|père)$/.test(word.lower) && isName(before)) to += 1;
    else if (isParticle(word.text) && word.kind === 'word' && isName(words[to + 1])) to += 2;
    else if (isParticle(word.text) && isParticle(words[to + 1]?.text ?? '') && isName(words[to + 2])) to += 3;
    // Joseph “Joe” Smith; Robert Downey, Jr.
    else if (
      word.kind === 'quote' &&
      word.end - word.start < 20 &&
      isName(words[to + 1]) &&
      before.kind === 'word' &&
      /^\p{Lu}/u.test(word.text) &&
      (isGivenName(before.text) || /^\p{Lu}\.$/u.test(before.text))
    )
      to += 2;
    else if (word.text === ',' && isNameSuffix(words[to + 1]?.text ?? '') && words[to + 1]?.capital) to += 2;
    else break;
  }
  return to;
}

function readRun(
  words: Word[],
  from: number,
  to: number,
  paragraph: number,
  surnames: ReadonlySet<string>,
): Mention | null {
  const run = words.slice(from, to);
  // The name starts after the last title or role ("Defence Secretary Ben Wallace"), or at a known given name.
  let skip = 0;
  let honorific: string | null = null;
  for (const [index, word] of run.entries()) {
    // "Mr. King", "Howard Dean": titles that are surnames here.
    const surname =
      index === run.length - 1 && (isSurnameAfter(run[index - 1]) || surnames.has(nameKey(word.text)));
    // "Rep. Earl Moss": a title that is a given name after another title.
    if (
      index > 0 &&
      index < run.length - 1 &&
      isGivenName(word.text) &&
      isHonorific(run[index - 1]?.text ?? '')
    )
      continue;
    if (surname || !(isHonorific(word.text) || isRole(word.lower))) continue;
    skip = index + 1;
    honorific = isHonorific(word.text) ? word.text : honorific;
  }
  if (skip >= run.length) return null;
  for (let index = skip + 1; index < run.length - 1; index += 1) {
    const known = run.slice(skip, index).some((word) => isGivenName(word.text));
    const text = run[index]?.text ?? '';
    if (!known && isGivenName(text) && !/^\p{Lu}\.?$/u.test(text)) {
      skip = index;
      break;
    }
  }
  // "Republican John Smith", "Canadian Jane Roe": peoples and parties before a name.
  while (
    skip < run.length - 1 &&
    PLACES.has(nameKey(run[skip]?.text ?? '')) &&
    !isGivenName(run[skip]?.text ?? '')
  )
    skip += 1;
  const name = run.slice(skip).filter((word) => word.kind === 'word');
  while (name.length > 1 && isPostNominal(name.at(-1)?.text ?? '')) name.pop();
  const [first, last] = [name[0], name.at(-1)];
  if (!first || !last) return null;
  const keys = name.map((word) => nameKey(word.text));
  // "the Kremlin", "the Lee campaign"
  const bare = skip === 0 && words[from - 1]?.lower === 'the';
  const known = name.length > 1 && isGivenName(first.text);
  const thing =
    (!honorific && !known && keys.some((key) => ORGANISATION_WORDS.has(key))) ||
    (known && !honorific && keys.slice(1).some((key) => STRONG.has(key))) ||
    (name.length > 1 && !honorific && PLACE_OPENERS.has(keys[0] ?? '')) ||
    (name.length === 1 && !honorific && (PLACES.has(keys[0] ?? '') || isAcronym(first.text))) ||
    bare ||
    (name.length === 1 && !honorific && isPlural(first.lower)) ||
    name.length > 5;
  return {
    paragraph,
    from,
    nameFrom: from + skip,
    to,
    // "Secretary of State | Wendy Moss": the run may start in the middle of a title.
    start: isTitle(run[skip - 1]) ? (run[0]?.start ?? first.start) : first.start,
    end: last.end,
    name: name.map((word) => word.text),
    honorific,
    possessive: /^['’]s?$/.test(words[to]?.text ?? ''),
    thing,
    headline: false,
  };
}

// Words that make a thing even of "Johns Hopkins University".
const STRONG = new Set(
  'university college school institute foundation committee center centre hospital church library company inc ltd llc street avenue road square airport act times post news show campaign administration group'.split(
    ' ',
  ),
);
const isAcronym = (word: string) => /^(?:\p{Lu}\.?){2,}$/u.test(word) && word.replace(/\./g, '').length < 5;
