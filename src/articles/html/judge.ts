import { pageBlocks } from './blocks.js';
import { chooseContainer, closedZones, openZones } from './choose.js';
import { firstRule, isTitle, type Judged, titleKey } from './judged.js';
import { ruleForBlock } from './lines.js';
import { dropOtherArticles } from './other-articles.js';
import { keepStandfirst } from './standfirst.js';
import { adoptAlike, dropBareHeadings, dropLinkLists, dropRepeats, trimEnds } from './surroundings.js';
import { type Element, eachElement, type Node } from './tree.js';

/**
 * Every block of a page in reading order, with the rule that took it or null. `titles` are those the page's
 * metadata give the article; its headline is not part of its text.
 */
export function judgePage(root: Node, titles: readonly string[]): Judged[] {
  const { blocks, zones } = pageBlocks(root);
  const closed = closedZones(zones, openZones(blocks, zones));
  const judged: Judged[] = blocks.map((block) => ({
    ...block,
    rule: null,
    because: 'text',
    closed: block.zone ? (closed.get(block.zone) ?? null) : null,
  }));
  const container = chooseContainer(
    root,
    judged.filter(({ closed }) => !closed),
  );
  const inside = new Set<Element>();
  if (container) eachElement(container, (element) => inside.add(element));
  const keys = new Set(titles.map(titleKey).filter((key) => key !== ''));
  for (const block of judged) {
    block.rule = firstRule(inside.has(block.element), block.closed);
    if (block.rule !== null) continue;
    block.rule = isTitle(block.text, keys) ? 'headline' : ruleForBlock(block);
  }
  adoptAlike(judged, keys);
  keepStandfirst(judged, keys);
  dropRepeats(judged);
  dropOtherArticles(judged);
  dropLinkLists(judged);
  trimEnds(judged, keys);
  dropBareHeadings(judged);
  return judged;
}
