import { isDocument } from '../text/roles.js';
import { cuesBetween } from './cues.js';
import { finding, type Place } from './place.js';
import type { Finding } from './speaker.js';
import { type Subject, subjectAt } from './subjects.js';
import { sentenceEnd, sentenceStart, type Word } from './words.js';

export function accordingTo(place: Place): Finding | 'nobody' | null {
  const { clauses, at } = place;
  const { words } = clauses;
  const [start, end] = [sentenceStart(words, at), sentenceEnd(words, at)];
  for (let index = start; index < end; index += 1) {
    if (words[index]?.lower === 'according' && words[index + 1]?.lower === 'to') {
      const subject = subjectAt(clauses, index + 2);
      // A newspaper or a poll passes on somebody's words; officials and people are credited themselves.
      if (subject && relays(words, subject) && spokenBefore(place)) return null;
      if (subject) return finding(place, subject, { from: index, to: index + 2 }, 'according-to');
    }
    // “…” was how Ann Lee put it.
    const how = words[index]?.lower === 'how' && /^(?:is|was|[’']s)$/.test(words[index - 1]?.lower ?? '');
    if (words[index]?.lower === 'as' || how) {
      const subject = subjectAt(clauses, index + 1);
      const put = subject ? putsIt(words, subject.to, end) : -1;
      if (subject && put >= 0) return finding(place, subject, { from: put, to: put + 2 }, 'according-to');
    }
  }
  return null;
}

// "as Ann Lee, a tax lawyer, recently put it"
function putsIt(words: Word[], from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + 25); at += 1) {
    if (words[at]?.kind === 'quote') return -1;
    if (/^puts?$/.test(words[at]?.lower ?? '') && words[at + 1]?.lower === 'it') return at;
  }
  return -1;
}

function relays(words: Word[], subject: Subject): boolean {
  const head = words[subject.head];
  return !!head && (isDocument(head.lower) || !!subject.mention?.thing);
}

const spokenBefore = ({ clauses: { words }, cues, at }: Place) =>
  cuesBetween(cues, sentenceStart(words, at), at).some(
    (cue) => cue.subject && /^(?:say|tell|write|add)$/.test(cue.verb.base),
  );
