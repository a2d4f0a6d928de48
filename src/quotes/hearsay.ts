import { type Cue, cuesBetween } from './cues.js';
import type { Place } from './place.js';
import type { Finding } from './speaker.js';
import { isNot } from './unsaid.js';
import { sentenceStart, type Word } from './words.js';

const ALLEGED =
  /^(?:allegedly|supposedly|purportedly|ostensibly|rumou?red|alleged|reputed|said|believed|thought|claimed|supposed|purported)$/;
const REPORTED = /^(?:reportedly|apparently|evidently|seemingly|reported|understood|known|heard)$/;
/** Verbs of somebody who says what another said, and is not vouched for. */
const ALLEGING = /^(?:claim|allege|insinuate|suggest|speculate|imply)$/;
const ALLEGATIONS = /^(?:claims?|allegations?|accusations?|insinuations?|suggestions?|rumou?rs?)$/;

/**
 * A finding as far as its cue vouches for it: `'nobody'` where somebody only alleges that the words were said ("is alleged
 * to have said", "a post claimed that Lee had said"), likely where they are reported ("Bo Ray said Lee had told him").
 */
export function vouched(place: Place, cue: Cue, found: Finding | 'nobody'): Finding | 'nobody' {
  const how = found === 'nobody' ? null : hearsayOf(place, cue);
  if (found === 'nobody' || how === 'alleged') return 'nobody';
  return how === 'reported' ? { ...found, certain: false } : found;
}

function hearsayOf({ clauses: { words }, cues }: Place, cue: Cue): 'alleged' | 'reported' | null {
  const own = [
    ...words.slice(cue.from, cue.at),
    // "is alleged | to have said"
    ...(words[cue.from - 1]?.lower === 'to' ? words.slice(cue.from - 2, cue.from - 1) : []),
    ...words.slice(cue.at + 1, cue.at + 2).filter((word) => /ly$/.test(word.lower)),
  ];
  if (own.some((word) => ALLEGED.test(word.lower))) return 'alleged';
  const outer = reporter(words, cues, cue);
  if (outer === 'alleged') return outer;
  return own.some((word) => REPORTED.test(word.lower)) ? 'reported' : outer;
}

// "Ray said that Lee had told him", "Ray said Lee called it", "allegations that Lee wrote"
function reporter(words: Word[], cues: Cue[], cue: Cue): 'alleged' | 'reported' | null {
  const name = cue.subject?.mention?.from;
  if (name === undefined || name > cue.at || cue.relative) return null;
  const start = sentenceStart(words, cue.at);
  if (words[name - 1]?.lower === 'that' && ALLEGATIONS.test(words[name - 2]?.lower ?? '')) return 'alleged';
  const outer = cuesBetween(cues, start, name).at(-1);
  if (!outer || outer.inverted || outer.verb.strength !== 'speech') return null;
  const between = words.slice(outer.at + 1, name);
  // "criticised what Lee called “…”": his words, and no report of them.
  if (between.some((word) => word.kind !== 'word' || OTHER_CLAUSE.test(word.lower))) return null;
  const doubted = words.slice(outer.from, outer.at).some((word) => isNot(word.lower));
  return doubted || ALLEGING.test(outer.verb.base) ? 'alleged' : 'reported';
}
const OTHER_CLAUSE = /^(?:what|which|who|whom|as|when|if|because|and|but|or|than|with)$/;
