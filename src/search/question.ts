import { frenchStopWords } from '../text/french.js';
import { ASKING_WORDS, SAYING_WORDS, STOP_WORDS } from '../text/stop-words.js';
import type { Token } from '../text/tokens.js';
import { tokenize } from '../text/tokens.js';
import { type Period, periodIn } from './periods.js';
import type { DateRange } from './question-dates.js';
import { datesIn, dateWords } from './question-dates.js';
import { ASKING_WEIGHT } from './weights.js';

/** What would answer: `thing` is anything, where the question does not say. */
export type AnswerKind =
  | 'person'
  | 'place'
  | 'time'
  | 'count'
  | 'money'
  | 'percent'
  | 'measure'
  | 'reason'
  | 'statement'
  | 'name'
  | 'thing';

/** A word of the question that is searched for. */
export type QuestionTerm = {
  term: string;
  /** As the person wrote it. */
  written: string;
  /** Position among all words of the question. */
  at: number;
  /** Begins with a capital where that tells something; `opens` where it also begins a sentence. */
  capital: boolean;
  opens: boolean;
  /** Grammar by itself, kept for its capital ("May", "WHO"). */
  stop: boolean;
  /** Belongs to a date that the question names with its year. */
  dated: boolean;
  /** 1, or less for a word that asks more than it means. */
  weight: number;
};

/** Words between quotation marks: folded, and as terms. */
export type Phrase = { words: string[]; terms: string[] };

export type Question = {
  /** Term of every word, in order, repeated as they are. */
  words: string[];
  /** Distinct, in order. */
  terms: QuestionTerm[];
  /** Runs of capitalised words: indices into `terms`. */
  names: number[][];
  /** The words of each quoted phrase, stop words included, in order. */
  phrases: Phrase[];
  /** Dates that it names or means. */
  dates: DateRange[];
  /** The period that it means by words that count from today; null without any. */
  period: Period | null;
  kind: AnswerKind;
};

const LONGEST = 6000;
const MOST_TERMS = 64;
const MOST_PHRASES = 8;
const LONGEST_PHRASE = 32;

/**
 * Reads a question. Any text will do; past 6,000 characters or 64 different words it is not read.
 * @param today the day that "last year" counts from (`2026-03-14`); without it such words mean nothing
 */
export function parseQuestion(question: string, today?: string): Question {
  const text = question.slice(0, LONGEST).normalize('NFC');
  const tokens = tokenize(text);
  const capitals = capitalsOf(text, tokens);
  const kind = answerKind(tokens.map((token) => token.word));
  const period = today === undefined ? null : periodIn(text, today);
  const dated = dateWords(text);
  const french = frenchStopWords(tokens.map((token) => token.word));
  const terms: QuestionTerm[] = [];
  const names: number[][] = [];
  const seen = new Map<string, number>();
  let lastName = -2;
  for (const [at, token] of tokens.entries()) {
    const capital = capitals[at] ?? false;
    if (french.has(token.word) || !carries(token, capital, kind)) continue;
    let index = seen.get(token.term);
    if (index === undefined) {
      if (terms.length === MOST_TERMS) continue;
      index = terms.length;
      seen.set(token.term, index);
      const weight = ASKING_WORDS.has(token.word) && !capital ? ASKING_WEIGHT : 1;
      terms.push({
        term: token.term,
        written: text.slice(token.start, token.end),
        at,
        capital,
        opens: capital && opens(text, tokens, at),
        stop: STOP_WORDS.has(token.word),
        dated: dated.has(token.word),
        weight,
      });
    }
    if (!capital) continue;
    const name = names[names.length - 1];
    // "Jens Stoltenberg" is one name; a comma or another word between makes it two.
    if (name && lastName === at - 1 && /^\s$/.test(text.slice(tokens[at - 1]?.end, token.start)))
      name.push(index);
    else names.push([index]);
    lastName = at;
  }
  return {
    words: tokens.map((token) => token.term),
    terms,
    names,
    phrases: phrasesOf(text),
    dates: [...datesIn(text), ...(period ? [period] : [])],
    period,
    kind,
  };
}

function carries(token: Token, capital: boolean, kind: AnswerKind): boolean {
  if (token.word.length > 64) return false;
  if (STOP_WORDS.has(token.word)) return capital && token.word.length > 1;
  return !(kind === 'statement' && SAYING_WORDS.has(token.word));
}

// Capitals tell nothing at the start of a sentence, or where nearly every word has one.
function capitalsOf(text: string, tokens: readonly Token[]): boolean[] {
  const upper = tokens.map((token) => /^\p{Lu}/u.test(text.slice(token.start, token.end)));
  const content = tokens.map((token) => !STOP_WORDS.has(token.word));
  const shouting =
    tokens.every((_, at) => upper[at] || !content[at]) && tokens.length > 4 && upper[1] === true;
  return tokens.map((token, at) => {
    if (!upper[at] || shouting) return false;
    return !opens(text, tokens, at) || (content[at] === true && !ASKING_WORDS.has(token.word));
  });
}

// Whether a word begins a sentence.
function opens(text: string, tokens: readonly Token[], at: number): boolean {
  return at === 0 || /[.?!]/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start));
}

function phrasesOf(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const match of text.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu)) {
    const tokens = tokenize(match[1] ?? '').slice(0, LONGEST_PHRASE);
    if (tokens.some((token) => !STOP_WORDS.has(token.word)))
      phrases.push({ words: tokens.map(({ word }) => word), terms: tokens.map(({ term }) => term) });
    if (phrases.length === MOST_PHRASES) break;
  }
  return phrases;
}

const PLACES =
  /^(?:countr(?:y|ies)|cit(?:y|ies)|towns?|states?|places?|continents?|villages?|regions?|locations?|islands?|provinces?|count(?:y|ies)|capitals?|nations?|areas?)$/;
const TIMES = /^(?:years?|dates?|days?|months?|time|century|decades?|era|season)$/;
const PEOPLE =
  /^(?:person|man|woman|people|president|minister|actor|actress|author|leader|king|queen|player|artist|singer|scientist|director|individual|founder|chairman|mayor|general|writer|composer|senator|figure|ceo)$/;
const NAMED =
  /^(?:company|companies|team|organi[sz]ation|group|party|university|school|newspaper|band|club|network|agency|bank|river|ship|language|religion|book|film|movie|song|name)$/;

/** The kind of answer that the words of a question ask for. `words` are folded. */
function answerKind(words: readonly string[]): AnswerKind {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    const near = words.slice(at + 1, at + 4);
    if (word === 'who' || word === 'whom' || word === 'whose') return 'person';
    if (word === 'when') return 'time';
    if (word === 'where') return 'place';
    if (word === 'why') return 'reason';
    if (word === 'how') {
      if (next === 'many') return 'count';
      if (next === 'much') return 'money';
      if (/^(?:long|old|far|tall|high|large|big|fast|deep|wide|often|heavy|hot|cold|soon)$/.test(next))
        return 'measure';
      return 'thing';
    }
    if (word === 'what' || word === 'which') {
      if (
        /^(?:did|does|do|has|have|is|was)$/.test(next) &&
        words.slice(at).some((each) => SAYING_WORDS.has(each))
      )
        return 'statement';
      if (near.some((each) => /^(?:percentage|percent|proportion|fraction)$/.test(each))) return 'percent';
      if (near.some((each) => each === 'cost' || each === 'price' || each === 'salary')) return 'money';
      if (near.some((each) => each === 'number' || each === 'population' || each === 'total')) return 'count';
      if (near.slice(0, 2).some((each) => TIMES.test(each))) return 'time';
      if (near.slice(0, 2).some((each) => PLACES.test(each))) return 'place';
      if (near.slice(0, 2).some((each) => PEOPLE.test(each))) return 'person';
      if (near.slice(0, 2).some((each) => NAMED.test(each))) return 'name';
      return 'thing';
    }
  }
  return 'thing';
}
