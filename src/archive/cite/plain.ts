import { type Citation, partsOf, quoted, saidBy } from './citation.js';

/** Words with their reference as plain text: the words, who said them, the reference, the addresses, a line each. */
export function citePlain(citation: Citation): string {
  const { authors, title, publication, date, place, url, archivedUrl } = partsOf(citation);
  const speaker = saidBy(citation);
  const reference = [authors, `“${title}”`, publication, date, place].filter(Boolean).join(', ');
  return [
    quoted(citation) + (speaker ? ` (${speaker})` : ''),
    `${reference}.`,
    url,
    archivedUrl && `Archived copy: ${archivedUrl}`,
  ]
    .filter(Boolean)
    .join('\n');
}
