import { citeBibtex } from './bibtex.js';
import type { Citation } from './citation.js';
import { citeMarkdown } from './markdown.js';
import { citePlain } from './plain.js';
import { citeRis } from './ris.js';

/** The forms that a reference is given in, by the names that people know; `language` is what a code block calls it. */
export const CITATION_FORMATS = [
  { name: 'Text', language: 'text', write: citePlain },
  { name: 'Markdown', language: 'md', write: citeMarkdown },
  { name: 'BibTeX', language: 'bib', write: citeBibtex },
  { name: 'RIS', language: 'text', write: citeRis },
] as const satisfies { name: string; language: string; write(citation: Citation): string }[];
