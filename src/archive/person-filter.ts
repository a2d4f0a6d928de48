import { findPeople } from '../quotes/lookup.js';
import type { Person } from '../quotes/quotation.js';
import { articleOf, numberOf, spanOf, termsOf, wordsOf } from '../search/passage-table.js';
import { passagesWithTerm } from '../search/passages-with-term.js';
import { CAPITAL } from '../search/word-flags.js';
import { parseName } from '../text/names.js';
import { type Token, tokenize } from '../text/tokens.js';
import { quotationsIn } from './people-of.js';
import type { Snapshot } from './snapshot.js';

/** Which passages name a person or hold their words. */
export type PersonFilter = {
  /** False where the archive neither quotes nor names anybody so called. */
  isKnown: boolean;
  /** Whether a passage does, by its number. */
  passes(passage: number): boolean;
};

// Of a name of common words ("the will"): more would take longer than a question may, and the rest are taken by their terms.
const MOST_READ = 2000;

/** The filter for a name as a person typed it. Somebody who is named but never quoted is found by the name's own words. */
export async function personFilter(snapshot: Snapshot, name: string): Promise<PersonFilter> {
  const { people } = findPeople(snapshot.people.people, name);
  if (people.length > 0) {
    const about = people.map((person) => aboutPerson(snapshot, person));
    return { isKnown: true, passes: (passage) => about.some((holds) => holds(passage)) };
  }
  const naming = await passagesWithName(snapshot, tokenize(name));
  return { isKnown: naming.size > 0, passes: (passage) => naming.has(passage) };
}

/** The passages that hold the words of a name side by side; of more than 2,000, those after hold words of the same stems. */
async function passagesWithName(
  snapshot: Snapshot,
  name: readonly Pick<Token, 'word' | 'term'>[],
): Promise<Set<number>> {
  const { table } = snapshot.index;
  const naming = new Set<number>();
  const terms = name.map(({ term }) => numberOf(table, term));
  if (terms.length === 0 || terms.includes(-1)) return naming;
  const words = name.map(({ word }) => word);
  const rarest = terms.reduce((a, b) => ((table.held[b] ?? 0) < (table.held[a] ?? 0) ? b : a));
  const likely = (await passagesWithTerm(snapshot.index, rarest)) ?? table.length.keys();
  let read = 0;
  for (const passage of likely) {
    if (!holdsInOrder(termsOf(table, passage), terms)) continue;
    if (read++ < MOST_READ) {
      const text = readPassage(snapshot, passage)?.text ?? '';
      if (
        !holdsInOrder(
          tokenize(text).map(({ word }) => word),
          words,
        )
      )
        continue;
    }
    naming.add(passage);
  }
  return naming;
}

function aboutPerson(snapshot: Snapshot, person: Person): (passage: number) => boolean {
  const { articles, index } = snapshot;
  const { surname } = parseName(person.name);
  const mayName = holdingName(snapshot, surname);
  const quotedIn = new Set(person.articles.map((id) => articles.placeOf(id)));
  return (number) => {
    const place = articleOf(index.table, number);
    const isQuoted = quotedIn.has(place);
    if (!isQuoted && !mayName(number)) return false;
    const passage = readPassage(snapshot, number);
    if (!passage) return false;
    // A surname alone may be another person's, unless the article names this one somewhere.
    if (!isQuoted && !passage.article.text.includes(person.name)) return false;
    if (passage.text.includes(surname)) return true;
    return quotationsIn(snapshot, person, passage.article.id).some(
      ({ start, end }) => start < passage.end && end > passage.start,
    );
  };
}

/** Whether a passage holds every word of a name, with its capital, as far as can be told without reading it. */
function holdingName({ index: { table } }: Snapshot, name: string): (passage: number) => boolean {
  const words = tokenize(name).map(({ term, start }) => ({
    number: numberOf(table, term),
    // Not every "marsh" is Ms Marsh.
    flag: /^\p{Lu}/u.test(name.slice(start, start + 2)) ? CAPITAL : 0,
  }));
  return (passage) => {
    const [first, after] = wordsOf(table, passage);
    const terms = table.term.subarray(first, after);
    return words.every(({ number, flag }) => {
      let at = terms.indexOf(number);
      while (at >= 0 && flag && !((table.flags.subarray(first + at, first + at + 1)[0] ?? 0) & flag))
        at = terms.indexOf(number, at + 1);
      return at >= 0;
    });
  };
}

function readPassage({ articles, index: { table } }: Snapshot, passage: number) {
  const article = articles.articleAt(articleOf(table, passage));
  const { start, end } = spanOf(table, passage);
  return article && { article, start, end, text: article.text.slice(start, end) };
}

function holdsInOrder<Value extends string | number>(
  found: {
    readonly length: number;
    readonly [at: number]: Value;
    indexOf(value: Value, from?: number): number;
  },
  wanted: readonly Value[],
): boolean {
  const [first] = wanted;
  if (first === undefined) return false;
  for (let at = found.indexOf(first); at >= 0; at = found.indexOf(first, at + 1))
    if (wanted.every((each, place) => found[at + place] === each)) return true;
  return false;
}
