import { tokenize } from './tokens.js';
import { CONJUNCTIONS, DAYS_AND_MONTHS, PREPOSITIONS, SUBORDINATORS } from './word-classes.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Longer beginnings are not read. */
const LONGEST = 600;
/** Words of a clause before "he", and words that lead over ("But when he …"). */
const CLAUSE = 10;
const MOST_LEADING = 3;
const LEADING = words(
  'meanwhile however still also instead later earlier afterwards afterward nevertheless nonetheless moreover besides thus therefore then now even only yesterday today',
);
const BACK = words(
  'he she they it his her hers him them their theirs its this these those that such both neither others another',
);
const SOMEBODY = words('he she');
const OF_TWO = words('two three four pair trio duo couple former latter same other others rest');
/** "This week" is told by the date, "those who wait" by themselves. */
const TIMES = words(
  'week weekend month year morning evening afternoon spring summer autumn winter season days',
);
const TOLD_AFTER = words('who whose with without in on at');

/** Whether a text that begins so means somebody or something named before it: "He", "But this", "The two", "Asked about it, she …", "“No,” he said". */
export function leansBack(text: string): boolean {
  const start = text.slice(0, LONGEST);
  if (begins(start)) return true;
  // Whoever speaks the words at the beginning stands right after them.
  const said = /^\s*[“"‘«][^”"»]{1,500}[”"’»][,.?!]?\s+(?:\p{Ll}+\s+)?(?:[Hh]e|[Ss]he|[Tt]hey)\b/u.exec(
    start,
  );
  return said !== null;
}

function begins(text: string): boolean {
  const tokens = tokenize(text).slice(0, CLAUSE + MOST_LEADING);
  const word = (at: number) => tokens[at]?.word ?? '';
  const isName = (at: number) =>
    at > 0 &&
    /^\p{Lu}/u.test(text.slice(tokens[at]?.start, tokens[at]?.end)) &&
    !DAYS_AND_MONTHS.has(word(at));
  let at = 0;
  while (at < MOST_LEADING && (LEADING.has(word(at)) || CONJUNCTIONS.has(word(at)) || isOpening(word(at))))
    at++;
  for (const from of new Set([0, at])) {
    const [first, next] = [word(from), word(from + 1)];
    if (first === 'the' && OF_TWO.has(next)) return true;
    if (!BACK.has(first) || isName(from + 1)) continue;
    if (/^(?:this|these)$/.test(first) && TIMES.has(next)) continue;
    if (first === 'those' && TOLD_AFTER.has(next)) continue;
    // "Both the council and the mayor" says whom it means.
    if (first === 'both' && tokens.slice(from, from + 6).some((token) => token.word === 'and')) continue;
    return true;
  }
  // "Asked about the locks, she said": nobody is named before.
  for (let here = 1; here < tokens.length && !isName(here); here++)
    if (SOMEBODY.has(word(here)))
      return /,\s*$/.test(text.slice(0, tokens[here]?.start)) || PREPOSITIONS.has(word(0));
  return false;
}

// "When he", "in her speech".
function isOpening(word: string): boolean {
  return (SUBORDINATORS.has(word) && !BACK.has(word)) || PREPOSITIONS.has(word);
}
