import { fold } from '../../text/fold.js';
import type { Block, Zone } from './blocks.js';
import { type Element, parentOf } from './tree.js';

/** A block with what became of it. */
export type Judged = Block & {
  /** The rule that took it; null where it was kept. */
  rule: string | null;
  /** Why it was kept, where it was. */
  because: 'text' | 'standfirst' | 'looks like the text';
  /** The zone that takes it, of those that were not opened again. */
  closed: Zone | null;
};

const OUTSIDE = 'outside the article';

/** The rule of a block: outside of the article's element, in a zone, or not taken yet. */
export function firstRule(inside: boolean, closed: Zone | null): string | null {
  if (!inside) return OUTSIDE;
  return closed ? closed.rule.name : null;
}

/** True for a block that lies outside of the article's element and in no zone. */
export function isOutside({ rule, closed }: Judged): boolean {
  return rule === OUTSIDE && !closed;
}

export function isInside(element: Element | null, container: Element | null): boolean {
  for (let at = element; at; at = parentOf(at)) if (at === container) return true;
  return false;
}

/** A title for comparison: letters and digits only. */
export function titleKey(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

const LONGEST_TITLE = 500;

/** True for a text that is one of the titles, which are given by their keys. */
export function isTitle(text: string, titles: ReadonlySet<string>): boolean {
  return titles.size > 0 && text.length <= LONGEST_TITLE && titles.has(titleKey(text));
}

/** Index of the first block that is prose and kept; -1 where none is. */
export function firstProse(judged: readonly Judged[]): number {
  return judged.findIndex(isProse);
}

/** Index of the last block that is prose and kept; -1 where none is. */
export function lastProse(judged: readonly Judged[]): number {
  return judged.findLastIndex(isProse);
}

function isProse({ rule, weight }: Judged): boolean {
  return rule === null && weight > 0;
}

/** Index of the last block before `end` that is the headline; -1 where none is. */
export function headlineBefore(end: number, judged: readonly Judged[], titles: ReadonlySet<string>): number {
  return judged
    .slice(0, Math.max(end, 0))
    .findLastIndex(({ element, text }) => element.tagName === 'h1' || isTitle(text, titles));
}

/** True for a block that was kept, or that no rule had to take because it lies outside of the article. */
export function isFarFromArticle({ rule }: Judged): boolean {
  return rule === null || rule === OUTSIDE;
}
