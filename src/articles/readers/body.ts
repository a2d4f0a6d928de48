import type { Removed } from '../article.js';
import { type ClosedUp, cleanField, hasMoreLines } from '../clean.js';
import { MAX_BODY_LENGTH, MAX_LINES } from '../limits.js';
import { promoReasons } from '../promo.js';
import { plainLines } from './body-lines.js';
import { fragmentLines } from './fragment.js';

/** The text of an article inside a feed or a JSON file. */
export type Body = {
  paragraphs: ClosedUp[];
  removed: Removed[];
  /** The last line before anything was removed: where a teaser shows that it is one. */
  last: string;
  /** Why not all of it was read; null where it was. */
  cut: string | null;
};

const TAG =
  /<\/?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section|article|a|b|i|em|strong|span|figure|img|u|s|small|sub|sup|cite|q|hr|pre|table|font|center)(?:\s[^>]{0,2000})?\/?>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
const APPEARED = /^The post .{1,300} (?:appeared first|first appeared) on .{1,200}$/;

/** Paragraphs of a body, which may be HTML or plain text, without promos and what is no part of the text. */
export function readBody(text: string): Body {
  const bounded = text.slice(0, MAX_BODY_LENGTH);
  if (hasMoreLines(bounded, MAX_LINES))
    return { paragraphs: [], removed: [], last: '', cut: `its text has more than ${MAX_LINES} lines` };
  const { lines, removed, cut } = isMarkup(bounded)
    ? fragmentLines(bounded)
    : { lines: plainLines(bounded), removed: [], cut: null };
  const reasons = promoReasons(lines);
  const dropped: Removed[] = [...removed];
  const paragraphs: ClosedUp[] = [];
  lines.forEach(({ text, gaps }, index) => {
    const reason = reasons[index] ?? (APPEARED.test(text) ? 'page furniture' : null);
    if (reason !== null) dropped.push({ text, line: null, reason });
    else paragraphs.push({ text, gaps });
  });
  const last = lines.findLast(({ text }) => !APPEARED.test(text))?.text ?? '';
  const tooLong =
    text.length > MAX_BODY_LENGTH ? `its text has more than ${MAX_BODY_LENGTH} characters` : null;
  return { paragraphs, removed: dropped, last, cut: cut ?? tooLong };
}

/** A title or a name in which tags and character references may stand, as its words. */
export function plainValue(text: string): string {
  if (!isMarkup(text)) return cleanField(text);
  const { lines } = fragmentLines(text.slice(0, 10_000));
  return cleanField(lines.map((line) => line.text).join(' '));
}

function isMarkup(text: string): boolean {
  return TAG.test(text) || ENTITY.test(text);
}
