import { attribute, type Element, eachElement, type Node, parentOf, textOf } from '../tree.js';
import { plain } from './values.js';

/** The parts of a page that speak about it, gathered in one walk. */
export type PageTags = {
  /** Values of `meta` elements by name or property, in small letters. */
  meta: ReadonlyMap<string, string[]>;
  jsonLd: string[];
  title: string | null;
  headlines: string[];
  canonical: string | null;
  language: string | null;
  /** `time` elements: their date, their text, and whether they say that it is the day of publication. */
  times: { value: string; published: boolean; updated: boolean }[];
  /** Texts of elements that the page marks as its author, and of those named like a byline: the first and its like. */
  authors: string[];
  bylines: string[];
  /** Texts of elements named for a date. */
  dates: string[];
};

type Signed = { texts: string[]; at: Element | null; seen: number };

const MOST_SEEN = 1_000;

const MOST = 50;
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:byline|by-line|authors?|autor(?:en|es)?|auteurs?|author-?names?|autore|writer|reporter|journalist)(?:$|[\s_-])|(?:^|[\s_-])\w*(?:AuthorList|AuthorName|authorName|Byline)/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|dateline|datetime|pubdate|published|publish(?:ed)?-?(?:date|time)|timestamp|fecha|datum|data)(?:$|[\s_-])|(?:pub|publish|post)[a-z]*date/i;
const UPDATED = /updat|modif|aktualis|actualiz|mis à jour|aggiorn/i;

/** Gathers what a page says of itself outside of its text. */
export function pageTags(root: Node): PageTags {
  const meta = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const headlines: string[] = [];
  const times: PageTags['times'] = [];
  const marked: Signed = { texts: [], at: null, seen: 0 };
  const named: Signed = { texts: [], at: null, seen: 0 };
  const dates: string[] = [];
  let title: string | null = null;
  let canonical: string | null = null;
  let language: string | null = null;

  // The first stands at the headline; later ones that do not stand beside it are those of other stories.
  const addByline = (element: Element) => {
    const isLink = element.tagName === 'a' && /\bauthor\b/.test(attribute(element, 'rel'));
    const isMarked = isLink || /\bauthor\b/.test(attribute(element, 'itemprop'));
    if (marked.seen + named.seen > MOST_SEEN) return;
    const group = isMarked ? marked : BYLINE_CLASS.test(attribute(element, 'class')) ? named : null;
    if (!group) return;
    group.seen++;
    const parent = parentOf(element);
    const near =
      group.at === null || group.at === parent || (parent !== null && parentOf(parent) === group.at);
    const text = near ? shortText(element) : '';
    if (text === '') return;
    group.at ??= parent && parentOf(parent) ? parentOf(parent) : parent;
    if (group.texts.length < MOST) group.texts.push(text);
  };

  eachElement(root, (element) => {
    const { tagName } = element;
    if (tagName === 'meta') {
      const name = (
        attribute(element, 'property') ||
        attribute(element, 'name') ||
        attribute(element, 'itemprop')
      )
        .toLowerCase()
        .trim();
      const value = plain(attribute(element, 'content'));
      if (name === '' || value === '') return;
      const values = meta.get(name) ?? [];
      if (values.length < MOST) values.push(value);
      meta.set(name, values);
    } else if (tagName === 'script') {
      if (/ld\+json/i.test(attribute(element, 'type')) && jsonLd.length < MOST) jsonLd.push(textOf(element));
    } else if (tagName === 'title') title ??= plain(textOf(element)) || null;
    else if (tagName === 'html')
      language = attribute(element, 'lang') || attribute(element, 'xml:lang') || null;
    else if (tagName === 'link') {
      if (/\bcanonical\b/i.test(attribute(element, 'rel'))) canonical ??= attribute(element, 'href') || null;
    } else if (tagName === 'h1') {
      const text = plain(textOf(element));
      if (text !== '' && headlines.length < MOST) headlines.push(text);
    } else if (tagName === 'time') {
      if (times.length >= MOST) return;
      const names = `${attribute(element, 'itemprop')} ${attribute(element, 'class')}`;
      const published = /publish/i.test(names) || element.attrs.some(({ name }) => name === 'pubdate');
      const text = shortText(element);
      const value = attribute(element, 'datetime') || text;
      times.push({ value, published, updated: UPDATED.test(`${names} ${text}`) });
    } else {
      addByline(element);
      const itemprop = attribute(element, 'itemprop');
      if (
        dates.length < MOST &&
        (itemprop === 'datePublished' || DATE_CLASS.test(attribute(element, 'class')))
      ) {
        const text = attribute(element, 'content') || shortText(element);
        if (!UPDATED.test(text)) dates.push(text);
      }
    }
  });
  const [authors, bylines] = [marked.texts, named.texts];
  return { meta, jsonLd, title, headlines, canonical, language, times, authors, bylines, dates };
}

const LONGEST = 200;

// Text of a small element; a large one is no label.
function shortText(element: Element): string {
  let text = '';
  const visit = (node: Node): boolean => {
    if ('value' in node) text += node.value;
    else if ('childNodes' in node) {
      if ('tagName' in node && /^(?:script|style|svg|noscript)$/.test(node.tagName)) return true;
      for (const child of node.childNodes) if (!visit(child)) return false;
      text += ' ';
    }
    return text.length <= 4 * LONGEST;
  };
  if (!visit(element)) return '';
  const short = plain(text);
  return short.length <= LONGEST ? short : '';
}
