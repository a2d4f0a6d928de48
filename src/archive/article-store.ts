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
type StoredQuotations = [quotations: readonly Quotation[], people: (string | undefined)[]];

// Some questions ask for the same articles several times over.
const REMEMBERED = 500;

/** What an `openStore` needs to give these articles, their quotations (by the articles' ids) and whose those are. */
export function storeArticles(
  articles: readonly Article[],
  quotations: ReadonlyMap<string, readonly Quotation[]>,
  personOf: People['personOf'],
): StoredArticles {
  return {
    references: articles.map(articleRef),
    articles: pack(articles.map(storedArticle)),
    quotations: pack(
      articles.map(({ id }): StoredQuotations => {
        const found = quotations.get(id) ?? [];
        return [found, found.map((quotation) => personOf.get(quotation))];
      }),
    ),
  };
}

/** A store over what `storeArticles` gave, here or in a run before. */
export function openStore({ references, articles, quotations }: StoredArticles): ArticleStore {
  const places = new Map(references.map(({ id }, place) => [id, place]));
  const people = new WeakMap<Quotation, string>();
  // `storeArticles` wrote what is read here; whoever keeps it on disk proves that it is the same.
  const articleAt = remembering((number) => {
    const stored = unpack(articles, number) as StoredArticle | undefined;
    return stored && articleFrom(stored);
  });
  const quotationsAt = remembering((number) => {
    const [found, theirs] = (unpack(quotations, number) ?? [[], []]) as StoredQuotations;
    for (const [at, quotation] of found.entries()) {
      const person = theirs[at];
      if (person !== undefined) people.set(quotation, person);
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
