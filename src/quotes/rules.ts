import { isDocument } from '../text/roles.js';
import { SPEECH_NOUNS } from '../text/words-of-speech.js';
import { bearersOf } from './cast.js';
import { type Cue, cuesBetween } from './cues.js';
import { fromColon, isNounCue } from './noun-cues.js';
import type { SpeakerReason } from './quotation.js';
import { resolve, type Story } from './resolve.js';
import type { Finding } from './speaker.js';
import { type Clauses, type Subject, subjectAt } from './subjects.js';
import { sentenceEnd, sentenceStart, type Word } from './words.js';

/** A quotation where it stands: `at` is its index among its paragraph's words. */
export type Place = { story: Story; clauses: Clauses; cues: Cue[]; paragraph: number; at: number };

/** A rule gives a finding, `null` to leave the quotation to the next rule, or `'nobody'` to stop: no name is right. */
type Rule = (place: Place) => Finding | 'nobody' | null;

/**
 * The rules that look at a quotation's own sentence, in the order in which they are tried:
 * 1. label         “SMITH: I did.”  SMITH: “I did.”
 * 2. after         “…,” Ann Lee said.  “…,” said Ann Lee.
 * 3. signature     “…” — Ann Lee
 * 4. according to  According to Ann Lee, … “…”.  “…,” according to Ann Lee.  As Ann Lee put it, “…”.
 * 5. before        Ann Lee said that … “…”.  Ann Lee called it “…”.
 * 6. noun          Ann Lee’s warning that … “…”.
 * 7. end           The plan is “…”, Ann Lee said.
 * 8. colon         Ann Lee had a message: “…”.
 */
export const RULES: readonly Rule[] = [
  label,
  after,
  signature,
  accordingTo,
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

function finding(
  place: Place,
  subject: Subject,
  cue: { from: number; to: number },
  reason: SpeakerReason,
): Finding | 'nobody' {
  const resolved = resolve(place.story, place.paragraph, subject);
  if (!resolved) return 'nobody';
  const how = resolved.kind === 'person' ? resolved.how : 'name';
  return {
    resolved,
    paragraph: place.paragraph,
    subject,
    cue,
    reason: how === 'name' ? reason : how,
    certain: resolved.kind !== 'person' || resolved.certain,
  };
}

const cueRange = (cue: Cue) => ({ from: cue.from, to: cue.at + 1 });
const reasonOf = (cue: Cue, after: boolean): SpeakerReason =>
  cue.inverted ? 'inverted' : after ? 'cue-after' : 'cue-before';

function label({ story, clauses, paragraph, at }: Place): Finding | 'nobody' | null {
  const { words } = clauses;
  const quote = words[at];
  if (!quote) return null;
  // “SMITH: I did.”
  const inside = /^(\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}.’'-]+){0,2}):/u.exec(quote.text);
  if (inside?.[1]) return insideLabel(story, clauses, paragraph, at, inside[1]);
  // SMITH: “I did.”
  const colon = words[at - 1];
  const name = words[at - 2];
  if (colon?.text === ':' && name && sentenceStart(words, at) >= at - 5) {
    const mention = clauses.endingAt.get(at - 1);
    const figure = mention ? story.cast.who.get(mention) : null;
    if (mention && figure?.isPerson && isLabelStart(words, mention.from, at)) {
      const subject: Subject = {
        kind: 'name',
        from: mention.from,
        to: mention.to,
        mention,
        head: mention.to - 1,
      };
      return {
        resolved: { kind: 'person', figure, how: 'name', certain: true },
        paragraph,
        subject,
        cue: { from: at - 1, to: at },
        reason: 'label',
        certain: true,
      };
    }
  }
  return null;
}

// "SMITH: …", "Pollsters agree — Ann Lee: …", "More from Lee: …"
function isLabelStart(words: Word[], from: number, at: number): boolean {
  const before = words[from - 1];
  return from === sentenceStart(words, at) || before?.lower === 'from' || /^[—–-]/.test(before?.text ?? '');
}

function insideLabel(
  story: Story,
  { words }: Clauses,
  paragraph: number,
  at: number,
  name: string,
): Finding | 'nobody' {
  const quote = words[at];
  const figures = bearersOf(story.cast, name).filter((one) => one.isPerson);
  const figure = figures[0];
  // A label that the article does not explain ("MODERATOR") ends the speech before and names nobody.
  if (!quote || !figure || figures.length > 1) return 'nobody';
  const start = quote.start + story.text.slice(quote.start, quote.end).indexOf(name);
  const subject: Subject = { kind: 'name', from: at, to: at + 1, mention: null, head: at };
  return {
    resolved: { kind: 'person', figure, how: 'name', certain: true },
    paragraph,
    subject,
    mention: { start, end: start + name.length },
    cue: null,
    reason: 'label',
    certain: true,
  };
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
  return finding(place, cue.subject, cueRange(cue), reasonOf(cue, true));
}

// “Is it?” Lee said.  But not: “Is it?” Lee said that it was.
// Nor: He was asked: “Is it?” Lee said, “No.”
function endsSoon(words: Word[], cue: Cue, opens: boolean): boolean {
  const next = words[cue.at + 1];
  const quotesNext =
    (next?.kind === 'point' && words[cue.at + 2]?.kind === 'quote') || next?.kind === 'quote';
  return next?.lower !== 'that' && next?.text !== ':' && (opens || !quotesNext);
}

function signature({ story, clauses, paragraph, at }: Place): Finding | null {
  const { words } = clauses;
  if (!/^(?:[—―–-]|--)$/.test(words[at + 1]?.text ?? '')) return null;
  const subject = subjectAt(clauses, at + 2);
  if (subject?.kind !== 'name' || words.length - subject.to > LONGEST_SIGNATURE) return null;
  const ends = !words[subject.to] || /^[.,(]$/.test(words[subject.to]?.text ?? '');
  const resolved = ends ? resolve(story, paragraph, subject) : null;
  return (
    resolved && {
      resolved,
      paragraph,
      subject,
      cue: { from: at + 1, to: at + 2 },
      reason: 'label',
      certain: true,
    }
  );
}
/** Most words after the name of a signature ("— Ann Lee, the author of …"). */
const LONGEST_SIGNATURE = 12;

function accordingTo(place: Place): Finding | 'nobody' | null {
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
    if (words[index]?.lower === 'as') {
      const subject = subjectAt(clauses, index + 1);
      const put = subject ? putsIt(words, subject.to, end) : -1;
      if (subject && put >= 0) return finding(place, subject, { from: put, to: put + 2 }, 'according-to');
    }
  }
  return null;
}

const NEAR = 4;
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

/** Marks and brackets after the last point of a quotation, at most. */
const LONGEST_END = 20;
/** Farthest that words of judgement reach, in words: "called the plan … “…”". */
const JUDGEMENT_REACH = 20;

function before(place: Place): Finding | 'nobody' | null {
  const { clauses, cues, at } = place;
  const { words } = clauses;
  const inReach = cuesBetween(cues, sentenceStart(words, at), at);
  const last = inReach.at(-1);
  // "told a man who asked that … “…”": the relative clause is over, unless the quotation follows at once.
  const cue =
    last?.relative && at - last.at > (last.subject?.kind === 'name' ? NEAR : 1)
      ? (inReach.findLast((one) => !one.relative) ?? last)
      : last;
  if (!cue) return null;
  if (!cue.subject) return 'nobody';
  if (cue.verb.strength === 'judgement' && at - cue.at > JUDGEMENT_REACH) return null;
  if (isCutOff(clauses, cue.at, at)) return null;
  return finding(place, cue.subject, cueRange(cue), reasonOf(cue, false));
}

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
  return says ? finding(place, cue.subject, cueRange(cue), reasonOf(cue, true)) : null;
}

function afterColon(place: Place): Finding | 'nobody' | null {
  const { clauses, at } = place;
  if (clauses.words[at - 1]?.text !== ':') return null;
  const found = fromColon(clauses, sentenceStart(clauses.words, at), at - 1);
  const result = found && finding(place, found.subject, found.cue ?? { from: at - 1, to: at }, 'introduced');
  return result && result !== 'nobody' ? { ...result, certain: false } : result;
}
