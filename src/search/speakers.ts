import { stretchesOf } from '../text/columns.js';
import { SAYING_WORDS } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import { articleOf, numberOf, type PassageTable, passagesIn, spanOf, wordsOf } from './passage-table.js';
import { passagesWithTerm } from './passages-with-term.js';
import type { Question } from './question.js';
import type { SearchIndex } from './search-index.js';
import { CAPITAL } from './word-flags.js';

/** Somebody whose words a question asks for, as the archive knows them. */
export type Speaker = {
  /** Terms of the surname, as tokens give them. */
  surname: readonly string[];
  /** Terms that the question has for them: the surname, or a role. */
  called: readonly string[];
  /** Passages that hold their words. */
  passages: ReadonlySet<number>;
};

/** Somebody whom a question calls by a role ("Canada's foreign minister"), as the archive knows them. */
export type RoleHolder = {
  surname: readonly string[];
  called: readonly string[];
  /** Passages that name them, whether or not with the role. */
  passages: ReadonlySet<number>;
  /** The role as the question has it, and who it is taken for. */
  written: string;
  name: string;
  /** The calendar date of the newest article that gives them the role, of those that count; null without one. */
  seen: string | null;
};

const AUXILIARIES = new Set('did does do has have had is was are were'.split(' '));
const BE = /^(?:is|was|are|were)$/;
const LONGEST_NAME = 80;
const MOST_NAMES = 4;

/** The names whose words a question asks for: "What did Ann Lee and Bo Ray say about the dam?" gives both. */
export function askedSpeakers(question: string): string[] {
  const text = question.slice(0, 1000);
  const tokens = tokenize(text);
  const helper = tokens.findIndex(({ word }) => AUXILIARIES.has(word));
  const saying = tokens.findIndex(({ word }, at) => at > helper + 1 && SAYING_WORDS.has(word));
  const [from, to] = [tokens[helper], tokens[saying]];
  if (!from || !to) return [];
  // "What is Ann Lee said to own?" asks for the words of others.
  if (BE.test(from.word) && !/ing$|^quoted$/.test(to.word)) return [];
  const subject = text.slice(from.end, to.start);
  if (/[?!:;"“”]/.test(subject)) return [];
  // "Ann Lee, Bo Ray" are two, "Bo Ray, Jr." is one.
  return subject
    .split(/,(?!\s*[js]n?r\b)|\band\b|\bor\b|&/iu)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && name.length <= LONGEST_NAME)
    .slice(0, MOST_NAMES);
}

/** Which terms of a question stand for somebody: what it calls them, and what stands in one name with that. Indices into `terms`. */
export function termsStandingFor(
  { terms, names }: Pick<Question, 'terms' | 'names'>,
  { called }: Pick<Speaker, 'called'>,
): number[] {
  const own = terms.flatMap(({ term }, at) => (called.includes(term) ? [at] : []));
  const beside = names.filter((run) => run.some((at) => own.includes(at))).flat();
  return [...new Set([...own, ...beside])];
}

/** The passages that hold a surname, by its terms, in the articles that quote somebody (by their numbers) or hold the whole name. */
export async function passagesNaming(
  index: Pick<SearchIndex, 'table' | 'engine'>,
  surname: readonly string[],
  given: readonly string[],
  quotedIn: ReadonlySet<number>,
): Promise<Set<number>> {
  const { table } = index;
  const numbers = surname.map((term) => numberOf(table, term));
  const whole = [...given.map((term) => numberOf(table, term)), ...numbers];
  const last = numbers.at(-1) ?? -1;
  const theirs = new Set(quotedIn);
  const found = new Set<number>();
  if (numbers.includes(-1) || last < 0) return found;
  const holding = await passagesWithTerm(index, last);
  for (const { first, part } of holding ? wordsIn(table, holding) : stretchesOf(table.term))
    for (let place = part.indexOf(last); place >= 0; place = part.indexOf(last, place + 1)) {
      const at = first + place;
      const [flags = 0] = table.flags.subarray(at, at + 1);
      if (!(flags & CAPITAL) || !endsIn(table, numbers, at)) continue;
      const passage = passageOfWord(table, at);
      found.add(passage);
      if (given.length > 0 && endsIn(table, whole, at)) theirs.add(articleOf(table, passage));
    }
  return new Set([...found].filter((passage) => theirs.has(articleOf(table, passage))));
}

function* wordsIn(table: PassageTable, passages: readonly number[]): ReturnType<typeof stretchesOf> {
  for (const passage of passages) {
    const [first, after] = wordsOf(table, passage);
    yield { first, part: table.term.subarray(first, after) };
  }
}

// Whether some terms stand side by side up to the word `at`.
function endsIn({ term }: PassageTable, numbers: readonly number[], at: number): boolean {
  const first = at - numbers.length + 1;
  if (first < 0) return false;
  const here = term.subarray(first, at + 1);
  return numbers.every((number, place) => here[place] === number);
}

function passageOfWord(table: PassageTable, word: number): number {
  let low = 0;
  let high = passagesIn(table) - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (wordsOf(table, middle)[0] <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The passages of an article, by its place in the index, that share a character with one of these spans. */
export function passagesHolding(
  { table }: Pick<SearchIndex, 'table'>,
  article: number,
  spans: readonly { start: number; end: number }[],
): number[] {
  const passages: number[] = [];
  const after = table.firstPassage[article + 1] ?? 0;
  for (let passage = table.firstPassage[article] ?? 0; passage < after; passage++) {
    const { start, end } = spanOf(table, passage);
    if (spans.some((span) => span.start < end && start < span.end)) passages.push(passage);
  }
  return passages;
}
