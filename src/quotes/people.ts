import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { fullNamesAgree, nameKey, parseName } from '../text/names.js';
import { type Correction, correctEntries, type Misfit } from './corrections.js';
import { tellApart } from './namesakes.js';
import { type Entry, join, newEntry, record, roleNouns } from './person-entry.js';
import type { Person, Quotation } from './quotation.js';
import { eachSaying, type Sayings } from './sayings.js';

/** Everybody who is quoted in an article set. Those who are only named are left out: a name alone is weak evidence of a person. */
export type People = {
  /** Most quoted first. */
  people: readonly Person[];
  byId: ReadonlyMap<string, Person>;
  /** Whose words each quotation is: the person's place in `people` plus 1; 0 where nobody is named. */
  speakers: Uint32Array;
  /** Corrections that changed nothing. */
  misfits: readonly Misfit[];
};

/** Everybody who is quoted, for quotations at hand. */
export type QuotedPeople = Pick<People, 'people' | 'byId'> & {
  /** The id of the person whose words a quotation is; absent where nobody is named. Keyed by the quotation itself. */
  personOf: { get(quotation: Quotation): string | undefined };
};

/**
 * One entry for each person over the set. Full names that agree are one person ("Bob Moss", "Robert Moss"), unless
 * their roles cannot be one person's (`tellApart`); a surname alone joins a full name only where one person alone bears
 * it and a role agrees; all others stay apart, unless `corrections` say otherwise. `articles` are those of the sayings.
 */
export function buildPeople(
  articles: readonly Pick<ArticleRef, 'id' | 'file' | 'publishedAt'>[],
  sayings: Sayings,
  corrections: readonly Correction[] = [],
): People {
  const bySurname = new Map<string, Namesakes>();
  const surnamesAlone = new Map<string, Entry>();
  for (const saying of eachSaying(sayings, articles)) {
    const { given, surname } = parseName(saying.name);
    const key = nameKey(surname);
    if (given.length > 0) {
      const named = bySurname.get(key) ?? namesakes();
      bySurname.set(key, named);
      named.record(saying);
    } else {
      // In one article it is one person.
      const here = `${key}\0${saying.article.id}`;
      const entry = surnamesAlone.get(here) ?? newEntry(saying.name, false);
      surnamesAlone.set(here, entry);
      record(entry, saying);
    }
  }
  const full = new Map([...bySurname].map(([key, { entries }]) => [key, entries.flatMap(tellApart)]));
  const entries = [...full.values()].flat();
  const homes = new Map<string, ReturnType<typeof homesOf>>();
  for (const alone of surnamesAlone.values()) {
    const key = nameKey(alone.name);
    const known = homes.get(key) ?? homesOf(full.get(key) ?? []);
    homes.set(key, known);
    if (!known.take(alone)) entries.push(alone);
  }
  const corrected = correctEntries(entries, corrections);
  return { ...asPeople(corrected.entries, sayings.name.length), misfits: corrected.misfits };
}
type Namesakes = ReturnType<typeof namesakes>;

/** The people of one surname who are called by a full name, as their sayings come. */
function namesakes() {
  const entries: Entry[] = [];
  const byName = new Map<string, Entry>();
  // What each name meant last; forgotten when somebody is new, or has another name now.
  const known = new Map<string, Entry>();
  const sameName = (name: string): Entry | undefined => {
    const exact = byName.get(fold(name));
    if (exact) return exact;
    const agreeing = entries.filter((entry) => fullNamesAgree(entry.name, name));
    // An initial fits several people: then it names none of them.
    return agreeing.length === 1 ? agreeing[0] : undefined;
  };
  return {
    entries,
    record(saying: Parameters<typeof record>[1]): void {
      let entry = known.get(saying.name) ?? sameName(saying.name);
      if (!entry) {
        entry = newEntry(saying.name, true);
        entries.push(entry);
        byName.set(fold(entry.name), entry);
        known.clear();
      }
      known.set(saying.name, entry);
      const { name } = entry;
      record(entry, saying);
      if (entry.name === name) return;
      byName.delete(fold(name));
      byName.set(fold(entry.name), entry);
      known.clear();
    },
  };
}

/** Whom a surname alone can be: the one person who bears it, or those who had nothing but it, where a role agrees. */
function homesOf(named: readonly Entry[]) {
  const [only] = named;
  const nounsOfOnly = only && named.length === 1 ? roleNouns(only.roles.keys()) : new Set<string>();
  const others: Entry[] = [];
  // The first of the others that has each noun in a role.
  const firstWith = new Map<string, number>();
  const has = (nouns: Iterable<string>, place: number) => {
    for (const noun of nouns) firstWith.set(noun, Math.min(place, firstWith.get(noun) ?? place));
  };
  return {
    /** Joins it to whom it can be; false where that is nobody, and it may be the next one's home. */
    take(alone: Entry): boolean {
      const nouns = roleNouns(alone.roles.keys());
      const isOnly = [...nouns].some((noun) => nounsOfOnly.has(noun));
      const first = Math.min(...[...nouns].map((noun) => firstWith.get(noun) ?? others.length));
      const home = isOnly ? only : others[first];
      if (!home) {
        has(nouns, others.push(alone) - 1);
        return false;
      }
      join(home, alone);
      if (isOnly) for (const noun of nouns) nounsOfOnly.add(noun);
      else has(nouns, first);
      return true;
    },
  };
}

function asPeople(entries: Entry[], quotations: number): Omit<People, 'misfits'> {
  const ids = new Map<string, number>();
  const recordsOf = new Map<Person, Entry['records']>();
  const people = entries.map((entry): Person => {
    const slug =
      fold(entry.name)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'person';
    const count = (ids.get(slug) ?? 0) + 1;
    ids.set(slug, count);
    const id = count === 1 ? slug : `${slug}-${count}`;
    const person = {
      id,
      name: entry.name,
      aliases: byCount(entry.aliases).filter((alias) => alias !== entry.name),
      roles: byCount(entry.roles),
      articles: [...entry.articles],
      quotations: new Set(entry.records.map(({ wording }) => wording)).size,
    };
    recordsOf.set(person, entry.records);
    return person;
  });
  people.sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const speakers = new Uint32Array(quotations);
  for (const [place, person] of people.entries())
    for (const { quotation } of recordsOf.get(person) ?? []) speakers[quotation] = place + 1;
  return { people, byId: new Map(people.map((person) => [person.id, person])), speakers };
}

const byCount = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
