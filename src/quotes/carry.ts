import { BE, PREPOSITIONS, SUBJECT_PRONOUNS } from '../text/word-classes.js';
import { speechVerb } from '../text/words-of-speech.js';
import { type Cue, cuesBetween } from './cues.js';
import { isGivenAway } from './given-away.js';
import type { Marked } from './marks.js';
import { type Found, fromColon } from './noun-cues.js';
import { resolve, type Story } from './resolve.js';
import type { Finding } from './speaker.js';
import type { Clauses } from './subjects.js';
import { isNot } from './unsaid.js';
import { sentenceEnd, sentenceStart, type Word } from './words.js';

/** What was found for the quotations so far. */
export type Carried = {
  story: Story;
  clauses: Clauses[];
  cues: Cue[][];
  marked: Marked[];
  findings: (Finding | null)[];
};

/**
 * For a sentence that holds nothing but quotations, so that no word of its own tells the speaker; in this order:
 * 1. the paragraph before was left open, so this is the same quotation: its speaker
 * 2. the sentence before in the paragraph has an attributed quotation, or speech of one person: that speaker
 * 3. the paragraph before ends with a cue, or in attributed speech: that speaker
 * Nobody where the sentence after it says that others said it ("Those were the words on every fan’s lips.").
 */
export function carryOver(carried: Carried, quote: number, at: number): Finding | null {
  const found = speakerBefore(carried, quote, at);
  const block = carried.marked[quote]?.block;
  if (!found || block === undefined) return null;
  const figure = found.resolved.kind === 'person' ? found.resolved.figure : null;
  return isGivenAway(carried.clauses, carried.story.cast, block, at, figure) ? null : found;
}

function speakerBefore(carried: Carried, quote: number, at: number): Finding | null {
  const mark = carried.marked[quote];
  const clauses = mark && carried.clauses[mark.block];
  if (!mark || !clauses) return null;
  const { words } = clauses;
  const start = sentenceStart(words, at);
  const alone = words
    .slice(start, sentenceEnd(words, at))
    .every((word) => word.kind === 'quote' || (word.kind === 'point' && word.text !== ':'));
  // "…," he said. “I would not call it reform” for the top bracket.
  const goesOn = start > 0 && start === at && !hasActor(carried, mark.block, at);
  if (!alone && !goesOn) return null;
  const previous = carried.marked[quote - 1];
  const earlier = carried.findings[quote - 1] ?? null;
  const opens = mark.outer.start === words[0]?.start;
  if (previous && opens && !previous.closed && previous.block === mark.block - 1)
    return earlier && continued(earlier, earlier.certain);
  if (start > 0) return fromSentenceBefore(carried, mark.block, start, previous, earlier);
  return fromParagraphBefore(carried, mark.block);
}

// A name, a pronoun or a cue in the rest of the sentence: then it is about somebody else.
function hasActor(carried: Carried, block: number, at: number): boolean {
  const words = carried.story.paragraphs[block] ?? [];
  return words
    .slice(at, sentenceEnd(words, at))
    .some(
      (word, index) =>
        SUBJECT_PRONOUNS.has(word.lower) ||
        carried.clauses[block]?.startingAt.has(at + index) ||
        speechVerb(word.lower)?.form === 'finite',
    );
}

const continued = (finding: Finding, certain: boolean): Finding => ({
  ...finding,
  cue: null,
  reason: 'continued',
  certain,
});

function fromSentenceBefore(
  carried: Carried,
  paragraph: number,
  start: number,
  previous: Marked | undefined,
  earlier: Finding | null,
): Finding | null {
  const words = carried.story.paragraphs[paragraph] ?? [];
  const before = words.slice(sentenceStart(words, start - 1), start);
  if (before.some((word) => word.kind === 'quote') && previous?.block === paragraph)
    return earlier && continued(earlier, earlier.certain);
  return introducedBy(carried, paragraph, start - 1) ?? fromSubject(carried, paragraph, start);
}

function fromParagraphBefore(carried: Carried, paragraph: number): Finding | null {
  const before = paragraph - 1;
  const words = carried.story.paragraphs[before];
  const last = words?.at(-1);
  if (!words || !last) return null;
  const lastQuote = words.slice(last.first).findLast((word) => word.kind === 'quote');
  if (lastQuote?.quote != null) {
    const finding = carried.findings[lastQuote.quote] ?? null;
    return finding && continued(finding, false);
  }
  return introducedBy(carried, before, words.length - 1);
}

/**
 * The speaker of the last cue in a sentence without quotations ("Lee disagreed:"); where the sentence ends in a colon
 * without a cue, the owner of a noun for words ("this remark by Lee:") or whom the sentence is about.
 */
function introducedBy(carried: Carried, paragraph: number, at: number): Finding | null {
  const clauses = carried.clauses[paragraph];
  if (!clauses) return null;
  const { words } = clauses;
  const [start, end] = [sentenceStart(words, at), sentenceEnd(words, at) - 1];
  const colon = words[end]?.text === ':';
  const found =
    (colon && fromColon(clauses, start, end)) ||
    fromCue(cuesBetween(carried.cues[paragraph] ?? [], start, end + 1), words);
  if (!found) return null;
  const resolved = resolve(carried.story, paragraph, found.subject);
  if (!resolved) return null;
  const certain = colon && found.cue !== null && (resolved.kind !== 'person' || resolved.certain);
  return { resolved, paragraph, ...found, reason: 'introduced', certain };
}

const FIRST_PERSON = /\b(?:I|we|my|our|me|us)\b/i;
/** What is done to people whom others then speak of. */
const SUFFERED =
  /^(?:killed|shot|arrested|charged|accused|injured|hurt|wounded|found|sentenced|jailed|convicted|struck|attacked|fined|sacked|fired|beaten|taken|rescued|named|stabbed|buried|remembered|described|criticised|criticized|praised|honoured|honored|survived|born|seen|told|asked)$/;
const THIRD_PERSON = /\b(?:he|she|his|her|him)\b/i;

/**
 * "Lee was unmoved. “We waited.”": whom the sentence before is about, where it names nobody else, nothing is done to them
 * and the words are not about them.
 */
function fromSubject(carried: Carried, block: number, quoteStart: number): Finding | null {
  const clauses = carried.clauses[block];
  const quote = clauses?.words[quoteStart];
  if (!clauses || !quote) return null;
  const { words } = clauses;
  const [start, end] = [sentenceStart(words, quoteStart - 1), quoteStart];
  const subject = clauses.subjects.get(start);
  if (!subject || subject.mention?.possessive) return null;
  // "When I began to speak …, Lee …" tells of too much at once; "On Friday, Lee …" does not.
  if (subject.from > start && !PREPOSITIONS.has(words[start]?.lower ?? '')) return null;
  const resolved = resolve(carried.story, block, subject);
  if (resolved?.kind !== 'person') return null;
  const others = words.slice(start, end).some((_, index) => {
    const mention = clauses.startingAt.get(start + index);
    const figure = mention && carried.story.cast.who.get(mention);
    return mention && figure !== resolved.figure && (!figure || figure.isPerson);
  });
  const passive = words
    .slice(subject.to, end)
    .some((word, index, rest) => BE.has(word.lower) && SUFFERED.test(rest[index + 1]?.lower ?? ''));
  const about = THIRD_PERSON.test(quote.text) && !FIRST_PERSON.test(quote.text);
  if (others || passive || about) return null;
  return { resolved, paragraph: block, subject, cue: null, reason: 'introduced', certain: false };
}

function fromCue(cues: Cue[], words: Word[]): Found | null {
  // "He did not suggest …" gives nobody's words; in "Lee said he never suggested …" Lee's are still to come.
  const denied = (one: Cue) => words.slice(one.from, one.at).some((word) => isNot(word.lower));
  const cue = cues.findLast((one) => one.subject !== null && !one.relative && !denied(one));
  return cue?.subject ? { subject: cue.subject, cue: { from: cue.from, to: cue.at + 1 } } : null;
}
