import { BE } from '../text/word-classes.js';
import type { Cue } from './cues.js';
import type { Word } from './words.js';

const NOT = /^(?:not|never|cannot|\p{L}+n[’']t)$/u;
/** True for a word that denies the verb beside it: "not", "didn't". */
export const isNot = (word: string) => NOT.test(word);
const REFUSING = /^(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))$/;
const SUPPOSING = /^(?:if|unless|whether)$/;
/** "should have said", "might say". "Would later say" tells what was said. */
const MODAL = /^(?:should|could|would|might|may|must|ought)$/;
const POSSIBLE = /^(?:should|might|ought)$/;
/** Farthest that a "not" stands before its verb of speech, in words: "did not, he added" is another's. */
const REACH = 3;

const FORGED =
  /^(?:fake|faked|doctored|manipulated|fabricated|forged|falsified|bogus|hoax|deepfakes?|deep-fake|ai-generated|ai-made|meme|memes|parody|spoof|satirical|rumou?rs?|myth|posing|impersonat(?:ors?|ing|ed)|imitating|mimicking|pretending|purporting|playing|portraying|falsely|wrongly|mistakenly|incorrectly|untrue|false)$/;
const NONE = /^(?:no|nobody|no-one|none|nothing|neither|without|not|never|cannot|\p{L}+n[’']t)$/u;
const PROOF =
  /^(?:prove[dns]?|proving|proof|evidence|record|true|show[ns]?|suggest(?:s|ed)?|confirm(?:s|ed)?|verif(?:y|ied))$/;
const WISHING = /^(?:wish(?:es|ed)?|imagin(?:e|es|ed|ing)|pretend(?:s|ed|ing)?)$/;
const SHOWING = /^(?:show(?:s|ed|n|ing)?|depict(?:s|ed|ing)?|ha(?:s|d|ve|ving)|quot(?:es|ed|ing)|that)$/;

/**
 * Whether a cue before a quotation says that somebody did not say it, or might: "never said", "denied saying",
 * "should have said", "if he says", "a fake video shows Lee saying", "nobody has proved that Lee said".
 * `start` is the first word of its sentence.
 */
export function isUnsaid(words: readonly Word[], start: number, cue: Cue): boolean {
  const verb = cue.at;
  if (REFUSING.test(words[verb]?.lower ?? '') || isUnreal(words, cue)) return true;
  for (let at = verb - 1; at >= start && words[at]?.kind === 'word'; at -= 1) {
    const lower = words[at]?.lower ?? '';
    // "declined to answer but said"
    if (lower === 'but') break;
    if (NOT.test(lower) && verb - at <= REACH) return true;
    if (REFUSING.test(lower) || SUPPOSING.test(lower)) return true;
  }
  return !!cue.subject && isPutInMouth(words, start, cue.subject.mention?.from ?? cue.subject.from);
}

/** The same for a cue after a quotation, where only the verb's own words can deny it: "…," Lee never said. */
export function isUnsaidAfter(words: readonly Word[], cue: Cue): boolean {
  return isUnreal(words, cue) || words.slice(cue.from, cue.at).some((word) => NOT.test(word.lower));
}

/**
 * What stands before a quotation denies it of somebody: a `label` of somebody else's ("said she was not “a puppet”"), or
 * words that may be the speaker's own ("said she was not “aware of any fault”"); null where nothing is denied.
 */
export function deniedWords(words: readonly Word[], at: number): 'label' | 'words' | null {
  const not = words[at - 1]?.lower ?? '';
  if (!isNot(not) || !(BE.has(words[at - 2]?.lower ?? '') || BE.has(not.replace(/n[’']t$/, '')))) return null;
  return /^(?:an?|the|some)\b/i.test(words[at]?.text ?? '') ? 'label' : 'words';
}

// "should have said", "might say"
function isUnreal(words: readonly Word[], cue: Cue): boolean {
  const group = words.slice(cue.from, cue.at).map((word) => word.lower);
  const modal = group.findIndex((word) => MODAL.test(word));
  if (modal === -1) return false;
  return group.includes('have', modal) || (cue.verb.form === 'base' && POSSIBLE.test(group[modal] ?? ''));
}

// What leads up to the speaker's name, in the same run of words, says that the words are somebody else's invention.
function isPutInMouth(words: readonly Word[], start: number, subject: number): boolean {
  // "It was not Lee who said"; "An account in the name of Lee wrote"
  const [second, first] = [words[subject - 2]?.lower ?? '', words[subject - 1]?.lower ?? ''];
  if (NOT.test(first) || (first === 'of' && second === 'name') || WISHING.test(words[subject]?.lower ?? ''))
    return true;
  let from = subject;
  while (from > start && words[from - 1]?.kind === 'word') from -= 1;
  // "A fake video, shared online, shows Lee saying"
  if (SHOWING.test(words[subject - 1]?.lower ?? '')) {
    while (from > start && words[from - 1]?.kind !== 'quote' && words[from - 1]?.text !== ';') from -= 1;
  }
  let none = false;
  for (let at = from; at < subject; at += 1) {
    const lower = words[at]?.lower ?? '';
    if (FORGED.test(lower) || (none && PROOF.test(lower))) return true;
    none ||= NONE.test(lower);
  }
  const before = words[subject - 1]?.lower === 'that' ? subject - 2 : subject - 1;
  return before >= from && WISHING.test(words[before]?.lower ?? '');
}
