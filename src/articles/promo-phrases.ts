/** What stands before the headline of another story, whatever the headline is. Apostrophes are straight. */
const READ_ALSO = [
  'read (?:more|also|next|on|the full story|our complete coverage)',
  'also read',
  'also on [^ ]+\\.[a-z]{2,3}',
  '(?:more|also) on this(?: story| topic)?',
  'related(?: (?:stories|story|articles?|content|news|coverage|posts?|links?|topics?))?',
  'see (?:also|more)',
  "don't miss",
  '(?:keep|continue) reading',
  'up next',
  'you (?:may|might) (?:also )?(?:like|be interested in)',
  'recommended(?: (?:stories|for you|reading))?',
  'most (?:read|popular)',
  'must[- ]reads?',
  'trending(?: now)?',
  "editor'?s'? picks?",
  'explore further',
  'more stories',
  // The same in other languages.
  'lesen sie (?:auch|hier|mehr)',
  'auch interessant',
  'mehr zum thema',
  'zum artikel',
  'les også',
  'läs (?:också|mer)',
  'læs også',
  'lees ook',
  '(?:à )?lire aussi',
  'lire la suite',
  'lea también',
  'leer más',
  'leggi anche',
  'leia (?:também|mais)',
  'czytaj także',
  'zobacz także',
];

/** Before a headline these lead to another story; before a sentence they may well be the article's own. */
const PERHAPS = [
  'more',
  'also',
  'just in',
  'revealed',
  'watch(?: (?:now|live|below|more))?',
  'listen(?: now)?',
  'video',
  'in pictures',
  'pictured',
  'gallery',
  'poll',
  'quiz',
];

/** Whole lines that belong to a web page and to no article. */
const FURNITURE = [
  'advertisement',
  'advert',
  '(?:story|article) continues below(?: this)?(?: advertisement)?',
  'sponsored(?: content)?',
  'promoted(?: stories)?',
  'click to tweet',
  'save this story',
  'share this (?:article|story)',
  'share on \\p{L}+',
  'copy link(?: to .{1,20})?',
  'link copied',
  'view image in fullscreen',
  'view all(?: \\(\\d+\\))?',
  'ad policy',
  'watch now',
  'scroll to continue',
  'skip (?:advertisement|past newsletter promotion)',
  'join our newsletter.{0,60}',
  '(?:sign up|subscribe) (?:for|to|here).{0,80}(?:newsletters?|alerts|bulletin|podcast|channel|inbox|youtube)(?: .{0,60})?',
  '(?:follow|like) us on (?:twitter|x|facebook|instagram|youtube|mastodon|bluesky|threads|tiktok|linkedin|telegram|whatsapp|google news|social media)(?: .{0,60})?',
  'download (?:the|our) .{1,30} app(?: .{0,40})?',
];

const either = (phrases: readonly string[]) => `(?:${phrases.join('|')})`;

const READ_ALSO_LABEL = new RegExp(`^[[(]?${either(READ_ALSO)}\\s*(?:[:|>»→–—]|$)`, 'iu');
const READ_ALSO_SITE = /^also on [^ ]+\.[a-z]{2,3} /iu;
const PERHAPS_LABEL = new RegExp(`^(?:${either(PERHAPS)}\\s*[:|>»→]\\s|(?:click|tap) here\\s)`, 'iu');
const FURNITURE_LINE = new RegExp(`^${either(FURNITURE)}[.!?]?$`, 'iu');

/** `label`: the line starts with one; `lone-label`: it is nothing else; `perhaps`: what follows decides. */
export type PhraseKind = 'label' | 'lone-label' | 'perhaps' | 'furniture' | null;

/** What a line is by the words it starts with. */
export function phraseKind(text: string): PhraseKind {
  const straight = text.replaceAll('’', "'");
  const label = READ_ALSO_LABEL.exec(straight);
  if (label) return label[0].length >= straight.length ? 'lone-label' : 'label';
  if (READ_ALSO_SITE.test(straight)) return 'label';
  if (FURNITURE_LINE.test(straight)) return 'furniture';
  return PERHAPS_LABEL.test(straight) ? 'perhaps' : null;
}
