import { cleanField } from './clean.js';
import { countWords, endsInFullStop, endsSentence, isTitleCase } from './prose.js';

/** What a newspaper's name is made of, and web addresses that stand for one. */
const MASTHEAD =
  /(?<!\p{L})(?:times|news|post|herald|courier|defender|gazette|mirror|telegraph|guardian|chronicle|tribune|journal|observer|express|mail|echo|argus|press|star|sun|standard|independent|mercury|advertiser|examiner|globe|bulletin|dispatch|sentinel|record|review|reporter|citizen|leader|weekly|daily|today|magazine|reuters|agency|broadcasting)(?!\p{L})|\.(?:com|org|net|co\.\p{L}{2})$/iu;
const MAX_NAME_WORDS = 6;
const MAX_TAGLINE_WORDS = 12;

export type Names = {
  title: string | null;
  publication: string | null;
  tagline: string | null;
  /** How many of the lines these took; the others belong to the text (a line below the headline, say). */
  used: number;
};

/**
 * Which of the unlabelled lines above an article are the publication, its tagline and the headline, in that
 * order. Only the headline is always there; `known` is what labelled lines have said already.
 */
export function nameLines(lines: readonly string[], known: Pick<Names, 'title' | 'publication'>): Names {
  const names: Names = { ...known, tagline: null, used: 0 };
  const left = (offset = 0) => lines[names.used + offset];
  const [first, second, third] = lines;
  // Of two lines the upper may be a short headline, unless it is plainly a newspaper's name.
  const named = first !== undefined && isName(first) && (third !== undefined || MASTHEAD.test(first));
  if (names.publication === null && second !== undefined && named) {
    names.publication = cleanField(first);
    names.used = 1;
    if (third !== undefined && isTagline(second, third)) {
      names.tagline = cleanField(second);
      names.used = 2;
    }
  }
  const title = left();
  if (names.title === null && title !== undefined) {
    names.title = cleanField(title);
    names.used++;
  }
  return names;
}

// "London Defender", "The Wrenfield Courier (sample)": few words, each with a capital.
function isName(text: string): boolean {
  return countWords(text) <= MAX_NAME_WORDS && !endsSentence(text) && isTitleCase(text);
}

// "The Daily Mirror of the Great Britain" above a longer headline.
function isTagline(text: string, headline: string): boolean {
  if (countWords(text) > MAX_TAGLINE_WORDS || countWords(text) >= countWords(headline)) return false;
  return isTitleCase(text) || endsInFullStop(text) || /^(?:the|your|since|for)\s/i.test(text);
}
