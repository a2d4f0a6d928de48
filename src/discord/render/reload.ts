import type { Progress, ReloadReport } from '../../archive/archive.js';
import type { ArticleRef, Problem } from '../../articles/article.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { divider, text, type View, view } from '../view.js';
import { notice } from './notice.js';

const MOST_TITLES = 3;
const MOST_PROBLEMS = 4;

/** How far a reload has come. */
export function progressView({ stage, done, total }: Progress, { reload }: Words): View {
  return notice(reload.title, reload.progress(reload.stages[stage], done, total));
}

/** What a reload did, or why it did nothing. */
export function reloadView(report: ReloadReport, words: Words): View {
  const { reload } = words;
  const problems = problemLines(report.problems, words);
  if (!report.swapped && report.why === null) {
    const { bold, rest } = reload.nothingChanged;
    return view([text(`**${bold}**${rest}\n${reload.holds(report.articles)}`), ...problems]);
  }
  if (!report.swapped) {
    const why = shorten(report.why ?? '', 500);
    const kept = reload.kept(report.articles);
    return view([text(`**${reload.notReplaced}**\n${why}\n${kept}`), ...problems]);
  }
  const seconds = (report.milliseconds / 1000).toFixed(1);
  const changes = [
    change(reload.added, report.added, words),
    change(reload.changed, report.changed, words),
    change(reload.removed, report.removed, words),
  ].filter((line) => line !== null);
  return view([
    text(`**${reload.reloaded(report.articles)}**${reload.inSeconds(seconds)}`),
    text(changes.length > 0 ? changes.join('\n') : reload.noChange),
    ...problems,
  ]);
}

function change(
  label: (count: number) => string,
  articles: readonly ArticleRef[],
  { source }: Words,
): string | null {
  if (articles.length === 0) return null;
  const titles = articles.slice(0, MOST_TITLES).map(({ title }) => `- ${shorten(title, 120)}`);
  const more = articles.length > MOST_TITLES ? [`- ${source.more(articles.length - MOST_TITLES)}`] : [];
  return [label(articles.length), ...titles, ...more].join('\n');
}

function problemLines(problems: readonly Problem[], { count, reload }: Words) {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ file, line, what, why, remedy }) => {
    const name = shorten(file, 120);
    const place = line === null ? name : reload.line(name, line);
    return `- **${place}**: ${shorten([what, why, remedy].map(sentence).join(' '), 260)}`;
  });
  const more =
    problems.length > MOST_PROBLEMS ? [`- ${reload.moreProblems(problems.length - MOST_PROBLEMS)}`] : [];
  return [divider(), text([count.problems(problems.length), ...lines, ...more].join('\n'))];
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
