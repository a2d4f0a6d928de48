import { type Article, type ArticleRef, articleRef } from './article.js';

/** The articles of an archive, in order: what is small is at hand, and a whole article is read when it is asked for. */
export type ArticleList = {
  /** Every article without its text. */
  references: readonly ArticleRef[];
  /** The article of that number in `references`; undefined where there is none. */
  articleAt(number: number): Article | undefined;
};

/** Articles that are all held anyway. */
export function listOf(articles: readonly Article[]): ArticleList {
  return { references: articles.map(articleRef), articleAt: (number) => articles[number] };
}
