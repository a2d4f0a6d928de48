import { MAX_INPUT_BYTES } from '../limits.js';
import { type Note, placeItems } from './items.js';
import { scanJson } from './json-scan.js';
import { NO_ARTICLES, readValues } from './json-values.js';
import type { Drafts, Reader, Source } from './reader.js';

// A brace and then a name, or a list of such: no prose starts like that.
const CONTENT = /^\s*(?:\[\s*)*\{\s*["}]/;
const EMPTY = /^\s*\[\s*\]\s*$/;
const NAME = /\.json$/i;
const HEAD = 4096;

/** JSON: one article, a list of them, or an object with a list of them. Known by its start, else by its name. */
export const json: Reader = {
  format: 'JSON',
  maxBytes: MAX_INPUT_BYTES,
  accepts: ({ name, text }) =>
    NAME.test(name) || CONTENT.test(text.slice(0, HEAD)) || EMPTY.test(text.slice(0, HEAD)),
  read,
};

function read({ name, text }: Source): Drafts {
  const { items: found, fault } = scanJson(text);
  const items = readValues(found);
  const about: Note[] = [];
  if (fault)
    about.push({
      line: fault.line,
      rejected: items.length === 0,
      what: items.length === 0 ? 'it could not be read' : 'not all of it was read',
      why: fault.why,
      remedy: 'export it again; it may have been cut off',
    });
  else if (items.length === 0) about.push(NO_ARTICLES);
  return placeItems(name, items, about);
}
