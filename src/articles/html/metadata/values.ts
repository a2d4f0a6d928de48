import { decodeHTML } from 'entities';
import { cleanValue } from '../../clean.js';
import { MAX_FIELD_LENGTH } from '../../limits.js';

// Values stand in attributes and scripts as HTML, escaped once too often, or with tags in them.
const TAGS = /<\/?[a-z][^<>]{0,200}>/gi;

/** A value of a page's metadata as plain text on one line, of bounded length. */
export function plain(value: string): string {
  const short = value.slice(0, 4 * MAX_FIELD_LENGTH);
  const text = /[&<]/.test(short) ? decodeHTML(decodeHTML(short).replace(TAGS, ' ')) : short;
  return cleanValue(text).slice(0, MAX_FIELD_LENGTH).trim();
}
