import { JUNK_NAMES } from './junk-names.js';
import { namesBody, namesOf, nameWords } from './names.js';
import { attribute, type Element } from './tree.js';

/** Why an element is no part of an article. */
export type Rule = {
  name: string;
  /** Its text is no text of the page at all and is not even reported. */
  silent?: true;
  /** It is taken even where it holds most of the page's text. */
  hard?: true;
  /** The word of a class name or id that gave it away. */
  word?: string;
};

const SILENT = new Set(
  'head script style noscript template iframe svg canvas object embed audio video source track map area math input select option datalist textarea button progress meter img picture frame frameset noframes param applet link meta title base'.split(
    ' ',
  ),
);

const TAGS = new Map<string, Rule>([
  ['nav', { name: 'menu' }],
  ['footer', { name: 'footer' }],
  ['aside', { name: 'aside' }],
  ['form', { name: 'form' }],
  ['figure', { name: 'picture' }],
  ['figcaption', { name: 'caption' }],
  ['dialog', { name: 'dialog', hard: true }],
  ['menu', { name: 'menu' }],
  ['amp-sidebar', { name: 'menu' }],
]);

const ROLES = new Map([
  ['navigation', 'menu'],
  ['complementary', 'aside'],
  ['contentinfo', 'footer'],
  ['dialog', 'dialog'],
  ['alertdialog', 'dialog'],
  ['search', 'form'],
  ['menu', 'menu'],
  ['menubar', 'menu'],
]);

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const WRAPPERS = new Set(['html', 'body', 'main', 'article', 'h1', 'td', 'th', 'tr', 'tbody', 'table']);

/**
 * Finds the rule that takes an element away by its tag, its attributes or its class names; null where none does.
 * Make one for a page: it remembers what the page's class names mean.
 */
export function ruleFinder(): (element: Element, isBlock: boolean) => Rule | null {
  const known = new Map<string, Rule | null>();
  return (element, isBlock) => {
    const { tagName } = element;
    if (SILENT.has(tagName)) return { name: 'not text', silent: true };
    if (isHidden(element)) return isBlock ? { name: 'hidden' } : { name: 'hidden', silent: true };
    if (!isBlock || WRAPPERS.has(tagName)) return null;
    const rule = TAGS.get(tagName) ?? roleRule(element);
    if (rule || namesBody(element)) return rule;
    const names = namesOf(element);
    const found = known.get(names);
    if (found !== undefined) return found;
    const named = nameRule(names);
    known.set(names, named);
    return named;
  };
}

function roleRule(element: Element): Rule | null {
  const name = ROLES.get(attribute(element, 'role'));
  return name === undefined ? null : { name };
}

function nameRule(names: string): Rule | null {
  const words = nameWords(names);
  for (const [name, pattern] of JUNK_NAMES)
    for (const word of words) if (pattern.test(word)) return { name, word };
  return null;
}

const HIDDEN_CLASS =
  /(?:^|\s)(?:hidden|d-none|hide|is-hidden|u-hidden|invisible|visually-?hidden|sr-only|screen-reader(?:-text|-only)?|print-only|(?:d|visible)-print(?:-\w+)?|show-for-print|print-header)(?:\s|$)/i;
// Utility classes that show on some screens what another hides.
const SHOWN_CLASS =
  /(?:^|\s)(?:d-(?:xs|sm|md|lg|xl)-\w+|\w+:(?:block|flex|inline\S*|grid|contents)|show-for-(?!print)\w+)/;

function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return value !== 'until-found';
    if (name === 'aria-hidden' && value === 'true') return true;
    if (name === 'style' && HIDDEN_STYLE.test(value)) return true;
  }
  const classes = attribute(element, 'class');
  return HIDDEN_CLASS.test(classes) && !SHOWN_CLASS.test(classes);
}
