import { tokenize } from '../text/tokens.js';
import { countWords, endsSentence, isProse } from './prose.js';

/** A paragraph as this rule sees it; `skipped` ones are promos already, `marked` ones are headings or list items. */
export type Paragraph = { text: string; skipped: boolean; marked: boolean };

// Tuned on the development pages of shared/eval/articles (lines of gold paragraphs, and what pages put between
// them): of 13,114 clean lines this takes none, of English related headlines without a label about six in ten.
const MIN_TERMS = 6;
const MAX_SHARED = 0.4;
const MAX_SHARED_NEAR = 0.2;
const NEAR = 3;
// A list of short lines is the article's own; two headlines together are still a promo.
const MAX_RUN = 2;
const MAX_WORDS = 25;
// A text must be long enough to show what it is about.
const MIN_ARTICLE_TERMS = 80;
// All capitals, and too long for a subheading.
const MIN_LOUD_WORDS = 8;

const STARTS = /^(?:[‘'(]?\p{Lu}|\d[\d.]*\p{Lu}?\s\p{L})/u;
const OPEN_END = /[,:;–—-][”’"'»)\]]*$/u;
// Speech and addresses are never taken for headlines.
const SPEECH = /["“”„«»]|[’'],? (?:he|she|they|\p{Lu}\p{L}+) (?:said|says|added|told|asked)\b|https?:|www\./u;
const COMMON = new Set(
  'a about after all also an and are as at be been before but by can could day days did do does first for from get got had has have he her here him his how i if in into is it its just last may me more most my new no not now of off on one or our out over s said say says she should so some than that the their them then there these they this those to two up us was we week were what when where which who why will with would year years you your'.split(
    ' ',
  ),
);

/**
 * Indexes of bare headlines of other stories that stand among the paragraphs: title-like lines between prose
 * that have their own subject. A subheading shares words with the text under it; these share few with the
 * article and hardly any with what follows. In doubt a line stays.
 */
export function bareHeadlines(paragraphs: readonly Paragraph[]): Set<number> {
  const kinds = paragraphs.map(({ text, skipped, marked }) =>
    skipped ? 'skipped' : !marked && isCandidate(text) ? 'candidate' : isProse(text) ? 'prose' : 'other',
  );
  const found = new Set<number>();
  if (!kinds.includes('candidate')) return found;
  const terms = paragraphs.map(({ text, skipped }) => (skipped ? new Set<string>() : contentTerms(text)));
  const paragraphsWith = new Map<string, number>();
  for (const own of terms)
    for (const term of own) paragraphsWith.set(term, (paragraphsWith.get(term) ?? 0) + 1);

  const open = kinds.map((kind, index) => ({ kind, index })).filter(({ kind }) => kind !== 'skipped');
  for (let at = 0; at < open.length; at++) {
    let end = at;
    while (open[end]?.kind === 'candidate') end++;
    const run = open.slice(at, end);
    if (
      run.length > 0 &&
      run.length <= MAX_RUN &&
      open[at - 1]?.kind === 'prose' &&
      open[end]?.kind === 'prose'
    ) {
      const near = new Set(open.slice(end, end + NEAR).flatMap(({ index }) => [...(terms[index] ?? [])]));
      for (const { index } of run) {
        const own = [...(terms[index] ?? [])];
        const shared = own.filter((term) => (paragraphsWith.get(term) ?? 0) > 1).length;
        const sharedNear = own.filter((term) => near.has(term)).length;
        const elsewhere =
          own.length >= MIN_TERMS &&
          paragraphsWith.size - own.length >= MIN_ARTICLE_TERMS &&
          shared <= own.length * MAX_SHARED &&
          sharedNear <= own.length * MAX_SHARED_NEAR;
        if (elsewhere || isLoud(paragraphs[index]?.text ?? '')) found.add(index);
      }
    }
    at = Math.max(at, end);
  }
  return found;
}

function isCandidate(text: string): boolean {
  const words = countWords(text);
  return (
    words >= 5 &&
    words <= MAX_WORDS &&
    STARTS.test(text) &&
    !endsSentence(text) &&
    !OPEN_END.test(text) &&
    !SPEECH.test(text)
  );
}

function isLoud(text: string): boolean {
  return countWords(text) >= MIN_LOUD_WORDS && text === text.toUpperCase();
}

function contentTerms(text: string): Set<string> {
  const terms = new Set<string>();
  for (const { word, term } of tokenize(text)) if (word.length > 1 && !COMMON.has(word)) terms.add(term);
  return terms;
}
