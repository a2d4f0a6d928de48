import type { Block, Zone } from './blocks.js';
import { namesBody } from './names.js';
import { childrenOf, type Element, isElement, type Node } from './tree.js';

// Tuned with bench/eval-articles.ts on the three sets; each lies in the middle of a range that scores the same.
/** Share of the page's prose above which a zone is opened again. */
const OPEN_SHARE = 0.6;
/** The same for comments, which often are longer than their article. */
const OPEN_COMMENTS_SHARE = 0.8;
/** An element with this share of the prose of the one around it holds the article alone. */
const DESCENT_SHARE = 0.9;
/** An element that is named as the article's text is believed from this share on. */
const NAMED_SHARE = 0.3;

/**
 * Zones that hold so much of the page's prose that the rule must be wrong about them are opened again; so are all
 * zones of one layout word ("sidebar") that together do, for sites name their grids by what stands beside it.
 */
export function openZones(blocks: readonly Block[], zones: readonly Zone[]): Set<Zone> {
  let total = 0;
  for (const { weight, zone } of blocks) {
    if (weight <= 0) continue;
    total += weight;
    if (zone) zone.weight += weight;
  }
  // Inner zones come after those around them.
  for (const { outer, weight } of zones.toReversed()) if (outer) outer.weight += weight;
  const layout = new Map<string, number>();
  for (const { rule, weight, outer } of zones)
    if (rule.word !== undefined && outer?.rule.word !== rule.word)
      layout.set(rule.word, (layout.get(rule.word) ?? 0) + weight);
  const most = (zone: Zone) => (zone.rule.name === 'comments' ? OPEN_COMMENTS_SHARE : OPEN_SHARE);
  const held = ({ rule, weight }: Zone) =>
    rule.name === 'sidebar' ? (layout.get(rule.word ?? '') ?? 0) : weight;
  return new Set(zones.filter((zone) => !zone.rule.hard && held(zone) > most(zone) * total));
}

/** For each zone the outermost one around it, or itself, that is not open. */
export function closedZones(zones: readonly Zone[], open: ReadonlySet<Zone>): Map<Zone, Zone | null> {
  const closed = new Map<Zone, Zone | null>();
  for (const zone of zones) {
    const around = zone.outer ? (closed.get(zone.outer) ?? null) : null;
    closed.set(zone, around ?? (open.has(zone) ? null : zone));
  }
  return closed;
}

/** The element that holds the article. */
export function chooseContainer(root: Node, blocks: readonly Block[]): Element | null {
  const sums = sumsOf(root, blocks);
  let at: Element | null = null;
  for (const child of childrenOf(root)) if (isElement(child)) at = child;
  if (!at) return null;
  for (;;) {
    let best: Element | null = null;
    let most = 0;
    for (const child of childrenOf(at)) {
      if (!isElement(child)) continue;
      const sum: number = sums.get(child) ?? 0;
      if (sum > most) [best, most] = [child, sum];
    }
    if (!best || most < DESCENT_SHARE * (sums.get(at) ?? 0)) break;
    if (best.tagName === 'p') break;
    at = best;
  }
  // A body that the page itself names is better than the descent, if it has as much prose.
  const chosen = Math.max(sums.get(at) ?? 0, 1);
  let named: Element | null = null;
  for (const [element, sum] of sums) {
    if (sum < NAMED_SHARE * chosen || !namesBody(element)) continue;
    if (!named || sum > (sums.get(named) ?? 0)) named = element;
  }
  return named ?? at;
}

// The weight of every element with all that lies in it.
function sumsOf(root: Node, blocks: readonly Block[]): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const { weight, element } of blocks) sums.set(element, (sums.get(element) ?? 0) + weight);
  const add = (node: Node): number => {
    let sum = isElement(node) ? (sums.get(node) ?? 0) : 0;
    for (const child of childrenOf(node)) if (isElement(child)) sum += add(child);
    if (isElement(node)) sums.set(node, sum);
    return sum;
  };
  add(root);
  return sums;
}
