import { SAYING_WORDS } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import type { Question } from './question.js';
import type { SearchIndex } from './search-index.js';

/** Somebody whose words a question asks for, as the archive knows them. */
export type Speaker = {
  /** Terms of the surname, as tokens give them. */
  surname: readonly string[];
  /** Passages that hold their words. */
  passages: ReadonlySet<number>;
};

const AUXILIARIES = new Set('did does do has have had is was are were'.split(' '));
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
  const subject = text.slice(from.end, to.start);
  if (/[?!:;"“”]/.test(subject)) return [];
  return subject
    .split(/,|\band\b|\bor\b|&/iu)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && name.length <= LONGEST_NAME)
    .slice(0, MOST_NAMES);
}

/** Which terms of a question are somebody's name: the surname, and what stands in one name with it. Indices into `terms`. */
export function termsOfName(
  { terms, names }: Pick<Question, 'terms' | 'names'>,
  surname: readonly string[],
): number[] {
  const own = terms.flatMap(({ term }, at) => (surname.includes(term) ? [at] : []));
  const beside = names.filter((run) => run.some((at) => own.includes(at))).flat();
  return [...new Set([...own, ...beside])];
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
    const [start, end] = [table.start[passage] ?? 0, table.end[passage] ?? 0];
    if (spans.some((span) => span.start < end && start < span.end)) passages.push(passage);
  }
  return passages;
}
