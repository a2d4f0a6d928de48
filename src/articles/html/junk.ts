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

const TAGS: Record<string, Rule> = {
  nav: { name: 'menu' },
  footer: { name: 'footer' },
  aside: { name: 'aside' },
  form: { name: 'form' },
  figure: { name: 'picture' },
  figcaption: { name: 'caption' },
  dialog: { name: 'dialog', hard: true },
  menu: { name: 'menu' },
  'amp-sidebar': { name: 'menu' },
};

// Words of class names and ids as many sites use them. Order counts: the first that fits names the rule.
const WORDS: readonly [name: string, pattern: RegExp][] = [
  ['advertisement', /^(?:ads?|advert\w*|adsense|adunit|adslot|adbox|adcontainer|adwrapper|dfp|gpt|sponsor\w*|promo\w*|outbrain|taboola|teads|admaster|banner|partner|partners|affiliate\w*)$/],
  ['comments', /^(?:comments?|commentlist|disqus\w*|respond|replies|livefyre|kommentare?|discussion)$/],
  ['related stories', /^(?:related\w*|recommend\w*|recirc\w*|teasers?|trending|popular|mostread|mostpopular|readmore|morefrom|morestories|seealso|alsoread|readalso|suggested|suggestions|upnext|nextarticle|similar|crosslinks?|nextprev|prevnext|postnavigation|postnav|dontmiss|onward|rail|furtherreading|editorspicks?|latestnews)$/],
  ['newsletter or subscription', /^(?:newsletters?|signup|subscri\w+|donat\w+|membership|optin|mailchimp|registration|cta)$/],
  ['share bar', /^(?:shar(?:e|es|ing|ebar|etools|ethis|edaddy|bar)|social\w*|addthis\w*|addtoany\w*|sns|follow|followus|bookmark|reactions?)$/],
  ['menu', /^(?:nav|navs|navbar|navigation|topnav|subnav|menus?|menubar|submenu|breadcrumbs?|breadcrumblist|toolbar|toc|pagination|pager|pagenav|hamburger|masthead|skip|skiplink)$/],
  ['sidebar', /^(?:sidebar\w*|aside|leftcol|rightcol|rightrail)$/],
  ['footer', /^(?:footer\w*|copyright|colophon|legal|disclaimers?)$/],
  ['dialog', /^(?:cookies?|consent|gdpr|modal|popup|overlay|lightbox|interstitial|onetrust|privacy|toast|snackbar|tooltip)$/],
  ['caption', /^(?:captions?|wp-caption-text|figcaption|credits?|photocredit|imagecredit|photo|legende|bildunterschrift|gallery\w*|slideshow\w*|carousel\w*|slider|swiper|thumbnails?|thumbs?)$/],
  ['pull quote', /^(?:pullquote\w*|pullout)$/],
  ['table or fact box', /^(?:infobox|factbox|infographic|datawrapper|scoreboard|ticker|stocks?|quotes?-?box)$/],
  ['byline', /^(?:bylines?|authors?|authorbio|authorbox|bio|dateline|timestamp|pubdate|postmeta|articlemeta|contributors?|autor|autoren)$/],
  ['tags', /^(?:tags?|taglist|tagslist|keywords?|topics?|categories|tagcloud|labels?)$/],
  ['video', /^(?:videos?|videoplayer|player|jwplayer|brightcove|podcasts?|audioplayer|playlist)$/],
  ['poll or quiz', /^(?:polls?|quiz|survey|rating|ratings|votes?|feedback)$/],
];

const ROLES: Record<string, string> = {
  navigation: 'menu',
  complementary: 'aside',
  contentinfo: 'footer',
  dialog: 'dialog',
  alertdialog: 'dialog',
  search: 'form',
  menu: 'menu',
  menubar: 'menu',
};

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const WRAPPERS = new Set(['html', 'body', 'main', 'article', 'h1', 'td', 'th', 'tr', 'tbody', 'table']);

/** Names that sites give to the element around an article's text. */
export const BODY_NAMES =
  /(?:^|[\s_-])(?:article|story|entry|post|news|content)[_-]{0,2}(?:body|content|text|copy)(?:$|[\s_-])|articlebody|storybody/i;

/** The rule that takes an element away by its tag, its attributes or its class names; null where none does. */
export function ruleFor(element: Element, isBlock: boolean): Rule | null {
  const { tagName } = element;
  if (SILENT.has(tagName)) return { name: 'not text', silent: true };
  const classes = attribute(element, 'class');
  if (isHidden(element, classes)) return isBlock ? { name: 'hidden' } : { name: 'hidden', silent: true };
  if (!isBlock || WRAPPERS.has(tagName)) return null;
  const byTag = TAGS[tagName];
  if (byTag) return byTag;
  const role = ROLES[attribute(element, 'role')];
  if (role !== undefined) return { name: role };
  const names = `${classes} ${attribute(element, 'id')}`;
  if (names.length < 2 || BODY_NAMES.test(names)) return null;
  const words = nameWords(names);
  for (const [name, pattern] of WORDS) for (const word of words) if (pattern.test(word)) return { name, word };
  return null;
}

const HIDDEN_CLASS = /(?:^|\s)(?:hidden|d-none|hide|is-hidden|u-hidden|invisible|visually-?hidden|sr-only|screen-reader(?:-text|-only)?|print-only|(?:d|visible)-print(?:-\w+)?|show-for-print|print-header)(?:\s|$)/i;
// Utility classes that show on some screens what another hides.
const SHOWN_CLASS = /(?:^|\s)(?:d-(?:xs|sm|md|lg|xl)-\w+|\w+:(?:block|flex|inline\S*|grid|contents)|show-for-(?!print)\w+)/;

function isHidden(element: Element, classes: string): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return value !== 'until-found';
    if (name === 'aria-hidden' && value === 'true') return true;
    if (name === 'style' && HIDDEN_STYLE.test(value)) return true;
  }
  return HIDDEN_CLASS.test(classes) && !SHOWN_CLASS.test(classes);
}

const MAX_NAMES_LENGTH = 500;
const MODIFIERS = new Set(['has', 'is', 'with', 'without', 'no', 'js', 'show', 'not', 'enable', 'after', 'before', 'non']);

/**
 * The words that class names and ids are made of, and the pairs of neighbours: "read-more has-tags" gives read,
 * more, readmore. What follows a word like "has" tells what an element has, not what it is.
 */
export function nameWords(names: string): string[] {
  const words: string[] = [];
  for (const name of names.slice(0, MAX_NAMES_LENGTH).split(/\s+/)) {
    const parts = name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
    parts.forEach((part, index) => {
      const before = parts[index - 1] ?? '';
      if (part === '' || MODIFIERS.has(before)) return;
      words.push(part);
      if (before !== '') words.push(before + part);
    });
  }
  return words;
}
