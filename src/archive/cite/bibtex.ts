import { fold } from '../../text/fold.js';
import { type Citation, citedUrl, dayOf, oneLine, placeIn, quoted, saidBy } from './citation.js';
import { invertedName } from './names.js';

// BibTeX counts braces even after a backslash, so they are written by name (BibTeXing, Oren Patashnik, 1988; LaTeX2e, usrguide).
const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Words with their reference as an entry of BibTeX, in UTF-8; what was said goes into `note`. */
export function citeBibtex(citation: Citation): string {
  const { article } = citation;
  const publication = oneLine(article.publication ?? '');
  const [year, month, day] = dayOf(article)?.split('-') ?? [];
  const speaker = saidBy(citation);
  const archived = citedUrl(article.archivedUrl);
  const note = [
    `${quoted(citation)}${speaker ? ` (${speaker})` : ''}, ${placeIn(citation)}`,
    ...(archived ? [`Archived copy: ${archived}`] : []),
  ].join('. ');
  const fields: [string, string | null][] = [
    ['author', braced(article.authors.map(authorName).filter(Boolean).join(' and '))],
    // A second pair keeps the title's capitals.
    ['title', braced(`{${escaped(oneLine(article.title) || 'Untitled')}}`)],
    ['journal', braced(escaped(publication))],
    ['year', braced(year)],
    ['month', (month && MONTHS[Number(month) - 1]) ?? null],
    ['day', braced(day && String(Number(day)))],
    // Styles print an address letter for letter, so nothing in it is escaped; it has no braces.
    ['url', braced(citedUrl(article.url))],
    ['note', braced(escaped(note))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@${publication ? 'article' : 'misc'}{${keyOf(citation)},\n${lines.join(',\n')}\n}`;
}

/** A name in braces is one name, whatever is in it: "and" and commas too. */
function authorName(author: string): string {
  const inverted = invertedName(author);
  if (inverted !== null) return escaped(inverted);
  const name = oneLine(author);
  return name && `{${escaped(name)}}`;
}

/** "fenn2022bridge": the first author's last name, the year, the title's first long word; letters and digits only. */
function keyOf({ article }: Citation): string {
  const plain = (text: string) => fold(text).replace(/[^a-z0-9 ]+/g, '');
  const author =
    plain(article.authors[0] ?? article.publication ?? '')
      .split(' ')
      .filter(Boolean)
      .at(-1) ?? '';
  const word =
    plain(article.title)
      .split(' ')
      .find((each) => each.length > 3) ?? '';
  return author.slice(0, 30) + (dayOf(article)?.slice(0, 4) ?? '') + word.slice(0, 30) || 'article';
}

const braced = (value: string | null | undefined) => (value ? `{${value}}` : null);

function escaped(text: string): string {
  return text.replace(/[\\{}~^$&#_%]/g, (character) => SPECIAL[character] ?? '');
}
