import { findAllMarked } from '../marks.js';
import type { Quotation } from '../quotation.js';
import { type Reading, readWords } from './reading.js';

/**
 * Reads places once more with all that stands in quotation marks, also what is nobody's speech for certain: a placard,
 * a title, a few words without "said". An article is looked through once.
 */
export function readMarked(): (reading: Reading) => Reading {
  const known = new Map<readonly Quotation[], readonly Quotation[]>();
  return (reading) => {
    const { text, words, quotations } = reading;
    const all = known.get(quotations) ?? withMarked(text, quotations);
    known.set(quotations, all);
    return readWords(text, words, all);
  };
}

function withMarked(text: string, quotations: readonly Quotation[]): Quotation[] {
  const marked = findAllMarked(text).flatMap(({ start, end }): Quotation[] => {
    const taken = quotations.some((quotation) => quotation.start < end && start < quotation.end);
    return taken
      ? []
      : [{ start, end, text: text.slice(start, end), kind: 'mixed', paragraph: 0, speaker: null }];
  });
  return [...quotations, ...marked].sort((a, b) => a.start - b.start);
}
