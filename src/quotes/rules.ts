import { SPEECH_NOUNS } from '../text/words-of-speech.js';
import { accordingTo } from './according-to.js';
import { type Cue, cuesBetween } from './cues.js';
import { vouched } from './hearsay.js';
import { label, signature } from './labels.js';
import { fromColon, isNounCue } from './noun-cues.js';
import { othersWords, quotesAnother } from './others-words.js';
import { passive } from './passive.js';
import { cueRange, finding, type Place, type Rule, reasonOf } from './place.js';
import type { Finding } from './speaker.js';
import type { Clauses } from './subjects.js';
import { deniedWords, isNot, isUnsaid, isUnsaidAfter } from './unsaid.js';
import { sentenceEnd, sentenceStart, type Word } from './words.js';

/**
 * The rules that look at a quotation's own sentence, in the order in which they are tried:
 * 1. label         “SMITH: I did.”  SMITH: “I did.”
 * 2. others’ words Asked if she was “…”, Ann Lee said no.  Ann Lee rejected Bo Ray’s claim that “…”.
 * 3. after         “…,” Ann Lee said.  “…,” said Ann Lee.
 * 4. signature     “…” — Ann Lee
 * 5. according to  According to Ann Lee, … “…”.  “…,” according to Ann Lee.  As Ann Lee put it, “…”.
 * 6. passive       The plan was called “…” by Ann Lee.  Bo Ray was accused by Ann Lee of “…”.
 * 7. before        Ann Lee said that … “…”.  Ann Lee called it “…”.
 * 8. noun          Ann Lee’s warning that … “…”.
 * 9. end           The plan is “…”, Ann Lee said.
 * 10. colon        Ann Lee had a message: “…”.
 */
const RULES: readonly Rule[] = [
  label,
  othersWords,
  after,
  signature,
  accordingTo,
  passive,
  before,
  nounCue,
  atTheEnd,
  afterColon,
];

/** Who said the words, going by their own sentence; `'nobody'` where it tells of speech but not whose, null where no rule speaks. */
export function findInSentence(place: Place): Finding | 'nobody' | null {
  for (const rule of RULES) {
    const found = rule(place);
    if (found) return found;
  }
  return null;
}

function after(place: Place): Finding | 'nobody' | null {
  const { clauses, cues, at } = place;
  const { words } = clauses;
  const quote = words[at];
  if (!quote) return null;
  let next = at + 1;
  const point = words[next];
  if (point?.kind === 'point') {
    if (!/^(?:,|—|–|-|--)$/.test(point.text)) return null;
    next += 1;
  }
  const first = words[next];
  if (!first) return null;
  const end = quote.text.slice(-LONGEST_END).replace(/[’'"”)\]\s]+$/, '');
  const open = /[?!…—–-]$|\.\.\.$/.test(end);
  if (first.sentence !== quote.sentence && !open) return null;
  const whole =
    sentenceStart(words, at) === at && /^\p{Lu}/u.test(quote.text) && quote.text.split(' ').length > 5;
  const ended = open || whole || /[,.]$/.test(end) || point?.text === ',';
  const cue = cuesBetween(cues, next, first.after).find(
    (one) => one.from >= next && one.subject !== null && one.verb.form !== 'gerund',
  );
  if (!cue?.subject) return null;
  if (cue.verb.strength === 'judgement') return null;
  const begins = cue.inverted ? cue.from : cue.subject.from;
  if (begins !== next || (!cue.inverted && cue.from < cue.subject.to)) return null;
  if (!cue.inverted && !ended) return null;
  if (first.sentence !== quote.sentence && !endsSoon(words, cue, sentenceStart(words, at) === at))
    return null;
  if (isIntroduced(place)) return null;
  if (isUnsaidAfter(words, cue) || quotesAnother(clauses, cue, at)) return 'nobody';
  return vouched(place, cue, finding(place, cue.subject, cueRange(cue), reasonOf(cue, true)));
}

// “When Lee called it “late”, Ray left”, “Lee never said “late”, Ray said”: a clause before the quotation has it already.
function isIntroduced({ clauses: { words }, cues, at }: Place): boolean {
  const start = sentenceStart(words, at);
  const cue = cuesBetween(cues, start, at).findLast((one) => one.subject !== null);
  if (!cue?.subject || cue.verb.form !== 'finite') return false;
  if (words.slice(cue.at, at).some((word) => word.kind !== 'word')) return false;
  if (SUBORDINATE.test(words[(cue.subject.mention?.from ?? cue.subject.from) - 1]?.lower ?? '')) return true;
  const next = words[cue.at + 1]?.lower === 'that' ? cue.at + 2 : cue.at + 1;
  return next === at && isUnsaid(words, start, cue);
}
const SUBORDINATE = /^(?:when|while|whereas|after|before|although|though|because|since|once|as)$/;

// “Is it?” Lee said.  But not: “Is it?” Lee said that it was.
// Nor: He was asked: “Is it?” Lee said, “No.”
function endsSoon(words: Word[], cue: Cue, opens: boolean): boolean {
  const next = words[cue.at + 1];
  const quotesNext =
    (next?.kind === 'point' && words[cue.at + 2]?.kind === 'quote') || next?.kind === 'quote';
  return next?.lower !== 'that' && next?.text !== ':' && (opens || !quotesNext);
}

/** Marks and brackets after the last point of a quotation, at most. */
const LONGEST_END = 20;
/** Farthest that a relative clause about a name reaches, in words. */
const NEAR = 4;
/** Farthest that words of judgement reach, in words: "called the plan … “…”". */
const JUDGEMENT_REACH = 20;

function before(place: Place): Finding | 'nobody' | null {
  const { clauses, cues, at } = place;
  const { words } = clauses;
  const inReach = cuesBetween(cues, sentenceStart(words, at), at);
  const last = inReach.at(-1);
  // "told a man who asked that … “…”": the relative clause is over, unless the quotation follows at once.
  const relativeEnds =
    last?.relative && at - last.at > (last.subject?.kind === 'name' || isJudged(words, last, at) ? NEAR : 1);
  const main = relativeEnds ? (inReach.findLast((one) => !one.relative) ?? last) : last;
  // "said he did not mention it because “…”": the reason is given, whatever was not said.
  const reason = main && words.slice(main.at, at).some((word) => word.lower === 'because');
  const denied = reason && words.slice(main.from, main.at).some((word) => isNot(word.lower));
  const cue = denied ? inReach.findLast((one) => one.at < main.from && one.verb.strength === 'speech') : main;
  if (!cue) return null;
  if (!cue.subject) return 'nobody';
  if (cue.verb.strength === 'judgement' && at - cue.at > JUDGEMENT_REACH) return null;
  if (isCutOff(clauses, cue.at, at)) return null;
  if (isUnsaid(words, sentenceStart(words, at), cue) || quotesAnother(clauses, cue, at)) return 'nobody';
  const found = vouched(place, cue, finding(place, cue.subject, cueRange(cue), reasonOf(cue, false)));
  const not = deniedWords(words, at);
  if (found === 'nobody' || not === null) return found;
  return not === 'label' ? 'nobody' : { ...found, certain: false };
}

// "trolls who called her “…”": nothing but whom they judge between the verb and the quotation.
const isJudged = (words: Word[], cue: Cue, at: number) =>
  cue.verb.strength === 'judgement' &&
  words.slice(cue.at + 1, at).every((word) => word.kind === 'word' && word.lower !== 'that');

// A new main clause about somebody else between the cue and the quotation: "…; …", "…, but Lee …".
function isCutOff({ words, startingAt: names }: Clauses, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (words[at]?.text === ';') return true;
    const turn =
      words[at]?.text === ',' && /^(?:but|while|whereas|though|although)$/.test(words[at + 1]?.lower ?? '');
    if (turn && names.has(at + 2)) return true;
  }
  return false;
}

function nounCue(place: Place): Finding | 'nobody' | null {
  const { clauses, at } = place;
  const { words } = clauses;
  const start = Math.max(sentenceStart(words, at), at - 14);
  for (let index = at - 1; index > start; index -= 1) {
    const word = words[index];
    if (word?.kind !== 'word' && word?.text !== ':') return null;
    if (!SPEECH_NOUNS.has(word.lower)) continue;
    const owner = isNounCue(clauses, index);
    if (owner) return finding(place, owner, { from: index, to: index + 1 }, 'noun-cue');
  }
  return null;
}

function atTheEnd(place: Place): Finding | 'nobody' | null {
  const { clauses, cues, at } = place;
  const { words } = clauses;
  const end = sentenceEnd(words, at);
  const cue = cuesBetween(cues, at + 1, end).find(
    (one) => one.subject && one.verb.form === 'finite' && one.verb.strength === 'speech',
  );
  if (!cue?.subject) return null;
  const begins = cue.inverted ? cue.from : cue.subject.from;
  const apart = words[begins - 1]?.text === ',' || (begins - 1 !== at && words[begins - 1]?.kind === 'quote');
  if (!apart && !(begins - 1 === at && /[,.?!]$/.test(words[at]?.text ?? ''))) return null;
  const next = words[cue.at + 1];
  const says = (cue.inverted || end - cue.at <= 8 || next?.text === ',') && next?.lower !== 'that';
  if (!says) return null;
  if (isUnsaidAfter(words, cue) || quotesAnother(clauses, cue, at)) return 'nobody';
  return vouched(place, cue, finding(place, cue.subject, cueRange(cue), reasonOf(cue, true)));
}

function afterColon(place: Place): Finding | 'nobody' | null {
  const { clauses, at } = place;
  if (clauses.words[at - 1]?.text !== ':') return null;
  const found = fromColon(clauses, sentenceStart(clauses.words, at), at - 1);
  const result = found && finding(place, found.subject, found.cue ?? { from: at - 1, to: at }, 'introduced');
  return result && result !== 'nobody' ? { ...result, certain: false } : result;
}
