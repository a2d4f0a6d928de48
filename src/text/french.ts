import { createRequire } from 'node:module';
import { fold } from './fold.js';
import { STOP_WORDS } from './stop-words.js';

// By path: `import 'natural'` as a whole loads database drivers and reads .env.
const require = createRequire(import.meta.url);
const { words }: { words: string[] } = require('natural/lib/natural/util/stopwords_fr.js');

/** French words that carry grammar, and those that ask; folded. */
const FRENCH_STOP_WORDS: ReadonlySet<string> = new Set([
  ...words.map(fold),
  ...'qui que quoi quand comment pourquoi combien ou dont lequel laquelle lesquels lesquelles y ete sont'.split(
    ' ',
  ),
  // As tokens have "qu’est-ce", "qu’a", "c’est" …
  ...'quest qua quont quil quils quelle quelles cest sest nest'.split(' '),
]);

const isFrench = (word: string) => FRENCH_STOP_WORDS.has(word);
const isEnglish = (word: string) => STOP_WORDS.has(word);

/** Which of a question's folded words carry grammar alone because the question is French; none where it is not. */
export function frenchStopWords(question: readonly string[]): ReadonlySet<string> {
  const french = question.filter((word) => isFrench(word) && !isEnglish(word));
  const english = question.filter((word) => isEnglish(word) && !isFrench(word));
  return new Set(french.length > 1 && french.length > english.length ? question.filter(isFrench) : []);
}
