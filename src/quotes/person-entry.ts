import type { Article } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { givenNamesAgree, isHonorific, nameKey, parseName } from '../text/names.js';
import { isRole } from '../text/roles.js';
import type { Quotation, Speaker } from './quotation.js';

/** One quotation of a person. */
export type Saying = { article: Article; quotation: Quotation; speaker: Speaker };

/** A person while people are put together. The counts say how often. */
export type Entry = {
  name: string;
  /** False for a surname alone. */
  full: boolean;
  roles: Map<string, number>;
  aliases: Map<string, number>;
  articles: Set<string>;
  records: Saying[];
};

/** The nouns of some roles that say what somebody is: "Canada's foreign minister" gives "minister". Folded. */
export function roleNouns(roles: Iterable<string>): Set<string> {
  return new Set([...roles].flatMap((role) => fold(role).split(/[^a-z-]+/)).filter(isRole));
}

export function newEntry(name: string, full: boolean): Entry {
  return { name, full, roles: new Map(), aliases: new Map(), articles: new Set(), records: [] };
}

/** Adds one quotation to a person's entry, with the names and the role that it brings. */
export function record(entry: Entry, one: Saying): void {
  const { article, speaker } = one;
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  entry.articles.add(article.id);
  entry.records.push(one);
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

/** Makes one person of two: `home` takes all that `other` has. */
export function join(home: Entry, other: Entry): void {
  for (const [key, count] of other.roles) home.roles.set(key, (home.roles.get(key) ?? 0) + count);
  for (const [key, count] of other.aliases) home.aliases.set(key, (home.aliases.get(key) ?? 0) + count);
  home.aliases.set(other.name, (home.aliases.get(other.name) ?? 0) + other.records.length);
  for (const article of other.articles) home.articles.add(article);
  home.records.push(...other.records);
}
