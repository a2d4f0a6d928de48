import { memo } from '../text/memo.js';
import type { Span } from '../text/span.js';
import type { Marked } from './marks.js';

/** A paragraph's words, points and quotations, each quotation as one token. */
export type Word = Span & {
  text: string;
  /** Lower case with straight apostrophes. */
  lower: string;
  kind: 'word' | 'point' | 'quote';
  /** Starts with a capital letter. */
  capital: boolean;
  /** Index of its sentence in the paragraph, counted from 0. */
  sentence: number;
  /** Indexes of the first word of its sentence and of the one after its last. */
  first: number;
  after: number;
  /** Index of the quotation among all marked spans, for a quotation. */
  quote: number | null;
};

const TOKEN =
  /[\p{L}\p{N}\p{M}@#$]+(?:(?:['’.\-‑&]|(?<=\d)[,/](?=\d))[\p{L}\p{N}\p{M}]+)*\.?|--+|\.{2,}|[^\s\p{L}\p{N}]/gu;
const ABBREVIATION =
  /^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|mx|dr|prof|gen|lt|col|sgt|capt|cpl|maj|adm|gov|sen|rep|reps|sens|rev|hon|pres|supt|det|insp|st|mt|jr|sr|no|vs|v|inc|ltd|co|corp|jan|feb|aug|sept|oct|nov|dec|d|calif|fla|pa|ill|ariz|mich|minn|wis|nev|colo|conn|mass|ga|va|ky|tenn|tex|la|ala|ark|okla|kan|neb|ore|wash|md|del)\.$/iu;
const END = /^(?:[.!?…]|\.{2,})$/;
const QUOTED_END = /[.!?…][’')\]]*$/;

/** The tokens of one paragraph. `marked` are its quotations, in order; `first` is the index of the first of them. */
export function readWords(text: string, paragraph: Span, marked: Marked[], first: number): Word[] {
  const words: Word[] = [];
  let at = paragraph.start;
  for (const [index, mark] of marked.entries()) {
    readPlain(text, at, mark.outer.start, words);
    words.push({
      ...mark.outer,
      text: text.slice(mark.start, mark.end),
      lower: '',
      kind: 'quote',
      capital: false,
      sentence: 0,
      first: 0,
      after: 0,
      quote: first + index,
    });
    at = mark.outer.end;
  }
  readPlain(text, at, paragraph.end, words);
  numberSentences(words);
  markSentences(words);
  return words;
}

/** True for a line without words between two parts of an article ("___", "* * *"). */
export function isSectionBreak(words: Word[]): boolean {
  return words.length > 0 && words.every((word) => word.kind === 'point' || /^_+$/.test(word.text));
}

function readPlain(text: string, from: number, to: number, words: Word[]): void {
  const part = text.slice(from, to);
  for (const match of part.matchAll(TOKEN)) {
    const start = from + match.index;
    const word = match[0];
    if (!isSpelt(word)) {
      words.push(token(word, start, 'point'));
      continue;
    }
    const stop = word.endsWith('.') && !ABBREVIATION.test(word);
    const body = stop ? word.slice(0, -1) : word;
    const possessive = /s$/i.test(body) ? /['’]s$/i.exec(body) : null;
    if (possessive && body.length > 2) {
      words.push(token(body.slice(0, possessive.index), start, 'word'));
      words.push(token(possessive[0], start + possessive.index, 'word'));
    } else words.push(token(body, start, 'word'));
    if (stop) words.push(token('.', start + body.length, 'point'));
  }
}

// Most words and points are ASCII, where the first letter tells.
const isSpelt = (token: string) => /^[A-Za-z0-9]/.test(token) || /[\p{L}\p{N}]/u.test(token);
const isCapital = (token: string) => /^[A-Z]/.test(token) || /^(?![ -~])\p{Lu}/u.test(token);
// "US" and "WHO" are no pronouns.
const lowered = memo((token) =>
  /^(?:US|IT|WHO)$/.test(token) ? `${token.toLowerCase()}.` : token.toLowerCase().replaceAll('’', "'"),
);

function token(text: string, start: number, kind: 'word' | 'point'): Word {
  return {
    text,
    start,
    end: start + text.length,
    lower: lowered(text),
    kind,
    capital: isCapital(text),
    sentence: 0,
    first: 0,
    after: 0,
    quote: null,
  };
}

/** Where a dateline ends ("WASHINGTON (AP) — "), which is a sentence of its own; 0 without one. */
function datelineEnd(words: Word[]): number {
  if (!/^\p{Lu}{3}/u.test(words[0]?.text ?? '')) return 0;
  const dash = words.slice(0, LONGEST_DATELINE).findIndex((word) => /^(?:[—–-]|--)$/.test(word.text));
  const before = words.slice(0, Math.max(0, dash));
  return before.every(
    (word) => word.kind !== 'quote' && (word.kind === 'point' || word.capital || /^\d/.test(word.text)),
  )
    ? dash + 1
    : 0;
}
const LONGEST_DATELINE = 14;

function markSentences(words: Word[]): void {
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && words[to]?.sentence === words[from]?.sentence) to += 1;
    for (const word of words.slice(from, to)) {
      word.first = from;
      word.after = to;
    }
    from = to;
  }
}

/** Index of the first word of the sentence of word `at`. */
export function sentenceStart(words: Word[], at: number): number {
  return words[at]?.first ?? at;
}

/** Index after the last word of the sentence of word `at`. */
export function sentenceEnd(words: Word[], at: number): number {
  return words[at]?.after ?? at;
}

/** No sentence is read further than this many words, so that a text without stops takes no longer than its length. */
const LONGEST_SENTENCE = 200;

function numberSentences(words: Word[]): void {
  let sentence = 0;
  let length = 0;
  const dateline = datelineEnd(words);
  for (const [index, word] of words.entries()) {
    word.sentence = sentence;
    const next = words[index + 1];
    if (!next) return;
    if (index < dateline) {
      if (index === dateline - 1) sentence += 1;
      continue;
    }
    const startsNew = () =>
      next.capital || next.kind === 'quote' || (next.kind === 'word' && /^[\d@#]/.test(next.text));
    const ends =
      (word.kind === 'point' &&
        END.test(word.text) &&
        (startsNew() || next.text === '(' || next.text === '—')) ||
      (word.kind === 'quote' && QUOTED_END.test(word.text) && startsNew()) ||
      (word.kind === 'word' &&
        next.capital &&
        word.text.endsWith('.') &&
        SENTENCE_END_ABBREVIATION.test(word.lower) &&
        next.kind === 'word');
    length = ends || length >= LONGEST_SENTENCE ? 0 : length + 1;
    if (length === 0) sentence += 1;
  }
}
// Abbreviations that end a sentence as often as not.
const SENTENCE_END_ABBREVIATION = /^(?:inc|ltd|co|corp)\.$/;
