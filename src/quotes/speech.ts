import { speechVerb } from '../text/words-of-speech.js';
import type { Finding } from './speaker.js';
import type { Word } from './words.js';

/** Fewest words of a quotation that no cue belongs to. */
const SHORTEST_WITHOUT_CUE = 4;
/** A quotation of one or two words needs its cue this near, in words; else it is a word in scare quotes. */
const SHORT = 2;
const NEAR_CUE = 8;
const IN_SENTENCE = 45;
/** Longest title of a work, in words. */
const LONGEST_TITLE = 9;
const SMALL_WORDS = new Set('a an the of and or in on at to for from with by is'.split(' '));

/**
 * True where marked words are somebody's speech or writing: not the title of a work, a nickname or a word in scare
 * quotes. Tried in this order:
 * 1. capitals throughout, and no statement that a cue belongs to: a title
 * 2. a statement (a capital at the start, a point at the end, nothing before it in its sentence but a cue): speech
 * 3. one or two words: speech where a cue is near
 * 4. more words: speech where a cue belongs to them, or where they are four or more
 */
export function isQuotation(
  words: Word[],
  at: number,
  block: number,
  found: Finding | 'nobody' | null,
): boolean {
  const word = words[at];
  if (!word) return false;
  const quoted = wordsIn(word.text);
  if (quoted.length === 0) return false;
  const statement = isStatement(words, at);
  const soCalled = /^(?:so-called|named|nicknamed|christened)$/.test(words[at - 1]?.lower ?? '');
  if (
    soCalled ||
    (isTitle(quoted) && quoted.length < LONGEST_TITLE && !(statement && found && isPlaced(words, at)))
  )
    return false;
  // (CROSSTALK)
  if (/^\(?\p{Lu}+[).]*$/u.test(word.text)) return false;
  if (statement && quoted.length > 1)
    return found !== null || words[at - 1]?.text === ':' || quoted.length >= SHORTEST_WITHOUT_CUE;
  if (quoted.length <= SHORT) return found !== null && found !== 'nobody' && isNear(found, block, at);
  return found !== null || quoted.length >= SHORTEST_WITHOUT_CUE;
}

// A title has no point of its own and stands inside its sentence.
function isPlaced(words: Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before?.kind !== 'word' || before.sentence !== word?.sentence || /[.!?]$/.test(word.text);
}

function isNear(finding: Finding, block: number, at: number): boolean {
  if (!finding.cue || finding.paragraph !== block) return false;
  const reach = finding.reason === 'according-to' || finding.reason === 'noun-cue' ? NEAR_CUE : IN_SENTENCE;
  return finding.cue.to <= at ? at - finding.cue.to <= reach : finding.cue.from - at <= NEAR_CUE;
}

const wordsIn = (text: string) => text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part));

/** True for marked words that read as a title: “The Apprentice”, “Keeping Up With the Neighbours”. */
export const isTitled = (text: string) => isTitle(wordsIn(text));

function isTitle(quoted: string[]): boolean {
  const words = quoted.map((part) => part.replace(/^[^\p{L}\p{N}]+/u, ''));
  const long = words.filter((part) => !SMALL_WORDS.has(part.toLowerCase()) || /^\p{Lu}/u.test(part));
  return quoted.length > 1 && long.every((part) => /^[\p{Lu}\p{N}]/u.test(part));
}

function isStatement(words: Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word) return false;
  const starts =
    !before || before.sentence !== word.sentence || before.text === ':' || before.kind === 'quote';
  const cued = (index: number) => speechVerb(words[index]?.lower ?? '') !== undefined;
  const after = cued(at - 1) || (before?.text === ',' && cued(at - 2));
  return (starts || after) && /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word.text);
}

/** A whole statement starts with a capital letter and has an end of its own; all else is part of a paraphrase. */
export function kindOf(words: Word[], at: number): 'direct' | 'mixed' {
  const word = words[at];
  const before = words[at - 1];
  if (!word) return 'mixed';
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word.text);
  const opens =
    !before || before.kind === 'point' || before.kind === 'quote' || before.sentence !== word.sentence;
  const resumes =
    before?.text === ',' && words.slice(word.first, at - 1).some((other) => other.kind === 'quote');
  const long = word.text.split(/\s+/).length > 2;
  return (opens && capital && long) || (resumes && long) ? 'direct' : 'mixed';
}
