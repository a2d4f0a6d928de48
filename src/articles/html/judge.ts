import { pageBlocks } from './blocks.js';
import { chooseContainer, closedZone, openZones } from './choose.js';
import { firstRule, isInside, type Judged, titleKey } from './judged.js';
import { ruleForBlock } from './lines.js';
import { dropOtherArticles } from './other-articles.js';
import { keepStandfirst } from './standfirst.js';
import { adoptAlike, dropBareHeadings, dropLinkLists, dropRepeats, trimEnds } from './surroundings.js';
import type { Node } from './tree.js';

const LONGEST_TITLE = 500;

/**
 * Every block of a page in reading order, with the rule that took it or null. `titles` are those the page's
 * metadata give the article; its headline is not part of its text.
 */
export function judgePage(root: Node, titles: readonly string[]): Judged[] {
  const { blocks, zones } = pageBlocks(root);
  const open = openZones(blocks, zones);
  const judged: Judged[] = blocks.map((block) => ({
    ...block,
    rule: null,
    because: 'text',
    closed: closedZone(block, open),
  }));
  const container = chooseContainer(
    root,
    judged.filter(({ closed }) => !closed),
  );
  const keys = new Set(titles.map(titleKey).filter((key) => key !== ''));
  for (const block of judged) {
    block.rule = firstRule(isInside(block.element, container), block.closed);
    if (block.rule !== null) continue;
    const isTitle = block.text.length <= LONGEST_TITLE && keys.has(titleKey(block.text));
    block.rule = isTitle ? 'headline' : ruleForBlock(block);
  }
  adoptAlike(judged);
  keepStandfirst(judged);
  dropRepeats(judged);
  dropOtherArticles(judged);
  dropLinkLists(judged);
  trimEnds(judged, keys);
  dropBareHeadings(judged);
  return judged;
}
