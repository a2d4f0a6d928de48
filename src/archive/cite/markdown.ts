import { type Citation, oneLine, partsOf, saidBy } from './citation.js';

// Every mark that CommonMark, and what most sites add to it, gives a meaning somewhere in a line: https://spec.commonmark.org/0.31.2/
const ACTIVE = /[\\`*_{}[\]<>()#|~&@$^:!]/g;
// What makes a list or a heading of a line that begins with it.
const LEADING = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/** Words with their reference as Markdown: a block quote, and a line with the title as a link. */
export function citeMarkdown(citation: Citation): string {
  const { authors, title, publication, date, place, url, archivedUrl } = partsOf(citation);
  const speaker = saidBy(citation);
  const name = `“${escaped(title)}”`;
  const reference = [
    speaker && escaped(speaker),
    authors && escaped(authors),
    url ? `[${name}](<${url}>)` : name,
    publication && `*${escaped(publication)}*`,
    date,
    place,
    archivedUrl && `[archived copy](<${archivedUrl}>)`,
  ];
  const lines = citation.words.split('\n').map((line) => `> ${escaped(oneLine(line))}`.trimEnd());
  return `${lines.join('\n')}\n\n— ${reference.filter(Boolean).join(', ')}`;
}

function escaped(text: string): string {
  const marked = text.replace(ACTIVE, '\\$&');
  return marked.replace(LEADING, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
