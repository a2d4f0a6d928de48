import type { ArticleRef, Problem } from '../articles/article.js';
import type { Quotation, SpeakerReason } from '../quotes/quotation.js';
import { en } from '../words/en.js';
import { renderProblem, sourceOf } from './render.js';
import type { Screen } from './screen.js';

const INDENT = '  ';

/** The quotations of one file's articles. */
export type FileQuotations = {
  file: string;
  articles: { article: ArticleRef; quotations: Quotation[] }[];
  problems: Problem[];
};

const REASONS: Record<SpeakerReason, string> = {
  'cue-after': 'named after the words, with a verb of speech',
  'cue-before': 'named before the words, with a verb of speech',
  inverted: 'named after the verb of speech that follows the words',
  'according-to': 'given as the source',
  label: 'named by the label of the words',
  'noun-cue': 'named with a noun of speech',
  introduced: 'the one speaker of the sentence or paragraph before',
  continued: 'goes on from the quotation before',
  pronoun: 'the one person whom the pronoun can mean',
  role: 'the one person whom the description fits',
};

/** Every quotation with its speaker, how they were found, how sure that is, and the words that prove it. */
export function renderQuotations({ articles, problems }: FileQuotations, screen: Screen): string {
  return [
    ...articles.map(({ article, quotations }) =>
      [
        `${screen.bold(sourceOf(article))}: ${en.count.quotations(quotations.length)}`,
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
          screen.dim(`${speaker.confidence}: ${REASONS[speaker.reason]} (${proofOf(speaker)})`),
          screen.dim(en.quote.evidence(speaker.evidence.text)),
        ]
      : [screen.dim('unattributed')]),
  ];
  return lines.map((line) => screen.wrap(line, INDENT)).join('\n');
}

function proofOf({ mention, cue }: NonNullable<Quotation['speaker']>): string {
  return [`“${mention.text}”`, ...(cue ? [`“${cue.text}”`] : [])].join(', ');
}
