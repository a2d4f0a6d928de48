import { countWords } from '../prose.js';
import type { Body } from './body.js';

// Words under which a text is no article. A summary that long may be the whole of a short report;
// what a feed gives as its content may be a brief of two sentences.
const MIN_WORDS = { content: 20, summary: 80 };

// With so many it is an article, or enough of one, however it ends.
const LONG = 200;

const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|\(more…\))[”’"'»)\]]*$/u;
const LEADS_ON =
  /^[[(]?(?:continue reading|read (?:more|the rest|the full|full (?:story|article)|on)|keep reading|(?:full|more) (?:story|article|at)|click (?:here|to read))(?!\p{L})/iu;

/** A sign that a text only leads to an article, and whether that is certain: a long text may still be worth keeping. */
export type TeaserSign = { why: string; isCertain: boolean };

/** Looks for signs that a feed's text is a teaser; null where it has none. */
export function teaserSign({ paragraphs, last }: Body, field: 'content' | 'summary'): TeaserSign | null {
  const words = paragraphs.reduce((sum, { text }) => sum + countWords(text), 0);
  const isCertain = words < LONG;
  const kept = paragraphs.at(-1)?.text ?? '';
  if (CUT_OFF.test(last) || CUT_OFF.test(kept)) return { why: 'it breaks off with an ellipsis', isCertain };
  if (LEADS_ON.test(last)) return { why: `it ends in "${last.slice(0, 40)}"`, isCertain };
  return words < MIN_WORDS[field] ? { why: `it has ${words} words`, isCertain: true } : null;
}
