import type { Problem } from '../articles/article.js';
import type { Correction } from '../quotes/corrections.js';
import type { BuiltPeople, People } from '../quotes/people.js';
import type { Sayings } from '../quotes/sayings.js';
import type { Shingles } from '../quotes/verify/shingles.js';
import type { Engine } from '../search/engine.js';
import type { PassageTable } from '../search/passage-table.js';
import { indexOver, type SearchIndex } from '../search/search-index.js';
import { type ArticleStore, openStore, type StoredArticles } from './article-store.js';
import type { SeenRole } from './role-holders.js';

/** What a snapshot and the plain data that it is made of have in common. */
type Common = {
  /** Made from the contents of the articles and the corrections: the same set gives the same id again, also after a restart. */
  id: string;
  /** The state of the folder and of the corrections on disk that it was made from; null where they had only just changed. */
  madeFrom: string | null;
  /** When it was built, as an ISO instant. */
  builtAt: string;
  /** Absolute path of the article set. */
  directory: string;
  /** Content hash by article id, in the order of the articles. */
  hashes: ReadonlyMap<string, string>;
  problems: readonly Problem[];
  /** What the admins say of people; the list of people has it already. */
  corrections: readonly Correction[];
  /** The roles that articles give to those whom they quote. */
  roles: readonly SeenRole[];
  /** How many quotations there are. */
  quotations: number;
  /** Who is quoted where: the people are put together from it. */
  sayings: Sayings;
  /** Where every pair of words of the articles stands, for `/verify`. */
  shingles: Shingles;
};

/** A fully built archive that never changes. Every query is answered from exactly one. */
export type Snapshot = Common & { articles: ArticleStore; people: People; index: SearchIndex };

/** All that a snapshot is made of, as plain data. The index is not in it: an engine makes or keeps its own. */
export type SnapshotParts = Common & {
  stored: StoredArticles;
  people: BuiltPeople;
  table: PassageTable;
};

/** The articles of a snapshot. */
export function storeOf({
  stored,
  people: { people, personOf },
  sayings: { first },
}: Pick<SnapshotParts, 'stored' | 'people' | 'sayings'>): ArticleStore {
  return openStore(stored, { first, person: personOf, ids: people.map(({ id }) => id) });
}

/** The snapshot over its parts, which reads its articles from them when they are asked for. `engine` holds its index. */
export function snapshotOf({ stored, table, people, ...common }: SnapshotParts, engine: Engine): Snapshot {
  const articles = storeOf({ stored, people, sayings: common.sayings });
  return {
    ...common,
    articles,
    people: { ...people, personOf: articles.personOf },
    index: indexOver(articles, table, engine),
  };
}
