import type { ArticleParagraph, ArticleResult } from '../archive/archive.js';
import type { Quotation } from '../quotes/quotation.js';
import { en } from '../words/en.js';
import { sourceOf } from './render.js';
import type { Screen } from './screen.js';

const INDENT = '  ';
const FIRST_WORDS = 30;

/** An article as a person reads it in a terminal: its quotations in bold, who said them, and what its saved copy lost. */
export function renderArticle(result: ArticleResult, screen: Screen): string {
  const { article, query, fits, others, total, paragraphs } = result;
  if (!article) {
    const wanted = query.title ?? query.id ?? '';
    if (others.length === 0) return en.article.none(wanted);
    const more = fits > others.length ? [en.article.firstOf(others.length)] : [];
    return [
      en.article.several(fits),
      ...others.map((other) => screen.wrap(`- ${sourceOf(other)}  ${screen.dim(other.id)}`, INDENT)),
      ...more,
    ].join('\n');
  }
  const facts = [
    article.publication,
    article.publishedAt ? en.date(article.publishedAt) : en.source.noDate,
    article.authors.length > 0 && en.article.by(article.authors),
  ];
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  const isAll = paragraphs.length === total;
  const range = first && last ? `${first.index + 1}–${last.index + 1}` : '0';
  return [
    [
      screen.bold(article.title),
      screen.wrap(screen.dim(facts.filter(Boolean).join(' · '))),
      ...(article.url ? [screen.accent(article.url)] : []),
      ...(article.archivedUrl ? [`${en.source.archivedCopy}: ${screen.accent(article.archivedUrl)}`] : []),
    ].join('\n'),
    ...paragraphs.map((paragraph) => renderParagraph(paragraph, result, screen)),
    ...(isAll ? [] : [screen.dim(en.pages.paragraphs(range, total))]),
  ].join('\n\n');
}

function renderParagraph(paragraph: ArticleParagraph, { quotations, gaps }: ArticleResult, screen: Screen) {
  const { start, end, kind } = paragraph;
  const said = quotations.filter((quotation) => quotation.start < end && quotation.end > start);
  const lost = gaps.filter((gap) => gap >= start && gap < end);
  const words = withMarks(paragraph, said, screen);
  return [
    screen.wrap(kind === 'heading' ? screen.bold(words) : kind === 'item' ? `• ${words}` : words),
    ...said.map((quotation) => screen.wrap(screen.dim(whoSaid(quotation)), INDENT)),
    ...(lost.length > 0 ? [screen.wrap(screen.dim(`(${en.ask.gap})`), INDENT)] : []),
  ].join('\n');
}

/** The paragraph's words, with the quotations in bold. */
function withMarks({ text, start }: ArticleParagraph, said: readonly Quotation[], screen: Screen): string {
  let shown = '';
  let at = 0;
  for (const quotation of said) {
    const from = Math.max(at, quotation.start - start);
    const to = Math.max(from, Math.min(text.length, quotation.end - start));
    shown += text.slice(at, from) + screen.bold(text.slice(from, to));
    at = to;
  }
  return shown + text.slice(at);
}

/** “We will not close the bridge…” Mabel Orr, Mayor of Wickhollow */
function whoSaid({ text, speaker }: Quotation): string {
  const words = en.quoted(text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS)}…` : text);
  if (!speaker) return en.article.partNotSaid(words);
  const who = [speaker.name, speaker.role].filter(Boolean).join(', ');
  return en.article.partBy(words, who, speaker.confidence === 'likely');
}
