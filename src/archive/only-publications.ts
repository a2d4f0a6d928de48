import { createHash } from 'node:crypto';
import { publicationKey } from '../search/filters.js';
import { partOfIndex } from '../search/part-of-index.js';
import { stretchesAt } from '../text/stretches.js';
import { joinedParts } from './article-parts.js';
import { openStore } from './article-store.js';
import { quotedIn } from './quoted-in.js';
import type { Snapshot } from './snapshot.js';

/**
 * The snapshot as if the set held only the articles of these publications, whatever their names' case and accents. What
 * answers from it cannot show anything of others, since it holds nothing of them: their people, roles, words and counts
 * are gone too. An article that names no publication is of none of them. The problems of files are left out.
 */
export function onlyPublications(snapshot: Snapshot, publications: readonly string[]): Snapshot {
  const wanted = new Set(publications.map(publicationKey));
  const kept = snapshot.parts.references.flatMap(({ publication }, number) =>
    publication !== null && wanted.has(publicationKey(publication)) ? [{ source: 0, number }] : [],
  );
  const stretches = stretchesAt(kept);
  const parts = joinedParts([snapshot.parts], stretches);
  // Made anew: a name, a role or an alias that only other articles print must not be known.
  const { people, roles } = quotedIn(parts, snapshot.corrections);
  const articles = openStore(parts, people);
  // Each field by its name: one that is new must not pass by itself.
  return {
    id: idOf(snapshot.id, wanted),
    madeFrom: null,
    builtAt: snapshot.builtAt,
    directory: snapshot.directory,
    corrections: snapshot.corrections,
    problems: [],
    people: { ...people, personOf: articles.personOf },
    roles,
    parts,
    articles,
    index: partOfIndex(snapshot.index, stretches, articles, parts.table),
  };
}

// A page button of another selection must not be taken for one of this.
function idOf(snapshot: string, wanted: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([snapshot, ...[...wanted].sort()]))
    .digest('hex')
    .slice(0, 12);
}
