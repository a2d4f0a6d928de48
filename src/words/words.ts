import { en } from './en.js';
import { fr } from './fr.js';

/** All sentences of one language. */
export type Words = typeof en;

/** By the language part of a locale as Discord gives it ("fr", "en-GB"). */
const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['fr', fr],
]);

/** The sentences for a reader's locale; English where there is no translation. */
export function wordsFor(locale: string): Words {
  return LANGUAGES.get(locale.split('-')[0] ?? '') ?? en;
}
