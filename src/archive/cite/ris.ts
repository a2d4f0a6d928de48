import { type Citation, citedUrl, dayOf, oneLine, placeIn, quoted, saidBy } from './citation.js';
import { invertedName } from './names.js';

/**
 * Words with their reference as a record of RIS, in UTF-8, its lines ended by CR and LF (RIS Format Specifications, Research Information
 * Systems, 2011). A tag begins every line and a value is one line, so that no value can be read as a tag.
 */
export function citeRis(citation: Citation): string {
  const { article } = citation;
  const day = dayOf(article);
  const speaker = saidBy(citation);
  const tags: [string, string | null][] = [
    ['TY', 'NEWS'],
    ...article.authors.map((author): [string, string] => ['AU', authorName(author)]),
    ['TI', oneLine(article.title) || 'Untitled'],
    ['T2', oneLine(article.publication ?? '')],
    ['PY', day?.slice(0, 4) ?? null],
    ['DA', day && `${day.replaceAll('-', '/')}/`],
    ['UR', citedUrl(article.url)],
    ['L2', citedUrl(article.archivedUrl)],
    ['N1', `${quoted(citation)}${speaker ? ` (${speaker})` : ''}, ${placeIn(citation)}`],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return [...lines, 'ER  - '].map((line) => `${line}\r\n`).join('');
}

/** An asterisk would stand for a title, and a semicolon for the end of a name in some readers. */
function authorName(author: string): string {
  return invertedName(author) ?? oneLine(author).replace(/[*;]/g, ' ').trim();
}
