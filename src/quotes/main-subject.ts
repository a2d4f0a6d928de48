import {
  ADVERBS,
  CONJUNCTIONS,
  DAYS_AND_MONTHS,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
} from '../text/word-classes.js';
import { type Clauses, type Subject, subjectAt } from './subjects.js';
import type { Word } from './words.js';

/** The subject of the clause that runs from word `from` to word `to`: the first noun phrase that no preposition or participle introduces. */
export function mainSubject(clauses: Clauses, from: number, to: number): Subject | null {
  const { words } = clauses;
  let at = from;
  while (at < to) {
    at = skipOpeners(words, at, to);
    const first = words[at];
    if (!first || at >= to) return null;
    if (first.kind === 'word' && !introduces(first, words[at + 1])) {
      const subject = subjectAt(clauses, at);
      // "in Berea, Ohio, …", "in her book, Slow Water, Ann Lee …": a place or a title between commas is nobody.
      const apart = subject?.mention && words[at - 1]?.text === ',' && words[subject.to]?.text === ',';
      if (!apart || !(subject.mention?.thing || clauses.startingAt.has(subject.to + 1)))
        return subject && subject.to <= to ? subject : null;
    }
    while (at < to && words[at]?.text !== ',' && !/^[—–;:]$|^--/.test(words[at]?.text ?? '')) at += 1;
    at += 1;
  }
  return null;
}

function skipOpeners(words: Word[], from: number, to: number): number {
  let at = from;
  for (; at < to; at += 1) {
    const word = words[at];
    if (!word) return at;
    const opener =
      word.kind !== 'word' ||
      /^\d+$/.test(word.text) ||
      CONJUNCTIONS.has(word.lower) ||
      (ADVERBS.has(word.lower) && !/^[’']/.test(word.text)) ||
      (/ly$/.test(word.lower) && !word.capital) ||
      DAYS_AND_MONTHS.has(word.lower);
    if (!opener) return at;
  }
  return at;
}

// "In Ohio, …", "When he left, …", "Speaking in Kyiv, …", "Asked about it, …", "Known for …"
function introduces(word: Word, next: Word | undefined): boolean {
  return (
    PREPOSITIONS.has(word.lower) ||
    SUBORDINATORS.has(word.lower) ||
    RELATIVES.has(word.lower) ||
    (/(?:ing|ed)$/.test(word.lower) && word.lower.length > 4 && !(next?.capital && word.capital)) ||
    word.lower === 'to' ||
    word.lower === 'known' ||
    word.lower === 'according'
  );
}
