import { BE } from '../text/word-classes.js';
import { speechVerb } from '../text/words-of-speech.js';
import { finding, type Place } from './place.js';
import type { Finding } from './speaker.js';
import { subjectAt } from './subjects.js';
import { sentenceStart, type Word } from './words.js';

/** Farthest that "by Ann Lee" stands before the quotation, in words. */
const REACH = 12;
/** Participles that tell of speech in the passive but do not do so as a verb with a subject. */
const PARTICIPLE = /^(?:accused|criticis|criticiz|condemn|dismiss|prais|denounc|hail|mock|warn|urg|told|ask)/;

/** The plan was called “late” by Ann Lee. Bo Ray was accused by Ann Lee of “lying”. Only a name is taken. */
export function passive(place: Place): Finding | 'nobody' | null {
  const { clauses, at } = place;
  const { words } = clauses;
  const start = sentenceStart(words, at);
  if (words[at + 1]?.lower === 'by' && words[at + 1]?.sentence === words[at]?.sentence) {
    const verb = participle(words, start, at);
    return verb === -1 ? null : agent(place, at + 1, verb);
  }
  for (let by = at - 1; by > Math.max(start, at - REACH); by -= 1) {
    if (words[by]?.kind !== 'word') return null;
    if (words[by]?.lower !== 'by') continue;
    return isPassive(words, by - 1, start) ? agent(place, by, by - 1) : null;
  }
  return null;
}

function agent(place: Place, by: number, verb: number): Finding | 'nobody' | null {
  const { clauses, at } = place;
  const subject = subjectAt(clauses, by + 1);
  if (subject?.kind !== 'name' || subject.mention?.possessive) return null;
  const after = clauses.words[subject.to];
  // "by Ann Lee of “…”", "by Ann Lee for having “…”", "by Ann Lee that he had “…”"
  if (by < at && !/^(?:of|for|as|that|to)$/.test(after?.lower ?? '')) return null;
  return finding(place, subject, { from: verb, to: verb + 1 }, by < at ? 'cue-before' : 'cue-after');
}

// The participle of speech that a run of words before the quotation holds, nothing but words between.
function participle(words: Word[], start: number, at: number): number {
  for (let index = at - 1; index > Math.max(start, at - REACH); index -= 1) {
    if (words[index]?.kind !== 'word') return -1;
    if (isPassive(words, index, start)) return index;
  }
  return -1;
}

function isPassive(words: Word[], at: number, start: number): boolean {
  const lower = words[at]?.lower ?? '';
  if (!speechVerb(lower)?.past && !PARTICIPLE.test(lower)) return false;
  const group = words.slice(Math.max(start, at - 3), at);
  // "was not called": nobody said it.
  return (
    group.some((word) => BE.has(word.lower)) &&
    !group.some((word) => /^(?:not|never)$|n[’']t$/.test(word.lower))
  );
}
