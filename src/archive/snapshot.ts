import type { Problem } from '../articles/article.js';
import type { Correction } from '../quotes/corrections.js';
import type { BuiltPeople, People } from '../quotes/people.js';
import type { Engine } from '../search/engine.js';
import { indexOver, type SearchIndex } from '../search/search-index.js';
import type { Stretch } from '../text/stretches.js';
import type { ArticleParts } from './article-parts.js';
import { type ArticleStore, openStore } from './article-store.js';
import type { SeenRole } from './role-holders.js';

/** What is said of a set as a whole, as plain data: all of it is made anew where an article has changed. */
export type WholeSet = {
  /** Made from the contents of the articles and the corrections: the same set gives the same id again, also after a restart. */
  id: string;
  /** The state of the folder and of the corrections on disk that it was made from; null where they had only just changed. */
  madeFrom: string | null;
  /** When it was built, as an ISO instant. */
  builtAt: string;
  /** Absolute path of the article set. */
  directory: string;
  problems: readonly Problem[];
  /** What the admins say of people; the list of people has it already. */
  corrections: readonly Correction[];
  people: BuiltPeople;
  /** The roles that articles give to those whom they quote. */
  roles: readonly SeenRole[];
};

/** A fully built archive that never changes. Every query is answered from exactly one. */
export type Snapshot = Omit<WholeSet, 'people'> & {
  people: People;
  articles: ArticleStore;
  index: SearchIndex;
  parts: ArticleParts;
};

/** All that a snapshot is made of, as plain data. The index is not in it: an engine makes or keeps its own. */
export type SnapshotParts = WholeSet & {
  parts: ArticleParts;
  /** Where the parts are from: those of a base, and of what has changed since. */
  layers: Layers;
};

/** The articles of a set in order, as stretches of a base and of a patch that holds what the base lacks. */
export type Layers = {
  sources: readonly [base: ArticleParts, patch?: ArticleParts];
  stretches: readonly Stretch[];
  /** What the file of the base is known by; null where it has none yet. */
  base: string | null;
};

/** The snapshot over its parts, which reads its articles from them when they are asked for. `engine` holds its index. */
export function snapshotOf({ parts, layers: _, ...whole }: SnapshotParts, engine: Engine): Snapshot {
  const articles = openStore(parts, whole.people);
  const people = { ...whole.people, personOf: articles.personOf };
  return { ...whole, people, parts, articles, index: indexOver(articles, parts.table, engine) };
}
