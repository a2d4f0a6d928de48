import type { ArticleRef } from '../articles/article.js';
import type { People } from '../quotes/people.js';
import type { Person } from '../quotes/quotation.js';
import type { Sayings } from '../quotes/sayings.js';
import { coversDay, type DateRange } from '../search/question-dates.js';
import { addMonths } from '../text/dates.js';
import { stem } from '../text/stem.js';
import { synonyms } from '../text/synonyms.js';
import { isRank, type PrintedRole, printedRoles, type Role } from './role-words.js';

/** A role that an article gives to a person. `day` is the article's calendar date, null without one. */
type Sighting = PrintedRole & { person: Person; day: string | null };

/** Every role of the people of a snapshot, by the term of the noun that says what somebody is. */
export type RolesSeen = ReadonlyMap<string, readonly Sighting[]>;

export type Holder = {
  person: Person;
  /** The calendar date of the newest article that gives them the role, of those that count; null without one. */
  seen: string | null;
};

/** A role as an article prints it, of the person with this id, on this calendar date (null without one). */
export type SeenRole = { description: string; person: string; day: string | null };

/** The roles that articles give to those whom they quote; each once a day. `personOf` is the column that goes with `people`. */
export function seenRoles(
  references: readonly Pick<ArticleRef, 'publishedAt'>[],
  sayings: Sayings,
  personOf: Uint32Array,
  people: readonly Person[],
): SeenRole[] {
  const roles: SeenRole[] = [];
  // Each pair of a person and a role has a number, and so has each of these on a day, for sets of numbers are small and quick.
  const pairs = new Map<number, number>();
  const seen = new Set<number>();
  const days = new Map<string | null, number>();
  for (const { publishedAt } of references) {
    const day = dayOf(publishedAt);
    if (!days.has(day)) days.set(day, days.size);
  }
  for (const [number, { publishedAt }] of references.entries()) {
    const day = dayOf(publishedAt);
    const dayNumber = days.get(day) ?? 0;
    for (let at = sayings.first[number] ?? 0; at < (sayings.first[number + 1] ?? 0); at++) {
      const role = sayings.role[at] ?? 0;
      const person = people[(personOf[at] ?? 0) - 1];
      if (role === 0 || !person) continue;
      const both = (personOf[at] ?? 0) * sayings.strings.length + role;
      const pair = pairs.get(both) ?? pairs.size;
      pairs.set(both, pair);
      const sight = pair * days.size + dayNumber;
      if (seen.has(sight)) continue;
      seen.add(sight);
      roles.push({ description: sayings.strings[role] ?? '', person: person.id, day });
    }
  }
  return roles;
}

const dayOf = (publishedAt: string | null) => publishedAt?.slice(0, 10) ?? null;

/** The same by what they say somebody is. */
export function rolesByHead(roles: readonly SeenRole[], byId: People['byId']): RolesSeen {
  const seen = new Map<string, Sighting[]>();
  const printed = new Map<string, PrintedRole[]>();
  for (const { description, person: id, day } of roles) {
    const person = byId.get(id);
    if (!person) continue;
    const read = printed.get(description) ?? printedRoles(description);
    printed.set(description, read);
    for (const role of read) {
      const list = seen.get(role.head) ?? [];
      list.push({ ...role, person, day });
      seen.set(role.head, list);
    }
  }
  return seen;
}

/**
 * Whom a role means at the dates asked for (at any time where there are none); null where the archive gives it to nobody,
 * or to several and which of them is unclear.
 */
export function holderOf(seen: RolesSeen, wanted: Role, dates: readonly DateRange[]): Holder | null {
  const exact = (seen.get(wanted.head) ?? []).filter((sighting) => fits(sighting, wanted));
  const found = exact.length > 0 ? nearestOf(exact, wanted) : ledBy(seen, wanted);
  if (wanted.names.size === 0 && !found.some((sighting) => isCalledThat(sighting, wanted))) return null;
  const people = [...new Set(found.map(({ person }) => person))];
  if (people.length > 1 && !isOneOffice(found, people, wanted, exact.length > 0)) return null;
  const [only, ...others] = dates.length === 0 ? latest(found) : holdersAt(found, people, dates);
  return only && others.length === 0 ? only : null;
}

// "The chancellor" is not who is called a university chancellor only, and "the wife" is nobody.
function isCalledThat({ terms, names }: Sighting, wanted: Role): boolean {
  return (
    !(OWNED.has(wanted.head) && wanted.terms.size === 1) &&
    [...extrasOf(terms, wanted)].every((term) => names.has(term))
  );
}

const OWNED = new Set('wife husband widow widower mother father successor predecessor'.split(' ').map(stem));

// "The mayor of Calder" is not the mayor of Calder Mouth, where there is another one.
function nearestOf(found: Sighting[], wanted: Role): Sighting[] {
  if (wanted.names.size === 0) return found;
  const near = found.filter(({ terms, names }) =>
    [...extrasOf(terms, wanted)].every((term) => !names.has(term)),
  );
  return near.length > 0 ? near : found;
}

function fits({ terms, nouns }: Sighting, wanted: Role): boolean {
  if (![...wanted.terms].every((term) => holds(terms, term, wanted.names))) return false;
  return [...extrasOf(terms, wanted)].every((term) => !isRank(term) && !nouns.has(term));
}

// "Canada" stands for "Canadian" too, by its beginning or by the list.
function holds(terms: ReadonlySet<string>, wanted: string, names: ReadonlySet<string>): boolean {
  if (terms.has(wanted)) return true;
  if (!names.has(wanted)) return false;
  const known = synonyms(wanted);
  // Countries are in the list: an Indianan is no Indian.
  return known.size > 0
    ? [...known].some((other) => terms.has(other))
    : [...terms].some((term) => isAdjectiveOf(term, wanted));
}

const ENDING = /^(?:n|an|ian|ean|es|ese|ish|ic|i)$/;

/** "arland" and "arlandic", by their terms. */
function isAdjectiveOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const root = short.replace(/[aeiouy]$/, '');
  return [short, root].some(
    (one) => one.length >= 4 && long.startsWith(one) && ENDING.test(long.slice(one.length)),
  );
}

/** What a printed role says beyond the one asked for. */
function extrasOf(terms: ReadonlySet<string>, { terms: wanted, names }: Role): Set<string> {
  return new Set(
    [...terms].filter(
      (term) => !wanted.has(term) && ![...names].some((name) => holds(new Set([term]), name, names)),
    ),
  );
}

const INFORMAL = new Set(['chief', 'head', 'boss', 'leader'].map(stem));
const LEADING = new Set(
  'chief head boss leader general executive president minister premier chairman chairwoman chairperson chair director commissioner'
    .split(' ')
    .map(stem),
);
const OF_LEADERS = new Set('secretary director prime chief managing'.split(' ').map(stem));

// "The NATO chief" is whoever leads it, whatever the articles call that: nothing but what leads may stand beside its name.
function ledBy(seen: RolesSeen, wanted: Role): Sighting[] {
  if (!INFORMAL.has(wanted.head) || wanted.terms.size < 2) return [];
  const own = new Set([...wanted.terms].filter((term) => term !== wanted.head));
  return [...LEADING].flatMap((head) =>
    (seen.get(head) ?? []).filter(
      ({ terms }) =>
        [...own].every((term) => holds(terms, term, wanted.names)) &&
        [...extrasOf(terms, { ...wanted, terms: own })].every(
          (term) => term === head || OF_LEADERS.has(term),
        ) &&
        (head !== stem('minister') || terms.has('prime')),
    ),
  );
}

// Several people had one office after another where it is named ("of Arland"), or where no time is both of two people's.
function isOneOffice(
  found: readonly Sighting[],
  people: readonly Person[],
  wanted: Role,
  isExact: boolean,
): boolean {
  if (!isExact) return false;
  const isNamed = wanted.names.size > 0;
  // A government has many ministers, and whoever has one spokesman has several.
  if (/^spokes/.test(wanted.head)) return false;
  if (/^(?:minist|secretari)/.test(wanted.head) && wanted.terms.size - wanted.names.size < 2) return false;
  const of = (person: Person) => found.filter((sighting) => sighting.person === person);
  return people.every((one, at) =>
    people.slice(at + 1).every((other) => {
      const [ours, theirs] = [of(one), of(other)];
      const isSame = ours.some((a) =>
        theirs.some((b) => isWithin(extrasOf(a.terms, wanted), extrasOf(b.terms, wanted), isNamed)),
      );
      return isSame && (isNamed || areApart(ours, theirs));
    }),
  );
}

// What only one of two descriptions says may be left out of the other: a place only where the question names it.
function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>, isNamed: boolean): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return [...few].every((term) => many.has(term)) && (isNamed || few.size === 0 || few.size === many.size);
}

function areApart(ours: readonly Sighting[], theirs: readonly Sighting[]): boolean {
  const [a, b] = [spanOf(ours), spanOf(theirs)];
  return a !== null && b !== null && (a.to < b.from || b.to < a.from);
}

/** The first and the last day of some sightings; null where one has none. */
function spanOf(sightings: readonly Sighting[]): DateRange | null {
  const days = sightings.flatMap(({ day }) => day ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return days.length === sightings.length && from !== undefined && to !== undefined ? { from, to } : null;
}

/** Those seen last in a role: one, unless several were on the same day. */
function latest(found: readonly Sighting[]): Holder[] {
  const day = found.reduce((last, { day }) => (day !== null && day > last ? day : last), '') || null;
  const people = new Set(found.filter((sighting) => sighting.day === day).map(({ person }) => person));
  return [...people].map((person) => ({ person, seen: day }));
}

/** Who alone is seen in a role may have had it this long before and after. */
const ALONE_MONTHS = 12;

/** Those seen in a role at one of the dates, or both before and after it; of a time that goes on, the last. */
function holdersAt(
  found: readonly Sighting[],
  people: readonly Person[],
  dates: readonly DateRange[],
): Holder[] {
  const within = found.filter(({ day }) => day !== null && coversDay(dates, day));
  if (within.length > 0) {
    const isOpen = dates.some(({ to }) => to.startsWith('9999'));
    const last = latest(within);
    return isOpen || new Set(within.map(({ person }) => person)).size === 1 ? last : [];
  }
  const reach = people.length === 1 ? ALONE_MONTHS : 0;
  return people.flatMap((person) => {
    const days = found.flatMap((sighting) => (sighting.person === person ? (sighting.day ?? []) : [])).sort();
    const before = days.filter((day) => dates.every(({ from }) => day < from)).at(-1);
    const after = days.find((day) => dates.every(({ to }) => day > to));
    const isNear = dates.some(
      ({ from, to }) =>
        (before !== undefined && addMonths(before, reach) >= from) ||
        (after !== undefined && addMonths(after, -reach) <= to),
    );
    const seen = before ?? after;
    return seen !== undefined && (isNear || (before !== undefined && after !== undefined))
      ? [{ person, seen }]
      : [];
  });
}
