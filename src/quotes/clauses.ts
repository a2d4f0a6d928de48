import { mainSubject } from './main-subject.js';
import type { Mention } from './mentions.js';
import type { Clauses, Subject } from './subjects.js';
import { sentenceEnd, type Word } from './words.js';

/** Reads a block's words for the rules: where its names start and end, and which of them its sentences are about. */
export function clausesOf(words: Word[], mentions: Mention[]): Clauses {
  const nicknames = new Set<number>();
  for (const mention of mentions)
    for (let at = mention.from; at < mention.to; at += 1) if (words[at]?.kind === 'quote') nicknames.add(at);
  const clauses: Clauses = {
    words,
    nicknames,
    leading: new Set(),
    subjects: new Map(),
    endingAt: new Map(mentions.map((mention) => [mention.to, mention])),
    startingAt: new Map(mentions.map((mention) => [mention.nameFrom, mention])),
  };
  for (const [start, subject] of mainSubjects(clauses)) {
    clauses.subjects.set(start, subject);
    if (subject.mention && !subject.mention.possessive) clauses.leading.add(subject.mention);
  }
  for (const mention of mentions) {
    const before = words[mention.from - 1];
    // "Ann Lee and Bob Moss": a conjunction opens a clause only after a point.
    const joins = /^(?:but|and)$/.test(before?.lower ?? '') && words[mention.from - 2]?.kind === 'point';
    const opens =
      before?.sentence === words[mention.from]?.sentence &&
      (joins || /^(?:that|said|says)$/.test(before?.lower ?? ''));
    if (opens && !mention.possessive) clauses.leading.add(mention);
  }
  return clauses;
}

// What each sentence is about, where it says so.
function mainSubjects(clauses: Clauses): [start: number, Subject][] {
  const { words } = clauses;
  const found: [number, Subject][] = [];
  for (let start = 0; start < words.length; ) {
    const end = Math.max(start + 1, sentenceEnd(words, start));
    const subject = mainSubject(clauses, start, end);
    if (subject) found.push([start, subject]);
    start = end;
  }
  return found;
}
