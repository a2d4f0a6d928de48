import { createRequire } from 'node:module';

// By path: `import 'natural'` as a whole loads database drivers and reads .env.
const require = createRequire(import.meta.url);
const porter: { stem(token: string): string } = require('natural/lib/natural/stemmers/porter_stemmer.js');

/** The Porter stem of one folded word. Words with digits or other alphabets come back unchanged. */
export function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? porter.stem(word) : word;
}
