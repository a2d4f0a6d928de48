import { Parser } from 'htmlparser2';
import { MAX_ITEMS, MAX_XML_DEPTH } from '../limits.js';

/** One element directly inside an item or a channel. */
export type FeedField = {
  /** Without the prefix for RSS and Atom, with the usual one for others (`dc:creator`, `content:encoded`). */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Its text; elements inside it stand there as HTML. */
  value: string;
  /** The text of an element `name` inside it, as authors of Atom have one. */
  personName: string;
};

/** An item of RSS or an entry of Atom. */
export type FeedItem = {
  fields: FeedField[];
  language: string | null;
  /** Characters before it in the text. */
  offset: number;
  /** False where the text ends before the item does. */
  isWhole: boolean;
};

/** What is in a feed, and why not all of it was read. */
export type FeedContent = {
  channel: FeedField[];
  language: string | null;
  items: FeedItem[];
  fault: string | null;
};

const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://search.yahoo.com/mrss/': 'media:',
};
const ITEMS = new Set(['item', 'entry']);
const CHANNELS = new Set(['channel', 'feed']);

/** What the parser is inside of, and how deep it lies. */
type Open<T> = { depth: number; value: T } | null;

class Stop extends Error {}

/**
 * Reads a feed with a parser that forgives what feeds often have wrong and that expands no entities but the five
 * of XML. It makes no tree. Depth is bounded, for its time grows with it.
 */
export function readFeed(xml: string): FeedContent {
  const content: FeedContent = { channel: [], language: null, items: [], fault: null };
  const prefixes = new Map<string, string>();
  const open: string[] = [];
  const now: { item: Open<FeedItem>; field: Open<FeedField> } = { item: null, field: null };
  let isEnding = false;
  let isCdata = false;

  const plainName = (name: string) => {
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    return `${prefixes.get(prefix) ?? (prefix === '' ? '' : `${prefix}:`)}${name.slice(colon + 1)}`;
  };
  const readPrefixes = (attributes: Record<string, string>) => {
    for (const [name, uri] of Object.entries(attributes)) {
      const known = PREFIXES[uri.trim()];
      if (known !== undefined && name.startsWith('xmlns:')) prefixes.set(name.slice(6), known);
    }
  };
  const endItem = (isWhole: boolean) => {
    if (now.item) content.items.push({ ...now.item.value, isWhole });
    now.item = null;
    now.field = null;
  };
  // Markup inside a field is kept as HTML, which is what such a field holds otherwise; a person's parts are not.
  const markup = (tag: string) => {
    if (now.field && now.field.value.name !== 'author') now.field.value.value += tag;
  };

  const parser = new Parser(
    {
      onopentag(rawName, attributes) {
        if (open.length >= MAX_XML_DEPTH)
          throw new Stop(`more than ${MAX_XML_DEPTH} of its elements lie inside each other`);
        readPrefixes(attributes);
        const name = plainName(rawName);
        const parent = open.at(-1) ?? '';
        open.push(name);
        if (ITEMS.has(name) && !now.field) {
          // An item in an item is the next one, after one whose end is missing.
          endItem(true);
          if (content.items.length >= MAX_ITEMS) throw new Stop(`it has more than ${MAX_ITEMS} items`);
          const language = attributes['xml:lang'] ?? null;
          const value = { fields: [], language, offset: parser.startIndex, isWhole: true };
          now.item = { depth: open.length, value };
        } else if (now.field) markup(`<${name}>`);
        else if (now.item ? open.length === now.item.depth + 1 : CHANNELS.has(parent)) {
          const value = { name, attributes, value: '', personName: '' };
          now.field = { depth: open.length, value };
          (now.item?.value.fields ?? content.channel).push(value);
        } else if (CHANNELS.has(name) || open.length === 1)
          content.language ??= attributes['xml:lang'] ?? null;
      },
      ontext(data) {
        if (!now.field) return;
        const inside = open.length - now.field.depth;
        if (inside === 1 && open.at(-1) === 'name') now.field.value.personName += data;
        else now.field.value.value += inside > 0 && !isCdata ? data.replaceAll('<', '&lt;') : data;
      },
      onclosetag() {
        const depth = open.length;
        const name = open.pop() ?? '';
        if (now.field && depth > now.field.depth) markup(`</${name}>`);
        else now.field = null;
        if (now.item && depth === now.item.depth) endItem(!isEnding);
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    parser.write(xml);
    isEnding = true;
    if (open.length > 0) content.fault = 'it ends too early';
    parser.end();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    content.fault = error.message;
  }
  return content;
}
