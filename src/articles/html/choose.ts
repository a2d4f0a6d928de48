import type { Block, Zone } from './blocks.js';
import { BODY_NAMES } from './junk.js';
import { attribute, childrenOf, type Element, isElement, type Node, parentOf } from './tree.js';

/**
 * Zones that hold so much of the page's prose that the rule must be wrong about them are opened again; so are all
 * zones of one layout word ("sidebar") that together do, for sites name their grids by what stands beside it.
 */
export function openZones(blocks: readonly Block[], zones: readonly Zone[]): Set<Zone> {
  let total = 0;
  const layout = new Map<string, number>();
  for (const { weight, zone } of blocks) {
    if (weight <= 0) continue;
    total += weight;
    const words = new Set<string>();
    for (let at = zone; at; at = at.outer) {
      at.weight += weight;
      if (at.rule.name === 'sidebar') words.add(at.rule.word ?? '');
    }
    for (const word of words) layout.set(word, (layout.get(word) ?? 0) + weight);
  }
  const most = (zone: Zone) => (zone.rule.name === 'comments' ? 0.8 : OPEN);
  const held = ({ rule, weight }: Zone) =>
    rule.name === 'sidebar' ? (layout.get(rule.word ?? '') ?? 0) : weight;
  return new Set(zones.filter((zone) => !zone.rule.hard && held(zone) > most(zone) * total));
}
const OPEN = Number(process.env['OPEN'] ?? 0.6);
const T = Number(process.env['T'] ?? 0.9);
const NAMED = Number(process.env['NAMED'] ?? 0.3);

/** The outermost zone that holds the block, of those that are not open. */
export function closedZone(block: Block, open: ReadonlySet<Zone>): Zone | null {
  let found: Zone | null = null;
  for (let at = block.zone; at; at = at.outer) if (!open.has(at)) found = at;
  return found;
}

/** The element that holds the article. */
export function chooseContainer(root: Node, blocks: readonly Block[]): Element | null {
  const sums = new Map<Element, number>();
  for (const { weight, element } of blocks)
    for (let at: Element | null = element; at; at = parentOf(at)) sums.set(at, (sums.get(at) ?? 0) + weight);
  let at: Element | null = null;
  for (const child of childrenOf(root)) if (isElement(child)) at = child;
  if (!at) return null;
  const top = at;
  for (;;) {
    let best: Element | null = null;
    let most = 0;
    for (const child of childrenOf(at)) {
      if (!isElement(child)) continue;
      const sum: number = sums.get(child) ?? 0;
      if (sum > most) [best, most] = [child, sum];
    }
    if (!best || most < T * (sums.get(at) ?? 0)) break;
    if (best.tagName === 'p') break;
    at = best;
  }
  void top;
  // A body that the page itself names is better than the descent, if it has as much prose.
  const chosen = Math.max(sums.get(at) ?? 0, 1);
  let named: Element | null = null;
  if (process.env['NAMED'] !== '0')
    for (const [element, sum] of sums) {
      if (sum < NAMED * chosen || !namesBody(element)) continue;
      if (!named || sum > (sums.get(named) ?? 0)) named = element;
    }
  return named ?? at;
}

/** True where an element's name says that it holds an article's text. */
export function namesBody(element: Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'html') return false;
  return attribute(element, 'itemprop').toLowerCase() === 'articlebody' || BODY_NAMES.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`);
}
