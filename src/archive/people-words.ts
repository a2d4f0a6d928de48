import { longDate } from '../text/dates.js';
import type { PersonSummary } from './archive.js';

/** "12 quotations in 3 articles" */
export function countsOf({ quotations, articles }: PersonSummary): string {
  return `${counted(quotations, 'quotation')} in ${counted(articles, 'article')}`;
}

/** "20 January 2022" or "20 January 2022 – 1 March 2022"; empty where no article has a date. */
export function datesOf({ first, last }: PersonSummary): string {
  if (first === null || last === null) return '';
  return first === last ? longDate(first) : `${longDate(first)} – ${longDate(last)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
