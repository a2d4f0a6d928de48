import type { Article } from '../articles/article.js';
import type { Person, Quotation } from '../quotes/quotation.js';
import { numberOf } from '../search/passage-table.js';
import { ASKING_WORDS, SAYING_WORDS, STOP_WORDS } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import type { Snapshot } from './snapshot.js';

const MOST_TOPICS = 6;
/** Of somebody quoted all the time the newest tell enough. */
const MOST_QUOTATIONS = 500;
/** A word in one sentence is no topic. */
const LEAST_PLACES = 2;
/** Chi-square with one degree of freedom, one in a thousand by chance. */
const TELLING = 10.83;
const SHORTEST = 4;

type Counted = { count: number; places: number; forms: Map<string, number> };

/**
 * What a person is quoted on: words that stand far more often in the paragraphs of their quotations and the titles above
 * than in the archive as a whole, by the log-likelihood ratio (Dunning 1993); the most telling first, as they are
 * printed. Their own name is none. `quoted` is newest first.
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
  let left = MOST_QUOTATIONS;
  for (const { article, quotations } of quoted) {
    if (left <= 0) break;
    left -= quotations.length;
    const paragraphs = new Set(quotations.map(({ paragraph }) => article.paragraphs[paragraph] ?? ''));
    for (const text of [article.title, ...paragraphs]) words += count(text, own, counts);
  }
  const all = table.term.length;
  const telling = [...counts].flatMap(([term, { count, places, forms }]) => {
    // Titles are not among the uses, so the archive counts at least what was counted here.
    const uses = Math.max(count, table.uses[numberOf(table, term)] ?? 0);
    const ratio = logLikelihood(count, words, uses, Math.max(all, words));
    const [form] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return places >= LEAST_PLACES && ratio > TELLING && form ? [{ ratio, form: form[0] }] : [];
  });
  telling.sort((a, b) => b.ratio - a.ratio || (a.form < b.form ? -1 : 1));
  return telling.slice(0, MOST_TOPICS).map(({ form }) => form);
}

function count(text: string, own: ReadonlySet<string>, counts: Map<string, Counted>): number {
  const tokens = tokenize(text);
  const here = new Set<string>();
  for (const { term, word, start, end } of tokens) {
    if (word.length < SHORTEST || own.has(term) || /[0-9]/.test(term)) continue;
    if (STOP_WORDS.has(word) || ASKING_WORDS.has(word) || SAYING_WORDS.has(word)) continue;
    const form = text.slice(start, end);
    const known = counts.get(term) ?? { count: 0, places: 0, forms: new Map() };
    known.count += 1;
    known.places += here.has(term) ? 0 : 1;
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
    here.add(term);
    counts.set(term, known);
  }
  return tokens.length;
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
