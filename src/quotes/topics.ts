import { ASKING_WORDS, SAYING_WORDS, STOP_WORDS } from '../text/stop-words.js';
import { type Token, tokenize } from '../text/tokens.js';

const MOST_TOPICS = 8;
// The value that chance alone exceeds once in a thousand (chi-squared, one degree of freedom).
const TELLING = 10.83;
const MOST_UNITS = 2000;

/** How often an archive as a whole has something: `holding` of `total` words (without stop words) or pairs of words. */
export type Background = { holding: number; total: number };

type Candidate = {
  holding: number;
  titled: boolean;
  forms: Map<string, number>;
  terms: string[];
  score: number;
};

/**
 * What somebody speaks of, as words that are printed: single words, and two neighbours, that at least two of the texts hold, a
 * title among them (how people talk, "folks", is no topic), and that are more frequent in them than in the archive by Dunning's log-likelihood ratio ("Accurate Methods for the
 * Statistics of Surprise and Coincidence", 1993). Best first, at most 8.
 * @param except folded words that are no topic, such as the person's own name
 */
export function topicsOf(
  { quotations, titles }: { quotations: readonly string[]; titles: readonly string[] },
  {
    word,
    pair,
    except,
  }: {
    word: (term: string) => Background;
    pair: (form: string) => Background;
    except: ReadonlySet<string>;
  },
): string[] {
  const counted = new Map<string, Candidate>();
  const size = { words: 0, pairs: 0 };
  for (const text of quotations.slice(0, MOST_UNITS)) count(text, { counted, size, except, titled: false });
  for (const text of titles.slice(0, MOST_UNITS)) count(text, { counted, size, except, titled: true });
  const scored = [...counted.values()]
    .filter(({ holding, titled }) => holding > 1 && titled)
    .map((one) => {
      const [first = '', second] = one.terms;
      const score =
        second === undefined
          ? keyness(one.holding, size.words, word(first))
          : keyness(one.holding, size.pairs, pair(formOf(one)));
      return { ...one, score };
    })
    .filter(({ score }) => score >= TELLING)
    .sort((a, b) => b.score - a.score || (formOf(a) < formOf(b) ? -1 : 1));
  const shown: Candidate[] = [];
  for (const one of scored) {
    if (shown.length === MOST_TOPICS) break;
    if (!shown.some((other) => saysTheSame(one, other, scored))) shown.push(one);
  }
  return shown.map((one) => formOf(widest(one, scored)));
}

/** Dunning's ratio for `holding` of `total` texts against an archive; 0 where they have it no more often than that. */
export function keyness(holding: number, total: number, background: Background): number {
  const [a, b] = [holding, Math.min(background.holding, background.total)];
  const [n, m] = [total, background.total];
  if (n === 0 || m === 0 || a / n <= b / m) return 0;
  const mean = (a + b) / (n + m);
  const term = (count: number, expected: number) => (count > 0 ? count * Math.log(count / expected) : 0);
  const absent = 1 - mean;
  return 2 * (term(a, n * mean) + term(b, m * mean) + term(n - a, n * absent) + term(m - b, m * absent));
}

function count(
  text: string,
  {
    counted,
    size,
    except,
    titled,
  }: {
    counted: Map<string, Candidate>;
    size: { words: number; pairs: number };
    except: ReadonlySet<string>;
    titled: boolean;
  },
): void {
  const here = new Set<string>();
  const add = (tokens: Token[]) => {
    const terms = tokens.map(({ term }) => term);
    const key = terms.join(' ');
    const form = text.slice(tokens[0]?.start, tokens.at(-1)?.end).replace(/['’]s?$/, '');
    const known = counted.get(key) ?? { holding: 0, titled: false, forms: new Map(), terms, score: 0 };
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
    if (!here.has(key)) known.holding += 1;
    known.titled ||= titled;
    here.add(key);
    counted.set(key, known);
  };
  let before: Token | undefined;
  for (const token of tokenize(text)) {
    size.pairs += 1;
    if (!STOP_WORDS.has(token.word)) size.words += 1;
    const tells = isTelling(token, except);
    if (tells) add([token]);
    // Neighbours only with one space between them: a comma or a full stop parts what is said.
    if (tells && before && text.slice(before.end, token.start) === ' ') add([before, token]);
    before = tells ? token : undefined;
  }
}

function isTelling({ word }: Token, except: ReadonlySet<string>): boolean {
  const empty = STOP_WORDS.has(word) || ASKING_WORDS.has(word) || SAYING_WORDS.has(word);
  return !empty && !except.has(word) && word.length > 2 && !/^\d/.test(word);
}

/** The printed form seen most; among equals the one without capitals, then by the alphabet. */
function formOf({ forms }: Candidate): string {
  const [first] = [...forms].sort(
    ([a, m], [b, n]) => n - m || Number(/^\p{Lu}/u.test(a)) - Number(/^\p{Lu}/u.test(b)) || (a < b ? -1 : 1),
  );
  return first?.[0] ?? '';
}

/** A word that the texts hold nearly only as one of two neighbours is shown with the other. */
function widest(one: Candidate, all: readonly Candidate[]): Candidate {
  if (one.terms.length > 1) return one;
  return all.find((pair) => isPart(one, pair)) ?? one;
}

const isPart = (one: Candidate, pair: Candidate) =>
  pair.terms.length > one.terms.length &&
  one.terms.every((term) => pair.terms.includes(term)) &&
  pair.holding * 4 >= one.holding * 3;

function saysTheSame(one: Candidate, other: Candidate, all: readonly Candidate[]): boolean {
  const shown = widest(other, all).terms;
  return widest(one, all).terms.some((term) => shown.includes(term));
}
