import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { givenNamesAgree, isHonorific, nameKey, parseName } from '../text/names.js';
import { isRole } from '../text/roles.js';
import type { Sayings } from './sayings.js';

/** One quotation of a person. */
export type Saying = {
  /** Its number in the columns of `Sayings`. */
  quotation: number;
  article: Pick<ArticleRef, 'id' | 'file' | 'publishedAt'>;
  name: string;
  /** Empty where the article gives none, and so is `mention` where it can be no name. */
  role: string;
  mention: string;
};

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

/** Quotation number `quotation`, which stands in `article`; undefined where no person is named. */
export function sayingAt(
  { name, role, mention, strings }: Sayings,
  quotation: number,
  article: Saying['article'],
): Saying | undefined {
  const said = strings[name[quotation] ?? 0];
  if (!said) return undefined;
  return {
    quotation,
    article,
    name: said,
    role: strings[role[quotation] ?? 0] ?? '',
    mention: strings[mention[quotation] ?? 0] ?? '',
  };
}

/** The nouns of a role that say what somebody is: "Canada's foreign minister" gives "minister". Folded. */
export function roleNouns(role: string): string[] {
  return fold(role)
    .split(/[^a-z-]+/)
    .filter(isRole);
}

export function newEntry(name: string, full: boolean): Entry {
  return { name, full, roles: new Map(), aliases: new Map(), articles: new Set(), records: [] };
}

/** A person's entry made of some quotations. */
export function entryOf(name: string, full: boolean, sayings: readonly Saying[]): Entry {
  const entry = newEntry(name, full);
  for (const saying of sayings) record(entry, saying);
  return entry;
}

/** Adds one quotation to a person's entry, with the names and the role that it brings. */
export function record(entry: Entry, saying: Saying): void {
  const { article, name, role, mention } = saying;
  entry.articles.add(article.id);
  entry.records.push(saying);
  if (role) add(entry.roles, role);
  if (name !== entry.name) add(entry.aliases, name);
  if (mention && mention !== entry.name && namesIt(mention, entry.name)) add(entry.aliases, mention);
  if (name.length > entry.name.length && entry.full) entry.name = name;
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
  for (const [role, count] of other.roles) add(home.roles, role, count);
  for (const [alias, count] of other.aliases) add(home.aliases, alias, count);
  add(home.aliases, other.name, other.records.length);
  for (const article of other.articles) home.articles.add(article);
  for (const saying of other.records) home.records.push(saying);
}

function add(counts: Map<string, number>, key: string, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
