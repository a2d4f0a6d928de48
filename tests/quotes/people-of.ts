import { type Article, ArticleSchema, articleRef } from '../../src/articles/article.js';
import type { Correction } from '../../src/quotes/corrections.js';
import { buildPeople, type People } from '../../src/quotes/people.js';
import type { Quotation } from '../../src/quotes/quotation.js';
import { sayingsOf } from '../../src/quotes/sayings.js';

/** The people of articles with these quotations, and whose each of the quotations is. */
export function peopleOf(
  articles: readonly { article: Article; quotations: readonly Quotation[] }[],
  corrections?: readonly Correction[],
): People {
  const { personOf, ...built } = buildPeople(
    articles.map(({ article }) => articleRef(article)),
    sayingsOf(articles.map(({ quotations }) => quotations)),
    corrections,
  );
  const all = articles.flatMap(({ quotations }) => quotations);
  const ids = new Map(all.map((quotation, at) => [quotation, built.people[(personOf[at] ?? 0) - 1]?.id]));
  return { ...built, personOf: ids };
}

/** An article of these paragraphs, without a date. */
export function article(id: string, ...paragraphs: string[]): Article {
  return ArticleSchema.parse({
    id,
    file: `${id}.txt`,
    title: id,
    publication: null,
    tagline: null,
    authors: [],
    publishedAt: null,
    url: null,
    paragraphs,
    text: paragraphs.join('\n\n'),
    removed: [],
    gaps: [],
  });
}
