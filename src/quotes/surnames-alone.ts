import { nameKey } from '../text/names.js';
import type { Bearers } from './bearers.js';
import { type Entry, join, nounsIn } from './person-entry.js';

/**
 * Joins each entry of a surname alone to the one person who bears it, or else to the first such entry, where they share a
 * role; gives the entries that stay, in their order.
 */
export function joinSurnames(alone: readonly Entry[], bySurname: ReadonlyMap<string, Bearers>): Entry[] {
  const kept: Entry[] = [];
  // Nouns of the roles of whoever alone bears a surname in full, and for each surname the first kept entry by its nouns.
  const ofBearer = new Map<string, Set<string>>();
  const firstOf = new Map<string, Map<string, number>>();
  for (const entry of alone) {
    const key = nameKey(entry.name);
    const nouns = nounsIn(entry.records);
    const [only, ...others] = bySurname.get(key)?.entries ?? [];
    if (only && others.length === 0) {
      const theirs = ofBearer.get(key) ?? nounsIn(only.records);
      ofBearer.set(key, theirs);
      if (sharesOne(theirs, nouns)) {
        join(only, entry);
        for (const noun of nouns) theirs.add(noun);
        continue;
      }
    }
    const first = firstOf.get(key) ?? new Map<string, number>();
    firstOf.set(key, first);
    let place = kept.length;
    for (const noun of nouns) place = Math.min(place, first.get(noun) ?? place);
    const home = kept[place];
    if (home) join(home, entry);
    else kept.push(entry);
    for (const noun of nouns) first.set(noun, Math.min(place, first.get(noun) ?? place));
  }
  return kept;
}

function sharesOne(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const noun of other) if (one.has(noun)) return true;
  return false;
}
