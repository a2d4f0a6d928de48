import type { PromoLine } from '../promo.js';
import { plainParagraphs } from './plain-text.js';

/** A line of a body as the promo rules see it, and its gaps. */
export type BodyLine = PromoLine & { gaps: number[] };

/** The paragraphs of a plain text as lines of a body. */
export function plainLines(text: string): BodyLine[] {
  return plainParagraphs(text).map(({ text, gaps }) => ({ text, gaps }));
}
