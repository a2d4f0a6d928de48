import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { memo } from '../text/memo.js';
import { givenNamesAgree, isHonorific, nameKey, parseName } from '../text/names.js';
import { isRole } from '../text/roles.js';
import type { Saying as SayingIn } from './sayings.js';

/** One quotation of a person. */
export type Saying = SayingIn<Pick<ArticleRef, 'id' | 'file' | 'publishedAt'>>;

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

const nounsOf = memo((role) =>
  fold(role)
    .split(/[^a-z-]+/)
    .filter(isRole),
);

/** The nouns of some roles that say what somebody is: "Canada's foreign minister" gives "minister". Folded. */
export function roleNouns(roles: Iterable<string>): Set<string> {
  return new Set([...roles].flatMap(nounsOf));
}

export function newEntry(name: string, full: boolean): Entry {
  return { name, full, roles: new Map(), aliases: new Map(), articles: new Set(), records: [] };
}

/** Adds one quotation to a person's entry, with the names and the role that it brings. */
export function record(entry: Entry, one: Saying): void {
  const { article, name, mention, role } = one;
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  entry.articles.add(article.id);
  entry.records.push(one);
  if (role) count(entry.roles, role);
  if (name !== entry.name) count(entry.aliases, name);
  if (mention && mention !== entry.name && namesIt(mention + BETWEEN + entry.name))
    count(entry.aliases, mention);
  if (name.length > entry.name.length && entry.full) entry.name = name;
}

const BETWEEN = '\0';

// A mention that is a name: it ends in the surname, and holds no more than titles and the name before it.
const namesIt = memo((both) => {
  const [mention = '', name = ''] = both.split(BETWEEN);
  const { surname } = parseName(name);
  if (nameKey(mention.split(/\s+/).at(-1) ?? '') !== nameKey(surname.split(' ').at(-1) ?? '')) return false;
  return mention
    .split(/\s+/)
    .slice(0, -1)
    .every((word) => isHonorific(word) || name.split(/\s+/).some((part) => givenNamesAgree(part, word)));
});

/** Makes one person of two: `home` takes all that `other` has. */
export function join(home: Entry, other: Entry): void {
  for (const [key, count] of other.roles) home.roles.set(key, (home.roles.get(key) ?? 0) + count);
  for (const [key, count] of other.aliases) home.aliases.set(key, (home.aliases.get(key) ?? 0) + count);
  home.aliases.set(other.name, (home.aliases.get(other.name) ?? 0) + other.records.length);
  for (const article of other.articles) home.articles.add(article);
  for (const one of other.records) home.records.push(one);
}
