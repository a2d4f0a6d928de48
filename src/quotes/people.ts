import type { Article } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { fullNamesAgree, nameKey, parseName } from '../text/names.js';
import { type Correction, correctEntries, type Misfit } from './corrections.js';
import { tellApart } from './namesakes.js';
import { type Entry, join, newEntry, record, roleNouns } from './person-entry.js';
import type { Person, Quotation } from './quotation.js';
import { wordingOf } from './wording.js';

/** Everybody who is quoted in an article set. Those who are only named are left out: a name alone is weak evidence of a person. */
export type People = {
  /** Most quoted first. */
  people: readonly Person[];
  byId: ReadonlyMap<string, Person>;
  /** The id of the person whose words a quotation is; absent where nobody is named. Keyed by the quotation itself. */
  personOf: { get(quotation: Quotation): string | undefined };
  /** Corrections that changed nothing. */
  misfits: readonly Misfit[];
};

/**
 * One entry for each person over the set. Full names that agree are one person ("Bob Moss", "Robert Moss"), unless
 * their roles cannot be one person's (`tellApart`); a surname alone joins a full name only where one person alone bears
 * it and a role agrees; all others stay apart, unless `corrections` say otherwise.
 */
export function buildPeople(
  articles: readonly { article: Article; quotations: readonly Quotation[] }[],
  corrections: readonly Correction[] = [],
): People {
  const bySurname = new Map<string, Entry[]>();
  const surnamesAlone: Entry[] = [];
  for (const { article, quotations } of articles) {
    for (const quotation of quotations) {
      const { speaker } = quotation;
      if (speaker?.kind !== 'person') continue;
      const { given, surname } = parseName(speaker.name);
      const key = nameKey(surname);
      const named = bySurname.get(key) ?? [];
      let entry =
        given.length > 0
          ? sameName(named, speaker.name)
          : surnamesAlone.find((one) => nameKey(one.name) === key && one.articles.has(article.id));
      if (!entry) {
        entry = newEntry(speaker.name, given.length > 0);
        if (entry.full) bySurname.set(key, [...named, entry]);
        else surnamesAlone.push(entry);
      }
      record(entry, { article, quotation, speaker });
    }
  }
  for (const [key, named] of bySurname) bySurname.set(key, named.flatMap(tellApart));
  const entries = [...bySurname.values()].flat();
  for (const alone of surnamesAlone) {
    const home =
      homeOf(alone, bySurname.get(nameKey(alone.name)) ?? []) ??
      entries.find((one) => !one.full && sharesRole(one, alone) && nameKey(one.name) === nameKey(alone.name));
    if (home) join(home, alone);
    else entries.push(alone);
  }
  const corrected = correctEntries(entries, corrections);
  return { ...asPeople(corrected.entries), misfits: corrected.misfits };
}

function sameName(named: Entry[], name: string): Entry | undefined {
  const exact = named.find((entry) => fold(entry.name) === fold(name));
  if (exact) return exact;
  const agreeing = named.filter((entry) => fullNamesAgree(entry.name, name));
  // An initial fits several people: then it names none of them.
  return agreeing.length === 1 ? agreeing[0] : undefined;
}

function homeOf(alone: Entry, named: Entry[]): Entry | undefined {
  const [only] = named;
  return only && named.length === 1 && sharesRole(only, alone) ? only : undefined;
}

function sharesRole(one: Entry, other: Entry): boolean {
  const theirs = roleNouns(other.roles.keys());
  return [...roleNouns(one.roles.keys())].some((noun) => theirs.has(noun));
}

function asPeople(entries: Entry[]): Omit<People, 'misfits'> {
  const ids = new Map<string, number>();
  const personOf = new Map<Quotation, string>();
  const people = entries.map((entry): Person => {
    const slug =
      fold(entry.name)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'person';
    const count = (ids.get(slug) ?? 0) + 1;
    ids.set(slug, count);
    const id = count === 1 ? slug : `${slug}-${count}`;
    for (const { quotation } of entry.records) personOf.set(quotation, id);
    return {
      id,
      name: entry.name,
      aliases: byCount(entry.aliases).filter((alias) => alias !== entry.name),
      roles: byCount(entry.roles),
      articles: [...entry.articles],
      quotations: new Set(entry.records.map(({ quotation }) => wordingOf(quotation.text))).size,
    };
  });
  people.sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { people, byId: new Map(people.map((person) => [person.id, person])), personOf };
}

const byCount = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
