import { linkShare, reach } from './blocks.js';
import { isOutside, type Judged } from './judged.js';
import { ruleForBlock } from './lines.js';
import { namesOf, nameWords } from './names.js';
import { attribute, type Element, parentOf } from './tree.js';

const LEAD_NAMES =
  /^(?:standfirst|dek|deck|subtitle|subtitulo|subhead\w*|headline|sub|summary|lead|lede|intro|introduction|excerpt|description|chapo|ingress|teaser|vorspann|keypoints?|abstract|sommario|occhiello|perex|preamble|highlights)$/;

/** A standfirst is text from this length on (see `reach`); what is shorter is a second headline. */
const MIN_LENGTH = 120;
const MIN_LINE_LENGTH = 25;
const MAX_STEPS = 6;

/**
 * Keeps the lines under the headline that sum the article up, which often stand outside of its text. They are
 * known by the names of the elements around them, or by a second heading right below the first.
 */
export function keepStandfirst(judged: readonly Judged[]): void {
  const first = judged.findIndex(({ rule, weight }) => rule === null && weight > 0);
  const headline = judged
    .slice(0, Math.max(first, 0))
    .findLastIndex(({ element }) => element.tagName === 'h1');
  if (headline === -1) return;
  const lines: Judged[] = [];
  judged.slice(headline + 1, first).forEach((block, index) => {
    if (!isOutside(block) || linkShare(block) > 0.3 || reach(block.text) < MIN_LINE_LENGTH) return;
    if (ruleForBlock(block) !== null) return;
    if (isNamedLead(block.element) || (block.element.tagName === 'h2' && index <= 1)) lines.push(block);
  });
  const length = lines.reduce((sum, { text }) => sum + reach(text), 0);
  for (const block of lines) {
    block.rule = length >= MIN_LENGTH ? null : 'subtitle';
    block.because = 'standfirst';
  }
}

function isNamedLead(element: Element): boolean {
  let at: Element | null = element;
  for (let step = 0; step < MAX_STEPS && at; step++) {
    const names: string = `${namesOf(at)} ${attribute(at, 'itemprop')} ${attribute(at, 'data-testid')}`;
    if (nameWords(names).some((word) => LEAD_NAMES.test(word))) return true;
    at = parentOf(at);
  }
  return false;
}
