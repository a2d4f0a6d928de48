import { createHash } from 'node:crypto';
import { buildPeople } from '../quotes/people.js';
import { partOfShingles } from '../quotes/verify/shingles.js';
import { publicationKey } from '../search/filters.js';
import { partOfIndex } from '../search/part-of-index.js';
import type { Snapshot } from './snapshot.js';

/**
 * The snapshot as if the set held only the articles of these publications, whatever their names' case and accents. What
 * answers from it cannot show anything of others, since it holds nothing of them: their people, roles, words and counts
 * are gone too. An article that names no publication is of none of them. The problems of files are left out.
 */
export function onlyPublications(snapshot: Snapshot, publications: readonly string[]): Snapshot {
  const wanted = new Set(publications.map(publicationKey));
  const kept = snapshot.articles.flatMap(({ publication }, at) =>
    publication !== null && wanted.has(publicationKey(publication)) ? [at] : [],
  );
  const index = partOfIndex(snapshot.index, kept);
  const { articles } = index;
  const of = <Value>(values: ReadonlyMap<string, Value>) =>
    new Map(
      articles.flatMap(({ id }): [string, Value][] => {
        const value = values.get(id);
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const quotations = of(snapshot.quotations);
  return {
    ...snapshot,
    id: idOf(snapshot.id, wanted),
    madeFrom: null,
    problems: [],
    articles,
    byId: of(snapshot.byId),
    hashes: of(snapshot.hashes),
    quotations,
    // Made anew: a name, a role or an alias that only other articles print must not be known.
    people: buildPeople(
      articles.map((article) => ({ article, quotations: quotations.get(article.id) ?? [] })),
      snapshot.corrections,
    ),
    index,
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
