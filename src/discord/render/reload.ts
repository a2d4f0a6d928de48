import type { Progress, ReloadReport } from '../../archive/archive.js';
import { STAGES } from '../../archive/words.js';
import type { ArticleRef, Problem } from '../../articles/article.js';
import { shorten } from '../cut.js';
import { divider, text, type View, view } from '../view.js';
import { notice } from './notice.js';

const MOST_TITLES = 3;
const MOST_PROBLEMS = 4;

/** How far a reload has come. */
export function progressView({ stage, done, total }: Progress): View {
  const count = total > 0 ? `: ${done} of ${total}` : '';
  return notice('Reloading the archive…', `${STAGES[stage]}${count}. Questions are answered meanwhile.`);
}

/** What a reload did, or why it did nothing. */
export function reloadView(report: ReloadReport): View {
  const problems = problemLines(report.problems);
  if (!report.swapped && report.why === null) {
    const still = `The archive holds ${counted(report.articles, 'article')}.`;
    return view([text(`**Nothing has changed** since the articles were last read.\n${still}`), ...problems]);
  }
  if (!report.swapped) {
    const why = shorten(report.why ?? '', 500);
    const kept = `The old one keeps answering, from ${counted(report.articles, 'article')}.`;
    return view([text(`**The archive was not replaced.**\n${why}\n${kept}`), ...problems]);
  }
  const seconds = (report.milliseconds / 1000).toFixed(1);
  const changes = [
    change('Added', report.added),
    change('Changed', report.changed),
    change('Removed', report.removed),
  ].filter((line) => line !== null);
  return view([
    text(`**Reloaded ${counted(report.articles, 'article')}** in ${seconds} s`),
    text(changes.length > 0 ? changes.join('\n') : 'No article was added, changed or removed.'),
    ...problems,
  ]);
}

function change(label: string, articles: readonly ArticleRef[]): string | null {
  if (articles.length === 0) return null;
  const titles = articles.slice(0, MOST_TITLES).map(({ title }) => `- ${shorten(title, 120)}`);
  const more = articles.length > MOST_TITLES ? [`- and ${articles.length - MOST_TITLES} more`] : [];
  return [`${label} ${articles.length}`, ...titles, ...more].join('\n');
}

function problemLines(problems: readonly Problem[]) {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ file, line, what, why, remedy }) => {
    const place = shorten(file, 120) + (line === null ? '' : `, line ${line}`);
    return `- **${place}**: ${shorten([what, why, remedy].map(sentence).join(' '), 260)}`;
  });
  const more =
    problems.length > MOST_PROBLEMS
      ? [`- and ${problems.length - MOST_PROBLEMS} more: run \`cuttings check\` to see them all`]
      : [];
  return [divider(), text([counted(problems.length, 'problem'), ...lines, ...more].join('\n'))];
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
