import type { Article } from '../articles/article.js';
import { findPeople } from '../quotes/lookup.js';
import type { Person } from '../quotes/quotation.js';
import type { Passage } from '../search/passages.js';
import { fold } from '../text/fold.js';
import { parseName } from '../text/names.js';
import { tokenize } from '../text/tokens.js';
import type { Snapshot } from './snapshot.js';

/** Which passages name a person or hold their words. */
export type PersonFilter = {
  /** False where the archive neither quotes nor names anybody so called. */
  known: boolean;
  passes(article: Article, passage: Passage): boolean;
};

/** The filter for a name as a person typed it. Somebody who is named but never quoted is found by the name's own words. */
export function personFilter(snapshot: Snapshot, name: string): PersonFilter {
  const { people } = findPeople(snapshot.people.people, name);
  if (people.length > 0) {
    return {
      known: true,
      passes: (article, passage) => people.some((person) => about(snapshot, person, article, passage)),
    };
  }
  const words = tokenize(name).map((token) => token.word);
  const names = (text: string) => holdsInOrder(text, words);
  return {
    known: words.length > 0 && isNamed(snapshot, names),
    passes: (article, passage) => names(article.text.slice(passage.start, passage.end)),
  };
}

function about(snapshot: Snapshot, person: Person, article: Article, passage: Passage): boolean {
  // A surname alone may be another person's, unless the article names this one somewhere.
  if (!person.articles.includes(article.id) && !article.text.includes(person.name)) return false;
  if (article.text.slice(passage.start, passage.end).includes(parseName(person.name).surname)) return true;
  return snapshot.articles
    .quotationsOf(article.id)
    .some(
      (quotation) =>
        quotation.start < passage.end &&
        quotation.end > passage.start &&
        snapshot.people.personOf.get(quotation) === person.id,
    );
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
