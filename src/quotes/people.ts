import { fold } from '../text/fold.js';
import { nameKey } from '../text/names.js';
import { addBearer, type Bearers, bearerOf, noBearers, renameBearer } from './bearers.js';
import { type Correction, correctEntries, type Misfit } from './corrections.js';
import { tellApart } from './namesakes.js';
import {
  type Entry,
  newEntry,
  type ReadName,
  record,
  rolesIn,
  type Saying,
  sayingReader,
} from './person-entry.js';
import type { Person, Quotation } from './quotation.js';
import type { Sayings } from './sayings.js';
import { joinSurnames } from './surnames-alone.js';

/** Everybody who is quoted in an article set. Those who are only named are left out: a name alone is weak evidence of a person. */
export type People = {
  /** Most quoted first. */
  people: readonly Person[];
  byId: ReadonlyMap<string, Person>;
  /** The id of the person whose words a quotation is; absent where nobody is named. Keyed by the quotation itself. */
  personOf: { get(quotation: Quotation): string | undefined };
  /** Corrections that changed nothing. */
  misfits: readonly Misfit[];
};

/** The same with a column that tells for each quotation whose words it is: the person's number in `people` plus 1, 0 for nobody. */
export type BuiltPeople = Omit<People, 'personOf'> & { personOf: Uint32Array };

/**
 * One entry for each person over the set, whose articles `references` are. Full names that agree are one person ("Bob
 * Moss", "Robert Moss"), unless their roles cannot be one person's (`tellApart`); a surname alone joins a full name only
 * where one person alone bears it and a role agrees; all others stay apart, unless `corrections` say otherwise.
 */
export function buildPeople(
  references: readonly Saying['article'][],
  sayings: Sayings,
  corrections: readonly Correction[] = [],
): BuiltPeople {
  const { bySurname, alone } = byName(references, sayings);
  for (const bearers of bySurname.values()) bearers.entries = bearers.entries.flatMap(tellApart);
  const kept = joinSurnames(alone, bySurname);
  const entries = [...[...bySurname.values()].flatMap((bearers) => bearers.entries), ...kept];
  const corrected = correctEntries(entries, corrections);
  return { ...asPeople(corrected.entries, sayings), misfits: corrected.misfits };
}

/** Those with full names by surname, and those of whom an article gives the surname alone, an entry for each article. */
function byName(
  references: readonly Saying['article'][],
  sayings: Sayings,
): { bySurname: Map<string, Bearers>; alone: Entry[] } {
  const bySurname = new Map<string, Bearers>();
  const alone: Entry[] = [];
  const sayingAt = sayingReader(sayings);
  const known = new Map<ReadName, Known>();
  for (const [number, article] of references.entries()) {
    const aloneHere = new Map<string, Entry>();
    for (let at = sayings.first[number] ?? 0; at < (sayings.first[number + 1] ?? 0); at++) {
      const saying = sayingAt(at, article);
      if (!saying) continue;
      const { name } = saying;
      if (name.full) recordFull(saying, known, bySurname);
      else {
        const before = aloneHere.get(name.surname);
        const entry = before ?? newEntry(name.text, false);
        record(entry, saying);
        if (before) continue;
        alone.push(entry);
        const key = nameKey(name.text);
        if (!aloneHere.has(key)) aloneHere.set(key, entry);
      }
    }
  }
  return { bySurname, alone };
}

/** Whom a name meant the last time, which is still so where nobody of that surname has come or changed since. */
type Known = { bearers: Bearers; entry: Entry; changes: number };

function recordFull(saying: Saying, known: Map<ReadName, Known>, bySurname: Map<string, Bearers>): void {
  const { name } = saying;
  const last = known.get(name);
  const bearers = last?.bearers ?? bySurname.get(name.surname) ?? noBearers();
  let entry = last?.changes === bearers.changes ? last.entry : bearerOf(bearers, name.text);
  if (!entry) {
    entry = newEntry(name.text, true);
    addBearer(bearers, entry);
    bySurname.set(name.surname, bearers);
  }
  const before = entry.name;
  record(entry, saying);
  if (entry.name !== before) renameBearer(bearers, before);
  if (!last) known.set(name, { bearers, entry, changes: bearers.changes });
  else {
    last.entry = entry;
    last.changes = bearers.changes;
  }
}

function asPeople(entries: readonly Entry[], sayings: Sayings): Omit<BuiltPeople, 'misfits'> {
  const ids = new Map<string, number>();
  const found = entries.map((entry): { person: Person; records: readonly Saying[] } => {
    const slug =
      fold(entry.name)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'person';
    const count = (ids.get(slug) ?? 0) + 1;
    ids.set(slug, count);
    const person = {
      id: count === 1 ? slug : `${slug}-${count}`,
      name: entry.name,
      aliases: byCount(entry.aliases).filter((alias) => alias !== entry.name),
      roles: byCount(rolesIn(entry.records)),
      articles: [...new Set(entry.records.map(({ article }) => article.id))],
      quotations: new Set(entry.records.map(({ quotation }) => sayings.wording[quotation])).size,
    };
    return { person, records: entry.records };
  });
  found.sort(
    ({ person: a }, { person: b }) =>
      b.quotations - a.quotations || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  const personOf = new Uint32Array(sayings.name.length);
  for (const [number, { records }] of found.entries())
    for (const { quotation } of records) personOf[quotation] = number + 1;
  const people = found.map(({ person }) => person);
  return { people, byId: new Map(people.map((person) => [person.id, person])), personOf };
}

const byCount = (counts: Map<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
