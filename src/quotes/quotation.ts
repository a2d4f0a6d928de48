import type { Slice } from '../text/span.js';

/**
 * How a speaker was found. A closed list, in order of strength:
 * - `cue-after`: "…," Ms Joly said
 * - `cue-before`: Mr Wallace told MPs that "…"
 * - `inverted`: "…," said Ben Wallace
 * - `according-to`: according to Mr Price, "…"
 * - `label`: a transcript's label, "SMITH: …"
 * - `noun-cue`: Ms Joly's warning that "…"
 * - `introduced`: the sentence or paragraph before the quotation is about one speaker or their words, and nobody else
 * - `continued`: the quotation carries on from the one before, whose speaker is known
 * - `pronoun`: the subject is "he", "she" or "they", and one person alone can be meant
 * - `role`: the subject is a description ("the foreign minister", "the 34-year-old") that can mean one person alone
 */
export type SpeakerReason =
  | 'cue-after'
  | 'cue-before'
  | 'inverted'
  | 'according-to'
  | 'label'
  | 'noun-cue'
  | 'introduced'
  | 'continued'
  | 'pronoun'
  | 'role';

/** Who is quoted, with the proof of it. Slices are of the article's text. */
export type Speaker = {
  /** The fullest name the article gives ("Jens Stoltenberg"); for `unnamed`, the description itself. */
  name: string;
  /** Only a `person` can be looked up; `unnamed` is a source described but not named ("US officials"). */
  kind: 'person' | 'organisation' | 'unnamed';
  /** What the article says a person is ("Canada’s foreign minister"), as printed; null where it does not say. */
  role: string | null;
  /** The words that point at the speaker: "Ms Joly", "he". */
  mention: Slice;
  /**
   * The words that show speech: "said", "according to"; a dash or colon for a `label`. Null where no word does: always
   * for `continued`, and where a label stands inside the marks or a colon alone introduces the words.
   */
  cue: Slice | null;
  /** The sentence or sentences that prove it; they hold `mention` and `cue`. */
  evidence: Slice;
  reason: SpeakerReason;
  confidence: 'certain' | 'likely';
};

/**
 * Words inside quotation marks, without the marks. A quotation that runs over several paragraphs is one of these for
 * each paragraph (the second and later ones `continued`), so that each can be shown as it is printed. Words that the
 * speaker quotes (“She said ‘no’ to me”) are part of the outer quotation and get no entry of their own.
 */
export type Quotation = Slice & {
  /** `direct`: the whole statement is quoted; `mixed`: a quoted part of a paraphrase. */
  kind: 'direct' | 'mixed';
  /** Index of the paragraph it starts in, counted from 0. */
  paragraph: number;
  /** Null is "unattributed": no speaker, or not enough evidence for one. */
  speaker: Speaker | null;
};

/** One human being across the article set. */
export type Person = {
  id: string;
  /** Fullest name found. */
  name: string;
  /** Other ways the set names them ("Mr Stoltenberg", "NATO's Stoltenberg" gives "Stoltenberg"). */
  aliases: string[];
  /** Titles and roles the articles give, most frequent first. */
  roles: string[];
  /** Ids of the articles that quote them. */
  articles: string[];
  /** How many quotations are attributed to them; the same words in several articles count once. */
  quotations: number;
};
