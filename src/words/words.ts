import { en } from './en.js';
import { fr } from './fr.js';

/** All sentences of one language. */
export type Words = typeof en;

/** The languages beside English, by Discord's name for each. */
export const TRANSLATIONS = [{ locale: 'fr', words: fr }] as const satisfies readonly {
  locale: string;
  words: Words;
}[];

/** The locale that `wordsFor` gives these words for. */
export function localeOf(words: Words): string {
  return TRANSLATIONS.find((translation) => translation.words === words)?.locale ?? 'en';
}

/** The sentences for a reader's locale as Discord gives it ("fr", "en-GB"); English where there is no translation. */
export function wordsFor(locale: string): Words {
  return TRANSLATIONS.find((translation) => translation.locale === locale)?.words ?? en;
}
