import { fold } from '../../text/fold.js';
import { FEMALE_NAMES, MALE_NAMES } from '../../text/given-names.js';
import { oneLine } from './citation.js';

/**
 * "Fenn, Ada" where a name is surely a person's of one given name and one surname; null for all others, which are better printed as
 * they stand than taken apart wrongly: agencies, longer names, names in another order.
 */
export function invertedName(author: string): string | null {
  const [given = '', surname, ...more] = oneLine(author).split(' ');
  if (!surname || more.length > 0 || !/^[\p{L}\p{M}'’-]+$/u.test(surname)) return null;
  const known = fold(given);
  return FEMALE_NAMES.has(known) || MALE_NAMES.has(known) ? `${surname}, ${given}` : null;
}
