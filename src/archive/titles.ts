import type { ArticleRef } from '../articles/article.js';
import { fold } from '../text/fold.js';

const SPACES = /\s+/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const folded = (text: string) => fold(text).replace(SPACES, ' ').trim();

/** A title as it is compared: folded, and its words with a space before each. */
type Title = { article: ArticleRef; title: string; words: string };

/**
 * Finds articles by title, best first: all of them for no title, newest first; else those of just that title, but for accents and
 * capitals; where there are none, those whose title begins with what was typed, then those that hold every word of it (the beginning of
 * a word will do), then those that hold it anywhere. An id finds its article.
 */
export function createTitleFinder(references: readonly ArticleRef[]): (typed: string) => ArticleRef[] {
  // Made when first asked for: most snapshots are asked by title a few times or never.
  let titles: Title[] | undefined;
  return (typed) => {
    titles ??= newestFirst(references);
    const wanted = folded(typed);
    if (!wanted) return titles.map(({ article }) => article);
    const byId = references.find(({ id }) => id === typed.trim());
    if (byId) return [byId];
    const words = wanted.split(BETWEEN_WORDS).filter(Boolean);
    const ranked: ArticleRef[][] = [[], [], [], []];
    for (const title of titles) ranked[rankOf(title, wanted, words)]?.push(title.article);
    const [same = []] = ranked;
    return same.length > 0 ? same : ranked.flat();
  };
}

function newestFirst(references: readonly ArticleRef[]): Title[] {
  const titles = references.map((article): Title => {
    const title = folded(article.title);
    return { article, title, words: ` ${title.replace(BETWEEN_WORDS, ' ')}` };
  });
  const day = ({ article }: Title) => article.publishedAt ?? '';
  return titles.sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1));
}

/** 0 for the same title, 1 to 3 for one that fits less and less, -1 for one that does not. */
function rankOf({ title, words: own }: Title, wanted: string, words: readonly string[]): number {
  if (title === wanted) return 0;
  if (title.startsWith(wanted)) return 1;
  if (words.length > 0 && words.every((word) => own.includes(` ${word}`))) return 2;
  return title.includes(wanted) ? 3 : -1;
}
