import { createHash } from 'node:crypto';
import { buildPeople } from '../quotes/people.js';
import { joinedShingles } from '../quotes/verify/joined-shingles.js';
import { publicationKey } from '../search/filters.js';
import { partOfIndex } from '../search/part-of-index.js';
import { openStore, storeArticles } from './article-store.js';
import { seenRoles } from './role-holders.js';
import type { Snapshot } from './snapshot.js';

/**
 * The snapshot as if the set held only the articles of these publications, whatever their names' case and accents. What
 * answers from it cannot show anything of others, since it holds nothing of them: their people, roles, words and counts
 * are gone too. An article that names no publication is of none of them. The problems of files are left out.
 */
export function onlyPublications(snapshot: Snapshot, publications: readonly string[]): Snapshot {
  const wanted = new Set(publications.map(publicationKey));
  const { articles: all } = snapshot;
  const kept = all.references.flatMap(({ publication }, at) =>
    publication !== null && wanted.has(publicationKey(publication)) ? [at] : [],
  );
  const articles = kept.flatMap((at) => {
    const article = all.articleAt(at);
    return article ? [article] : [];
  });
  const quotations = new Map(articles.map(({ id }) => [id, all.quotationsOf(id)]));
  // Made anew: a name, a role or an alias that only other articles print must not be known.
  const { personOf, ...people } = buildPeople(
    articles.map((article) => ({ article, quotations: quotations.get(article.id) ?? [] })),
    snapshot.corrections,
  );
  const store = openStore(storeArticles(articles, quotations, personOf));
  // Each field by its name: one that is new must not pass by itself.
  return {
    id: idOf(snapshot.id, wanted),
    madeFrom: null,
    builtAt: snapshot.builtAt,
    directory: snapshot.directory,
    corrections: snapshot.corrections,
    roles: seenRoles(articles, quotations, personOf),
    problems: [],
    hashes: new Map(articles.map(({ id }) => [id, snapshot.hashes.get(id) ?? ''])),
    quotations: [...quotations.values()].reduce((sum, found) => sum + found.length, 0),
    articles: store,
    people: { ...people, personOf: store.personOf },
    index: { ...partOfIndex(snapshot.index, kept), articles: store },
    shingles: joinedShingles(
      [snapshot.shingles],
      kept.map((at) => ({ source: 0, first: at, after: at + 1 })),
    ),
  };
}

// A page button of another selection must not be taken for one of this.
function idOf(snapshot: string, wanted: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([snapshot, ...[...wanted].sort()]))
    .digest('hex')
    .slice(0, 12);
}
