import { bylineAuthors } from '../byline.js';
import { isVagueDate, writtenDate } from '../dates.js';
import { ownReason } from '../promo.js';
import { type Block, isSentence, linkShare, reach } from './blocks.js';

const PHRASES: readonly [rule: string, pattern: RegExp][] = [
  [
    'advertisement',
    /^(?:-+\s*)?(?:advert(?:s|isements?|ising)?|ads?|anzeige|werbung|publicidade?|publicit[éà]|reklama?|annonce|sponsored(?: content| by)?|story continues(?: below(?: advertisement)?)?|article continues(?: below| after)?(?: (?:this )?(?:ad|advertisement))?|continue reading(?: below| the main story)?|loading(?:\.\.\.|…)?)[\s:.\-–]*$/i,
  ],
  [
    'comments',
    /^(?:(?:view|show|leave|add|post|load|read)?\s*(?:a |all |your |more )?\(?\d*\)?\s*comments?(?: here| below)?\s*\(?\d*\)?|leave a (?:reply|comment).*|tell us what you think.*|join the (?:conversation|discussion).*|kommentare?|comentarios|commentaires)[:.…]*$/i,
  ],
  [
    'share bar',
    /^(?:share(?: (?:this|on|with|via)\b.{0,60})?|tweet|email|print|copy link|like this (?:story|article)\?.{0,60}|facebook|twitter|whatsapp|teilen|compartir|partager|condividi)[:.!…]*$/i,
  ],
  [
    'newsletter or subscription',
    /^(?:sign up (?:for|to|here|now)|subscribe (?:to|for|now|here|today)|get (?:the|our) .{0,60}(?:newsletter|inbox)|(?:click|tap) here (?:to|for) .{0,40}(?:subscri|sign|newsletter|download|join)|download (?:the|our) .{0,40}\bapp\b|follow us on|like us on|join (?:us|our) .{0,60}(?:telegram|whatsapp|facebook|channel|group))\b/i,
  ],
  [
    'follow us',
    /^(?:you can )?follow (?:\S+\s){1,8}?(?:on|via)\s.{0,60}(?:twitter|facebook|instagram|youtube|tiktok|telegram|whatsapp|google news)/i,
  ],
  [
    'rights',
    /^(?:©|copyright\b|\(c\) ?\d{4}|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits)/i,
  ],
  ['time of day', /^(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+\p{Lu}{2,4})?)$/iu],
];

const STAMP =
  /(?:^|\D)(?:\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)|(?:^|\D)(?:19|20)\d{2}(?!\d).{0,20}\d{1,2}[:.h]\d{2}/;
const READING_TIME =
  /^\d{1,3}\s*(?:min|minutes?|minuten?|minutos)\b\.?(?:\s+(?:read|lesezeit|de lecture|de lectura|di lettura|leestijd))?$|^(?:lesezeit|reading time|temps de lecture|leestijd)\b/i;
const SOURCE =
  /^(?:quellen?|sources?|fuentes?|fontes?|fotos?|photos?|images?|bild(?:er)?|credits?|picture)\s*:/i;

const LONGEST_PHRASE = 250;
const LONGEST_STAMP = 60;
const LONGEST_READING_TIME = 40;

/** The rule that takes a block inside the article away by its own words; null where it may stay. */
export function ruleForBlock(block: Block): string | null {
  const { text, kind, element } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'no words';
  if (element.tagName === 'h1') return 'headline';
  if (kind === 'cell' && !(isSentence(text) && reach(text) >= 80)) return 'table';
  if (text.length <= LONGEST_STAMP && !isSentence(text) && STAMP.test(text)) return 'date line';
  if (writtenDate(text) !== null || isVagueDate(text)) return 'date line';
  if (text.length <= LONGEST_READING_TIME && READING_TIME.test(text)) return 'reading time';
  if (text.length <= LONGEST_STAMP && SOURCE.test(text)) return 'source line';
  if (text.length <= LONGEST_PHRASE && bylineAuthors(text)) return 'byline';
  if (linkShare(block) > 0.8 && !/[.!?]["”’)]*$/.test(text)) return 'only links';
  if (text.length > LONGEST_PHRASE) return null;
  for (const [rule, pattern] of PHRASES) if (pattern.test(text)) return rule;
  return ownReason({ text, marked: kind !== 'paragraph' });
}
