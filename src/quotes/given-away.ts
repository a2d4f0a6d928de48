import { SPEECH_NOUNS, speechVerb } from '../text/words-of-speech.js';
import type { Figure } from './figure.js';
import type { Story } from './resolve.js';
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
 * fan’s lips.", "So chanted the crowd.", "The banner read.". `at` is the quotation's place in block `block`.
 */
export function isGivenAway(
  { paragraphs: blocks, mentions, cast }: Story,
  block: number,
  at: number,
  figure: Figure | null,
): boolean {
  const words = blocks[block] ?? [];
  const end = sentenceEnd(words, at);
  const [rest, from] = end < words.length ? [words, end] : [blocks[block + 1] ?? [], 0];
  if (rest[from]?.kind !== 'word') return false;
  const sentence = rest.slice(from, Math.min(sentenceEnd(rest, from), from + LONGEST));
  const [first, second] = sentence;
  const [opens, closes] = [sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0];
  const named = (mentions[rest === words ? block : block + 1] ?? []).some(
    (mention) => mention.start >= opens && mention.end <= closes && cast.who.get(mention) === figure,
  );
  if (figure && named) return false;
  if (
    !POINTING.test(first?.lower ?? '') ||
    sentence.some((word) => word.kind === 'quote' || OWN.test(word.lower))
  )
    return false;
  // "So said the fans", "Thus ran the headline"
  if (/^(?:so|thus)$/.test(first?.lower ?? '')) return isChanted(second);
  const [, ...after] = sentence;
  const noun = after.findIndex((word) => SPEECH_NOUNS.has(word.lower) || CRIES.test(word.lower));
  // "The chant went up", "That cry was heard"; "Those were the words …"
  if (noun < 0) return false;
  if (BEING.test(second?.lower ?? '') && first?.lower !== 'the') return true;
  const said = after[noun + 1];
  return (
    noun < 3 && CRIES.test(after[noun]?.lower ?? '') && (isChanted(said) || BEING.test(said?.lower ?? ''))
  );
}

const isChanted = (word: Word | undefined) =>
  CHANTING.test(speechVerb(word?.lower ?? '')?.base ?? '') || BEING.test(word?.lower ?? '');
