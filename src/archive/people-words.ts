import type { Words } from '../words/words.js';
import type { PersonSummary } from './archive.js';

/** "12 quotations in 3 articles" */
export function countsOf({ quotations, articles }: PersonSummary, { people }: Words): string {
  return people.counts(quotations, articles);
}

/** "20 January 2022" or "20 January 2022 – 1 March 2022"; empty where no article has a date. */
export function datesOf({ first, last }: PersonSummary, { date }: Words): string {
  if (first === null || last === null) return '';
  return first === last ? date(first) : `${date(first)} – ${date(last)}`;
}
