import { fold } from '../text/fold.js';
import { type Entry, join, newEntry, record } from './person-entry.js';

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
  const misfits: Misfit[] = [];
  let entries = [...found];
  const named = (name: string) => entries.filter((entry) => fold(entry.name) === fold(name));
  for (const { name, rename, aliases, merge, split, line } of corrections) {
    const misfit = (what: string, why: string) => misfits.push({ line, what, why });
    const [entry, ...more] = named(name);
    // What an admin says of all who are called so decides, not what was told apart by their roles.
    if (entry && more.length > 0 && (split.length > 0 || merge.some((other) => fold(other) === fold(name)))) {
      for (const one of more.splice(0)) {
        join(entry, one);
        entries = entries.filter((other) => other !== one);
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
      const theirs = entry.records.filter(
        ({ article }) => places.has(article.file) || places.has(article.id),
      );
      if (theirs.length === 0) {
        misfit(`the split of “${name}” was not used`, 'none of its articles quotes them');
        continue;
      }
      const target = named(part.name).find((other) => other !== entry) ?? newEntry(part.name, true);
      for (const one of theirs) record(target, one);
      target.name = part.name;
      const rest = newEntry(entry.name, entry.full);
      for (const one of entry.records.filter((one) => !theirs.includes(one))) record(rest, one);
      Object.assign(entry, rest);
      if (!entries.includes(target)) entries.push(target);
    }
    for (const other of merge) {
      const same = named(other).filter((one) => one !== entry);
      if (same.length === 0 && fold(other) !== fold(name))
        misfit(`“${other}” was not merged into “${name}”`, 'the articles quote nobody else of that name');
      for (const one of same) join(entry, one);
      entries = entries.filter((one) => !same.includes(one));
    }
    for (const alias of aliases) entry.aliases.set(alias, entry.aliases.get(alias) ?? 0);
    if (rename !== undefined) {
      entry.aliases.set(entry.name, entry.records.length);
      entry.name = rename;
    }
  }
  // Somebody all of whose words went to others is no longer quoted.
  return { entries: entries.filter(({ records }) => records.length > 0), misfits };
}
