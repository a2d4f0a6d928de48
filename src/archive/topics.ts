import type { Article } from '../articles/article.js';
import type { Person, Quotation } from '../quotes/quotation.js';
import { numberOf, type PassageTable } from '../search/passage-table.js';
import { stretchesOf } from '../text/columns.js';
import { isHonorific } from '../text/names.js';
import { isRole } from '../text/roles.js';
import { ASKING_WORDS, SAYING_WORDS, STOP_WORDS } from '../text/stop-words.js';
import { type Token, tokenize } from '../text/tokens.js';
import { COMMON_VERBS, DAYS_AND_MONTHS } from '../text/word-classes.js';
import { isPlainVerb } from '../text/words-of-speech.js';
import type { Snapshot } from './snapshot.js';

const MOST_TOPICS = 6;
/** Of somebody quoted all the time the newest tell enough. */
const MOST_QUOTATIONS = 500;
/** UTF-16 units of a paragraph that are read. */
const LONGEST = 4000;
/** What one article is about is its own topic, not yet a person's: it must come up in two, of many articles in every twentieth. */
const LEAST_ARTICLES = 2;
const LEAST_SHARE = 0.05;
/** What is read in a few milliseconds, and enough to tell how common a word is. */
const MOST_WORDS = 4_000_000;
/** Chi-square with one degree of freedom, one in a thousand by chance. */
const TELLING = 10.83;
/** A word alone needs so many letters; one of two needs two. */
const SHORTEST = 4;

/** A word, or two that stand side by side: its terms, how often it stands, in which articles, and how it is printed. */
type Counted = { terms: readonly string[]; count: number; articles: Set<string>; forms: Map<string, number> };

/**
 * What a person is quoted on: words and pairs of words that stand far more often in the paragraphs of their quotations and
 * the titles above than in the archive as a whole, by the log-likelihood ratio (Dunning 1993), in several articles; the most telling
 * first, as they are printed. Somebody quoted in one article has none. Their own name and what people are called by are none. `quoted` is newest first.
 */
export function topicsOf(
  { index: { table } }: Pick<Snapshot, 'index'>,
  person: Person,
  quoted: readonly { article: Article; quotations: readonly Quotation[] }[],
): string[] {
  const own = new Set(
    [person.name, ...person.aliases].flatMap((name) => tokenize(name).map(({ term }) => term)),
  );
  const counts = new Map<string, Counted>();
  let words = 0;
  const least = Math.max(LEAST_ARTICLES, Math.ceil(LEAST_SHARE * quoted.length));
  if (quoted.length < least) return [];
  for (const [text, article] of textsOf(quoted)) words += count(text, article, own, counts);
  const found = [...counts.values()].filter(({ articles }) => articles.size >= least);
  const uses = usesOf(table, found);
  const all = Math.max(table.term.length, words);
  const telling = found.flatMap((counted, at) => {
    // Titles are not among the uses, so the archive counts at least what was counted here.
    const ratio = logLikelihood(counted.count, words, Math.max(counted.count, uses[at] ?? 0), all);
    const [form] = [...counted.forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ratio > TELLING && form ? [{ ...counted, ratio, form: form[0] }] : [];
  });
  telling.sort((a, b) => b.ratio - a.ratio || (a.form < b.form ? -1 : 1));
  const pairs = telling.filter(({ terms }) => terms.length > 1);
  const shown: string[] = [];
  const taken = new Set<string>();
  for (const { terms, count, form } of telling) {
    if (shown.length === MOST_TOPICS) break;
    const inPair =
      terms.length === 1 &&
      pairs.some((pair) => pair.terms.includes(terms[0] ?? '') && 2 * pair.count > count);
    if (inPair || terms.some((term) => taken.has(term))) continue;
    for (const term of terms) taken.add(term);
    shown.push(form);
  }
  return shown;
}

/** Each title and each paragraph that holds a quotation, with the id of the article; one that several articles print, once. */
function textsOf(
  quoted: readonly { article: Article; quotations: readonly Quotation[] }[],
): Map<string, string> {
  const texts = new Map<string, string>();
  let left = MOST_QUOTATIONS;
  for (const { article, quotations } of quoted) {
    if (left <= 0) break;
    texts.set(article.title.slice(0, LONGEST), article.id);
    for (const { paragraph } of quotations.slice(0, left))
      texts.set((article.paragraphs[paragraph] ?? '').slice(0, LONGEST), article.id);
    left -= quotations.length;
  }
  return texts;
}

/** Counts the words and pairs of one text; gives how many words it has. */
function count(
  text: string,
  article: string,
  own: ReadonlySet<string>,
  counts: Map<string, Counted>,
): number {
  const tokens = tokenize(text);
  const add = (terms: readonly string[], form: string) => {
    const key = terms.join(' ');
    const known = counts.get(key) ?? { terms, count: 0, articles: new Set(), forms: new Map() };
    known.count += 1;
    known.articles.add(article);
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
    counts.set(key, known);
  };
  let before: Token | undefined;
  for (const token of tokens) {
    const { term, word, start, end } = token;
    const tells = !own.has(term) && mayTell(word);
    if (tells && word.length >= SHORTEST && mayStandAlone(word)) add([term], text.slice(start, end));
    if (tells && before && /^[ -]$/.test(text.slice(before.end, start)) && before.term !== term)
      add([before.term, term], text.slice(before.start, end));
    before = tells ? token : undefined;
  }
  return tokens.length;
}

function mayTell(word: string): boolean {
  if (word.length < 2 || /[0-9]/.test(word) || isRole(word) || isHonorific(word)) return false;
  return !STOP_WORDS.has(word) && !ASKING_WORDS.has(word) && !SAYING_WORDS.has(word);
}

/** Words that tell no topic alone: whoever and whatever, how good it is, and what was done. */
const VAGUE = new Set(
  'somebody everybody anybody nobody someone everyone anyone nothing something everything anything together good great better best worse worst bad right wrong thing things lot lots people folks guys hell going doing being having getting making taking coming saying talking looking trying able sure true real really issue issues question questions part kind sort percent point fact today tomorrow yesterday week month year time times place side number whole okay smart'.split(
    ' ',
  ),
);

function mayStandAlone(word: string): boolean {
  if (VAGUE.has(word) || COMMON_VERBS.has(word) || DAYS_AND_MONTHS.has(word) || isPlainVerb(word))
    return false;
  return !/(?:ed|ly)$|['’]/.test(word);
}

/**
 * How often each of them stands in the passages of the archive: one look at every word. Of a larger archive so many words are
 * looked at, in stretches evenly spread, and the counts are those of all in proportion.
 */
function usesOf(table: PassageTable, found: readonly Counted[]): number[] {
  const size = table.vocabulary.length;
  const numbers = found.map(({ terms }) => terms.map((term) => numberOf(table, term)));
  const single = new Uint32Array(size);
  const pairs = new Map<number, number>();
  // Whether a pair begins with a term: few do, and the rest cost nothing.
  const begins = new Uint8Array(size);
  for (const [first = -1, second] of numbers) {
    if (first < 0 || second === undefined || second < 0) continue;
    begins[first] = 1;
    pairs.set(first * size + second, 0);
  }
  let before = -1;
  let read = 0;
  for (const { part } of stretchesOf(table.term, Math.ceil(table.term.length / MOST_WORDS))) {
    read += part.length;
    for (const term of part) {
      single[term] = (single[term] ?? 0) + 1;
      if (before >= 0 && begins[before]) {
        const key = before * size + term;
        const uses = pairs.get(key);
        if (uses !== undefined) pairs.set(key, uses + 1);
      }
      before = term;
    }
  }
  const all = table.term.length / Math.max(1, read);
  return numbers.map(
    ([first = -1, second]) =>
      all * (second === undefined ? (single[first] ?? 0) : (pairs.get(first * size + second) ?? 0)),
  );
}

/** Of `here` uses among `words` words, against `uses` among `all`; 0 where it is not commoner here. */
function logLikelihood(here: number, words: number, uses: number, all: number): number {
  const [elsewhere, rest] = [uses - here, Math.max(1, all - words)];
  const expected = (words * uses) / (words + rest);
  if (here <= expected) return 0;
  const expectedElsewhere = (rest * uses) / (words + rest);
  return (
    2 *
    (here * Math.log(here / expected) +
      (elsewhere > 0 ? elsewhere * Math.log(elsewhere / expectedElsewhere) : 0))
  );
}
