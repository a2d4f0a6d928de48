import { decodeHTML } from 'entities';
import { cleanValue } from '../clean.js';
import { reach } from './blocks.js';
import { headLines } from './head-lines.js';
import { judgePage } from './judge.js';
import type { Judged } from './judged.js';
import { pageFacts, titleCandidates } from './metadata/facts.js';
import { type PageMetadata, pageMetadata } from './metadata/page-metadata.js';
import { type Element, type Page, parentOf, parsePage } from './tree.js';

/** A paragraph of the article of a page. */
export type PageParagraph = { text: string; kind: 'paragraph' | 'heading' | 'item' };

/** What a page holds. `cut` says why it was read only in part; null where it was read to its end. */
export type ReadPage = {
  paragraphs: PageParagraph[];
  metadata: PageMetadata;
  judged: Judged[];
  lines: Page['lines'];
  cut: string | null;
  /** True where the text comes from the page's own data, because the page shows only the beginning of it. */
  fromData: boolean;
  /** From 0 to 1; see `confidenceOf`. */
  confidence: number;
};

// The data are believed over the page where it shows little and they have several times as much.
const LITTLE = 600;
const TIMES_MORE = 3;

/** Finds the article of a page and what the page says about it. Never throws; work is bounded (see limits.ts). */
export function readPage(html: string): ReadPage {
  const { root, cut, lines } = parsePage(html);
  const facts = pageFacts(root);
  const titles = titleCandidates(facts).map(({ value }) => value);
  const judged = judgePage(root, titles);
  const metadata = pageMetadata(facts, headLines(judged, titles));
  const shown = paragraphsIn(judged);
  const length = lengthOf(shown);
  const data = length < LITTLE ? paragraphsOf(metadata.body ?? '') : [];
  const fromData = lengthOf(data) > Math.max(TIMES_MORE * length, LITTLE);
  return {
    paragraphs: fromData ? data : shown,
    metadata,
    judged,
    lines,
    cut,
    fromData,
    confidence: confidenceOf(judged),
  };
}

// A row of a table of data is one paragraph; its cells say nothing alone.
function paragraphsIn(judged: readonly Judged[]): PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let row: Element | null = null;
  for (const { rule, text, kind, element, because } of judged) {
    if (rule !== null) continue;
    const inRow = because === 'a table that is the article' ? rowOf(element) : null;
    const last = paragraphs.at(-1);
    if (inRow && inRow === row && last) last.text += ` ${text}`;
    else paragraphs.push({ text, kind: kind === 'cell' ? 'paragraph' : kind });
    row = inRow;
  }
  return paragraphs;
}

function rowOf(element: Element): Element | null {
  let at: Element | null = element;
  while (at && at.tagName !== 'tr') at = parentOf(at);
  return at;
}

const ENOUGH = 600;

// How much of the page's prose was kept, and less for short texts: a menu page has no article.
function confidenceOf(judged: readonly Judged[]): number {
  let kept = 0;
  let all = 0;
  for (const { weight, rule, closed } of judged) {
    if (weight <= 0 || (closed && rule !== null)) continue;
    all += weight;
    if (rule === null) kept += weight;
  }
  return all === 0 ? 0 : Math.round((100 * kept * Math.min(1, kept / ENOUGH)) / all) / 100;
}

function paragraphsOf(body: string): PageParagraph[] {
  return decodeHTML(body)
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '\n')
    .split('\n')
    .map((line): PageParagraph => ({ text: cleanValue(line), kind: 'paragraph' }))
    .filter(({ text }) => text !== '');
}

function lengthOf(paragraphs: readonly PageParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + reach(text), 0);
}
