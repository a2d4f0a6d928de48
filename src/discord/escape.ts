// Characters that Discord's markdown, mentions, links, emoji and timestamps start with.
const ACTIVE = /[\\*_~`|<>[\]#@]|:(?!\s)/g;
// A list wherever a line starts with a dash, a plus or a number and a point.
const LIST = /^( *)([-+])/gm;
const NUMBERED = /^( *\d+)\./gm;
// Discord makes an invitation of these without any "https://".
const INVITES = /(discord(?:app)?)\.(?=(?:gg|com)\/)/gi;
const ESCAPED = /\\([^0-9A-Za-z\s])/g;

const LINE_BREAKS = /\r\n?|[\u2028\u2029]/g;
// Overrides, embeddings and isolates could make our own text read backwards.
const UNSEEN = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
const HALF_CHARACTERS = /\p{Cs}/gu;
// No script needs so many marks on one letter; heaps of them run over the lines around.
const HEAPED_MARKS = /(\p{M}{6})\p{M}+/gu;

const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u061C\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';
const ISOLATES = /[\u2066-\u2069]/g;

/** Text without what cannot be read but can disturb: control and bidi-override characters, half characters, marks upon marks. */
export function clean(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(HEAPED_MARKS, '$1')
    .replace(HALF_CHARACTERS, '\uFFFD');
}

/** Clean text on one line, without white space at its ends. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/**
 * Text as Discord shows it letter for letter, whatever it holds: cleaned, and with a backslash before everything
 * that would act. `unescapeMarkdown` gives the cleaned text back.
 */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(ACTIVE, (character) => `\\${character}`)
    .replace(LIST, '$1\\$2')
    .replace(NUMBERED, '$1\\.');
}

/** The inverse of `escapeMarkdown`, over isolated text too. */
export function unescapeMarkdown(text: string): string {
  return text.replace(ISOLATES, '').replace(ESCAPED, '$1');
}

/** One line of escaped text that cannot reorder what stands beside it, nor invite: right-to-left text is closed off. */
export function isolate(line: string): string {
  // Here and not part by part: where parts meet, marks heap up and an invitation can come together.
  const shown = line.replace(HEAPED_MARKS, '$1').replace(INVITES, '$1\\.');
  return RIGHT_TO_LEFT.test(shown) ? `${ISOLATE}${shown}${END_OF_ISOLATE}` : shown;
}
