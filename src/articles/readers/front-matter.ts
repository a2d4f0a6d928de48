import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { MAX_FRONT_MATTER_DEPTH, MAX_FRONT_MATTER_LENGTH } from '../limits.js';

/** A value of the block: text, a list of texts, or something that no field of ours can be. */
export type FieldValue = string | string[] | { unusable: string };

export type Field = { key: string; value: FieldValue; line: number };

/** The block between `---` lines at the head of a file, and what follows it. */
export type FrontMatter = {
  fields: Field[];
  /** Why the block could not be read, with the line of the file; its fields are then empty. */
  fault: { line: number; why: string } | null;
  /** The file from the line after the block on. */
  body: string;
  /** Line of the file on which `body` starts, counted from 1. */
  bodyLine: number;
};

const OPENING = /^---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * Splits off and reads front matter. `text` has `\n` line ends. Only the YAML parser's events are used: no
 * schema, no tags and no aliases are ever carried out, so a value is its text and nothing can grow.
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (!opening) return { fields: [], fault: null, body: text, bodyLine: 1 };
  const lines = text.slice(0, MAX_FRONT_MATTER_LENGTH).split('\n');
  const closing = lines.findIndex((line, index) => index > 0 && CLOSING.test(line));
  if (closing === -1) {
    const why =
      text.length > MAX_FRONT_MATTER_LENGTH
        ? `no line of three hyphens ends it within ${MAX_FRONT_MATTER_LENGTH} characters`
        : 'no line of three hyphens ends it';
    return { fields: [], fault: { line: 1, why }, body: text.slice(opening[0].length), bodyLine: 2 };
  }
  const block = lines.slice(1, closing).join('\n');
  const head = lines.slice(0, closing + 1).join('\n');
  const rest = { body: text.slice(head.length + 1), bodyLine: closing + 2 };
  try {
    const events = parseEvents(block, { maxDepth: MAX_FRONT_MATTER_DEPTH });
    return { ...readMapping(events, block), ...rest };
  } catch (error) {
    // The parser may throw more than its own exception on hostile input.
    const line = error instanceof YAMLException ? (error.mark?.line ?? 0) + 2 : 2;
    const why = error instanceof YAMLException ? error.reason : 'it is not valid YAML';
    return { fields: [], fault: { line, why }, ...rest };
  }
}

function readMapping(events: readonly Event[], block: string): Pick<FrontMatter, 'fields' | 'fault'> {
  const fields: Field[] = [];
  // events[0] opens the document.
  const root = events[1];
  if (root === undefined || isEmptyScalar(root, block)) return { fields, fault: null };
  if (root.type !== EVENT_ID.MAPPING)
    return { fields, fault: { line: 2, why: 'it is not a list of lines like "title: …"' } };
  let at = 2;
  for (;;) {
    const key = events[at];
    if (key === undefined || key.type === EVENT_ID.POP) break;
    const keyEnd = skip(events, at);
    const valueEnd = skip(events, keyEnd);
    if (key.type === EVENT_ID.SCALAR)
      fields.push({
        key: getScalarValue(block, key),
        value: readValue(events.slice(keyEnd, valueEnd), block),
        line: lineOf(block, key.valueStart),
      });
    at = valueEnd;
  }
  return { fields, fault: null };
}

function readValue(events: readonly Event[], block: string): FieldValue {
  const [first, ...rest] = events;
  if (first?.type === EVENT_ID.SCALAR) return isEmptyScalar(first, block) ? '' : getScalarValue(block, first);
  if (first?.type === EVENT_ID.ALIAS) return { unusable: 'an alias' };
  if (first?.type !== EVENT_ID.SEQUENCE) return { unusable: 'a mapping' };
  const items: string[] = [];
  for (const event of rest.slice(0, -1)) {
    if (event.type !== EVENT_ID.SCALAR) return { unusable: 'a list of something other than text' };
    items.push(getScalarValue(block, event));
  }
  return items;
}

// Index of the event after the node that starts at `at`.
function skip(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let index = at; index < events.length; index++) {
    const type = events[index]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    if (type === EVENT_ID.POP) depth--;
    if (depth <= 0) return index + 1;
  }
  return events.length;
}

// YAML's ways to write nothing: no value, `~` and `null`.
function isEmptyScalar(event: Event, block: string): boolean {
  if (event.type !== EVENT_ID.SCALAR) return false;
  if (event.valueStart < 0) return true;
  return event.style === SCALAR_STYLE.PLAIN && /^(?:~|null)?$/i.test(getScalarValue(block, event));
}

// The block starts on the file's second line.
function lineOf(block: string, offset: number): number {
  return block.slice(0, Math.max(0, offset)).split('\n').length + 1;
}
