import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';

/** Articles that a typed title fits, best first. `exact` where the title is theirs, letter for letter but for accents and capitals. */
export type Fitting = { articles: ArticleRef[]; exact: boolean };

const SPACES = /\s+/g;
const WORDS = /[\p{L}\p{N}]+/gu;
const folded = (text: string) => fold(text).replace(SPACES, ' ').trim();

/**
 * Finds articles by title: all of them for no title, newest first; else those whose title begins with what was typed, then those
 * that hold every word of it (the beginning of a word will do), then those that hold it anywhere. An id finds its article.
 */
export function createTitleFinder(references: readonly ArticleRef[]): (typed: string) => Fitting {
  // Made when first asked for: most snapshots are asked by title a few times or never.
  let titles: { article: ArticleRef; title: string }[] | undefined;
  const newest = () =>
    references
      .map((article) => ({ article, title: folded(article.title) }))
      .sort((a, b) => (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? ''));
  return (typed) => {
    titles ??= newest();
    const wanted = folded(typed);
    if (!wanted) return { articles: titles.map(({ article }) => article), exact: false };
    const byId = references.find(({ id }) => id === typed.trim());
    if (byId) return { articles: [byId], exact: true };
    const words = wanted.match(WORDS) ?? [];
    const ranked: ArticleRef[][] = [[], [], [], []];
    for (const { article, title } of titles) ranked[rankOf(title, wanted, words)]?.push(article);
    const [same = []] = ranked;
    return same.length > 0 ? { articles: same, exact: true } : { articles: ranked.flat(), exact: false };
  };
}

/** 0 for the same title, 1 to 3 for one that fits less and less, -1 for one that does not. */
function rankOf(title: string, wanted: string, words: readonly string[]): number {
  if (title === wanted) return 0;
  if (title.startsWith(wanted)) return 1;
  const own = title.match(WORDS) ?? [];
  if (words.length > 0 && words.every((word) => own.some((each) => each.startsWith(word)))) return 2;
  return title.includes(wanted) ? 3 : -1;
}
