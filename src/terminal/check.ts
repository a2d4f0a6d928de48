import type { Problem } from '../articles/article.js';
import type { ArticleSet } from '../articles/set.js';

/** What `cuttings check` reports of an article set. */
export type CheckReport = {
  files: number;
  articles: number;
  /** Articles of each publication, most first; null is "no publication given". */
  publications: { publication: string | null; articles: number }[];
  /** Calendar dates of the oldest and the newest article; null where none has a date. */
  dates: { first: string; last: string } | null;
  undated: number;
  /** Files that no article came from. */
  rejected: Problem[];
  warnings: Problem[];
};

/** Counts an article set and sorts its problems by what they mean. */
export function checkReport({ articles, problems, files }: ArticleSet): CheckReport {
  const counts = new Map<string | null, number>();
  for (const { publication } of articles) counts.set(publication, (counts.get(publication) ?? 0) + 1);
  const dates = articles.flatMap((article) => article.publishedAt?.slice(0, 10) ?? []).sort();
  const [first] = dates;
  const last = dates.at(-1);
  return {
    files,
    articles: articles.length,
    publications: [...counts]
      .map(([publication, number]) => ({ publication, articles: number }))
      .sort((a, b) => b.articles - a.articles),
    dates: first && last ? { first, last } : null,
    undated: articles.length - dates.length,
    rejected: problems.filter((problem) => problem.rejected),
    warnings: problems.filter((problem) => !problem.rejected),
  };
}
