import { createRequire } from 'node:module';
import { baseForm } from './word-forms.js';

// By path: `import 'natural'` as a whole loads database drivers and reads .env.
const require = createRequire(import.meta.url);
const porter: { stem(token: string): string } = require('natural/lib/natural/stemmers/porter_stemmer.js');

// Porter is slow and the same words come again and again; emptied when full so that memory stays bounded.
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;
const LONGEST = 40;

/**
 * The term of one folded word: its Porter stem, after irregular forms are brought to their base ("wrote" and
 * "write" are one term). Words with digits, other alphabets or over 40 letters come back unchanged.
 */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = word.length <= LONGEST && /^[a-z]+$/.test(word) ? porter.stem(baseForm(word)) : word;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, term);
  return term;
}
