import type { ArticleRef } from '../../articles/article.js';
import type { Slice } from '../../text/span.js';
import type { Speaker } from '../quotation.js';

/** A quote to be checked, as somebody claims it. */
export type VerifyQuery = {
  /** At most 2,000 characters. "…" and "[...]" count as marks of a cut. */
  quote: string;
  /** Who is said to have said it; a name as people type it. */
  person?: string;
};

/**
 * What the archive holds of a claimed quote. Never whether it is true: only what is printed there.
 * - `verbatim`: whole sentences of a quotation, or a whole quotation, word for word
 * - `shortened`: word for word, but words around it in its sentence, or inside it, are cut
 * - `altered`: the nearest quotation has other words, or a negation that the claim leaves out
 * - `someone-else`: the words are there, but as another person's, or as nobody's, than the claimed person's
 * - `reported`: the words are there, but not, or not all, inside quotation marks
 * - `not-found`: not in this archive
 * - `too-short`: so few or so common words that finding them would show nothing
 */
export type Verdict =
  | 'verbatim'
  | 'shortened'
  | 'altered'
  | 'someone-else'
  | 'reported'
  | 'not-found'
  | 'too-short';

/**
 * A step from the archive's words to the claim's. `archive` is a slice of the article's text, `claim` of the claim.
 * - `same`: both have it, but for typography
 * - `cut`: the archive's words that the claim lacks: in its sentence `before` or `after` it, or `inside` it
 * - `aside`: the article's own words between two quotations of one statement ("she said")
 * - `replaced`: the claim has other words here
 * - `added`: the claim has words here where the archive has none
 */
export type VerifiedPart =
  | { kind: 'same'; archive: Slice; claim: Slice }
  | {
      kind: 'cut';
      archive: Slice;
      place: 'before' | 'inside' | 'after';
      /** The claim has "…" or the like here. At the ends nobody expects one: false only where a negation of the claim's clause goes. */
      marked: boolean;
      /** It holds a word that can turn a meaning round ("not", "unless"). */
      reversing: boolean;
    }
  | { kind: 'aside'; archive: Slice }
  | { kind: 'replaced'; archive: Slice; claim: Slice }
  | { kind: 'added'; claim: Slice };

/** One place of the archive that holds the words, or the nearest to them. */
export type VerifiedSource = {
  article: ArticleRef;
  /** Index of the paragraph where it begins, counted from 0. */
  paragraph: number;
  /** The archive's words: the whole sentences that were compared, inside the quotation where it is one. */
  text: Slice;
  match: 'verbatim' | 'shortened' | 'altered' | 'reported';
  /** How much of what matched stands in quotation marks. */
  quoted: 'all' | 'part' | 'none';
  /** The words are of several quotations that the archive does not hold as one statement. */
  joined: boolean;
  /** Whose words they are, with the evidence; null where the archive does not say. */
  speaker: Speaker | null;
  /** The article's sentence around a quotation that is only a part of it; null where the quotation stands alone. */
  around: Slice | null;
  /**
   * Whether these are the claimed person's words; null where nobody was claimed. `unclear`: the archive names nobody
   * here, or by too little of a name to tell.
   */
  attribution: 'claimed' | 'other' | 'unclear' | null;
  /** From first to last. Their `archive` slices, one after another, are exactly `text`. */
  parts: VerifiedPart[];
};

/** What the archive holds of a claimed quote. */
export type Verification = {
  query: VerifyQuery;
  snapshot: string;
  verdict: Verdict;
  /** The people whom the claimed name can mean, by full name; empty where nobody was claimed or nobody fits. */
  people: string[];
  /** Best first: the claimed person's, the surest speaker, the newest. At most 10. */
  sources: VerifiedSource[];
  /** How many places hold the words; counting stops at 100. */
  total: number;
};
