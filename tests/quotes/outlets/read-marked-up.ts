import { extractQuotes } from '../../../src/quotes/extract.js';

/** What stands in a marked-up article for each quotation, and what the extraction finds: `expected` as it is written between the braces. */
export type Compared = { words: string; expected: string; found: string };

/**
 * Reads an article in which each quotation is followed by its speaker in braces, and compares them with what the extraction finds in
 * the plain text. `found` is written as `expected` where they agree; "nothing" where no quotation was found.
 */
export function compare(markedUp: string): Compared[] {
  const expected: { end: number; names: string }[] = [];
  let text = '';
  let last = 0;
  for (const match of markedUp.matchAll(/\{([^}]*)\}/g)) {
    text += markedUp.slice(last, match.index);
    expected.push({ end: text.length, names: match[1] ?? '' });
    last = match.index + match[0].length;
  }
  text += markedUp.slice(last);
  const quotations = extractQuotes(text);
  const compared = expected.map(({ end, names }) => {
    const one = quotations.find((quotation) => quotation.end < end && quotation.end >= end - 2);
    const person = one?.speaker?.kind === 'person' ? one.speaker.name : '-';
    const found = one ? person : 'nothing';
    const agrees = names === '' ? !one : names.split('|').includes(found);
    return { words: text.slice(Math.max(0, end - 50), end), expected: names, found: agrees ? names : found };
  });
  const more = quotations.filter((one) => !expected.some(({ end }) => one.end < end && one.end >= end - 2));
  return [
    ...compared,
    ...more.map(({ text: words }) => ({ words, expected: 'nothing', found: 'a quotation' })),
  ];
}
