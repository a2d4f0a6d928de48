import { fold } from '../../../text/fold.js';
import { MAX_AUTHORS } from '../../limits.js';

/** An author as printed; whether that is an agency, a newsroom or a publication, no person; and whether it is the page's own. */
export type Author = { name: string; agency: boolean; own: boolean };

const BY =
  /^(?:(?:written|words|reporting|report|story|posted|text|ein (?:artikel|beitrag|kommentar|interview|gastbeitrag))\s+)?(?:by|von|por|par|door|av|af|od|autor(?:in|en)?|authors?|auteurs?|text|texto|texte|reporter|redacted by)(?:\s*:\s*|\s+)(?=\S)/iu;
const SEPARATOR =
  /\s*(?:,|;|\||•|·|、|\s\/\s|(?<=\p{Ll}{2})\/(?=\p{Lu})|\s&\s|\s(?:and|und|et|y|e|og|och|en|a|ve|i|with|mit)\s)\s*/iu;
const NAME =
  /^(?:(?:Dr|Prof|Sir|Dame)\.?\s+)?\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:van|von|de|der|den|da|di|du|del|della|la|le|el|al|bin|ibn|ben|ter|ten|dos|das|y|zu|af|av)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*){1,4}$/u;
const ROLE =
  /(?<!\p{L})(?:editor|correspondents?|reporters?|writer|columnist|contributor|journalist|analyst|bureau chief|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|photographer|fotos?|photos?)(?!\p{L})/iu;
const AGENCY =
  /(?<!\p{L})(?:AFP|AP|dpa|DPA|SDA|APA|SID|KNA|epd|ANSA|EFE|TASS|PTI|ANI|IANS|UPI|PAP|ČTK|CTK|NTB|TT|ANP|Reuters|Bloomberg|Xinhua|Kyodo|Yonhap|Belga|Ritzau|Lusa|Europa Press|Associated Press|Agence France-Presse|Press Association|PA Media|staff|newsroom|desk|team|news|agency|agenc[iey]\w*|agentur|presse-agentur|agence|ajansı|agenzia|redaktion|redaction|rédaction|redacción|redazione|redakcja|redactie|online|digital|press|media|magazine|zeitung|times|post|journal|daily|gazette|herald|tribune|radio|tv|editorial|editors|admin|webmaster)(?!\p{L})|^\S+\.(?:com?|de|org|net|ch|at|fr|es|it|be|nl|tr|is|no|dk|se|uk)(?:\.\w\w)?$|新聞|ニュース|通信|日报|新闻|报社|신문|뉴스/iu;
const WIRE =
  /^(?:AFP|AP|dpa|DPA|SDA|APA|SID|KNA|epd|ANSA|EFE|PTI|ANI|IANS|UPI|PAP|ČTK|NTB|ANP|Reuters|Bloomberg|Xinhua|Kyodo|Yonhap|Belga|Ritzau|Lusa)$/;
const NO_PERSON =
  /(?<!\p{L})(?:twitter|facebook|instagram|whatsapp|linkedin|log ?in|log ?out|ausloggen|abmelden|share|follow|read more|mehr|updated?)(?!\p{L})/iu;
const NOT_NAMES =
  /^(?:https?:|www\.|@|\d+$)|\S@\S|^(?:author|admin|null|undefined|none|unknown|n\/a|default)$/i;

function keyOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The names in a line that says "By", or that stand beside a date between strokes ("Jane Roe | 28 April 2024"). */
export function byNames(line: string, isDated: boolean): string[] {
  return line.split(/[|•·]/).flatMap((raw) => {
    const part = raw.trim();
    if (!BY.test(part)) return isDated && NAME.test(part) ? bylineNames(part) : [];
    const names = bylineNames(part);
    const sign = /^\p{Lu}{2,6}(?=,|\s|$)/u.exec(part.replace(BY, ''));
    return names.length === 0 && sign && !/^BY\b/.test(part) ? [sign[0]] : names;
  });
}

/** The names in a value of a page's metadata ("By Jane Roe and Ann Poe"), in their order. */
export function splitNames(value: string): string[] {
  const bare = value.replace(BY, '').trim();
  if (bare === '' || NOT_NAMES.test(bare)) return [];
  const parts = bare.split(SEPARATOR).filter((part) => part !== '');
  if (parts.length === 1) return [bare];
  // A place, a role or an employer follows names; where nothing is a name it is one, with commas in it.
  const names = parts.filter((part) => (NAME.test(part) && !ROLE.test(part)) || WIRE.test(part));
  const first = parts[0];
  if (first !== undefined && !names.includes(first))
    return names.length === parts.length - 1 ? parts : [bare];
  return names;
}

/** The names of a printed byline: like `splitNames`, but only what looks like a person's name counts. */
export function bylineNames(line: string): string[] {
  const bare = line.replace(BY, '').trim();
  if (bare === '' || bare.split(' ').length > 25) return [];
  return bare
    .split(SEPARATOR)
    .filter((part) => NAME.test(part) && !ROLE.test(part) && !AGENCY.test(part) && !NO_PERSON.test(part));
}

/**
 * Authors without repeats, in order, at most as many as an article may have. `sites` are names of the page's own
 * site, which is named beside people only to say whose they are.
 */
export function authorsFrom(
  names: readonly { name: string; organisation?: boolean }[],
  sites: readonly string[],
): Author[] {
  const seen = new Set<string>();
  const own = new Set(sites.map(keyOf));
  const authors: Author[] = [];
  for (const { name: printed, organisation } of names) {
    // "(jro)" is a sign and "기자" a job; neither is the name.
    const name = printed.replace(/\s*\([^()]{1,6}\)$/, '').replace(/\s+(?:기자|특파원|記者)$/u, '');
    const key = keyOf(name);
    if (key === '' || seen.has(key) || NOT_NAMES.test(name)) continue;
    seen.add(key);
    const isOwn = own.has(key);
    authors.push({ name, own: isOwn, agency: organisation === true || isOwn || AGENCY.test(name) });
  }
  const others = authors.filter((author) => !author.own);
  return (others.length > 0 ? others : authors).slice(0, MAX_AUTHORS);
}
