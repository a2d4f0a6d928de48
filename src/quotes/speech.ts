import type { Finding } from './speaker.js';
import type { Word } from './words.js';

/** Fewest words of a quotation that nobody is known to have said. */
const SHORTEST_UNATTRIBUTED = 4;
const SMALL_WORDS = new Set('a an the of and or in on at to for from with by is'.split(' '));

/**
 * True where marked words are somebody's speech or writing: not the title of a work, a nickname or a word in scare
 * quotes. Where a cue belongs to them they are speech; without one they must be long enough and not printed like a title.
 */
export function isQuotation(words: Word[], at: number, finding: Finding | null): boolean {
  const word = words[at];
  if (!word) return false;
  const quoted = word.text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (quoted.length === 0) return false;
  if (finding)
    return !(
      isTitle(quoted) &&
      finding.reason !== 'cue-after' &&
      finding.reason !== 'inverted' &&
      quoted.length < 9 &&
      !isStatement(words, at)
    );
  return quoted.length >= SHORTEST_UNATTRIBUTED && !isTitle(quoted);
}

// “The Apprentice”, “Keeping Up With the Neighbours”
function isTitle(quoted: string[]): boolean {
  const words = quoted.map((part) => part.replace(/^[^\p{L}\p{N}]+/u, ''));
  const long = words.filter((part) => !SMALL_WORDS.has(part.toLowerCase()) || /^\p{Lu}/u.test(part));
  return quoted.length > 1 && long.every((part) => /^[\p{Lu}\p{N}]/u.test(part));
}

const isStatement = (words: Word[], at: number) => {
  const before = words[at - 1];
  return !before || before.text === ':' || before.text === ',';
};

/** A whole statement starts with a capital letter and has an end of its own; all else is part of a paraphrase. */
export function kindOf(words: Word[], at: number): 'direct' | 'mixed' {
  const word = words[at];
  const before = words[at - 1];
  if (!word) return 'mixed';
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word.text);
  const opens =
    !before || before.kind === 'point' || before.kind === 'quote' || before.sentence !== word.sentence;
  const resumes =
    before?.text === ',' &&
    words.slice(0, at - 1).some((other) => other.kind === 'quote' && other.sentence === word.sentence);
  const long = word.text.split(/\s+/).length > 2;
  return (opens && capital && long) || (resumes && long) ? 'direct' : 'mixed';
}
