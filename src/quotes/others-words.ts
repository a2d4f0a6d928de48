import { isDocument } from '../text/roles.js';
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  COMMON_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from '../text/word-classes.js';
import { formsOf, isPlainVerb, SPEECH_NOUNS, speechVerb } from '../text/words-of-speech.js';
import { type Cue, cuesBetween } from './cues.js';
import { isNounCue } from './noun-cues.js';
import { passive } from './passive.js';
import { finding, type Place } from './place.js';
import type { Finding } from './speaker.js';
import { isTitled } from './speech.js';
import type { Clauses } from './subjects.js';
import { sentenceEnd, sentenceStart, type Word } from './words.js';

/** Farthest that what leads up to a quotation is read, in words. */
const REACH = 25;
/** Farthest that a noun stands from its verb, and a "that" from its noun, in words. */
const NEAR = 6;

/** Participles of what is said to somebody or of them. */
const HEARD =
  /^(?:asked|told|pressed|challenged|questioned|quizzed|grilled|accused|confronted|reminded|informed|warned|urged|branded|labell?ed|dubbed|nicknamed|described|called|critici[sz]ed|mocked|likened|compared|referred|portrayed|characteri[sz]ed|denounced|condemned|quoted)$/;
/** What follows them after a comma where nobody is their subject: "Ward, asked whether …", "Ward, described as “…”". */
const PUT_ON = /^(?:if|whether|about|why|how|what|by|on|of|that|as)$/;

/** "tired of hearing “…”" */
const HEARING = /^(?:hear|hears|heard|hearing|overheard|overhearing)$/;

/** Nouns for what is said of somebody, beside `SPEECH_NOUNS`. */
const CLAIMS = new Set(
  `rumour rumours rumor rumors insinuation insinuations charge charges talk speculation notion idea theory theories report reports
  taunt taunts jibe jibes insult insults suggestions assertions contentions criticisms complaints warnings fears concerns descriptions
  portrayal portrayals depiction depictions characterisation characterisations characterizations arguments questions views finding findings`.split(
    /\s+/,
  ),
);
/** Nouns that go on with "as": "a description of her as …". */
const PORTRAYALS = /^(?:descriptions?|characteri[sz]ations?|portrayals?|depictions?|views?)$/;
/** Nouns that the words themselves follow at once. */
const WORDING =
  /^(?:claims?|allegations?|accusations?|suggestions?|remarks?|comments?|words|phrase|slogan|motto|mantra|line|insults?|taunts?|jibes?|descriptions?|assertions?|contentions?|boasts?|quips?|jokes?|vows?|promises?|pledges?|calls?|warnings?)$/;
/** Verbs whose object is what others say. */
const DISTANCING = formsOf(
  `reject dismiss dispute deny rebut refute rebuff ignore face receive cite quote condemn criticise criticize denounce challenge contest
  counter welcome mock ridicule slam blast attack laugh shrug brush play push hit:hit respond react point address resent bristle
  refer deride decry deplore object hear:heard answer repudiate scorn tackle discount downplay contradict debunk complain endure suffer
  fight:fought lament question recall discuss draw:drew:drawn attract read:read share get:got retweet
  like hold:held wear:wore carry wave see:saw:seen`,
);
const DISTANT = /^(?:despite|amid|amidst|against|following|after|over|by|at|about|response|reply|reaction)$/;
/** Verbs that a clause follows, also without "that": "said claims that … were wrong". */
const SAYING =
  /^(?:say|insist|argue|add|maintain|tell|believe|think|stress|contend|assert|note|admit|acknowledge|concede|write|reply|respond|complain|explain|suggest|claim|deny)$/;

/**
 * Words that were put to somebody, or that they only speak of, as what leads up to the quotation tells:
 * - “Asked whether she was “…”, Ward said no”, “Ward said she had been called “…””: nobody’s
 * - “Ward rejected Stone’s claim that she was “…””: Stone’s; “Ward rejected claims that she was “…””: nobody’s
 * - “Ward pointed to a report that found the bridge “…””: nobody’s
 */
export function othersWords(place: Place): Finding | 'nobody' | null {
  const { clauses, cues, at } = place;
  const { words } = clauses;
  const start = sentenceStart(words, at);
  const near = Math.max(start, at - REACH);
  const cueAt = new Map(cuesBetween(cues, near, at).map((cue) => [cue.at, cue]));
  for (let index = at - 1; index >= near; index -= 1) {
    const word = words[index];
    if (word?.kind === 'quote' || word?.text === ';' || word?.text === ':') return null;
    if (word?.kind !== 'word') continue;
    if (isPassive(words, index, start, at)) return passive(place) ?? 'nobody';
    if (isPutTo(words, index, start, at) || (index + 1 === at && HEARING.test(word.lower))) return 'nobody';
    const found = fromNoun(place, index) ?? fromDocument(place, index);
    if (found) return found;
    // In "a letter saying “…”" and "a report that called it “…”" the document tells whose.
    const left = /^(?:that|which)$/.test(words[index - 1]?.lower ?? '') ? index - 2 : index - 1;
    const documents = isDocument(words[left]?.lower ?? '');
    if (!documents && (cueAt.get(index)?.subject || tells(words, index, at))) return null;
  }
  return null;
}

// A word of speech that leads up to the quotation, whosever it is: "replied", "by tweeting that".
const tells = (words: Word[], at: number, quote: number) =>
  speechVerb(words[at]?.lower ?? '')?.form === 'gerund' ||
  (isPlainVerb(words[at]?.lower ?? '') && (quote - at < 3 || isFiniteVerb(words, at)));

const leftOf = (words: Word[], at: number) => {
  let before = at - 1;
  while (at - before < NEAR && ADVERBS.has(words[before]?.lower ?? '')) before -= 1;
  return before;
};

// "being called “…”", "had been told that the deal was “…”"
function isPassive(words: Word[], at: number, start: number, quote: number): boolean {
  const before = leftOf(words, at);
  if (!HEARD.test(words[at]?.lower ?? '') || before < start || !BE.has(words[before]?.lower ?? ''))
    return false;
  // "a show that was called “The Long Road”"
  if (at + 1 === quote && isTitled(words[quote]?.text ?? '')) return false;
  return words[at + 1]?.lower !== 'to' && words.slice(at, quote).every((word) => word.kind === 'word');
}

// "Asked whether …", "Ward, pressed on whether …", "Called “…”, Ward left": what stands first has no subject.
function isPutTo(words: Word[], at: number, start: number, quote: number): boolean {
  if (!HEARD.test(words[at]?.lower ?? '')) return false;
  const [before, next] = [leftOf(words, at), words[at + 1]];
  if (before < start || OPENER.test(words[before]?.lower ?? ''))
    return !SUBJECT_PRONOUNS.has(next?.lower ?? '');
  if (words[before]?.text !== ',' || !(PUT_ON.test(next?.lower ?? '') || next?.kind === 'quote'))
    return false;
  // The clause's own verb is still to come: "Ward, asked if she was “…”, said no". But: "Ward, who left, asked if …".
  const comma = words[quote + 1]?.text === ',' ? quote + 1 : quote;
  return (comma > quote || /,$/.test(words[quote]?.text ?? '')) && isFiniteVerb(words, comma + 1);
}
const OPENER = /^(?:when|while|after|once|if|though|although)$/;

/** What a noun for words at `index` tells, where it leads up to the quotation: "Stone’s claim that …". */
function fromNoun(place: Place, index: number): Finding | 'nobody' | null {
  const { clauses, at } = place;
  const { words } = clauses;
  const noun = words[index]?.lower ?? '';
  if (!(SPEECH_NOUNS.has(noun) || CLAIMS.has(noun))) return null;
  const from = leadsFrom(place, index);
  if (from === -1) return null;
  const verbs = finiteVerbs(words, from, at);
  const joined = words.slice(from, at).some((word) => CONJUNCTIONS.has(word.lower));
  // "Stone’s claim that prices had fallen was “…”": what is said of the claim.
  if (verbs > 1 && !joined) return null;
  const owner = isNounCue(clauses, index);
  if (owner) return verbs > 1 ? 'nobody' : finding(place, owner, { from: index, to: index + 1 }, 'noun-cue');
  return isAnothers(place, index) ? 'nobody' : null;
}

/** Where what the noun at `index` introduces begins; -1 where the quotation is no part of it. */
function leadsFrom({ clauses: { words, startingAt }, at }: Place, index: number): number {
  if (index + 1 === at) return WORDING.test(words[index]?.lower ?? '') && !isPredicate(words[at]) ? at : -1;
  if (PORTRAYALS.test(words[index]?.lower ?? '') && words[at - 1]?.lower === 'as') return at;
  // "as “nonsense”": what somebody calls the claim.
  if (words[at - 1]?.lower === 'as') return -1;
  const next = words[index + 1];
  if (next?.kind !== 'word') return -1;
  if (next.lower === 'of' && (index + 2 === at || /ing$/.test(words[index + 2]?.lower ?? '')))
    return index + 2;
  for (let to = index + 1; to <= Math.min(at - 1, index + NEAR); to += 1) {
    const word = words[to];
    if (word?.kind !== 'word' || isFiniteVerb(words, to)) break;
    if (/^(?:that|whether)$/.test(word.lower)) return to + 1;
  }
  // "claims she was “…”"
  const bare = SUBJECT_PRONOUNS.has(next.lower) || DETERMINERS.has(next.lower) || startingAt.has(index + 1);
  return bare && finiteVerbs(words, index + 1, at) > 0 ? index + 1 : -1;
}

// "Stone’s claims “are nonsense”": what is said of them.
function isPredicate(quote: Word | undefined): boolean {
  const [first = ''] = /^[\p{L}'’]+/u.exec(quote?.text ?? '') ?? [];
  const lower = first.toLowerCase();
  return AUXILIARIES.has(lower) || COMMON_VERBS.has(lower) || isPlainVerb(lower);
}

/** How a noun for words that no name owns is spoken of: as an object ("rejected claims"), or in what somebody says of it. */
function isAnothers({ clauses: { words }, cues, at }: Place, index: number): 'object' | 'clause' | null {
  const start = sentenceStart(words, at);
  for (let left = index - 1; left >= Math.max(start, index - NEAR); left -= 1) {
    const word = words[left];
    if (word?.kind !== 'word') return null;
    const between = words.slice(left + 1, index);
    const own = between.some((one) => OWN.test(one.lower));
    if (DISTANCING.has(word.lower)) return between.some((one) => one.lower === 'own') ? null : 'object';
    if (DISTANT.test(word.lower) && !own) return 'object';
    if (PREPOSITIONS.has(word.lower)) {
      // "hit back at claims", "in response to claims"
      const verb = /^(?:back|out|away|down)$/.test(words[left - 1]?.lower ?? '') ? left - 2 : left - 1;
      const before = words[verb]?.lower ?? '';
      return DISTANCING.has(before) || /^(?:response|reply|reaction)$/.test(before) ? 'object' : null;
    }
    const [cue] = cuesBetween(cues, left, left + 1);
    if (cue) return SAYING.test(cue.verb.base) && !own && words[index]?.lower !== 'words' ? 'clause' : null;
    if (isFiniteVerb(words, left)) return null;
  }
  return null;
}
const OWN = /^(?:her|his|their|my|our|own)$/;

/** "Pointed to a report that found the bridge “…”", "received a letter saying “…””: what it says is the document’s. */
function fromDocument(place: Place, index: number): 'nobody' | null {
  const { words } = place.clauses;
  const next = words[index + 1]?.lower ?? '';
  if (!isDocument(words[index]?.lower ?? '')) return null;
  if (!/^(?:that|which)$/.test(next) && speechVerb(next)?.form !== 'gerund') return null;
  return isAnothers(place, index) === 'object' ? 'nobody' : null;
}

const finiteVerbs = (words: Word[], from: number, to: number) => {
  let count = 0;
  for (let at = from; at < to; at += 1) if (isFiniteVerb(words, at)) count += 1;
  return count;
};

// The first word of a verb with a subject, as far as the word and the one before it tell.
function isFiniteVerb(words: Word[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  const left = words[leftOf(words, at)]?.lower ?? '';
  if (lower === "'s") return SUBJECT_PRONOUNS.has(left);
  if (AUXILIARIES.has(left) || left === "'s") return false;
  if (AUXILIARIES.has(lower)) return !/^(?:be|been|being|having)$/.test(lower);
  const verb = isPlainVerb(lower) || COMMON_VERBS.has(lower) || (/ed$/.test(lower) && lower.length > 4);
  return verb && left !== 'to' && !DETERMINERS.has(left) && !PREPOSITIONS.has(left);
}

/** Whether a cue says that its subject reads out or quotes what another said: "quoted Lee: “…”", "“…,” said Ray, quoting Lee". */
export function quotesAnother(clauses: Clauses, cue: Cue, at: number): boolean {
  const { words } = clauses;
  const [start, end] = [sentenceStart(words, cue.at), sentenceEnd(words, cue.at)];
  if (/^(?:quoting|paraphrasing)$/.test(words[start]?.lower ?? '') && start < cue.from) return true;
  if (cue.at < at)
    return QUOTING.test(cue.verb.base) && words[at - 1]?.lower !== 'as' && namesText(clauses, cue.at + 1, at);
  const quoting = words.slice(cue.at, end).findIndex((word) => /^(?:quoting|paraphrasing)$/.test(word.lower));
  return quoting > 0 && !words.slice(cue.at + quoting, end).some((word) => word.kind === 'quote');
}
const QUOTING = /^(?:quote|cite|read|recite|sing|invoke|retweet)$/;

// Somebody, or something written: "quoted Lee", "read from a letter"; but not "citing Lee’s “poor judgement”".
function namesText({ words, startingAt }: Clauses, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const mention = startingAt.get(at);
    if (mention && !(mention.possessive && mention.to + 1 === to)) return true;
    if (words[at]?.lower === 'from') return true;
  }
  return QUOTED.test(
    words
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(' '),
  );
}
const QUOTED =
  /\b(?:the|an?) (?:\S+ )?(?:report|letter|poem|verse|psalm|passage|book|bible|law|study|document|text|scripture|prayer|lyrics)\b/;
