import type { Problem } from '../articles/article.js';
import { counted, en } from '../words/en.js';
import type { CheckReport, ProblemGroup } from './check.js';
import type { Screen } from './screen.js';

const INDENT = '  ';
/** Lines of one list; `--json` has the rest. */
const MOST_LINES = 10;
const LONGEST_EXAMPLE = 80;

/** How many articles a folder holds, from where and when, what was left out of them, and what is wrong with the rest. */
export function renderCheck(report: CheckReport, screen: Screen): string {
  const { files, articles, formats, publications, dates, undated, copies, unsure, removed, otherLanguages } =
    report;
  const rejected = report.rejected.reduce((sum, { problems }) => sum + problems.length, 0);
  const warnings = report.warnings.reduce((sum, { problems }) => sum + problems.length, 0);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', screen.bold(title), ...cut(lines, screen)];
  const number = (value: number) => String(value).padStart(7);
  return [
    `${screen.bold(en.count.articles(articles))} from ${counted(files, 'file')}, ${rejected} rejected, ${counted(warnings, 'warning')}`,
    ...(dates ? [`${INDENT}dated from ${en.date(dates.first)} to ${en.date(dates.last)}`] : []),
    ...(undated > 0 ? [`${INDENT}${en.count.articles(undated)} without a date`] : []),
    ...(otherLanguages.length > 0 ? [screen.wrap(foreign(otherLanguages), INDENT)] : []),
    ...list(
      'Formats',
      formats.map((one) => `${number(one.articles)}  ${one.format}`),
    ),
    ...list(
      'Publications',
      publications.map(
        (one) => `${number(one.articles)}  ${one.publication ?? screen.dim('no publication')}`,
      ),
    ),
    ...list(
      'The same story in several files',
      copies.map(({ file, otherFiles }) => screen.wrap([file, ...otherFiles].join(' = '), INDENT)),
    ),
    ...list(
      'Least sure to be whole and clean: look at these with “read --why FILE”',
      unsure.map(({ file, title, confidence }) =>
        screen.wrap(`${Math.round(confidence * 100)}%  ${file}  ${screen.dim(title)}`, INDENT),
      ),
    ),
    ...list(
      'Left out most often',
      removed.map(({ reason, times, example }) =>
        screen.wrap(
          `${number(times)}  ${reason}  ${screen.dim(`“${shortened(example.text)}” in ${example.file}`)}`,
        ),
      ),
    ),
    ...report.rejected.flatMap((group) => renderGroup('Rejected', group, screen)),
    ...report.warnings.flatMap((group) => renderGroup('Warning', group, screen)),
  ].join('\n');
}

function foreign(languages: CheckReport['otherLanguages']): string {
  const all = languages.reduce((sum, { articles }) => sum + articles, 0);
  const which = languages.slice(0, MOST_LINES).map(({ language, articles }) => `${language} ${articles}`);
  const are = all === 1 ? 'is' : 'are';
  return `${en.count.articles(all)} ${are} not in English (${which.join(', ')}): their words are found as they are written, but who speaks is read from English alone`;
}

function renderGroup(label: string, { what, remedy, problems }: ProblemGroup, screen: Screen): string[] {
  const several = new Set(problems.map((problem) => problem.what)).size > 1;
  const heading = problems.length === 1 ? label : `${label}, ${problems.length} times`;
  return [
    '',
    screen.wrap(`${screen.bold(heading)}: ${what}${several ? ', and the like' : ''}`),
    screen.wrap(`to do: ${remedy}`, INDENT),
    ...cut(
      problems.map((problem) =>
        screen.wrap(`${placeOf(problem)}: ${several ? `${problem.what}, since ` : ''}${problem.why}`, INDENT),
      ),
      screen,
    ),
  ];
}

const placeOf = ({ file, line }: Problem) => (line === null ? file : `${file}:${line}`);

function cut(lines: readonly string[], screen: Screen): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  const more = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), screen.dim(`${INDENT}and ${more} more: see them all with --json`)];
}

function shortened(text: string): string {
  return text.length <= LONGEST_EXAMPLE
    ? text
    : `${text.slice(0, LONGEST_EXAMPLE).replace(/\s+\S*$/u, '')} …`;
}
