import { MAX_INPUT_BYTES, MAX_ITEMS } from '../limits.js';
import { type Item, type Note, placeItems } from './items.js';
import { scanJson } from './json-scan.js';
import { NO_ARTICLES, readValues } from './json-values.js';
import type { Drafts, Reader, Source } from './reader.js';

const NAME = /\.(?:jsonl|ndjson)$/i;

/** JSON Lines: a JSON value on every line. Known by two lines that each are an object, else by its name. */
export const jsonl: Reader = {
  format: 'JSON Lines',
  maxBytes: MAX_INPUT_BYTES,
  accepts: ({ name, text }) => NAME.test(name) || startsWithTwoObjects(text),
  read,
};

function read({ name, text }: Source): Drafts {
  const items: Item[] = [];
  const about: Note[] = [];
  for (const { line, text: own } of linesOf(text)) {
    if (items.length >= MAX_ITEMS) {
      about.push({
        line,
        rejected: false,
        what: 'not all of it was read',
        why: `it has more than ${MAX_ITEMS} articles`,
        remedy: 'split it into smaller files',
      });
      break;
    }
    items.push(...readLine(own, line));
  }
  if (items.length === 0) about.push(NO_ARTICLES);
  return placeItems(name, items, about);
}

// A line that is broken, or is no object, is one bad item; a list on a line is as many articles as it has.
function readLine(text: string, line: number): Item[] {
  const { items, fault } = scanJson(text, line);
  if (fault === null) return readValues(items);
  const why = `it is not valid JSON (${fault.why})`;
  return [
    {
      draft: null,
      notes: [{ line, rejected: true, what: 'it was left out', why, remedy: 'correct or remove the line' }],
    },
  ];
}

function startsWithTwoObjects(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const lines = linesOf(text);
  const first = lines.next().value?.text ?? '';
  const second = lines.next().value?.text ?? '';
  return isWhole(first) && second.startsWith('{');
}

function isWhole(line: string): boolean {
  return line.startsWith('{') && line.endsWith('}') && scanJson(line).fault === null;
}

function* linesOf(text: string): Generator<{ line: number; text: string }, undefined> {
  let line = 1;
  for (let at = 0; at < text.length; line++) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const own = text.slice(at, end).trim();
    if (own !== '') yield { line, text: own };
    at = end + 1;
  }
}
