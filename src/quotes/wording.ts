import { comparedWords } from '../text/compared-words.js';

/** The words of a quotation as they are compared: the same for the same words however they are printed. */
export function wordingOf(text: string): string {
  const key = comparedWords(text)
    .map((word) => word.key)
    .join(' ');
  // Signs alone have no words to compare by.
  return key || text;
}
