import { firstProse, headlineBefore, type Judged, titleKey } from './judged.js';

/** Lines of the page around its headline, and the first and last of its text, where bylines and dates stand. */
export type HeadLines = { head: string[]; edges: string[] };

const LONGEST = 150;
const LINES_ABOVE = 3;
const WITHOUT_HEADLINE = 6;
const LINES_OF_TEXT = 4;

/** The lines in which a page names its authors and its day. */
export function headLines(judged: readonly Judged[], titles: readonly string[]): HeadLines {
  const first = Math.max(0, firstProse(judged));
  const headline = headlineBefore(first, judged, new Set(titles.map(titleKey)));
  const from = Math.max(0, headline === -1 ? first - WITHOUT_HEADLINE : headline - LINES_ABOVE);
  const head = judged
    .slice(from, first + 1)
    .filter(({ text, zone }) => text.length <= LONGEST && zone?.rule.name !== 'menu')
    .map(({ text }) => text);
  const kept = judged.filter(({ rule, element }) => rule === null && element.tagName === 'p');
  const edges = [...kept.slice(0, LINES_OF_TEXT), ...kept.slice(-1)]
    .filter(({ weight }) => weight <= 0)
    .map(({ text }) => text);
  return { head, edges };
}
