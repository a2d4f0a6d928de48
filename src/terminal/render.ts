import type { FoundQuotation, QuotesResult, ReloadReport } from '../archive/archive.js';
import { notesOn, whyNoAnswer, whyNoQuotations } from '../archive/words.js';
import type { Article, ArticleRef, Problem, ReadResult } from '../articles/article.js';
import type { Answer, AnswerPassage } from '../search/answer.js';
import type { Span } from '../text/span.js';
import { toPassage } from '../text/text-fragment.js';
import { en } from '../words/en.js';
import type { Screen } from './screen.js';

const INDENT = '  ';

/** An answer as a person reads it in a terminal. */
export function renderAnswer(answer: Answer, screen: Screen): string {
  const notes = notesOn(answer, en);
  const head = notes ? [screen.wrap(screen.dim(notes))] : [];
  if (answer.passages.length === 0) {
    const nearest = answer.nearest.map((article) => screen.wrap(`- ${sourceOf(article)}`, INDENT));
    return [
      ...head,
      `${screen.bold(en.ask.noAnswer)} ${whyNoAnswer(answer, en)}`,
      ...(nearest.length > 0 ? [`${en.ask.nearest}:`, ...nearest] : []),
    ].join('\n');
  }
  if (!answer.answered) head.unshift(`${screen.bold(en.ask.closest.heading)} ${en.ask.closest.note}`);
  const passages = answer.passages.map((passage) =>
    [
      renderPassage(passage, screen),
      ...(answer.answered ? [] : [screen.wrap(screen.dim(en.ask.holds(passage.holds)), INDENT)]),
    ].join('\n'),
  );
  return [...(head.length > 0 ? [head.join('\n')] : []), ...passages].join('\n\n');
}

function renderPassage(passage: AnswerPassage, screen: Screen): string {
  const { article, also, paragraph, gaps } = passage;
  const lines = [
    screen.wrap(emphasise(passage, passage.answerSentence, screen), INDENT),
    screen.wrap(screen.dim(placeOf({ article, paragraph })), INDENT),
  ];
  if (article.url) {
    const own = gaps.map((gap) => gap - passage.start);
    lines.push(INDENT + screen.accent(toPassage(article.url, passage.text, own)));
  }
  for (const other of also) lines.push(screen.wrap(screen.dim(en.source.alsoIn(placeOf(other))), INDENT));
  if (gaps.length > 0) {
    lines.push(screen.wrap(screen.dim(`(${en.ask.gap})`), INDENT));
  }
  return lines.join('\n');
}

/** The passage's words with those of `span` in bold; both are offsets into the article's text. */
export function emphasise(passage: Span & { text: string }, span: Span, screen: Screen): string {
  const start = span.start - passage.start;
  const end = span.end - passage.start;
  return passage.text.slice(0, start) + screen.bold(passage.text.slice(start, end)) + passage.text.slice(end);
}

/** "Title" (Publication, 20 January 2022) */
export function sourceOf(article: ArticleRef): string {
  const details = [
    article.publication,
    article.publishedAt ? en.date(article.publishedAt) : en.source.noDate,
  ];
  return `“${article.title}” (${details.filter(Boolean).join(', ')})`;
}

/** “Title” (Publication, 20 January 2022), paragraph 7 */
export function placeOf({ article, paragraph }: { article: ArticleRef; paragraph: number }): string {
  return `${sourceOf(article)}, ${en.source.paragraph(paragraph + 1)}`;
}

/** What a person said, each with its source and the evidence for who said it. */
export function renderQuotes(result: QuotesResult, screen: Screen): string {
  const { person, quotations, total, query, undatedLeftOut } = result;
  if (!person) return whyNoQuotations(result, en);
  const role = person.roles[0] ? `, ${person.roles[0]}` : '';
  const heading =
    (result.matched === 'spelling' ? `The archive quotes nobody called “${query.person}”: showing ` : '') +
    screen.bold(person.name) +
    screen.dim(role);
  const others = result.others.map((other) => other.name).join(', ');
  const offset = query.offset ?? 0;
  return [
    heading,
    ...(total === 0
      ? [whyNoQuotations(result, en)]
      : [
          quotations.length === total || quotations.length === 0
            ? en.count.quotations(total)
            : `${offset + 1} to ${offset + quotations.length} of ${en.count.quotations(total)}`,
        ]),
    ...(total > 0 && undatedLeftOut > 0 ? [screen.dim(en.filters.undatedLeftOut(undatedLeftOut))] : []),
    ...(others ? [screen.dim(`The name also fits: ${others}`)] : []),
    ...quotations.map((quotation) => `\n${renderQuotation(quotation, screen)}`),
  ].join('\n');
}

function renderQuotation(quotation: FoundQuotation, screen: Screen): string {
  const { speaker } = quotation;
  const lines = [
    screen.wrap(screen.bold(`“${quotation.text}”`), INDENT),
    ...[quotation, ...quotation.also].map((printed, index) =>
      screen.wrap(screen.dim(index > 0 ? en.source.alsoIn(placeOf(printed)) : placeOf(printed)), INDENT),
    ),
  ];
  if (speaker?.role) lines.push(screen.wrap(screen.dim(en.quote.describedAs(speaker.role)), INDENT));
  if (speaker) {
    const evidence = en.quote[speaker.confidence === 'likely' ? 'likely' : 'evidence'];
    lines.push(screen.wrap(screen.dim(evidence(speaker.evidence.text)), INDENT));
  }
  return lines.join('\n');
}

/** What a reload did. */
export function renderReload(report: ReloadReport, screen: Screen): string {
  if (!report.swapped && report.why === null)
    return `${screen.bold(en.reload.nothingChanged.bold)} in the ${en.count.articles(report.articles)} since they were last read.`;
  if (!report.swapped) {
    return [
      `${screen.bold(en.reload.notReplaced)} ${report.why ?? ''}`,
      `It keeps answering from the ${en.count.articles(report.articles)} it had.`,
      ...report.problems.map((problem) => renderProblem(problem, screen)),
    ].join('\n');
  }
  const changes = `${report.added.length} added, ${report.changed.length} changed, ${report.removed.length} removed`;
  return [
    `${screen.bold(en.reload.reloaded(report.articles))} in ${(report.milliseconds / 1000).toFixed(1)} s: ${changes}, ${en.count.problems(report.problems.length)}.`,
    ...report.problems.map((problem) => renderProblem(problem, screen)),
  ].join('\n');
}

/** A file's articles as the archive would hold them, what was cut from them, and the problems. */
export function renderRead({ articles, problems }: ReadResult, screen: Screen): string {
  return [
    ...articles.map((article) => renderArticle(article, screen)),
    ...problems.map((problem) => renderProblem(problem, screen)),
  ].join('\n\n');
}

function renderArticle(article: Article, screen: Screen): string {
  const facts: [string, string | null][] = [
    ['publication', article.publication],
    ['tagline', article.tagline],
    ['authors', article.authors.join(', ') || null],
    ['published', article.publishedAt ? en.date(article.publishedAt) : null],
    ['url', article.url],
    ...(article.archivedUrl ? [['archived copy', article.archivedUrl] satisfies [string, string]] : []),
    ['file', [article.file, ...(article.otherFiles ?? [])].join(', ')],
    ['id', article.id],
    ...Object.entries(article.origin?.sources ?? {}).map(([field, place]): [string, string] => [
      `${field} from`,
      place,
    ]),
  ];
  if (article.origin?.agencies) facts.push(['agencies', article.origin.agencies.join(', ')]);
  if (article.origin?.alternates) facts.push(['also titled', article.origin.alternates.join(' · ')]);
  if (article.origin?.confidence !== undefined)
    facts.push(['confidence', `${Math.round(article.origin.confidence * 100)}%`]);
  const blocks = [
    [
      screen.bold(article.title),
      ...facts.map(([name, value]) => `${screen.dim(name.padEnd(18))}${value ?? screen.dim('none')}`),
    ].join('\n'),
    ...article.paragraphs.map((paragraph, index) =>
      screen.wrap(`${screen.dim(`[${index + 1}]`)} ${paragraph}`),
    ),
  ];
  if (article.gaps.length > 0) {
    const around = article.gaps.map(
      (gap) =>
        `${INDENT}… ${article.text.slice(Math.max(0, gap - 30), gap)} ${screen.accent('[?]')} ${article.text.slice(gap + 1, gap + 30)} …`,
    );
    blocks.push(['Words of a link are missing from the saved copy at [?]:', ...around].join('\n'));
  }
  if (article.removed.length > 0) {
    const removed = article.removed.map(
      ({ text, line, reason }) =>
        `${INDENT}${line === null ? '' : `line ${line}, `}${reason}: ${screen.dim(text)}`,
    );
    blocks.push(['Left out:', ...removed].join('\n'));
  }
  return blocks.join('\n\n');
}

export function renderProblem({ file, line, rejected, what, why, remedy }: Problem, screen: Screen): string {
  const where = line === null ? file : `${file}:${line}`;
  return [
    `${rejected ? screen.bold('rejected') : 'warning'}  ${where}: ${what}`,
    screen.wrap(`because ${why}`, INDENT),
    screen.wrap(`to do: ${remedy}`, INDENT),
  ].join('\n');
}
