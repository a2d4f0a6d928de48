import { distance } from 'fastest-levenshtein';
import { isGivenName, nameKey } from '../text/names.js';
import type { Figure } from './figure.js';

/** Shorter names differ by one letter as often as not. */
const SHORTEST = 5;
/** A spelling that an article uses more often is no slip. */
const MOST_SLIPS = 2;
/** Surnames with one first letter that are compared, so that a text of nothing but names takes no longer than its length. */
const MOST_COMPARED = 30;

/** Finds whose name an article misspells, among those it names in full. */
export type Misspelt = {
  /** Makes somebody named in full known. */
  add: (figure: Figure) => void;
  /** The one person whose surname is a letter away; null where there is none, or several. */
  of: (surname: string) => Figure | null;
};

/** `counts` tells how often the article has each name (folded) as one word alone. */
export function misspeltIn(counts: ReadonlyMap<string, number>): Misspelt {
  const named = new Map<string, { key: string; figure: Figure }[]>();
  const answers = new Map<string, Figure | null>();
  const find = (key: string): Figure | null => {
    if (key.length < SHORTEST || isGivenName(key) || (counts.get(key) ?? 0) > MOST_SLIPS) return null;
    const near = (named.get(key[0] ?? '') ?? []).filter(
      (one) => isSlip(one.key, key) && one.key.length >= SHORTEST,
    );
    const [only] = new Set(near.map(({ figure }) => figure));
    return only && near.every(({ figure }) => figure === only) ? only : null;
  };
  return {
    add(figure) {
      const key = nameKey(figure.surname);
      const list = named.get(key[0] ?? '');
      if (!list) named.set(key[0] ?? '', [{ key, figure }]);
      else if (list.length < MOST_COMPARED) list.push({ key, figure });
    },
    of(surname) {
      const key = nameKey(surname);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const found = find(key);
      answers.set(key, found);
      return found;
    },
  };
}

/** True where one letter was left out, put in or changed: "Hallorn" for "Hallorin", but not the plural "Hallorins". */
export function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  return one !== `${other}s` && other !== `${one}s` && distance(one, other) === 1;
}
