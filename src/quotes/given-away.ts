import { SPEECH_NOUNS, speechVerb } from '../text/words-of-speech.js';
import type { Cast } from './cast.js';
import type { Figure } from './figure.js';
import type { Clauses } from './subjects.js';
import { sentenceEnd, type Word } from './words.js';

/** Most words of a sentence that are read. */
const LONGEST = 30;
const POINTING = /^(?:that|those|these|this|such|it|so|thus|the)$/;
const BEING = /^(?:is|was|were|are|has|had|came|went|became|ran|rang|'s)$/;
/** Nouns for words that are nobody's alone, beside `SPEECH_NOUNS`. */
const CRIES =
  /^(?:chants?|refrain|cry|cries|verdict|sentiments?|feeling|mood|banners?|placards?|graffiti|headlines?|signs?|mottos?|lyrics|song|rumou?rs?|caption|inscription|posters?|shouts?|hashtag|lips|minds?)$/;
const CHANTING = /^(?:chant|sing|shout|read|say|go|cry|yell|scream|roar|run)$/;
const OWN = /^(?:he|she|his|her|hers|him|i|my|mine)$/;

/**
 * Whether the sentence after a quotation that stands alone says that others said it: "Those were the words on every
 * fan’s lips.", "So chanted the crowd.", "The banner read.". `at` is the quotation's place in block `block`; a sentence
 * that names `figure`, or says "her", gives nothing away.
 */
export function isGivenAway(
  clauses: readonly Clauses[],
  { who }: Cast,
  block: number,
  at: number,
  figure: Figure | null,
): boolean {
  const here = clauses[block];
  const end = here ? sentenceEnd(here.words, at) : 0;
  const goesOn = !!here && end < here.words.length;
  const [after, from] = goesOn ? [here, end] : [clauses[block + 1], 0];
  if (after?.words[from]?.kind !== 'word') return false;
  const to = Math.min(sentenceEnd(after.words, from), from + LONGEST);
  const sentence = after.words.slice(from, to);
  const [first, second] = sentence;
  if (!POINTING.test(first?.lower ?? '')) return false;
  if (sentence.some((word) => word.kind === 'quote' || OWN.test(word.lower))) return false;
  const names = sentence.flatMap((_, index) => after.startingAt.get(from + index) ?? []);
  if (figure && names.some((mention) => who.get(mention) === figure)) return false;
  // "So said the fans", "Thus ran the headline"
  if (/^(?:so|thus)$/.test(first?.lower ?? '')) return isChanted(second);
  const [, ...then] = sentence;
  const noun = then.findIndex((word) => SPEECH_NOUNS.has(word.lower) || CRIES.test(word.lower));
  // "The chant went up", "That cry was heard"; "Those were the words …"
  if (noun < 0) return false;
  if (BEING.test(second?.lower ?? '') && first?.lower !== 'the') return true;
  const said = then[noun + 1];
  return (
    noun < 3 && CRIES.test(then[noun]?.lower ?? '') && (isChanted(said) || BEING.test(said?.lower ?? ''))
  );
}

const isChanted = (word: Word | undefined) =>
  CHANTING.test(speechVerb(word?.lower ?? '')?.base ?? '') || BEING.test(word?.lower ?? '');
