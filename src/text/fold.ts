const MARKS = /\p{M}+/gu;
const ELISIONS: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
// Most words: nothing to take apart. The backtick is the one ASCII character that folds.
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;
const ELIDED = new RegExp(`[${Object.keys(ELISIONS).join('')}]`, 'g');

/**
 * Text as it is compared, never as it is shown: lower case, no accents, straight quotes and hyphens.
 * The result may differ in length from the input, so offsets do not carry over.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(ELIDED, (character) => ELISIONS[character] ?? character);
}
