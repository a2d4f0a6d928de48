import { cleanField } from '../clean.js';

/** A title made from a file's name, for files that carry none: "harbour-works_2024.md" gives "harbour works 2024". */
export function titleFromName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]{1,10}$/, '');
  return cleanField(base.replace(/[-_]+/g, ' ')) || 'Untitled';
}
