import { declaredEncoding } from '../declared-encoding.js';
import { decode } from '../decode.js';
import { MAX_PAGE_BYTES } from '../limits.js';
import { looksLikePage } from './looks-like-page.js';
import { type ReadPage, readPage } from './page.js';

/** One block of a page and what became of it. */
export type ExplainedBlock = {
  text: string;
  kind: 'paragraph' | 'heading' | 'item' | 'cell';
  kept: boolean;
  /** The rule that took it, or why it was kept. */
  rule: string;
  /** The class name or tag that the rule went by, where it went by one: `<div class="related">`. */
  element: string;
};

/** What became of a page, and how sure that is. */
export type ExplainedPage = Pick<ReadPage, 'metadata' | 'cut' | 'fromData' | 'confidence'> & {
  /** In reading order. */
  blocks: ExplainedBlock[];
};

/** The same for a file; null where it is no web page. */
export function explainFile(bytes: Uint8Array, name: string): ExplainedPage | null {
  if (bytes.length > MAX_PAGE_BYTES) return null;
  const { text } = decode(bytes, declaredEncoding(bytes));
  return looksLikePage(text, name) ? explainPage(text) : null;
}

/** Every block of a page with the rule that decided on it, and the page's metadata. */
export function explainPage(html: string): ExplainedPage {
  const { judged, metadata, cut, fromData, confidence } = readPage(html);
  const blocks = judged.map(({ text, kind, rule, because, closed, element }): ExplainedBlock => {
    const by = closed?.element ?? element;
    const word = closed?.rule.word;
    return {
      text,
      kind,
      kept: rule === null,
      rule: rule === null ? because : word === undefined ? rule : `${rule}: "${word}"`,
      element: describe(by.tagName, by.attrs),
    };
  });
  return { blocks, metadata, cut, fromData, confidence };
}

const LONGEST = 80;

function describe(tag: string, attrs: readonly { name: string; value: string }[]): string {
  const names = attrs.filter(({ name }) => name === 'class' || name === 'id');
  const shown = names.map(({ name, value }) => ` ${name}="${value.trim().slice(0, LONGEST)}"`);
  return `<${tag}${shown.join('')}>`;
}
