import { pageBlocks } from './blocks.js';
import { chooseContainer, closedZones, openZones } from './choose.js';
import { firstRule, type Judged, titleKey } from './judged.js';
import { ruleForBlock } from './lines.js';
import { dropOtherArticles } from './other-articles.js';
import { keepStandfirst } from './standfirst.js';
import { adoptAlike, dropBareHeadings, dropLinkLists, dropRepeats, trimEnds } from './surroundings.js';
import { elements, type Node } from './tree.js';

const LONGEST_TITLE = 500;

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
  const inside = new Set(container ? elements(container) : []);
  const keys = new Set(titles.map(titleKey).filter((key) => key !== ''));
  for (const block of judged) {
    block.rule = firstRule(inside.has(block.element), block.closed);
    if (block.rule !== null) continue;
    const isTitle = block.text.length <= LONGEST_TITLE && keys.has(titleKey(block.text));
    block.rule = isTitle ? 'headline' : ruleForBlock(block);
  }
  adoptAlike(judged, keys);
  keepStandfirst(judged);
  dropRepeats(judged);
  dropOtherArticles(judged);
  dropLinkLists(judged);
  trimEnds(judged, keys);
  dropBareHeadings(judged);
  return judged;
}
