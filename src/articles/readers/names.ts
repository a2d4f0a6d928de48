import { cleanField } from '../clean.js';

const MAX_TITLE = 80;

/** A title made from a file's name, for files that carry none: "harbour-works_2024.md" gives "harbour works 2024". */
export function titleFromName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]{1,10}$/, '');
  return cleanField(base.replace(/[-_]+/g, ' ')) || 'Untitled';
}

/** A title made of the first words of a text, for articles in a feed or an export that carry none. */
export function titleFromText(text: string): string {
  if (text.length <= MAX_TITLE) return cleanField(text) || 'Untitled';
  const head = text.slice(0, MAX_TITLE);
  return `${cleanField(head.slice(0, head.lastIndexOf(' ')) || head)}…`;
}
