import type { Article } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { fullNamesAgree, givenNamesAgree, isHonorific, nameKey, parseName } from '../text/names.js';
import { isRole } from '../text/roles.js';
import type { Person, Quotation, Speaker } from './quotation.js';
import { wordingOf } from './wording.js';

/** Everybody who is quoted in an article set. Those who are only named are left out: a name alone is weak evidence of a person. */
export type People = {
  /** Most quoted first. */
  people: readonly Person[];
  byId: ReadonlyMap<string, Person>;
  /** The id of the person whose words a quotation is; absent where nobody is named. Keyed by the quotation itself. */
  personOf: ReadonlyMap<Quotation, string>;
};

type Entry = {
  name: string;
  full: boolean;
  roles: Map<string, number>;
  aliases: Map<string, number>;
  articles: Set<string>;
  quotations: Quotation[];
};

/**
 * One entry for each person over the set. Full names that agree are one person ("Bob Moss", "Robert Moss"); a surname
 * alone joins a full name only where one person alone bears it and a role agrees; all others stay apart.
 */
export function buildPeople(
  articles: readonly { article: Article; quotations: readonly Quotation[] }[],
): People {
  const entries: Entry[] = [];
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
        entry = {
          name: speaker.name,
          full: given.length > 0,
          roles: new Map(),
          aliases: new Map(),
          articles: new Set(),
          quotations: [],
        };
        if (entry.full) {
          entries.push(entry);
          bySurname.set(key, [...named, entry]);
        } else surnamesAlone.push(entry);
      }
      record(entry, article.id, quotation, speaker);
    }
  }
  for (const alone of surnamesAlone) {
    const home =
      homeOf(alone, bySurname.get(nameKey(alone.name)) ?? []) ??
      entries.find((one) => !one.full && sharesRole(one, alone) && nameKey(one.name) === nameKey(alone.name));
    if (home) join(home, alone);
    else entries.push(alone);
  }
  return asPeople(entries);
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
  const nouns = (entry: Entry) =>
    new Set([...entry.roles.keys()].flatMap((role) => fold(role).split(/[^a-z-]+/)).filter(isRole));
  const theirs = nouns(other);
  return [...nouns(one)].some((noun) => theirs.has(noun));
}

function record(entry: Entry, article: string, quotation: Quotation, speaker: Speaker): void {
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  entry.articles.add(article);
  entry.quotations.push(quotation);
  if (speaker.role) count(entry.roles, speaker.role);
  if (speaker.name !== entry.name) count(entry.aliases, speaker.name);
  const mention = speaker.mention.text;
  if (
    speaker.reason !== 'pronoun' &&
    speaker.reason !== 'role' &&
    mention !== entry.name &&
    mention.length <= 60 &&
    namesIt(mention, entry.name)
  )
    count(entry.aliases, mention);
  if (speaker.name.length > entry.name.length && entry.full) entry.name = speaker.name;
}

// A mention that is a name: it ends in the surname, and holds no more than titles and the name before it.
function namesIt(mention: string, name: string): boolean {
  const { surname } = parseName(name);
  if (nameKey(mention.split(/\s+/).at(-1) ?? '') !== nameKey(surname.split(' ').at(-1) ?? '')) return false;
  return mention
    .split(/\s+/)
    .slice(0, -1)
    .every((word) => isHonorific(word) || name.split(/\s+/).some((part) => givenNamesAgree(part, word)));
}

function join(home: Entry, other: Entry): void {
  for (const [key, count] of other.roles) home.roles.set(key, (home.roles.get(key) ?? 0) + count);
  for (const [key, count] of other.aliases) home.aliases.set(key, (home.aliases.get(key) ?? 0) + count);
  home.aliases.set(other.name, (home.aliases.get(other.name) ?? 0) + other.quotations.length);
  for (const article of other.articles) home.articles.add(article);
  home.quotations.push(...other.quotations);
}

function asPeople(entries: Entry[]): People {
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
    for (const quotation of entry.quotations) personOf.set(quotation, id);
    return {
      id,
      name: entry.name,
      aliases: byCount(entry.aliases).filter((alias) => alias !== entry.name),
      roles: byCount(entry.roles),
      articles: [...entry.articles],
      quotations: new Set(entry.quotations.map(({ text }) => wordingOf(text))).size,
    };
  });
  people.sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { people, byId: new Map(people.map((person) => [person.id, person])), personOf };
}

const byCount = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
