import { createHash } from 'node:crypto';
import { buildPeople } from '../quotes/people.js';
import { joinedSayings } from '../quotes/sayings.js';
import { partOfShingles } from '../quotes/verify/shingles.js';
import { publicationKey } from '../search/filters.js';
import { partOfIndex } from '../search/part-of-index.js';
import { partOfStore } from './article-store.js';
import { seenRoles } from './role-holders.js';
import type { Snapshot } from './snapshot.js';

/**
 * The snapshot as if the set held only the articles of these publications, whatever their names' case and accents. What
 * answers from it cannot show anything of others, since it gives nothing of them: their people, roles, words and counts
 * are gone too. An article that names no publication is of none of them. The problems of files are left out.
 */
export function onlyPublications(snapshot: Snapshot, publications: readonly string[]): Snapshot {
  const wanted = new Set(publications.map(publicationKey));
  const { articles: all } = snapshot;
  const kept = all.references.flatMap(({ publication }, at) =>
    publication !== null && wanted.has(publicationKey(publication)) ? [at] : [],
  );
  const references = kept.flatMap((at) => all.references[at] ?? []);
  const sayings = joinedSayings(
    [snapshot.sayings],
    kept.map((at) => ({ source: 0, first: at, after: at + 1 })),
  );
  // Made anew: a name, a role or an alias that only other articles print must not be known.
  const { personOf, ...people } = buildPeople(references, sayings, snapshot.corrections);
  const ids = people.people.map(({ id }) => id);
  const store = partOfStore(all, kept, { first: sayings.first, person: personOf, ids });
  // Each field by its name: one that is new must not pass by itself.
  return {
    id: idOf(snapshot.id, wanted),
    madeFrom: null,
    builtAt: snapshot.builtAt,
    directory: snapshot.directory,
    corrections: snapshot.corrections,
    roles: seenRoles(references, sayings, personOf, people.people),
    problems: [],
    hashes: new Map(references.map(({ id }) => [id, snapshot.hashes.get(id) ?? ''])),
    quotations: personOf.length,
    sayings,
    articles: store,
    people: { ...people, personOf: store.personOf },
    index: { ...partOfIndex(snapshot.index, kept), articles: store },
    shingles: partOfShingles(snapshot.shingles, kept),
  };
}

// A page button of another selection must not be taken for one of this.
function idOf(snapshot: string, wanted: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([snapshot, ...[...wanted].sort()]))
    .digest('hex')
    .slice(0, 12);
}
