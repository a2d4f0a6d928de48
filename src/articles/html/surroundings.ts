import { isSentence, reach } from './blocks.js';
import { firstProse, headlineBefore, isOutside, type Judged, lastProse } from './judged.js';
import { ruleForBlock } from './lines.js';
import { attribute, type Element, parentOf } from './tree.js';

/** So many paragraphs make a look that others can be known by. */
const MIN_ALIKE = 2;
const MIN_REPEATED = 40;
const MAX_LABEL = 60;
/** A list with this share of its characters in links leads elsewhere; at the end of the text less is enough. */
const LINKED_LIST = 0.6;
const LINKED_LAST_LIST = 0.35;

/**
 * Keeps the parts of an article that lie apart from most of it, below the headline: their paragraphs look like
 * those that were found.
 */
export function adoptAlike(judged: readonly Judged[], titles: ReadonlySet<string>): void {
  const headline = headlineBefore(firstProse(judged), judged, titles);
  const looks = new Map<string, number>();
  for (const { rule, weight, element } of judged) {
    const look = rule === null && weight > 0 ? lookOf(element) : null;
    if (look !== null) looks.set(look, (looks.get(look) ?? 0) + 1);
  }
  for (const block of judged.slice(headline + 1)) {
    if (!isOutside(block) || block.weight <= 0) continue;
    const look = lookOf(block.element);
    if (look === null || (looks.get(look) ?? 0) < MIN_ALIKE) continue;
    block.rule = ruleForBlock(block);
    block.because = 'looks like the text';
  }
}

// What an element looks like to a style sheet.
function lookOf(element: Element): string | null {
  const parent = parentOf(element);
  const own = attribute(element, 'class');
  const around = parent ? attribute(parent, 'class') : '';
  return own === '' && around === '' ? null : `${element.tagName}.${own} ${parent?.tagName}.${around}`;
}

/** Takes away the second of two paragraphs that say the same, as pages do for phones and printers. */
export function dropRepeats(judged: readonly Judged[]): void {
  const seen = new Set<string>();
  for (const block of judged) {
    if (block.rule !== null || block.text.length < MIN_REPEATED) continue;
    if (seen.has(block.text)) block.rule = 'repeated';
    seen.add(block.text);
  }
}

/** Takes away lists most of whose text is links. */
export function dropLinkLists(judged: readonly Judged[]): void {
  const lists = new Map<Element, { items: Judged[]; start: number; linked: number; length: number }>();
  judged.forEach((block, start) => {
    if (block.kind !== 'item') return;
    const element = listOf(block.element);
    if (!element) return;
    const list = lists.get(element) ?? { items: [], start, linked: 0, length: 0 };
    list.items.push(block);
    list.linked += block.linked;
    list.length += block.text.length;
    lists.set(element, list);
  });
  const last = judged.findLastIndex(
    ({ rule, kind, weight }) => rule === null && kind === 'paragraph' && weight > 0,
  );
  for (const { items, start, linked, length } of lists.values()) {
    if (linked <= (start > last ? LINKED_LAST_LIST : LINKED_LIST) * length) continue;
    for (const item of items) item.rule ??= 'list of links';
  }
}

function listOf(element: Element): Element | null {
  let at: Element | null = element;
  while (at && at.tagName !== 'ul' && at.tagName !== 'ol' && at.tagName !== 'dl') at = parentOf(at);
  return at;
}

/** Takes away the labels above the headline, before the first sentence and after the last one. */
export function trimEnds(judged: readonly Judged[], titles: ReadonlySet<string>): void {
  const first = firstProse(judged);
  const last = lastProse(judged);
  if (first === -1) return;
  const headline = headlineBefore(first, judged, titles);
  judged.forEach((block, index) => {
    if (block.rule !== null) return;
    if (index < headline && block.weight <= 0) block.rule = 'above the headline';
    else if (isLabel(block) && index < first && block.kind === 'paragraph') block.rule = BEFORE;
    else if (isLabel(block) && index > last && block.kind !== 'item') block.rule = AFTER;
  });
}

const BEFORE = 'before the text';
const AFTER = 'after the text';

// A paragraph that its author marked as one is not trimmed: letters end with a place, poems with a line.
function isLabel({ element, text, because }: Judged): boolean {
  return because === 'text' && element.tagName !== 'p' && !isSentence(text) && reach(text) < MAX_LABEL;
}

/** Takes away the headings at the end, below which everything was taken away. */
export function dropBareHeadings(judged: readonly Judged[]): void {
  for (const block of judged.toReversed()) {
    if (block.rule !== null) continue;
    if (block.kind !== 'heading') return;
    block.rule = 'heading of nothing';
  }
}
