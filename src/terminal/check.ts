import type { Article, Problem } from '../articles/article.js';
import type { ArticleSet } from '../articles/set.js';

/** What `cuttings check` reports of an article set. Lists are longest or worst first. */
export type CheckReport = {
  files: number;
  articles: number;
  /** Articles of each format, and of each publication; null is "no publication given". */
  formats: { format: string; articles: number }[];
  publications: { publication: string | null; articles: number }[];
  /** Calendar dates of the oldest and the newest article; null where none has a date. */
  dates: { first: string; last: string } | null;
  undated: number;
  /** Articles that say they are in a language other than English, by its tag ("fr"): what is read as English does not fit them. */
  otherLanguages: { language: string; articles: number }[];
  /** Articles that several files hold. */
  copies: { file: string; otherFiles: string[] }[];
  /** Web pages of which it is least sure that all of the article was found and nothing else. */
  unsure: { file: string; title: string; confidence: number }[];
  /** What was left out of articles, by the rule that took it, with one example. */
  removed: { reason: string; times: number; example: { file: string; text: string } }[];
  /** Files that no article came from, and what the others should be looked at for. */
  rejected: ProblemGroup[];
  warnings: ProblemGroup[];
};

/** Problems of one kind: what is wrong and what to do are the same, the places and reasons are not. */
export type ProblemGroup = Pick<Problem, 'what' | 'remedy'> & { problems: Problem[] };

const SURE = 0.6;

/** Counts an article set and sorts its problems by what they mean. */
export function checkReport({ articles, problems, files }: ArticleSet): CheckReport {
  const dates = articles.flatMap((article) => article.publishedAt?.slice(0, 10) ?? []).sort();
  const [first] = dates;
  const last = dates.at(-1);
  return {
    files,
    articles: articles.length,
    formats: counted(articles, ({ origin }) => origin?.format ?? 'unknown').map(([format, number]) => ({
      format,
      articles: number,
    })),
    publications: counted(articles, ({ publication }) => publication).map(([publication, number]) => ({
      publication,
      articles: number,
    })),
    dates: first && last ? { first, last } : null,
    undated: articles.length - dates.length,
    otherLanguages: counted(
      articles.filter(({ language }) => language !== undefined && !/^en(?:-|$)/i.test(language)),
      ({ language = '' }) => language.toLowerCase().replace(/-.*/, ''),
    ).map(([language, number]) => ({ language, articles: number })),
    copies: articles.flatMap(({ file, otherFiles }) => (otherFiles ? [{ file, otherFiles }] : [])),
    unsure: articles
      .flatMap(({ file, title, origin }) =>
        origin?.confidence !== undefined && origin.confidence < SURE
          ? [{ file, title, confidence: origin.confidence }]
          : [],
      )
      .sort((a, b) => a.confidence - b.confidence),
    removed: removedByReason(articles),
    rejected: grouped(problems.filter((problem) => problem.rejected)),
    warnings: grouped(problems.filter((problem) => !problem.rejected)),
  };
}

function counted<Key>(articles: readonly Article[], keyOf: (article: Article) => Key): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const article of articles) counts.set(keyOf(article), (counts.get(keyOf(article)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function removedByReason(articles: readonly Article[]): CheckReport['removed'] {
  const byReason = new Map<string, CheckReport['removed'][number]>();
  for (const { file, removed } of articles)
    for (const { reason, text } of removed) {
      const found = byReason.get(reason);
      if (found) found.times++;
      else byReason.set(reason, { reason, times: 1, example: { file, text } });
    }
  return [...byReason.values()].sort((a, b) => b.times - a.times);
}

// "it is nearly the same article as a.txt" is one kind, whatever the file, and so is "entry 3 of …".
const kindOf = ({ what, remedy }: Problem) => `${what.replace(/\S*[\d./“”]\S*/g, '…')}\n${remedy}`;

function grouped(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const group = groups.get(kindOf(problem));
    if (group) group.problems.push(problem);
    else groups.set(kindOf(problem), { what: problem.what, remedy: problem.remedy, problems: [problem] });
  }
  return [...groups.values()].sort((a, b) => b.problems.length - a.problems.length);
}
