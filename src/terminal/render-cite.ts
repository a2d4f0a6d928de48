import type { QuotesResult } from '../archive/archive.js';
import type { Citation } from '../archive/cite/citation.js';
import { CITATION_FORMATS } from '../archive/cite/cite.js';
import { whyNoAnswer, whyNoQuotations } from '../archive/words.js';
import type { Answer } from '../search/answer.js';
import { en } from '../words/en.js';

/** What `--cite` takes. */
export const CITE_NAMES = CITATION_FORMATS.map(({ name }) => name.toLowerCase());

/** The passages of an answer with their references, in a format by its name. */
export function citeAnswer(answer: Answer, format: string): string {
  if (answer.passages.length === 0) return `${en.ask.noAnswer} ${whyNoAnswer(answer, en)}`;
  return written(
    answer.passages.map(({ text: words, ...passage }) => ({ words, speaker: null, ...passage })),
    format,
  );
}

/** Quotations with their references, in a format by its name. */
export function citeQuotes(result: QuotesResult, format: string): string {
  if (result.quotations.length === 0) return whyNoQuotations(result, en);
  return written(
    result.quotations.map(({ text: words, paragraph, ...quotation }) => ({
      words,
      paragraph,
      lastParagraph: paragraph,
      ...quotation,
    })),
    format,
  );
}

function written(citations: readonly Citation[], format: string): string {
  const { write } = CITATION_FORMATS.find(({ name }) => name.toLowerCase() === format) ?? CITATION_FORMATS[0];
  return citations.map(write).join('\n\n');
}
