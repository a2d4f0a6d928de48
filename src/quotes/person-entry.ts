import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';
import { givenNamesAgree, isHonorific, nameKey, parseName } from '../text/names.js';
import { isRole } from '../text/roles.js';
import type { Sayings } from './sayings.js';

/** A name with what is read of it, once for all quotations. */
export type ReadName = {
  text: string;
  /** False for a surname alone. */
  full: boolean;
  /** The surname as names are compared, and its last word. */
  surname: string;
  last: string;
  words: readonly string[];
};

/** Words that point at somebody, where they may be a name. */
type ReadMention = { text: string; last: string; before: readonly string[] };

/** One quotation of a person. */
export type Saying = {
  /** Its number in the columns of `Sayings`. */
  quotation: number;
  article: Pick<ArticleRef, 'id' | 'file' | 'publishedAt'>;
  name: ReadName;
  /** Empty where the article gives none. */
  role: string;
  mention: ReadMention | undefined;
};

/** A person while people are put together. Their roles and articles are those of the records. */
export type Entry = {
  name: string;
  full: boolean;
  /** How often each other name is used. */
  aliases: Map<string, number>;
  records: Saying[];
};

/** Reads quotations, each of which stands in the article given; undefined where no person is named. */
export function sayingReader({ name, role, mention, strings }: Sayings) {
  const names: (ReadName | undefined)[] = new Array(strings.length);
  const mentions: (ReadMention | undefined)[] = new Array(strings.length);
  return (quotation: number, article: Saying['article']): Saying | undefined => {
    const [said = 0, called = 0] = [name[quotation], mention[quotation]];
    if (said === 0) return undefined;
    names[said] ??= readName(strings[said] ?? '');
    if (called > 0) mentions[called] ??= readMention(strings[called] ?? '');
    return {
      quotation,
      article,
      name: names[said],
      role: strings[role[quotation] ?? 0] ?? '',
      mention: mentions[called],
    };
  };
}

function readName(text: string): ReadName {
  const { given, surname, suffix } = parseName(text);
  // "Moss Jr." alone is not "Moss".
  const key = given.length === 0 && suffix ? nameKey(text) : nameKey(surname);
  const last = surname.includes(' ') ? nameKey(surname.slice(surname.lastIndexOf(' ') + 1)) : key;
  return { text, full: given.length > 0, surname: key, last, words: text.split(/\s+/) };
}

function readMention(text: string): ReadMention {
  const words = text.split(/\s+/);
  return { text, last: nameKey(words.at(-1) ?? ''), before: words.slice(0, -1) };
}

/** The nouns of the roles in some quotations that say what somebody is: "Canada's foreign minister" gives "minister". Folded. */
export function nounsIn(sayings: readonly Saying[]): Set<string> {
  return new Set(
    [...rolesIn(sayings).keys()].flatMap((role) =>
      fold(role)
        .split(/[^a-z-]+/)
        .filter(isRole),
    ),
  );
}

export function newEntry(name: string, full: boolean): Entry {
  return { name, full, aliases: new Map(), records: [] };
}

/** A person's entry made of some quotations. */
export function entryOf(name: string, full: boolean, sayings: readonly Saying[]): Entry {
  const entry = newEntry(name, full);
  for (const saying of sayings) record(entry, saying);
  return entry;
}

/** Adds one quotation to a person's entry, with the names that it brings. */
export function record(entry: Entry, saying: Saying): void {
  const { name, mention } = saying;
  entry.records.push(saying);
  if (name.text !== entry.name) add(entry.aliases, name.text);
  if (
    mention &&
    mention.text !== entry.name &&
    namesIt(mention, name.text === entry.name ? name : readName(entry.name))
  )
    add(entry.aliases, mention.text);
  if (name.text.length > entry.name.length && entry.full) entry.name = name.text;
}

// A mention that is a name: it ends in the surname, and holds no more than titles and the name before it.
function namesIt(mention: ReadMention, name: ReadName): boolean {
  return (
    mention.last === name.last &&
    mention.before.every(
      (word) => isHonorific(word) || name.words.some((part) => givenNamesAgree(part, word)),
    )
  );
}

/** Makes one person of two: `home` takes all that `other` has. */
export function join(home: Entry, other: Entry): void {
  for (const [alias, count] of other.aliases) add(home.aliases, alias, count);
  add(home.aliases, other.name, other.records.length);
  for (const saying of other.records) home.records.push(saying);
}

/** How often each role is given in some quotations, in the order in which they come up. */
export function rolesIn(sayings: readonly Saying[]): Map<string, number> {
  const roles = new Map<string, number>();
  for (const { role } of sayings) if (role) add(roles, role);
  return roles;
}

function add(counts: Map<string, number>, key: string, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
