import { fold } from '../../text/fold.js';
import { bylineAuthors } from '../byline.js';
import { isVagueDate, writtenDate } from '../dates.js';
import { promoReason } from '../promo.js';
import { type Block, isSentence, linkShare, pageBlocks, reach, type Zone } from './blocks.js';
import { chooseContainer, closedZone, namesBody, openZones } from './choose.js';
import { nameWords } from './junk.js';
import { attribute, type Element, type Node, parentOf } from './tree.js';

/** A block of a page, and the rule that took it; null where it was kept. */
export type Judged = Block & { rule: string | null; lead?: boolean };

const OFF = new Set((process.env['OFF'] ?? '').split(','));

export function judgePage(root: Node, titles: readonly string[] = []): Judged[] {
  const folded = new Set(titles.map(foldTitle));
  const { blocks, zones } = pageBlocks(root);
  const open = openZones(blocks, zones);
  const closed = blocks.map((block): Zone | null => closedZone(block, open));
  const free = blocks.filter((_, index) => !closed[index]);
  const container = chooseContainer(root, free);
  const inside = blocks.map((block) => isInside(block.element, container));
  const judged: Judged[] = blocks.map((block, index) => {
    const zone = closed[index];
    if (!inside[index]) return { ...block, rule: OUTSIDE };
    if (zone) return { ...block, rule: zone.rule.name + (zone.rule.word ? ` (${zone.rule.word})` : '') };
    if (block.text.length < 500 && folded.has(foldTitle(block.text))) return { ...block, rule: 'headline' };
    return { ...block, rule: ruleForBlock(block) };
  });
  if (!OFF.has('adopt')) adopt(judged, closed);
  if (!OFF.has('standfirst')) findStandfirst(judged, closed);
  if (!OFF.has('repeat')) dropRepeats(judged);
  if (!OFF.has('nested')) dropNestedArticles(judged);
  if (!OFF.has('cards')) dropCards(judged);
  if (!OFF.has('lists')) dropLinkLists(judged);
  if (!OFF.has('above')) dropAbove(judged, folded);
  if (!OFF.has('lead')) trimLead(judged);
  if (!OFF.has('tail')) trimTail(judged);
  if (!OFF.has('orphans')) dropOrphanHeadings(judged);
  return judged;
}

function foldTitle(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The lines around the headline and at both ends of the text, in which a page names its authors and its day. */
export function headLines(judged: readonly Judged[], titles: readonly string[]): { head: string[]; edges: string[] } {
  const folded = new Set(titles.map(foldTitle));
  const first = judged.findIndex(({ rule, weight }) => rule === null && weight > 0);
  let headline = -1;
  for (let index = 0; index < judged.length && index <= Math.max(first, 0); index++) {
    const block = judged[index];
    if (block && (block.element.tagName === 'h1' || folded.has(foldTitle(block.text)))) headline = index;
  }
  const from = headline === -1 ? Math.max(0, first - 6) : Math.max(0, headline - 3);
  const head = judged
    .slice(from, first === -1 ? from + 10 : first + 1)
    .filter(({ text, zone }) => text.length <= 150 && zone?.rule.name !== 'menu')
    .map(({ text }) => text);
  const kept = judged.filter(({ rule }) => rule === null || rule === 'before the text' || rule === 'after the text');
  const edges = [...kept.slice(0, 4), kept.at(-1)].flatMap((block) => (block && block.weight <= 0 ? [block.text] : []));
  return { head, edges };
}

const OUTSIDE = 'outside the article';

function isInside(element: Element, container: Element | null): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === container) return true;
  return false;
}

// What an element looks like to a style sheet: prose of one article looks the same.
function lookOf(element: Element): string | null {
  const parent = parentOf(element);
  const own = attribute(element, 'class');
  const around = parent ? attribute(parent, 'class') : '';
  if (own === '' && around === '') return null;
  return `${element.tagName}.${own} ${parent?.tagName}.${around}`;
}

// Articles are cut into parts that lie apart; their paragraphs look like those that were found.
function adopt(judged: Judged[], closed: readonly (Zone | null)[]): void {
  const looks = new Map<string, number>();
  for (const { rule, weight, element } of judged) {
    const look = rule === null && weight > 0 ? lookOf(element) : null;
    if (look !== null) looks.set(look, (looks.get(look) ?? 0) + 1);
  }
  judged.forEach((block, index) => {
    if (block.rule !== OUTSIDE || closed[index] || block.weight <= 0) return;
    const look = lookOf(block.element);
    if (look !== null && (looks.get(look) ?? 0) >= 2) block.rule = ruleForBlock(block);
  });
}

const LEAD_NAMES =
  /^(?:standfirst|dek|deck|subtitle|subtitulo|subhead\w*|subheadline|headline|sub|summary|lead|lede|intro|introduction|excerpt|description|chapo|ingress|teaser|vorspann|keypoints?|abstract|sommario|occhiello|perex|kicker|preamble|tagline|highlights)$/;

// The publication's own lines under the headline stand before the text, and often outside of it.
function findStandfirst(judged: Judged[], closed: readonly (Zone | null)[]): void {
  const first = judged.findIndex(({ rule, weight }) => rule === null && weight > 0);
  let headline = -1;
  for (let index = 0; index < first; index++) if (judged[index]?.element.tagName === 'h1') headline = index;
  if (headline === -1) return;
  const lines: Judged[] = [];
  for (let index = headline + 1; index < first; index++) {
    const block = judged[index];
    if (!block || block.rule !== OUTSIDE || closed[index] || linkShare(block) > 0.3) continue;
    if (ruleForBlock(block) !== null || reach(block.text) < 25) continue;
    if (leadNamed(block.element) || (block.element.tagName === 'h2' && index <= headline + 2)) lines.push(block);
  }
  // A short line is a second headline; what is as long as a paragraph, in one piece or in several, is text.
  const isText = lines.reduce((sum, { text }) => sum + reach(text), 0) >= LEAD;
  for (const block of lines) {
    block.rule = isText ? null : 'subtitle';
    block.lead = isText;
  }
}
const LEAD = Number(process.env['LEAD'] ?? 120);

function leadNamed(element: Element): boolean {
  let at: Element | null = element;
  for (let step = 0; step < 6 && at; step++) {
    const names: string = `${attribute(at, 'class')} ${attribute(at, 'id')} ${attribute(at, 'itemprop')} ${attribute(at, 'data-testid')}`;
    if (nameWords(names).some((word) => LEAD_NAMES.test(word))) return true;
    at = parentOf(at);
  }
  return false;
}

function dropRepeats(judged: Judged[]): void {
  const seen = new Set<string>();
  for (const block of judged) {
    if (block.rule !== null || block.text.length < 40) continue;
    if (seen.has(block.text)) block.rule = 'repeated';
    seen.add(block.text);
  }
}

// An article inside the article, or beside its first one, is a teaser for another, unless most text is in such.
function dropNestedArticles(judged: Judged[]): void {
  const kept = judged.filter(({ rule }) => rule === null || rule === 'before the text' || rule === 'after the text');
  const inner = new Map<Judged, Element | null>();
  let outer: Element | null = null;
  let seen = false;
  const linkedHeading = new Set<Element>();
  for (const block of judged) {
    if (block.kind !== 'heading' || linkShare(block) < 0.8) continue;
    for (let at: Element | null = block.element; at; at = parentOf(at)) if (at.tagName === 'article') linkedHeading.add(at);
  }
  for (const block of kept) {
    let at: Element | null = block.element;
    let nearest: Element | null = null;
    for (; at; at = parentOf(at)) if (at.tagName === 'article') nearest ??= at;
    if (!seen && block.weight > 0) {
      outer = nearest;
      seen = true;
    }
    inner.set(block, nearest);
  }
  let total = 0;
  let foreign = 0;
  for (const block of kept) {
    const weight = Math.max(0, block.weight);
    total += weight;
    if ((inner.get(block) ?? null) !== outer) foreign += weight;
  }
  const others = new Set([...inner.values()].filter((at) => at !== null && at !== outer));
  const isNamed = [...others].some((at) => at !== null && namesBody(at));
  for (const block of kept) {
    const nearest = inner.get(block) ?? null;
    if (!nearest || nearest === outer || (outer && isInside(outer, nearest))) continue;
    if (foreign <= 0.5 * total || linkedHeading.has(nearest) || (others.size >= 3 && !isNamed)) block.rule = 'another article';
  }
}

// Brothers of one look, each with a heading that is a link, are cards that lead to other stories.
function dropCards(judged: Judged[]): void {
  const cards = new Map<string, Set<Element>>();
  const cardOf = new Map<Judged, Element>();
  for (const block of judged) {
    if (block.rule === OUTSIDE || linkShare(block) < 0.8) continue;
    let at: Element | null = block.element;
    for (let step = 0; step < 6 && at; step++) {
      const look = `${at.tagName}.${attribute(at, 'class')}`;
      void look;
      at = parentOf(at);
    }
  }
  void cards;
  void cardOf;
}

// A list most of whose items are links and nothing else leads elsewhere.
function dropLinkLists(judged: Judged[]): void {
  const lists = new Map<Element, Judged[]>();
  for (const block of judged) {
    if (block.kind !== 'item') continue;
    let at: Element | null = block.element;
    while (at && at.tagName !== 'ul' && at.tagName !== 'ol' && at.tagName !== 'dl') at = parentOf(at);
    if (!at) continue;
    const items = lists.get(at) ?? [];
    items.push(block);
    lists.set(at, items);
  }
  for (const items of lists.values()) {
    let linked = 0;
    let all = 0;
    for (const { text, linked: inLinks } of items) {
      all += text.length;
      linked += inLinks;
    }
    const last = judged.findLastIndex(({ rule, kind, weight }) => rule === null && kind === 'paragraph' && weight > 0);
    const isEnd = items[0] !== undefined && judged.indexOf(items[0]) > last;
    if (linked > (isEnd ? ENDL : 0.6) * all) for (const item of items) item.rule ??= 'list of links';
  }
}

// What stands above the headline and is no prose is the page's, not the article's.
function dropAbove(judged: Judged[], titles: ReadonlySet<string>): void {
  const first = judged.findIndex(({ rule, weight }) => rule === null && weight > 0);
  let headline = -1;
  judged.slice(0, Math.max(first, 0)).forEach((block, index) => {
    if (block.element.tagName === 'h1' || titles.has(foldTitle(block.text))) headline = index;
  });
  for (const block of judged.slice(0, Math.max(headline, 0))) if (block.weight <= 0) block.rule ??= 'above the headline';
}

function trimLead(judged: Judged[]): void {
  const first = judged.findIndex(({ rule, weight }) => rule === null && weight > 0);
  for (const block of judged.slice(0, Math.max(first, 0)))
    if (block.rule === null && block.kind === 'paragraph' && block.element.tagName !== 'p' && !isSentence(block.text) && !block.lead && reach(block.text) < 60)
      block.rule = 'before the text';
}

function trimTail(judged: Judged[]): void {
  const last = judged.findLastIndex(({ rule, weight }) => rule === null && weight > 0);
  if (last === -1) return;
  for (const block of judged.slice(last + 1))
    if (block.rule === null && block.kind !== 'item' && block.element.tagName !== 'p' && !isSentence(block.text) && reach(block.text) < 60)
      block.rule = 'after the text';
}

// A heading whose text was taken away, or that has none, goes with it.
function dropOrphanHeadings(judged: Judged[]): void {
  let after: Judged | null = null;
  for (const block of judged.toReversed()) {
    if (block.rule !== null) {
      if (block.rule !== OUTSIDE) after ??= block;
      continue;
    }
    if (block.kind === 'heading' && (after === null || after.rule !== null)) block.rule = 'heading of nothing';
    else after = block;
  }
}

const ENDL = Number(process.env['ENDL'] ?? 0.35);
const PHRASES: readonly [rule: string, pattern: RegExp][] = [
  ['advertisement', /^(?:-+\s*)?(?:advert(?:s|isements?|ising)?|ads?|anzeige|werbung|publicidade?|publicit[éà]|reklama?|annonce|sponsored(?: content| by)?|story continues(?: below(?: advertisement)?)?|article continues(?: below| after)?(?: (?:this )?(?:ad|advertisement))?|continue reading(?: below| the main story)?|loading(?:\.\.\.|…)?)[\s:.\-–]*$/i],
  ['comments', /^(?:(?:view|show|leave|add|post|load|read)?\s*(?:a |all |your |more )?\(?\d*\)?\s*comments?(?: here| below)?\s*\(?\d*\)?|leave a (?:reply|comment).*|tell us what you think.*|join the (?:conversation|discussion).*|kommentare?|comentarios|commentaires)[:.…]*$/i],
  ['share bar', /^(?:share(?: (?:this|on|with|via)\b.{0,60})?|tweet|email|print|copy link|like this (?:story|article)\?.{0,60}|facebook|twitter|whatsapp|teilen|compartir|partager|condividi)[:.!…]*$/i],
  ['newsletter or subscription', /^(?:sign up (?:for|to|here|now)|subscribe (?:to|for|now|here|today)|get (?:the|our) .{0,60}(?:newsletter|inbox)|(?:click|tap) here (?:to|for) .{0,40}(?:subscri|sign|newsletter|download|join)|download (?:the|our) .{0,40}\bapp\b|follow us on|like us on|join (?:us|our) .{0,60}(?:telegram|whatsapp|facebook|channel|group))\b/i],
  ['follow us', /^(?:you can )?follow (?:\S+\s){1,8}?(?:on|via)\s.{0,60}(?:twitter|facebook|instagram|youtube|tiktok|telegram|whatsapp|google news)/i],
  ['rights', /^(?:©|copyright\b|\(c\) ?\d{4}|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits)/i],
  ['time of day', /^(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+\p{Lu}{2,4})?)$/iu],
];

function ruleForBlock(block: Block): string | null {
  const { text } = block;
  if (block.kind === 'cell' && !isProse(block)) return 'table';
  if (block.element.tagName === 'h1') return 'headline';
  if (!OFF.has('dates') && text.length <= 60 && !isSentence(text) && STAMP.test(text)) return 'date line';
  if (!OFF.has('mins') && text.length <= 40 && READING_TIME.test(text)) return 'reading time';
  if (!OFF.has('src') && text.length <= 60 && SOURCE.test(text)) return 'source line';
  if (text.length <= 120 && (writtenDate(text) !== null || isVagueDate(text))) return 'date line';
  if (text.length <= 150 && bylineAuthors(text)) return 'byline';
  if (linkShare(block) > 0.8 && !/[.!?]["”’)]*$/.test(text)) return 'only links';
  if (text.length < 250) {
    for (const [rule, pattern] of PHRASES) if (pattern.test(text)) return rule;
    const promo = promoReason(text);
    if (promo !== null) return promo;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return 'no words';
  return null;
}

const STAMP =
  /(?:^|\D)(?:\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)|(?:^|\D)(?:19|20)\d{2}(?!\d).{0,20}\d{1,2}[:.h]\d{2}/;
const READING_TIME = /^\d{1,3}\s*(?:min|minutes?|minuten?|minutos)\b\.?(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura|leestijd))?$|^(?:lesezeit|reading time|temps de lecture|leestijd)\b/i;
const SOURCE = /^(?:quellen?|sources?|fuentes?|fontes?|fotos?|photos?|images?|bild(?:er)?|credits?|picture)\s*:/i;

function isProse({ text }: Block): boolean {
  return isSentence(text) && reach(text) >= 80;
}
