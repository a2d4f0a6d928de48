import { bareHeadlines } from './bare-headlines.js';
import { phraseKind } from './promo-phrases.js';
import { countWords, endsSentence } from './prose.js';

/** A paragraph as the promo rules see it. */
export type PromoLine = {
  /** With its white space closed up. */
  text: string;
  /** True where the file itself says that the line is a heading, a list item or a quotation. */
  marked?: boolean;
  /** True where the file itself says that the line is nothing but links. */
  linked?: boolean;
};

// "… [BREAKING]", "… [Video]"; after a full stop or beside double quotation marks brackets name a source.
const TAG_AT_END =
  /[^\s.][”’"')]?\s\[(?:\p{Lu}[\p{Lu}\d’'&/-]*(?:\s[\p{Lu}\d’'&/-]+){0,3}|[Vv]ideo|[Pp]hotos?|[Pp]ictures?|[Gg]allery)\]$/u;
const TAG_AT_START = /^\[\p{Lu}[\p{Lu}’'-]{3,}(?:\s\p{Lu}+)?\]\s/u;
const DOUBLE_QUOTES = /["“”„«»]/;

// A promo is a headline, perhaps with a label: no headline is longer.
const MAX_LENGTH = 250;
const MAX_WORDS = 30;
// So many lines after a label that stands alone can be the stories it announces.
const MAX_ANNOUNCED = 6;
const MIN_LINK_WORDS = 4;

/**
 * For each line, why it advertises another story and is no part of this article; null where it is a part.
 * The lines are all paragraphs of an article in order. In doubt a line is kept: a headline too many is a
 * smaller loss than a sentence too few.
 */
export function promoReasons(lines: readonly PromoLine[]): (string | null)[] {
  const reasons = lines.map(ownReason);
  let announced = 0;
  lines.forEach(({ text }, index) => {
    if (phraseKind(text) === 'lone-label') announced = MAX_ANNOUNCED;
    else if (announced > 0 && isAnnounced(text)) {
      reasons[index] ??= 'promo: one of the stories announced by the line above';
      announced--;
    } else if (reasons[index] === null) announced = 0;
  });
  const bare = bareHeadlines(
    lines.map(({ text, marked = false }, index) => ({ text, skipped: reasons[index] !== null, marked })),
  );
  return reasons.map((reason, index) =>
    bare.has(index) ? 'promo: a headline with another subject than the article' : reason,
  );
}

/** Why a line is a promo by its own words, whatever stands around it; null where it may belong to the article. */
export function ownReason({ text, linked = false }: PromoLine): string | null {
  if (text.length > MAX_LENGTH) return null;
  const kind = phraseKind(text);
  if (kind === 'furniture') return 'page furniture';
  if (countWords(text) > MAX_WORDS) return null;
  if (kind === 'label' || kind === 'lone-label') return 'promo: leads to another story';
  if (endsSentence(text)) return null;
  if (kind === 'perhaps') return 'promo: leads to another story';
  if (isTagged(text)) return 'promo: a headline tagged as such';
  if (linked && countWords(text) >= MIN_LINK_WORDS) return 'promo: nothing but a link';
  return null;
}

function isTagged(text: string): boolean {
  return !DOUBLE_QUOTES.test(text) && (TAG_AT_END.test(text) || TAG_AT_START.test(text));
}

function isAnnounced(text: string): boolean {
  const words = countWords(text);
  return words >= 3 && words <= MAX_WORDS && !/[.…:;,][”’"'»)\]]*$/u.test(text);
}
