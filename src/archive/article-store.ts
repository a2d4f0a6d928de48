import { type Article, articleRef } from '../articles/article.js';
import type { ArticleList } from '../articles/article-list.js';
import type { People } from '../quotes/people.js';
import type { Quotation } from '../quotes/quotation.js';
import { PARAGRAPH_BREAK } from '../text/span.js';
import { type Packed, pack, unpack } from './packed.js';

/** The articles of a snapshot and their quotations, which are read when they are asked for and not all held. */
export type ArticleStore = ArticleList & {
  /** The number of an article in `references`, by its id. */
  placeOf(id: string): number | undefined;
  articleOf(id: string): Article | undefined;
  /** The quotations of an article in the order of the text; of an unknown one none. */
  quotationsOf(id: string): readonly Quotation[];
  /** Whose words a quotation is that `quotationsOf` gave. */
  personOf: People['personOf'];
};

/** All that a store is opened over. */
export type StoredArticles = Pick<ArticleList, 'references'> & { articles: Packed; quotations: Packed };

// The paragraphs are cut from the text again: only their lengths are kept.
type StoredArticle = [article: Omit<Article, 'paragraphs'>, lengths: number[]];

// Some questions ask for the same articles several times over.
const REMEMBERED = 500;

/**
 * Whose the quotations of a store are. `first` tells where those of each article begin in `person`, which has for each the
 * person's number in `ids` plus 1, 0 for nobody.
 */
export type Whose = { first: Uint32Array; person: Uint32Array; ids: readonly string[] };

/** What an `openStore` needs to give these articles and their quotations (by the articles' ids). */
export function storeArticles(
  articles: readonly Article[],
  quotations: ReadonlyMap<string, readonly Quotation[]>,
): StoredArticles {
  return {
    references: articles.map(articleRef),
    articles: pack(articles.map(storedArticle)),
    quotations: pack(articles.map(({ id }) => quotations.get(id) ?? [])),
  };
}

/** A store over what `storeArticles` gave, here or in a run before. */
export function openStore({ references, articles, quotations }: StoredArticles, whose: Whose): ArticleStore {
  // `storeArticles` wrote what is read here; whoever keeps it on disk proves that it is the same.
  const articleAt = remembering((place) => {
    const stored = unpack(articles, place) as StoredArticle | undefined;
    return stored && articleFrom(stored);
  });
  const quotationsAt = (place: number) => (unpack(quotations, place) ?? []) as readonly Quotation[];
  return storeOver({ references, articleAt, quotationsAt }, whose);
}

/** A store that has some of another's articles and no way to the rest; `kept` are their places there, rising. */
export function partOfStore(store: ArticleStore, kept: readonly number[], whose: Whose): ArticleStore {
  const references = kept.flatMap((place) => store.references[place] ?? []);
  const articleAt = (place: number) => store.articleAt(kept[place] ?? -1);
  const quotationsAt = (place: number) => store.quotationsOf(references[place]?.id ?? '');
  return storeOver({ references, articleAt, quotationsAt }, whose);
}

function storeOver(
  list: ArticleList & { quotationsAt(place: number): readonly Quotation[] },
  { first, person, ids }: Whose,
): ArticleStore {
  const { references, articleAt } = list;
  const places = new Map(references.map(({ id }, place) => [id, place]));
  const people = new WeakMap<Quotation, string>();
  const quotationsAt = remembering((place) => {
    const found = list.quotationsAt(place);
    for (const [at, quotation] of found.entries()) {
      const id = ids[(person[(first[place] ?? 0) + at] ?? 0) - 1];
      if (id !== undefined) people.set(quotation, id);
    }
    return found;
  });
  return {
    references,
    articleAt,
    placeOf: (id) => places.get(id),
    articleOf: (id) => articleAt(places.get(id) ?? -1),
    quotationsOf: (id) => quotationsAt(places.get(id) ?? -1),
    personOf: people,
  };
}

function storedArticle({ paragraphs, ...article }: Article): StoredArticle {
  return [article, paragraphs.map(({ length }) => length)];
}

function articleFrom([article, lengths]: StoredArticle): Article {
  let start = 0;
  const paragraphs = lengths.map((length) => {
    const paragraph = article.text.slice(start, start + length);
    start += length + PARAGRAPH_BREAK.length;
    return paragraph;
  });
  return { ...article, paragraphs };
}

/** The same as `read`, which is asked again only for what it has not given lately. */
function remembering<Value>(read: (number: number) => Value): (number: number) => Value {
  const recent = new Map<number, Value>();
  return (number) => {
    const value = recent.get(number) ?? read(number);
    recent.delete(number);
    recent.set(number, value);
    if (recent.size > REMEMBERED) recent.delete(recent.keys().next().value ?? -1);
    return value;
  };
}
