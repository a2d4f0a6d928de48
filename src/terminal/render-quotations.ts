import { SPEAKER_REASONS } from '../archive/words.js';
import type { ArticleRef, Problem } from '../articles/article.js';
import type { Quotation } from '../quotes/quotation.js';
import { counted, renderProblem, sourceOf } from './render.js';
import type { Screen } from './screen.js';

const INDENT = '  ';

/** The quotations of one file's articles. */
export type FileQuotations = {
  file: string;
  articles: { article: ArticleRef; quotations: Quotation[] }[];
  problems: Problem[];
};

/** Every quotation with its speaker, how they were found, how sure that is, and the words that prove it. */
export function renderQuotations({ articles, problems }: FileQuotations, screen: Screen): string {
  return [
    ...articles.map(({ article, quotations }) =>
      [
        `${screen.bold(sourceOf(article))}: ${counted(quotations.length, 'quotation')}`,
        ...quotations.map((quotation) => renderQuotation(quotation, screen)),
      ].join('\n\n'),
    ),
    ...problems.map((problem) => renderProblem(problem, screen)),
  ].join('\n\n');
}

function renderQuotation({ text, paragraph, kind, speaker }: Quotation, screen: Screen): string {
  const whole = kind === 'direct' ? 'direct' : 'part of a sentence';
  const lines = [
    `${screen.dim(`[${paragraph + 1}]`)} ${screen.bold(`“${text}”`)} ${screen.dim(whole)}`,
    ...(speaker
      ? [
          `${speaker.name}${speaker.role ? `, ${speaker.role}` : ''}${speaker.kind === 'person' ? '' : ` (${speaker.kind})`}`,
          screen.dim(`${speaker.confidence}: ${SPEAKER_REASONS[speaker.reason]} (${proofOf(speaker)})`),
          screen.dim(`Evidence: ${speaker.evidence.text}`),
        ]
      : [screen.dim('unattributed')]),
  ];
  return lines.map((line) => screen.wrap(line, INDENT)).join('\n');
}

function proofOf({ mention, cue }: NonNullable<Quotation['speaker']>): string {
  return [`“${mention.text}”`, ...(cue ? [`“${cue.text}”`] : [])].join(', ');
}
