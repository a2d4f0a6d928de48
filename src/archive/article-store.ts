import type { Article, ArticleRef } from '../articles/article.js';
import type { ArticleList } from '../articles/article-list.js';
import type { BuiltPeople, People } from '../quotes/people.js';
import type { Quotation } from '../quotes/quotation.js';
import { PARAGRAPH_BREAK } from '../text/span.js';
import type { ArticleParts } from './article-parts.js';
import { unpack } from './packed.js';

/** The articles of a snapshot and their quotations, which are read when they are asked for and not all held. */
export type ArticleStore = ArticleList & {
  /** The number of an article in `references`, by its id. */
  placeOf(id: string): number | undefined;
  articleOf(id: string): Article | undefined;
  /** The quotations of an article in the order of the text; of an unknown one none. */
  quotationsOf(id: string): readonly Quotation[];
  /** Whose words a quotation is that `quotationsOf` gave, by the person's id. */
  personOf: People['personOf'];
};

// What an article's reference says is not kept twice, its paragraphs are cut from the text again, and how it was got out of
// its file is for whoever reads the file.
type OwnWords = Omit<
  Article,
  keyof ArticleRef | 'paragraphs' | 'removed' | 'origin' | 'otherFiles' | 'language'
>;
type PackedArticle = [article: OwnWords, lengths: number[]];

// Some questions ask for the same articles several times over.
const REMEMBERED = 500;

/** What is kept of an article beside its reference, as `openStore` reads it. */
export function packArticle({
  tagline,
  text,
  gaps,
  headings,
  listItems,
  paragraphs,
}: Article): PackedArticle {
  const own = {
    tagline,
    text,
    gaps,
    ...(headings && { headings }),
    ...(listItems && { listItems }),
  };
  return [own, paragraphs.map(({ length }) => length)];
}

/** The text of the article of that number; empty where there is none. */
export function textAt({ articles }: Pick<ArticleParts, 'articles'>, number: number): string {
  const packed = unpack(articles, number) as PackedArticle | undefined;
  return packed?.[0].text ?? '';
}

/** A store over articles and the people who are quoted in them. */
export function openStore(
  {
    references,
    articles,
    quotations,
    sayings,
  }: Pick<ArticleParts, 'references' | 'articles' | 'quotations' | 'sayings'>,
  { people, personOf: column }: Pick<BuiltPeople, 'people' | 'personOf'>,
): ArticleStore {
  const places = new Map(references.map(({ id }, place) => [id, place]));
  const personOf = new WeakMap<Quotation, string>();
  // `packArticle` wrote what is read here; whoever keeps it on disk proves that it is the same.
  const articleAt = remembering((number) => {
    const [reference, packed] = [references[number], unpack(articles, number)];
    return reference && packed ? articleFrom(reference, packed as PackedArticle) : undefined;
  });
  const quotationsAt = remembering((number) => {
    const found = (unpack(quotations, number) ?? []) as readonly Quotation[];
    const first = sayings.first[number] ?? 0;
    for (const [at, quotation] of found.entries()) {
      const person = people[(column[first + at] ?? 0) - 1];
      if (person) personOf.set(quotation, person.id);
    }
    return found;
  });
  return {
    references,
    articleAt,
    placeOf: (id) => places.get(id),
    articleOf: (id) => articleAt(places.get(id) ?? -1),
    quotationsOf: (id) => quotationsAt(places.get(id) ?? -1),
    personOf,
  };
}

function articleFrom(reference: ArticleRef, [article, lengths]: PackedArticle): Article {
  let start = 0;
  const paragraphs = lengths.map((length) => {
    const paragraph = article.text.slice(start, start + length);
    start += length + PARAGRAPH_BREAK.length;
    return paragraph;
  });
  return { ...reference, ...article, paragraphs, removed: [] };
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
