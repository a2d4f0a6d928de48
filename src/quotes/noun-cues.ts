import { SPEECH_NOUNS, speechVerb } from '../text/words-of-speech.js';
import { mainSubject } from './main-subject.js';
import type { Clauses, Subject } from './subjects.js';

/** Whose words the noun at `index` stands for ("Ann Lee’s recent claim", "a statement by Ann Lee"); null where nobody owns it. */
export function isNounCue(clauses: Clauses, index: number): Subject | null {
  const { words, endingAt, startingAt } = clauses;
  if (/^(?:by|from)$/.test(words[index + 1]?.lower ?? '')) {
    const named = startingAt.get(index + 2) ?? startingAt.get(index + 3);
    if (named && !named.thing && !named.possessive)
      return { kind: 'name', from: named.from, to: named.to, mention: named, head: named.to - 1 };
  }
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const word = words[at];
    if (word?.kind !== 'word') return null;
    if (!/^['’]s?$/.test(word.text)) continue;
    const mention = endingAt.get(at);
    if (!mention || mention.thing) return null;
    return { kind: 'name', from: mention.from, to: mention.to, mention, head: mention.to - 1 };
  }
  return null;
}

/** Who a sentence says will speak, and the words that say so; null where only the clause's subject does. */
export type Found = { subject: Subject; cue: { from: number; to: number } | null };

/** How near the colon a noun for words must stand, in words. */
const NEAR_COLON = 10;

/**
 * Who speaks after the colon at word `end` of a sentence from word `start`: the owner of a noun for words ("this remark
 * by Lee:"), or whom the sentence is about where it speaks of words at all ("Lee had a message:").
 */
export function fromColon(clauses: Clauses, start: number, end: number): Found | null {
  const { words } = clauses;
  for (let index = end - 1; index > start && end - index <= NEAR_COLON; index -= 1) {
    const word = words[index];
    if (word?.kind !== 'word') break;
    if (speechVerb(word.lower)?.form === 'finite' && !SPEECH_NOUNS.has(word.lower)) return null;
    const owner = SPEECH_NOUNS.has(word.lower) ? isNounCue(clauses, index) : null;
    if (owner) return { subject: owner, cue: { from: index, to: index + 1 } };
  }
  const spoken = words
    .slice(start, end)
    .some((word) => SPEECH_NOUNS.has(word.lower) || /^(?:this|following)$/.test(word.lower));
  const subject = mainSubject(clauses, start, end);
  if (!subject || subject.kind === 'description') return null;
  // "Lee was blunt:" tells enough where the sentence names nobody else.
  for (let at = subject.to; at < end && !spoken; at += 1) {
    const mention = clauses.startingAt.get(at);
    if (mention && !mention.thing) return null;
  }
  return { subject, cue: null };
}
