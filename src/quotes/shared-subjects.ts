import { canSpeak } from '../text/roles.js';
import type { Cue } from './cues.js';
import { mainSubject } from './main-subject.js';
import { type Clauses, type Subject, subjectAt } from './subjects.js';
import { sentenceStart, type Word } from './words.js';

/** Whose "to say" it is: that of the cue before in the sentence, else of "went on to", "wanted to". */
export function infinitiveSubject(clauses: Clauses, to: number, earlier: Cue[]): Subject | null {
  const { words } = clauses;
  const sentence = words[to]?.sentence;
  const last = lastCue(earlier, words, sentence, false);
  if (last) return last.subject;
  return /^(?:on|continued|began|continues|used|wanted|wants|refused|had)$/.test(words[to - 1]?.lower ?? '')
    ? onlySubject(clauses, sentenceStart(words, to), to)
    : null;
}

function lastCue(
  earlier: Cue[],
  words: Word[],
  sentence: number | undefined,
  main: boolean,
): Cue | undefined {
  for (let index = earlier.length - 1; index >= 0; index -= 1) {
    const cue = earlier[index];
    if (!cue || words[cue.at]?.sentence !== sentence) return undefined;
    if (!(main && cue.relative)) return cue;
  }
  return undefined;
}

// "X went to Ohio and said", "X …, adding": the subject of the cue before in this sentence, else of the clause.
export function sharedSubject(
  clauses: Clauses,
  earlier: Cue[],
  sentence: number,
  start: number,
  from: number,
): Subject | null {
  const last = lastCue(earlier, clauses.words, sentence, true);
  if (last?.subject) return last.subject;
  const subject = mainSubject(clauses, start, from);
  return subject && speaks(clauses.words, subject) ? subject : null;
}

// For forms that do not say whose they are: only where one subject alone stands before.
export function onlySubject(clauses: Clauses, start: number, to: number): Subject | null {
  const subject = mainSubject(clauses, start, to);
  if (!subject) return null;
  for (let at = subject.to; at < to; at += 1) {
    const mention = clauses.startingAt.get(at);
    if (mention && mention.to <= to && !mention.thing) return null;
  }
  return subject;
}

/** A description followed by its name: "the group's president, Bob Moss, said" is read from the clause's start. */
export function namedBeside(clauses: Clauses, subject: Subject, start: number): Subject {
  if (subject.kind !== 'description') return subject;
  const again = subjectAt(clauses, subject.from);
  return again?.kind === 'name' && again.from >= start ? again : subject;
}

/** True for a subject that can utter words: a name, a pronoun, a noun for somebody, a group or a document. */
export function speaks(words: Word[], subject: Subject): boolean {
  if (subject.kind !== 'description') return true;
  const head = words[subject.head];
  // "the 34-year-old"
  return !!head && (canSpeak(head.lower) || head.capital || /^\d+-year-old$/.test(head.lower));
}

/** Where the clause that ends before word `to` starts, at the earliest at `start`. */
export function clauseStart({ words, nicknames }: Clauses, to: number, start: number): number {
  for (let at = to - 1; at > start; at -= 1) {
    const word = words[at];
    // A quoted fragment is part of its clause, a quoted statement is not.
    const statement =
      word?.kind === 'quote' &&
      !nicknames.has(at) &&
      (/[,.?!…—-][’']?$/.test(word.text) || words[at + 1]?.text === ',');
    if (statement || word?.text === ';' || word?.text === ':') return at + 1;
    if (word?.text === ',' && /^(?:and|but|while|though)$/.test(words[at + 1]?.lower ?? '')) return at + 1;
  }
  return start;
}
