import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';

type Path = readonly PropertyKey[];

/** A YAML document as plain lists, mappings, texts and nulls, and the line that each part stands on. */
export type LocatedYaml =
  | { ok: true; value: unknown; lineOf(path: Path): number }
  | { ok: false; line: number; why: string };

const MAX_DEPTH = 8;

class Fault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads YAML by the parser's events alone: no schema, no tags and no aliases, so a value is its text and nothing can
 * grow. Never throws.
 */
export function readLocatedYaml(text: string): LocatedYaml {
  const offsets = new Map<string, number>();
  const lineAt = (offset: number) => text.slice(0, Math.max(0, offset)).split('\n').length;
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    // events[0] opens the document.
    const value = events[1] ? build(text, events, 1, [], offsets).value : null;
    return {
      ok: true,
      value,
      lineOf(path) {
        for (let length = path.length; length > 0; length--) {
          const offset = offsets.get(keyOf(path.slice(0, length)));
          if (offset !== undefined) return lineAt(offset);
        }
        return 1;
      },
    };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, line: lineAt(error.offset), why: error.message };
    if (error instanceof YAMLException)
      return { ok: false, line: (error.mark?.line ?? 0) + 1, why: error.reason };
    // The parser may throw more than its own exception on hostile input.
    return { ok: false, line: 1, why: 'it is not valid YAML' };
  }
}

function build(
  text: string,
  events: readonly Event[],
  at: number,
  path: Path,
  offsets: Map<string, number>,
): { value: unknown; next: number } {
  const event = events[at];
  if (event?.type === EVENT_ID.SCALAR) return { value: scalar(text, event), next: at + 1 };
  if (event?.type === EVENT_ID.SEQUENCE) {
    const list: unknown[] = [];
    let next = at + 1;
    while (events[next] && events[next]?.type !== EVENT_ID.POP) {
      const here = [...path, list.length];
      note(offsets, here, events[next]);
      const item = build(text, events, next, here, offsets);
      list.push(item.value);
      next = item.next;
    }
    return { value: list, next: next + 1 };
  }
  if (event?.type === EVENT_ID.MAPPING) {
    const fields = new Map<string, unknown>();
    let next = at + 1;
    for (let key = events[next]; key && key.type !== EVENT_ID.POP; key = events[next]) {
      if (key.type !== EVENT_ID.SCALAR) throw new Fault(offsetOf(key) ?? 0, 'a name of a field is no text');
      const name = getScalarValue(text, key);
      if (fields.has(name)) throw new Fault(key.valueStart, `“${name}” stands there twice`);
      const here = [...path, name];
      note(offsets, here, key);
      const field = build(text, events, next + 1, here, offsets);
      fields.set(name, field.value);
      next = field.next;
    }
    return { value: Object.fromEntries(fields), next: next + 1 };
  }
  throw new Fault((event && offsetOf(event)) ?? 0, 'it has an alias (“*…”), and these are not read');
}

function scalar(text: string, event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): string | null {
  if (event.valueStart < 0) return null;
  const value = getScalarValue(text, event);
  return event.style === SCALAR_STYLE.PLAIN && /^(?:~|null)?$/i.test(value) ? null : value;
}

function note(offsets: Map<string, number>, path: Path, event: Event | undefined): void {
  const offset = event && offsetOf(event);
  if (offset !== undefined && offset >= 0) offsets.set(keyOf(path), offset);
}

function offsetOf(event: Event): number | undefined {
  if ('valueStart' in event) return event.valueStart;
  return 'start' in event ? event.start : undefined;
}

const keyOf = (path: Path) => JSON.stringify(path.map(String));
