import { canSpeak, isDocument } from '../text/roles.js';
import {
  AUXILIARIES,
  BE,
  CONJUNCTIONS,
  DAYS_AND_MONTHS,
  PREPOSITIONS,
  RELATIVES,
} from '../text/word-classes.js';
import { ADDRESSING_VERBS, phraseVerb, type SpeechVerb, speechVerb } from '../text/words-of-speech.js';
import { mainSubject } from './main-subject.js';
import {
  clauseStart,
  infinitiveSubject,
  namedBeside,
  onlySubject,
  sharedSubject,
  speaks,
} from './shared-subjects.js';
import { type Clauses, type Subject, subjectAt, subjectBefore } from './subjects.js';
import { goesOn, groupStart, isNounHere, isPluralVerb, skipAdverbs, skipDay } from './verb-group.js';
import { sentenceEnd, sentenceStart, type Word } from './words.js';

/** A word of speech in a paragraph, with whoever speaks. */
export type Cue = {
  /** Index of the verb, and of the first word of its group ("has | also | said"). */
  at: number;
  from: number;
  verb: SpeechVerb;
  /** Null where the words do not tell who speaks. */
  subject: Subject | null;
  /** "said Ann Lee": the subject follows. */
  inverted: boolean;
  /** In a clause of its own about somebody ("a man who said"). */
  relative: boolean;
};

/** The cues of a paragraph, in order. A subject that an earlier cue gave is shared along "and said", "adding". */
export function findCues(clauses: Clauses): Cue[] {
  const cues: Cue[] = [];
  for (const [at, word] of clauses.words.entries()) {
    // "United States": a capital inside a sentence is part of a name.
    if (
      word.kind !== 'word' ||
      (word.capital &&
        clauses.words[at - 1]?.sentence === word.sentence &&
        clauses.words[at - 1]?.kind === 'word')
    )
      continue;
    const verb = phraseVerb(word.lower, clauses.words[at + 1]?.lower ?? '') ?? speechVerb(word.lower);
    if (!verb) continue;
    const cue = readCue(clauses, at, verb, cues);
    if (cue && !isInsideReport(clauses.words, cue, cues.at(-1))) cues.push(cue);
  }
  return cues;
}

// "He said it would tell …", "she believes we must ask …": part of what the cue before reports.
function isInsideReport(words: Word[], cue: Cue, before: Cue | undefined): boolean {
  const sentence = words[cue.at]?.sentence;
  if (!before || words[before.at]?.sentence !== sentence || cue.subject?.kind !== 'pronoun') return false;
  return /^(?:it|we|i|you)$/.test(words[cue.subject.head]?.lower ?? '');
}

function readCue(clauses: Clauses, at: number, verb: SpeechVerb, earlier: Cue[]): Cue | null {
  const { words } = clauses;
  const word = words[at];
  if (!word) return null;
  const from = groupStart(words, at);
  const left = words[from - 1];
  const first = !left || left.sentence !== word.sentence;
  const group = words.slice(from, at);
  const relative = !!left && RELATIVES.has(left.lower);
  const cue = (subject: Subject | null, inverted = false): Cue => ({
    at,
    from,
    verb,
    subject,
    inverted,
    relative,
  });
  // "was told", "been described": the subject hears or is spoken of.
  const be = group.some((part) => BE.has(part.lower) || (part.lower === "'s" && verb.form === 'gerund'));
  if (be && verb.form === 'finite') return /^(?:ask|tell)$/.test(verb.base) ? cue(null) : null;
  if (verb.form === 'finite' && isNounHere(words, at, from)) return null;
  if (
    verb.form === 'base' &&
    !group.some((part) => AUXILIARIES.has(part.lower) || /^(?:went|goes|going)$/.test(part.lower)) &&
    !isPluralVerb(clauses, at, from) &&
    left?.lower !== 'who'
  ) {
    return left?.lower === 'to' ? cue(infinitiveSubject(clauses, from - 1, earlier)) : null;
  }
  // "Ann Lee was reported to have said"
  if (left?.lower === 'to' && group.some((part) => part.lower === 'have')) {
    const verbs = groupStart(words, from - 2);
    const heard = HEARSAY.test(words[from - 2]?.lower ?? '') && words.slice(verbs, from - 2).some(isBe);
    return cue(heard ? subjectBefore(clauses, verbs) : null);
  }
  const start = sentenceStart(words, at);
  // “…,” said Ann Lee. Said Ann Lee: “…”
  if (verb.form === 'finite' && (first || left?.kind === 'quote' || isPointAfterQuote(words, from - 1))) {
    const subject = subjectAt(clauses, skipAdverbs(words, at + 1));
    const addressed = ADDRESSING_VERBS.has(verb.base) || verb.strength === 'judgement';
    if (subject && !addressed && speaks(words, subject) && !goesOn(words, subject.to))
      return cue(subject, true);
    if (left && !first) return cue(sharedSubject(clauses, earlier, word.sentence, start, from));
    return null;
  }
  // But, said Ann Lee, “…”
  if (
    verb.form === 'finite' &&
    left?.text === ',' &&
    verb.strength === 'speech' &&
    !ADDRESSING_VERBS.has(verb.base)
  ) {
    const subject = subjectAt(clauses, at + 1);
    const after = words[subject?.to ?? 0];
    if (subject?.kind === 'name' && (!after || after.sentence !== word.sentence || /^[,.]$/.test(after.text)))
      return cue(subject, true);
  }
  if (verb.form === 'gerund' && !be) {
    const near = left && left.kind === 'word' ? subjectBefore(clauses, from) : null;
    if (near?.kind === 'name' || (near && isOther(words, near))) return cue(near);
    // "Ann Lee was quoted as saying"
    if (left?.lower === 'as' && words[from - 2]?.lower === 'quoted') {
      const verbs = groupStart(words, from - 2);
      const heard = words.slice(verbs, from - 2).some((part) => BE.has(part.lower));
      return cue(heard ? subjectBefore(clauses, verbs) : null);
    }
    if (
      left?.lower === 'by' ||
      left?.lower === 'while' ||
      left?.lower === 'before' ||
      left?.lower === 'and' ||
      left?.text === ',' ||
      left?.kind === 'quote' ||
      left?.kind === 'point'
    ) {
      // "…, saying": the subject of the clause, not of a cue inside what it reports.
      const main = mainSubject(clauses, clauseStart(clauses, from - 1, start), from);
      if (
        main &&
        (main.kind === 'name' || (main.kind === 'pronoun' && /^s?he$/.test(words[main.head]?.lower ?? '')))
      )
        return cue(main);
      return cue(sharedSubject(clauses, earlier, word.sentence, start, from));
    }
    // "Saying it was late, Ann Lee left", "After saying it was late, Ann Lee left"
    if (first || (from - 1 === start && PREPOSITIONS.has(left?.lower ?? '')))
      return cue(mainSubject(clauses, commaAfter(words, at), sentenceEnd(words, at)));
    if (left && (PREPOSITIONS.has(left.lower) || DAYS_AND_MONTHS.has(left.lower)))
      return cue(onlySubject(clauses, start, from));
    // "issued a statement saying …"
    const issuer =
      near?.kind === 'description' && isDocument(words[near.head]?.lower ?? '')
        ? onlySubject(clauses, start, from)
        : null;
    if (issuer) return cue(issuer);
    return null;
  }
  if (left && relative) {
    const end = words[from - 2]?.text === ',' ? from - 2 : from - 1;
    const name = clauses.endingAt.get(end);
    const antecedent: Subject | null = name
      ? { kind: 'name', from: name.from, to: end, mention: name, head: end - 1 }
      : subjectBefore(clauses, end);
    return cue(antecedent && left.lower === 'who' ? antecedent : null);
  }
  if (left && CONJUNCTIONS.has(left.lower))
    return cue(sharedSubject(clauses, earlier, word.sentence, start, from));
  if (left?.kind === 'point') {
    if (/^[,—–)]$|^--$/.test(left.text)) {
      const parenthesis = left.text === ')' ? subjectBefore(clauses, from) : null;
      if (parenthesis) return cue(parenthesis);
      const subject = mainSubject(clauses, clauseStart(clauses, from - 1, start), from);
      if (subject && speaks(words, subject)) return cue(subject);
      return cue(sharedSubject(clauses, earlier, word.sentence, start, from));
    }
    return null;
  }
  const near = subjectBefore(clauses, skipDay(words, from));
  // "The head of a firm that lost 23 lives has said": what stands before the verb is the end of another clause.
  const perfect = !near && group.some((part) => /^(?:has|have|had)$/.test(part.lower));
  const subject = perfect ? mainSubject(clauses, start, from) : near;
  if (!subject) return null;
  // "With party leaders worried about …": no clause of its own.
  if (subject.kind === 'description' && PREPOSITIONS.has(words[subject.from - 1]?.lower ?? '')) return null;
  if (!speaks(words, subject)) return verb.past ? cue(null) : null;
  return cue(namedBeside(clauses, subject, start));
}

/** Longest description that a gerund is read with, in words. */
const LONGEST_OTHER = 3;

// "her mother telling her", "people calling her": somebody other than who hears them.
const isOther = (words: Word[], { from, to, head }: Subject) => {
  const noun = words[head]?.lower ?? '';
  return (
    to - from <= LONGEST_OTHER &&
    canSpeak(noun) &&
    !isDocument(noun) &&
    !ADDRESSING_VERBS.has(speechVerb(words[from - 1]?.lower ?? '')?.base ?? '')
  );
};

const HEARSAY =
  /^(?:reported|reputed|said|alleged|understood|believed|thought|claimed|known|heard|rumou?red)$/;
const isBe = (word: Word) => BE.has(word.lower);

const isPointAfterQuote = (words: Word[], at: number) =>
  words[at]?.kind === 'point' && words[at - 1]?.kind === 'quote' && words[at]?.text === ',';
const commaAfter = (words: Word[], at: number) => {
  let next = at;
  while (words[next] && words[next]?.text !== ',' && words[next]?.kind !== 'quote') next += 1;
  return words[next]?.kind === 'quote' ? next + 1 : next;
};

/** The cues that stand from word `from` to before word `to`. `cues` are in order. */
export function cuesBetween(cues: Cue[], from: number, to: number): Cue[] {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < cues.length && (cues[end]?.at ?? to) < to) end += 1;
  return cues.slice(low, end);
}
