import { cleanValue } from '../clean.js';
import { type Rule, ruleFinder } from './junk.js';
import { attribute, childrenOf, type Element, isElement, type Node } from './tree.js';

/** A part of the page that one rule takes away, unless it turns out to hold the article. */
export type Zone = { rule: Rule; element: Element; weight: number; outer: Zone | null };

/** A run of text between two block boundaries. */
export type Block = {
  text: string;
  kind: 'paragraph' | 'heading' | 'item' | 'cell';
  /** The block element it lies in. */
  element: Element;
  /** Characters of `text` inside links, and how many links. */
  linked: number;
  links: number;
  /** Characters of `text` in bold. */
  bold: number;
  /** The innermost of the zones it lies in. */
  zone: Zone | null;
  /** How much it looks like prose (more than 0) or like menus (less), in characters. */
  weight: number;
};

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table caption tbody td tfoot th thead tr ul amp-accordion amp-story'.split(
    ' ',
  ),
);

// What was read since the last block boundary; `broken` is true at a line break.
function newRun() {
  return { text: '', linked: 0, links: 0, bold: 0, broken: false };
}

/** Cuts a page into blocks in reading order, each with the zones it lies in. */
export function pageBlocks(root: Node): { blocks: Block[]; zones: Zone[] } {
  const blocks: Block[] = [];
  const zones: Zone[] = [];
  const ruleFor = ruleFinder();
  let run = newRun();

  const flush = (element: Element, zone: Zone | null) => {
    const text = cleanValue(run.text);
    if (text !== '') {
      const linked = Math.min(text.length, run.linked);
      const block = { text, kind: kindOf(element), element, linked, links: run.links, bold: run.bold, zone };
      blocks.push({ ...block, weight: weigh(block) });
    }
    run = newRun();
  };

  const visit = (node: Node, block: Element, zone: Zone | null, linked: boolean, bold: boolean): void => {
    if ('value' in node) {
      run.text += node.value;
      const length = node.value.trim().length;
      if (length > 0) run.broken = false;
      if (linked) run.linked += length;
      if (bold) run.bold += length;
      return;
    }
    if (!isElement(node)) {
      for (const child of childrenOf(node)) visit(child, block, zone, linked, bold);
      return;
    }
    const tag = node.tagName;
    if (tag === 'br') {
      // Two of them are how old pages end a paragraph.
      if (run.broken) flush(block, zone);
      else {
        run.text += '\n';
        run.broken = true;
      }
      return;
    }
    const isBlock = BLOCKS.has(tag) || tag.includes('-');
    const rule = ruleFor(node, isBlock);
    if (rule?.silent) return;
    let inner = zone;
    if (rule) {
      inner = { rule, element: node, weight: 0, outer: zone };
      zones.push(inner);
    }
    const own = isBlock || rule ? node : block;
    if (own === node) flush(block, zone);
    const isLink = linked || (tag === 'a' && attribute(node, 'href') !== '');
    if (isLink && !linked) run.links++;
    const isBold = bold || tag === 'b' || tag === 'strong';
    for (const child of childrenOf(node)) visit(child, own, inner, isLink, isBold);
    if (own === node) flush(own, inner);
  };

  for (const child of childrenOf(root))
    if (isElement(child)) {
      visit(child, child, null, false, false);
      flush(child, null);
    }
  return { blocks, zones };
}

function kindOf(element: Element): Block['kind'] {
  let at: Node | null = element;
  for (let step = 0; step < 3 && at && isElement(at); step++) {
    const { tagName, parentNode }: Element = at;
    if (/^h[1-6]$/.test(tagName)) return 'heading';
    if (tagName === 'li' || tagName === 'dd' || tagName === 'dt') return 'item';
    if (tagName === 'td' || tagName === 'th') return 'cell';
    if (tagName !== 'p' && tagName !== 'span') break;
    at = parentNode;
  }
  return 'paragraph';
}

// Wide scripts say in one character what Latin script says in about two and a half.
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
const ENDS = /[.!?…。！？।:;,"”’»«'）)]["”’»)\]]{0,9}$/u;

/** Length of a text as if it were in Latin script. */
export function reach(text: string): number {
  return /[^\p{ASCII}\u0080-\u02ff]/u.test(text)
    ? text.length + 1.5 * (text.match(WIDE)?.length ?? 0)
    : text.length;
}

/** Share of a block's characters that are in links. */
export function linkShare({ linked, text }: Pick<Block, 'linked' | 'text'>): number {
  return linked / text.length;
}

export function isSentence(text: string): boolean {
  return ENDS.test(text);
}

function weigh(block: Omit<Block, 'weight'>): number {
  const length = reach(block.text);
  const share = linkShare(block);
  if (block.kind === 'cell' && !isSentence(block.text)) return 0;
  if (block.kind === 'heading') return share > 0.5 ? -20 : 0;
  if (share > 0.6) return -Math.min(length, 60);
  const prose = isSentence(block.text) ? length >= 25 : length >= 100;
  if (!prose) return block.kind === 'paragraph' ? -5 : -10;
  const full = length * (1 - share);
  return block.kind === 'paragraph' ? full : full / 2;
}
