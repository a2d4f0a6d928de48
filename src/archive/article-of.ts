import type { Article, ArticleRef } from '../articles/article.js';
import { PARAGRAPH_BREAK, type Span } from '../text/span.js';
import type { ArticleParagraph, ArticleQuery, ArticleResult, ArticlesQuery } from './archive.js';
import type { ArticleStore } from './article-store.js';
import { findPlace } from './place.js';
import { createTitleFinder } from './titles.js';

const MOST_OTHERS = 5;

/** What of a snapshot is read here. */
type ReadSnapshot = {
  id: string;
  articles: Pick<ArticleStore, 'references' | 'placeOf' | 'articleOf' | 'quotationsOf'>;
};

/** Reads the articles of one snapshot, and finds them by title. */
export function createArticleReader({ id: snapshot, articles }: ReadSnapshot) {
  const { references } = articles;
  const fitting = createTitleFinder(references);

  function meant({ id, title = '' }: ArticleQuery): ArticleRef[] {
    if (id !== undefined) return [references[articles.placeOf(id) ?? -1] ?? []].flat();
    return title.trim() ? fitting(title) : [];
  }

  return {
    /** The articles that a title fits, best first; newest first where none is given. */
    list({ title, ids, file, limit }: ArticlesQuery = {}): ArticleRef[] {
      const wanted = ids && new Set(ids);
      // By their places, so that a few are not looked for among all.
      const all =
        title !== undefined
          ? fitting(title)
          : wanted
            ? [...wanted].flatMap((id) => references[articles.placeOf(id) ?? -1] ?? [])
            : references;
      const isIn = (own: string) => file === undefined || own === file || own.startsWith(`${file}#`);
      return all.filter((article) => (wanted?.has(article.id) ?? true) && isIn(article.file)).slice(0, limit);
    },
    /** One article, or those that a title fits where it fits several. */
    read(query: ArticleQuery): ArticleResult {
      const fits = meant(query);
      const [first] = fits;
      const article = first && fits.length === 1 ? articles.articleOf(first.id) : undefined;
      const base = { query, snapshot, fits: fits.length };
      if (!first || !article) {
        const others = fits.slice(0, MOST_OTHERS);
        return {
          ...base,
          article: null,
          others,
          total: 0,
          length: 0,
          paragraphs: [],
          quotations: [],
          gaps: [],
          found: null,
        };
      }
      const quotations = articles.quotationsOf(article.id);
      const paragraphs = wanted(paragraphsOf(article), query);
      const shown: Span = { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? 0 };
      return {
        ...base,
        article: first,
        others: [],
        total: article.paragraphs.length,
        length: article.text.length,
        paragraphs,
        quotations: quotations.filter(({ start, end }) => start < shown.end && end > shown.start),
        gaps: article.gaps.filter((gap) => gap >= shown.start && gap < shown.end),
        found: query.find ? findPlace(article, query.find, quotations) : null,
      };
    },
  };
}

function paragraphsOf({ paragraphs, headings = [], listItems = [] }: Article): ArticleParagraph[] {
  const [titles, items] = [new Set(headings), new Set(listItems)];
  let start = 0;
  return paragraphs.map((text, index) => {
    const at = start;
    start += text.length + PARAGRAPH_BREAK.length;
    const kind = titles.has(index) ? 'heading' : items.has(index) ? 'item' : 'paragraph';
    return { index, kind, start: at, end: at + text.length, text };
  });
}

function wanted(paragraphs: readonly ArticleParagraph[], { offset = 0, limit, within }: ArticleQuery) {
  const some = paragraphs.slice(offset, limit === undefined ? undefined : offset + limit);
  return within ? some.filter(({ start, end }) => start < within.end && end > within.start) : some;
}
