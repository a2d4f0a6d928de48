import { linkShare, reach } from './blocks.js';
import { firstProse, headlineBefore, isOutside, type Judged } from './judged.js';
import { ruleForBlock } from './lines.js';
import { namesOf, nameWords } from './names.js';
import { attribute, type Element, parentOf } from './tree.js';

const LEAD_NAMES =
  /^(?:standfirst|dek|deck|subtitle|subtitulo|subhead\w*|headline|sub|summary|lead|lede|intro|introduction|excerpt|description|chapo|ingress|teaser|vorspann|keypoints?|abstract|sommario|occhiello|perex|preamble|highlights)$/;

/** A standfirst is text from this length on (see `reach`); what is shorter is a second headline. */
const MIN_LENGTH = 120;
const MIN_LINE_LENGTH = 25;
const MAX_LINKED = 0.3;
/** How far out the name may stand, for lines outside of the article's element and inside of it. */
const OUTSIDE_STEPS = 6;
const INSIDE_STEPS = 2;

/**
 * Keeps the lines under the headline that sum the article up, which often stand outside of its text. They are
 * known by the names of the elements around them, or by a second heading right below the first.
 */
export function keepStandfirst(judged: readonly Judged[], titles: ReadonlySet<string>): void {
  const first = firstProse(judged);
  const headline = headlineBefore(first, judged, titles);
  if (headline === -1) return;
  const lines: Judged[] = [];
  for (const [index, block] of judged.slice(headline + 1).entries()) {
    const isSecondHeading = block.element.tagName === 'h2' && index <= 1;
    if (isOutside(block)) {
      if (headline + 1 + index >= first) break;
      if (linkShare(block) > MAX_LINKED || reach(block.text) < MIN_LINE_LENGTH) continue;
      if (ruleForBlock(block) !== null) continue;
      if (isSecondHeading || isNamedLead(block.element, OUTSIDE_STEPS)) lines.push(block);
    } else if (block.rule === null && reach(block.text) >= MIN_LINE_LENGTH) {
      // Inside the text a name further out may be that of the text itself.
      if (!isNamedLead(block.element, INSIDE_STEPS)) break;
      lines.push(block);
    }
  }
  const length = lines.reduce((sum, { text }) => sum + reach(text), 0);
  for (const block of lines) {
    block.rule = length >= MIN_LENGTH ? null : 'subtitle';
    block.because = 'standfirst';
  }
}

function isNamedLead(element: Element, steps: number): boolean {
  let at: Element | null = element;
  for (let step = 0; step < steps && at; step++) {
    const names: string = `${namesOf(at)} ${attribute(at, 'itemprop')} ${attribute(at, 'data-testid')}`;
    if (nameWords(names).some((word) => LEAD_NAMES.test(word))) return true;
    at = parentOf(at);
  }
  return false;
}
