import { findPeople } from '../quotes/lookup.js';
import type { Person } from '../quotes/quotation.js';
import { articleOf, holdsTerm, numberOf, spanOf } from '../search/passage-table.js';
import { fold } from '../text/fold.js';
import { parseName } from '../text/names.js';
import { tokenize } from '../text/tokens.js';
import { quotationsIn } from './people-of.js';
import type { Snapshot } from './snapshot.js';

/** Which passages name a person or hold their words. */
export type PersonFilter = {
  /** False where the archive neither quotes nor names anybody so called. */
  known(): boolean;
  /** Whether a passage does, by its number. */
  passes(passage: number): boolean;
};

/** The filter for a name as a person typed it. Somebody who is named but never quoted is found by the name's own words. */
export function personFilter(snapshot: Snapshot, name: string): PersonFilter {
  const { people } = findPeople(snapshot.people.people, name);
  if (people.length > 0) {
    const about = people.map((person) => aboutPerson(snapshot, person));
    return { known: () => true, passes: (passage) => about.some((holds) => holds(passage)) };
  }
  const words = tokenize(name).map((token) => token.word);
  const names = (text: string) => holdsInOrder(text, words);
  const mayHold = holdingTerms(snapshot, name);
  return {
    known: () => words.length > 0 && isNamed(snapshot, names),
    passes: (passage) => mayHold(passage) && names(readPassage(snapshot, passage)?.text ?? ''),
  };
}

function aboutPerson(snapshot: Snapshot, person: Person): (passage: number) => boolean {
  const { articles, index } = snapshot;
  const { surname } = parseName(person.name);
  const mayName = holdingTerms(snapshot, surname);
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

/** Whether a passage holds every word of a text, as far as can be told without reading it. */
function holdingTerms({ index: { table } }: Snapshot, text: string): (passage: number) => boolean {
  const terms = tokenize(text).map(({ term }) => numberOf(table, term));
  return (passage) => terms.every((term) => holdsTerm(table, passage, term));
}

function readPassage({ articles, index: { table } }: Snapshot, passage: number) {
  const article = articles.articleAt(articleOf(table, passage));
  const { start, end } = spanOf(table, passage);
  return article && { article, start, end, text: article.text.slice(start, end) };
}

function isNamed({ articles }: Snapshot, names: (text: string) => boolean): boolean {
  return articles.references.some((_, number) => names(articles.articleAt(number)?.text ?? ''));
}

function holdsInOrder(text: string, words: readonly string[]): boolean {
  const [first] = words;
  // Cheaper than reading every word of every article, and most articles end here.
  if (first === undefined || !fold(text).includes(first)) return false;
  const found = tokenize(text).map((token) => token.word);
  return found.some((_, at) => words.every((word, index) => found[at + index] === word));
}
