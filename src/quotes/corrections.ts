import { fold } from '../text/fold.js';
import { type Entry, entryOf, join, newEntry, record, type Saying } from './person-entry.js';

/** What an admin says about one person; see docs/operating.md. Names are as the list of people shows them. */
export type Correction = {
  name: string;
  /** The name to show instead. */
  rename?: string | undefined;
  /** Other names to find them by. */
  aliases: readonly string[];
  /** Names of others in the list who are the same person. */
  merge: readonly string[];
  /** Articles (path in the set, or id) whose quotations of this name are another person's. */
  split: readonly { name: string; articles: readonly string[] }[];
  /** Line of the file that it stands on. */
  line: number;
};

/** A correction, or a part of it, that changed nothing. */
export type Misfit = { line: number; what: string; why: string };

/** Entries as the corrections, in their order, have them; those that fit nobody are told. */
export function correctEntries(
  found: readonly Entry[],
  corrections: readonly Correction[],
): { entries: Entry[]; misfits: Misfit[] } {
  if (corrections.length === 0) return { entries: [...found], misfits: [] };
  const misfits: Misfit[] = [];
  const list = entryList(found);
  for (const { name, rename, aliases, merge, split, line } of corrections) {
    const misfit = (what: string, why: string) => misfits.push({ line, what, why });
    const [entry, ...more] = list.named(name);
    // What an admin says of all who are called so decides, not what was told apart by their roles.
    if (entry && more.length > 0 && (split.length > 0 || merge.some((other) => fold(other) === fold(name)))) {
      for (const one of more.splice(0)) {
        join(entry, one);
        list.remove(one);
      }
    }
    if (!entry || more.length > 0) {
      misfit(
        `the entry for “${name}” was not used`,
        entry
          ? 'several people are called so; “merge” with the same name makes them one, “split” parts them by article'
          : 'the articles quote nobody of that name',
      );
      continue;
    }
    for (const part of split) {
      const places = new Set(part.articles);
      const [theirs, others]: [Saying[], Saying[]] = [[], []];
      for (const one of entry.records)
        (places.has(one.article.file) || places.has(one.article.id) ? theirs : others).push(one);
      if (theirs.length === 0) {
        misfit(`the split of “${name}” was not used`, 'none of its articles quotes them');
        continue;
      }
      const target = list.named(part.name).find((other) => other !== entry) ?? newEntry(part.name, true);
      for (const one of theirs) record(target, one);
      target.name = part.name;
      Object.assign(entry, entryOf(entry.name, entry.full, others));
      list.file(entry);
      list.file(target);
    }
    for (const other of merge) {
      const same = list.named(other).filter((one) => one !== entry);
      if (same.length === 0 && fold(other) !== fold(name))
        misfit(`“${other}” was not merged into “${name}”`, 'the articles quote nobody else of that name');
      for (const one of same) {
        join(entry, one);
        list.remove(one);
      }
    }
    for (const alias of aliases) entry.aliases.set(alias, entry.aliases.get(alias) ?? 0);
    if (rename !== undefined) {
      entry.aliases.set(entry.name, entry.records.length);
      entry.name = rename;
      list.file(entry);
    }
  }
  // Somebody all of whose words went to others is no longer quoted.
  return { entries: list.all().filter(({ records }) => records.length > 0), misfits };
}

/** Entries in their order, found by name without looking at each. */
function entryList(found: readonly Entry[]) {
  const places = new Map<Entry, { place: number; key: string }>();
  const byKey = new Map<string, Set<Entry>>();
  const placeOf = (entry: Entry) => places.get(entry)?.place ?? -1;
  let next = 0;
  const remove = (entry: Entry) => {
    byKey.get(places.get(entry)?.key ?? '')?.delete(entry);
    places.delete(entry);
  };
  /** Puts an entry at the end, or under the name that it has now. */
  const file = (entry: Entry) => {
    const key = fold(entry.name);
    const before = places.get(entry);
    if (before) byKey.get(before.key)?.delete(entry);
    places.set(entry, { place: before?.place ?? next++, key });
    byKey.set(key, (byKey.get(key) ?? new Set()).add(entry));
  };
  for (const entry of found) file(entry);
  return {
    file,
    remove,
    named: (name: string) =>
      [...(byKey.get(fold(name)) ?? [])].sort((one, other) => placeOf(one) - placeOf(other)),
    // A changed value keeps its place in a map.
    all: () => [...places.keys()],
  };
}
