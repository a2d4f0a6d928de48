import { STOP_WORDS } from '../text/stop-words.js';
import type { Token } from '../text/tokens.js';

/** What is remembered of each word in the archive beside its term: bits of one byte. */
export const STOP = 1;
export const CAPITAL = 2;
export const FIRST = 4;
export const NUMBER = 8;
export const YEAR = 16;
export const MONEY = 32;
export const PERCENT = 64;
/** The word follows a preposition of place. */
export const PLACED = 128;

const NUMBER_WORDS = new Set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter twice none zero once single'.split(
    ' ',
  ),
);
const CURRENCY = new Set(
  'dollar dollars pound pounds euro euros yen yuan rouble roubles ruble rubles rupee rupees franc francs mark marks cent cents pence usd gbp eur'.split(
    ' ',
  ),
);
const PLACE_BEFORE = new Set(
  'in at from near to outside inside around across into of through toward towards between'.split(' '),
);

/** The flags of every token. `text` is what they were taken from; `starts` says where sentences begin. */
export function wordFlags(
  text: string,
  tokens: readonly Token[],
  isFirst: (token: number) => boolean,
): number[] {
  return tokens.map((token, at) => {
    const initial = text.charCodeAt(token.start);
    const capital = isCapital(text, token.start, initial);
    const first = isFirst(at);
    let flags = (capital ? CAPITAL : 0) | (first ? FIRST : 0);
    // "May", "Will", "US" and "WHO" in the middle of a sentence are names.
    if (STOP_WORDS.has(token.word) && !(capital && !first && token.word.length > 1)) flags |= STOP;
    if ((initial >= 48 && initial <= 57) || NUMBER_WORDS.has(token.word)) {
      flags |= NUMBER;
      if (
        /^1[0-9]{3}s?$|^20[0-9]{2}s?$/.test(token.word) &&
        !text.slice(token.start, token.end).includes(',')
      )
        flags |= YEAR;
      if (/[$£€¥]\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start))) flags |= MONEY;
      const after = text.slice(token.end, token.end + 2);
      const next = tokens[at + 1]?.word ?? '';
      const second = tokens[at + 2]?.word ?? '';
      if (/^\s?%/.test(after) || next === 'percent' || (next === 'per' && second === 'cent'))
        flags |= PERCENT;
      if (CURRENCY.has(next) || CURRENCY.has(second)) flags |= MONEY;
    }
    if (PLACE_BEFORE.has(tokens[at - 1]?.word ?? '')) flags |= PLACED;
    return flags;
  });
}

function isCapital(text: string, at: number, code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}
