import { distance } from 'fastest-levenshtein';
import { fold } from '../text/fold.js';
import { givenNamesAgree, isHonorific, isNameSuffix, nameKey, parseName } from '../text/names.js';
import { isRole } from '../text/roles.js';
import type { Person } from './quotation.js';

/** Longer than any name that people type; the rest is not read. */
const LONGEST_NAME = 100;

export type FoundPeople = {
  /** Null where nobody fits. */
  matched: 'full-name' | 'alias' | 'surname' | 'spelling' | null;
  /** Those whom the articles call exactly that, then the most quoted. */
  people: Person[];
};

/**
 * The people whom a typed name can mean, without regard to case, accents and titles of address. The first of these that
 * fits somebody decides: the full name, an alias, the surname alone, a name spelt much the same. A suffix that is typed
 * ("Jr.") must be theirs.
 */
export function findPeople(everybody: readonly Person[], name: string): FoundPeople {
  const people = ofGeneration(everybody, name);
  const typed = wordsOf(name);
  if (typed.length === 0) return { matched: null, people: [] };
  const whole = typed.join(' ');
  const alsoCalled = (person: Person) =>
    whole.includes(' ') && person.aliases.some((alias) => wordsOf(alias).join(' ') === whole);
  const ways: [FoundPeople['matched'], (person: Person) => boolean][] = [
    ['full-name', (person) => isFullName(person, typed)],
    ['alias', alsoCalled],
    ['surname', (person) => surnameOf(person.name) === whole],
    [
      'alias',
      (person) =>
        typed.length === 1 &&
        (wordsOf(person.name)[0] === whole ||
          person.aliases.some((alias) => wordsOf(alias).join(' ') === whole)),
    ],
  ];
  for (const [matched, fits] of ways) {
    const fitting = people.filter(fits);
    if (fitting.length === 0) continue;
    // "Ed Moss" is the one so called, before an Ed Moss Jr.
    const plain = matched === 'full-name' ? fitting.filter((person) => !suffixOf(person.name)) : [];
    const found = plain.length > 0 && !suffixOf(name) ? plain : fitting;
    // "Ms Moss" means whom the articles call so, before an Edwin Moss who is quoted more; a name itself comes before both.
    const exact = fold(name.trim());
    const named = found.filter((person) => fold(person.name) === exact);
    const called = found.filter(
      (person) => !named.includes(person) && person.aliases.some((alias) => fold(alias) === exact),
    );
    const rest = found.filter((person) => !named.includes(person) && !called.includes(person));
    // Somebody else may be called by this full name too, and bear another in the list.
    const namesakes =
      matched === 'full-name' ? people.filter((one) => !found.includes(one) && alsoCalled(one)) : [];
    return { matched, people: [named, called, rest, namesakes].flatMap(mostQuoted) };
  }
  const near = nearest(people, typed);
  return near.length > 0 ? { matched: 'spelling', people: mostQuoted(near) } : { matched: null, people: [] };
}

/** People whose name could go on from what has been typed, best first; with nothing typed, the most quoted. At most `limit`. */
export function suggestPeople(everybody: readonly Person[], typed: string, limit: number): Person[] {
  const people = ofGeneration(everybody, typed);
  const wanted = wordsOf(typed).join(' ');
  if (wanted === '') return mostQuoted([...people]).slice(0, limit);
  const ranked = people.flatMap((person) => {
    const full = wordsOf(person.name).join(' ');
    const rank = full.startsWith(wanted)
      ? 0
      : surnameOf(person.name).startsWith(wanted)
        ? 0
        : full.includes(` ${wanted}`)
          ? 1
          : person.aliases.some((alias) => wordsOf(alias).join(' ').startsWith(wanted))
            ? 2
            : null;
    return rank === null ? [] : [{ person, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank || b.person.quotations - a.person.quotations);
  const found = ranked.map(({ person }) => person);
  return (found.length > 0 ? found : findPeople(people, typed).people).slice(0, limit);
}

const suffixOf = (name: string) => parseName(name.slice(0, LONGEST_NAME)).suffix;

/** "Moss Jr." means nobody who is not called so. */
function ofGeneration(people: readonly Person[], typed: string): readonly Person[] {
  const suffix = suffixOf(typed);
  if (!suffix) return people;
  return people.filter(({ name, aliases }) => [name, ...aliases].some((one) => suffixOf(one) === suffix));
}

/** Folded words of a name without titles ("Ms Mélanie Joly" gives melanie, joly). */
function wordsOf(name: string): string[] {
  const words = fold(name.slice(0, LONGEST_NAME))
    .split(/[^\p{L}\p{N}'.-]+/u)
    .map(nameKey)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 1 && (isHonorific(words[0] ?? '') || isRole(words[0] ?? ''))) words.shift();
  while (words.length > 1 && isNameSuffix(words.at(-1) ?? '')) words.pop();
  return words;
}

const surnameOf = (name: string) => wordsOf(parseName(name).surname).join(' ');
const mostQuoted = (people: Person[]) => [...people].sort((a, b) => b.quotations - a.quotations);

function isFullName(person: Person, typed: string[]): boolean {
  const words = wordsOf(person.name);
  if (words.length < 2 || typed.length < 2)
    return words.length === 1 && typed.length === 1 && words[0] === typed[0];
  if (words.join(' ') === typed.join(' ')) return true;
  const surname = surnameOf(person.name);
  const rest = typed.join(' ');
  return (
    (rest === surname || rest.endsWith(` ${surname}`)) && givenNamesAgree(words[0] ?? '', typed[0] ?? '')
  );
}

/** Most letters that a misspelling may differ in, by the length of the name. */
function tolerance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;
}

function nearest(people: readonly Person[], typed: string[]): Person[] {
  let least = Number.POSITIVE_INFINITY;
  let found: Person[] = [];
  const whole = typed.join(' ');
  for (const person of people) {
    const target = typed.length === 1 ? surnameOf(person.name) : wordsOf(person.name).join(' ');
    const allowed = tolerance(Math.min(target.length, whole.length));
    if (Math.abs(target.length - whole.length) > allowed) continue;
    const apart = distance(target, whole);
    if (apart > allowed || apart > least) continue;
    if (typed.length > 1 && !eachWordNear(wordsOf(person.name), typed)) continue;
    found = apart < least ? [person] : [...found, person];
    least = apart;
  }
  return found;
}

// "Ann Moss" is no misspelling of "Ian Moss": each word must be near, not only the whole.
function eachWordNear(words: string[], typed: string[]): boolean {
  if (words.length !== typed.length) return true;
  return words.every((word, index) => {
    const other = typed[index] ?? '';
    return distance(word, other) <= tolerance(Math.max(word.length, other.length));
  });
}
