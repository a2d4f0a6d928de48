import { tokenize } from '../text/tokens.js';
import { countWords, endsSentence, isProse } from './prose.js';

/** A line as this rule sees it: `skipped` are promos already, `marked` are headings, list items or quotations. */
export type Line = { text: string; skipped: boolean; marked: boolean };

// Tuned on the gold paragraphs of shared/eval/articles and quotes/train.auto (13,114 clean lines: none is taken in
// whole articles, 2 to 7 when these are cut into pieces of 3 to 17 paragraphs) and on what the pages put between
// paragraphs. Of 814 headlines of other articles, put among the paragraphs of English ones, six in ten are found.
const MIN_SUBJECTS = 6;
const MAX_SHARED = 0.4;
const MAX_SHARED_NEAR = 0.2;
// How many of the paragraphs that follow a line would be about it, were it their subheading.
const NEAR = 3;
// A short text says little of what it is about, so less of a headline may be found in it: none to speak of at
// 40 subjects, the full share from 120 on.
const MIN_TEXT_SUBJECTS = 40;
const FULL_TEXT_SUBJECTS = 120;
// Two or three headlines may stand together; a longer list is the article's own.
const MAX_RUN = 3;
const MIN_WORDS = 5;
const MAX_WORDS = 25;
const MAX_LENGTH = 200;
// All capitals, and too long for a subheading.
const MIN_LOUD_WORDS = 8;
// Words are the same subject where they start alike, in whatever form and language.
const STEM = 5;

const STARTS = /^(?:[‘'(]?\p{Lu}|\d[\d.]*\p{Lu}?\s\p{L})/u;
const OPEN_END = /[,:;–—-][”’"'»)\]]*$/u;
// Speech, whoever speaks, is never taken for a headline; nor are addresses and lines of several sentences.
const SPEECH =
  /["“”„«»]|(?<!\p{L})(?:I|my|me)(?!\p{L})|[’'],? (?:he|she|they|\p{Lu}\p{L}+) (?:said|says|added|told|asked)\b|https?:|www\.|\p{Ll}\.\s+\p{Lu}/u;
const COMMON = new Set(
  'a about after all also an and are as at be been before but by can could day days did do does first for from get got had has have he her here him his how if in into is it its just last may more most new no not now of off on one or our out over s said say says she should so some than that the their them then there these they this those to two up us was we week were what when where which who why will with would year years you your'.split(
    ' ',
  ),
);

type Kind = 'skipped' | 'candidate' | 'prose' | 'other';

/**
 * Indexes of bare headlines of other stories among the paragraphs of an article: title-like lines between
 * prose that have their own subject. A subheading shares words with the text under it; these share few with
 * the article and hardly any with what follows. In doubt a line stays.
 */
export function bareHeadlines(lines: readonly Line[]): Set<number> {
  const kinds = lines.map(kindOf);
  if (!kinds.includes('candidate')) return new Set();
  const subjects = lines.map(({ text, skipped }) => (skipped ? new Set<string>() : subjectsOf(text)));
  const lineCounts = new Map<string, number>();
  for (const own of subjects)
    for (const subject of own) lineCounts.set(subject, (lineCounts.get(subject) ?? 0) + 1);

  const isElsewhere = (index: number, after: readonly number[]): boolean => {
    const own = [...(subjects[index] ?? [])];
    const text = lineCounts.size - own.length;
    if (own.length < MIN_SUBJECTS || text < MIN_TEXT_SUBJECTS) return false;
    const allowed = MAX_SHARED * Math.min(1, text / FULL_TEXT_SUBJECTS);
    const shared = own.filter((subject) => (lineCounts.get(subject) ?? 0) > 1).length;
    const near = own.filter((subject) => after.some((line) => subjects[line]?.has(subject))).length;
    return shared <= own.length * allowed && near <= own.length * MAX_SHARED_NEAR;
  };
  return new Set(
    runsBetweenProse(kinds).flatMap(({ run, after }) =>
      run.filter((index) => isLoud(lines[index]?.text ?? '') || isElsewhere(index, after)),
    ),
  );
}

// Candidates that stand together between two paragraphs of prose, and the lines that follow them.
function runsBetweenProse(kinds: readonly Kind[]): { run: number[]; after: number[] }[] {
  const left = [...kinds.keys()].filter((index) => kinds[index] !== 'skipped');
  const kindAt = (at: number): Kind | undefined => kinds[left[at] ?? -1];
  const runs: { run: number[]; after: number[] }[] = [];
  for (let start = 0; start < left.length; start++) {
    let end = start;
    while (kindAt(end) === 'candidate') end++;
    const length = end - start;
    if (length > 0 && length <= MAX_RUN && kindAt(start - 1) === 'prose' && kindAt(end) === 'prose')
      runs.push({ run: left.slice(start, end), after: left.slice(end, end + NEAR) });
    start = Math.max(start, end);
  }
  return runs;
}

// A short sentence is prose enough to stand beside a headline.
function kindOf({ text, skipped, marked }: Line): Kind {
  if (skipped) return 'skipped';
  if (!marked && isTitleLike(text)) return 'candidate';
  return isProse(text) || endsSentence(text) ? 'prose' : 'other';
}

function isTitleLike(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const words = countWords(text);
  if (words < MIN_WORDS || words > MAX_WORDS) return false;
  return STARTS.test(text) && !endsSentence(text) && !OPEN_END.test(text) && !SPEECH.test(text);
}

function isLoud(text: string): boolean {
  return countWords(text) >= MIN_LOUD_WORDS && text === text.toUpperCase();
}

function subjectsOf(text: string): Set<string> {
  const subjects = new Set<string>();
  for (const { word } of tokenize(text))
    if (word.length > 1 && !COMMON.has(word)) subjects.add(word.slice(0, STEM));
  return subjects;
}
