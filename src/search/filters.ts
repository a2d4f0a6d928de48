import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';
import type { Filters } from './answer.js';

/** Whether an article passes the publication and date filters. The person filter is not decided here. */
export function articleFilter({
  publication,
  from,
  to,
  articles,
}: Filters): ((article: Pick<ArticleRef, 'id' | 'publication' | 'publishedAt'>) => boolean) | null {
  const wanted = publication === undefined ? '' : publicationKey(publication);
  const named = articles && new Set(articles);
  if (publication === undefined && from === undefined && to === undefined && !named) return null;
  return (article) => {
    if (named && !named.has(article.id)) return false;
    if (
      publication !== undefined &&
      !(article.publication && publicationKey(article.publication).includes(wanted))
    )
      return false;
    if (from === undefined && to === undefined) return true;
    const day = article.publishedAt?.slice(0, 10);
    return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to);
  };
}

/** How many articles filters leave out for their dates because these have none. */
export function undatedLeftOut(
  articles: readonly Pick<ArticleRef, 'id' | 'publication' | 'publishedAt'>[],
  { from, to, ...others }: Filters,
): number {
  if (from === undefined && to === undefined) return 0;
  const wanted = articleFilter(others) ?? (() => true);
  return articles.filter((article) => article.publishedAt === null && wanted(article)).length;
}

/** A publication's name as it is compared: without case, accents or doubled spaces. */
export function publicationKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}
