/**
 * Words of class names and ids that many sites give to what is no part of an article, by what it is then. They
 * are whole words or pairs of words (see `nameWords`). Order counts: the first that fits names the rule.
 */
export const JUNK_NAMES: readonly [name: string, pattern: RegExp][] = [
  [
    'advertisement',
    /^(?:ads?|advert\w*|adsense|adunit|adslot|adbox|adcontainer|adwrapper|dfp|gpt|sponsor\w*|promo\w*|outbrain|taboola|teads|admaster|banner|partner|partners|affiliate\w*)$/,
  ],
  ['comments', /^(?:comments?|commentlist|disqus\w*|respond|replies|livefyre|kommentare?|discussion)$/],
  [
    'related stories',
    /^(?:related\w*|recommend\w*|recirc\w*|teasers?|trending|popular|mostread|mostpopular|readmore|morefrom|morestories|seealso|alsoread|readalso|suggested|suggestions|upnext|nextarticle|similar|crosslinks?|nextprev|prevnext|postnavigation|postnav|dontmiss|onward|rail|furtherreading|editorspicks?|latestnews)$/,
  ],
  [
    'newsletter or subscription',
    /^(?:newsletters?|signup|subscri\w+|donat\w+|membership|optin|mailchimp|registration|cta)$/,
  ],
  [
    'share bar',
    /^(?:shar(?:e|es|ing|ebar|etools|ethis|edaddy|bar)|social\w*|addthis\w*|addtoany\w*|sns|follow|followus|bookmark|reactions?)$/,
  ],
  [
    'menu',
    /^(?:nav|navs|navbar|navigation|topnav|subnav|menus?|menubar|submenu|breadcrumbs?|breadcrumblist|toolbar|toc|pagination|pager|pagenav|hamburger|masthead|skip|skiplink)$/,
  ],
  ['sidebar', /^(?:sidebar\w*|aside|leftcol|rightcol|rightrail)$/],
  ['footer', /^(?:footer\w*|copyright|colophon|legal|disclaimers?)$/],
  [
    'dialog',
    /^(?:cookies?|consent|gdpr|modal|popup|overlay|lightbox|interstitial|onetrust|privacy|toast|snackbar|tooltip)$/,
  ],
  [
    'caption',
    /^(?:captions?|wp-caption-text|figcaption|credits?|photocredit|imagecredit|photo|legende|bildunterschrift|gallery\w*|slideshow\w*|carousel\w*|slider|swiper|thumbnails?|thumbs?)$/,
  ],
  ['pull quote', /^(?:pullquote\w*|pullout)$/],
  [
    'table or fact box',
    /^(?:infobox|factbox|infographic|datawrapper|scoreboard|ticker|stocks?|quotes?-?box)$/,
  ],
  [
    'byline',
    /^(?:bylines?|authors?|authorbio|authorbox|bio|dateline|timestamp|pubdate|postmeta|articlemeta|contributors?|autor|autoren)$/,
  ],
  ['tags', /^(?:tags?|taglist|tagslist|keywords?|topics?|categories|tagcloud|labels?)$/],
  ['video', /^(?:videos?|videoplayer|player|jwplayer|brightcove|podcasts?|audioplayer|playlist)$/],
  ['poll or quiz', /^(?:polls?|quiz|survey|rating|ratings|votes?|feedback)$/],
];
