import { isOffice, isRole } from '../text/roles.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { type Token, tokenize } from '../text/tokens.js';

/** A text as roles are read in it. */
export type RoleText = {
  tokens: readonly Token[];
  /** Whether a word carries meaning ("US" does); has a capital; ends in a possessive; follows the one before it with nothing but a space or a hyphen between. */
  carries: boolean[];
  capital: boolean[];
  possessive: boolean[];
  joined: boolean[];
};

/** Nouns of a role that stand together: the first, the place after the last, and the one that says what somebody is. */
export type Chain = { from: number; to: number; head: number };

/** As an article prints it, with those of its terms that are nouns of roles. */
export type PrintedRole = Role & { nouns: ReadonlySet<string> };

/** One role as a text has it: the term of the noun that says what somebody is, the terms of all its words, and those of them that name something. */
export type Role = { head: string; terms: ReadonlySet<string>; names: ReadonlySet<string> };

const LONGEST = 300;
const COMPLEMENT = /^(?:of|for|to|at)$/;
/** How many words may stand between a possessive and the noun it belongs to: "the minister's eldest daughter". */
const REACH = 3;
/** Words that make another role of a role: a former minister is none. Terms. */
const RANKS = new Set(
  tokenize(
    'former ex deputy vice assistant acting interim shadow then late associate junior under designate elect incoming prime first chief honorary onetime ousted',
  ).map(({ term }) => term),
);

export function roleText(text: string): RoleText {
  const tokens = tokenize(text.slice(0, LONGEST));
  const slices = tokens.map(({ start, end }) => text.slice(start, end));
  return {
    tokens,
    carries: tokens.map(
      ({ word }, at) => !STOP_WORDS.has(word) || /^\p{Lu}\.?\p{Lu}/u.test(slices[at] ?? ''),
    ),
    capital: slices.map((word) => /^\p{Lu}/u.test(word)),
    possessive: tokens.map(
      ({ end }, at) => /['’]s?$/.test(slices[at] ?? '') || /^['’]/.test(text[end] ?? ''),
    ),
    // "U.S. attorney general": the point of an abbreviation ends nothing.
    joined: tokens.map(({ start }, at) => {
      const between = at > 0 ? text.slice(tokens[at - 1]?.end, start) : '';
      return (slices[at - 1]?.includes('.') ? /^\.?\s$/ : /^(?:['’]?\s|[-‐‑])$/).test(between);
    }),
  };
}

/** Reads on from a noun of a role: over further ones ("chief executive"), and from a possessive to what belongs to it ("the prime minister's wife" is a wife). */
export function chainFrom(text: RoleText, from: number): Chain {
  let to = from + 1;
  let head = from;
  for (;;) {
    const next = ownedBy(text, to - 1);
    if (next < 0) return { from, to, head };
    head = next;
    to = next + 1;
  }
}

// The noun of a role that the word at `at` belongs to, right after it or after a possessive; -1 where there is none.
function ownedBy({ tokens, carries, possessive, joined }: RoleText, at: number): number {
  const reach = possessive[at] ? REACH : 1;
  for (let next = at + 1; next <= at + reach && joined[next] && carries[next]; next++)
    if (isRole(tokens[next]?.word ?? '')) return next;
  return -1;
}

/** The place after each word up to which what follows "of" may reach, nearest first; empty where nothing such follows. */
export function complementEnds({ tokens, carries, joined }: RoleText, to: number): number[] {
  const ends: number[] = [];
  if (!joined[to] || !COMPLEMENT.test(tokens[to]?.word ?? '')) return ends;
  for (let at = to + 1; at < tokens.length && joined[at]; at++) {
    const word = tokens[at]?.word ?? '';
    if (/^(?:the|of|for)$/.test(word)) continue;
    if (!carries[at]) break;
    ends.push(at + 1);
  }
  return ends;
}

/** Terms of the words from `from` to `to` that carry meaning. */
export function termsBetween({ tokens, carries }: RoleText, from: number, to: number): Set<string> {
  return new Set(tokens.slice(from, to).flatMap(({ term }, at) => (carries[from + at] ? [term] : [])));
}

/** The roles in a description as an article prints it: "president and chief executive of Arland Rail" holds two. */
export function printedRoles(description: string): PrintedRole[] {
  const text = roleText(description);
  const { tokens, capital } = text;
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.word !== 'and' && (at === 0 || text.joined[at])) continue;
    parts.push({ from, to: at });
    from = tokens[at]?.word === 'and' ? at + 1 : at;
  }
  // What is named in one of them belongs to all: "Arland's president and army chief".
  const named = new Set(
    tokens.flatMap(({ word, term }, at) => (capital[at] && !isRole(word) && !RANKS.has(term) ? [term] : [])),
  );
  return parts.flatMap((part) => {
    const first = tokens.findIndex(({ word }, at) => at >= part.from && at < part.to && isRole(word));
    if (first < 0) return [];
    const { head } = chainFrom(text, first);
    const token = tokens[head];
    if (!token || head >= part.to || !isOffice(token.word)) return [];
    const terms = new Set([...termsBetween(text, part.from, part.to), ...named]);
    const nouns = new Set(tokens.flatMap(({ word, term }) => (isRole(word) ? [term] : [])));
    return [{ head: token.term, terms, names: named, nouns }];
  });
}

/** Whether a word, by its term, makes another role of the role that it stands in. */
export function isRank(term: string): boolean {
  return RANKS.has(term);
}
