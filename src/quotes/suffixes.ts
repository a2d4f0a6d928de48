import { givenNamesAgree, honorificGender, nameKey, parseName } from '../text/names.js';
import type { Mention } from './mentions.js';
import type { Word } from './words.js';

/** Somebody whose name is printed with a suffix ("Jr."). */
type Suffixed = {
  given: string;
  suffix: string;
  /** Where the suffix is printed first, the blocks where it is, and the titles there. */
  first: number;
  blocks: Set<number>;
  titles: Set<string>;
  /** Whether the name without the suffix is somebody else's. */
  apart: boolean;
};

/** More of one surname are not told apart. */
const MOST = 20;
const KIN = /^(?:father|son|dad|grandfather|grandson|uncle|nephew|namesake|elder|younger)$/;
/** Farthest that a word for a relative stands from the name, in words: "his father, Lee", "Lee, his father". */
const BESIDE = 3;

/**
 * The suffix of each full name that has one, and of those printed without it that evidently are the same person's. A
 * name without the suffix is another's, unless it comes after the one with it, never in the same block or the next,
 * and with no title of its own and no word for a relative beside it.
 */
export function suffixesOf(
  mentions: readonly Mention[],
  paragraphs: readonly Word[][],
): ReadonlyMap<Mention, string> {
  const suffixes = new Map<Mention, string>();
  const bySurname = new Map<string, Suffixed[]>();
  for (const mention of mentions) {
    const { given, surname, suffix } = parseName(mention.name.join(' '));
    if (!suffix) continue;
    suffixes.set(mention, suffix);
    if (given.length === 0) continue;
    const key = nameKey(surname);
    const list = bySurname.get(key) ?? [];
    bySurname.set(key, list);
    let one = list.find((other) => other.suffix === suffix && givenNamesAgree(other.given, given[0] ?? ''));
    if (!one && list.length < MOST) {
      one = {
        given: given[0] ?? '',
        suffix,
        first: mention.start,
        blocks: new Set(),
        titles: new Set(),
        apart: false,
      };
      list.push(one);
    }
    one?.blocks.add(mention.paragraph);
    if (mention.honorific) one?.titles.add(nameKey(mention.honorific));
  }
  if (bySurname.size === 0) return suffixes;
  const bare = mentions.flatMap((mention) => {
    const parts = parseName(mention.name.join(' '));
    const list = parts.given.length > 0 && !parts.suffix ? bySurname.get(nameKey(parts.surname)) : undefined;
    const namesakes = list?.filter(({ given }) => givenNamesAgree(given, parts.given[0] ?? '')) ?? [];
    return namesakes.length > 0 ? [{ mention, namesakes }] : [];
  });
  for (const { mention, namesakes } of bare)
    for (const one of namesakes)
      one.apart ||= !mention.headline && isAnothers(mention, one, paragraphs[mention.paragraph] ?? []);
  for (const { mention, namesakes } of bare) {
    const [one, ...others] = namesakes;
    if (one && others.length === 0 && !one.apart) suffixes.set(mention, one.suffix);
  }
  return suffixes;
}

function isAnothers(mention: Mention, one: Suffixed, words: readonly Word[]): boolean {
  const { paragraph, honorific } = mention;
  if (mention.start < one.first || [-1, 0, 1].some((step) => one.blocks.has(paragraph + step))) return true;
  if (honorific && !honorificGender(honorific) && !one.titles.has(nameKey(honorific))) return true;
  return words
    .slice(Math.max(0, mention.from - BESIDE), mention.to + BESIDE)
    .some((word) => KIN.test(word.lower));
}
