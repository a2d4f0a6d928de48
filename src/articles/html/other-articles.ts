import { linkShare } from './blocks.js';
import { isInside, type Judged } from './judged.js';
import { namesBody } from './names.js';
import { type Element, parentOf } from './tree.js';

/** So many other articles are a list of them, not the parts of one. */
const MIN_LIST = 3;

/**
 * Takes away `article` elements inside the article, or beside its first one: teasers for other stories. Where most
 * text is in them (a live blog) they stay, unless their headings are links or they are a list.
 */
export function dropOtherArticles(judged: readonly Judged[]): void {
  const kept = judged.filter(({ rule }) => rule === null);
  const nearest = new Map(kept.map((block) => [block, articleOf(block.element)]));
  const first = kept.find(({ weight }) => weight > 0);
  const own = first ? (nearest.get(first) ?? null) : null;
  const others = new Set<Element>();
  let total = 0;
  let foreign = 0;
  for (const block of kept) {
    const article = nearest.get(block) ?? null;
    const weight = Math.max(0, block.weight);
    total += weight;
    if (article === own) continue;
    foreign += weight;
    if (article) others.add(article);
  }
  if (foreign === 0) return;
  const isList = others.size >= MIN_LIST && ![...others].some(namesBody);
  const linked = foreign > 0.5 * total && !isList ? withLinkedHeading(judged) : others;
  for (const block of kept) {
    const article = nearest.get(block) ?? null;
    if (article && article !== own && !isInside(own, article) && linked.has(article))
      block.rule = 'another article';
  }
}

function articleOf(element: Element): Element | null {
  let at: Element | null = element;
  while (at && at.tagName !== 'article') at = parentOf(at);
  return at;
}

function withLinkedHeading(judged: readonly Judged[]): Set<Element> {
  const found = new Set<Element>();
  for (const block of judged) {
    if (block.kind !== 'heading' || linkShare(block) < 0.8) continue;
    const article = articleOf(block.element);
    if (article) found.add(article);
  }
  return found;
}
