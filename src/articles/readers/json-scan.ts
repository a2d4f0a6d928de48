import { MAX_ITEMS, MAX_JSON_DEPTH } from '../limits.js';
import { lineCounter } from './line-counter.js';

/** One value of a JSON text that holds an article, not yet parsed. */
export type JsonItem = {
  text: string;
  /** Line it starts on, counted from 1. */
  line: number;
  /** A name that stands twice in one of its objects. */
  duplicate: string | null;
  /** Why it must not be parsed; null where it may be. */
  fault: string | null;
};

/** The items of a JSON text, and what is wrong with the text around them. */
export type JsonScan = { items: JsonItem[]; fault: { line: number; why: string } | null };

/** The names of lists of articles in an object that is none itself. */
const LISTS = new Set(['articles', '@graph', 'items']);

type Level = { isObject: boolean; names: Set<string> };

/**
 * Finds the articles in a JSON text without parsing it: the elements of a list, of a list in an object, or the
 * text as a whole. Each is parsed for itself, so that a bad one costs no other and a text that ends early keeps
 * those before; depth and repeated names, which a parser does not report, are seen here. One pass, no recursion.
 */
export function scanJson(text: string, firstLine = 1): JsonScan {
  const items: JsonItem[] = [];
  const levels: Level[] = [];
  const lines = lineCounter(text, firstLine);
  let listDepth = -1;
  let itemStart = firstCharacter(text, 0);
  let duplicate: string | null = null;
  let depth = 0;
  let deepest = 0;
  let name: string | null = null;

  const endItem = (end: number, isLast: boolean) => {
    const start = firstCharacter(text, itemStart);
    const slice = text.slice(start, end).trimEnd();
    // What a last comma leaves behind is no item.
    if (slice !== '' || !isLast)
      items.push({
        text: slice,
        line: lines(start),
        duplicate,
        fault:
          deepest > MAX_JSON_DEPTH
            ? `more than ${MAX_JSON_DEPTH} lists and objects lie inside each other`
            : null,
      });
    itemStart = end + 1;
    duplicate = null;
    deepest = 0;
  };
  const isListLevel = () => depth === listDepth;

  let at = itemStart;
  for (; at < text.length && items.length < MAX_ITEMS; at++) {
    const character = text[at];
    const level = levels[depth - 1];
    if (character === '"') {
      const end = stringEnd(text, at);
      if (end === -1) break;
      if (level?.isObject && text[firstCharacter(text, end + 1)] === ':') {
        name = stringValue(text.slice(at, end + 1));
        if (level.names.has(name) && (listDepth === -1 || depth > listDepth)) duplicate ??= name;
        level.names.add(name);
      }
      at = end;
    } else if (character === '{' || character === '[') {
      const opensList =
        listDepth === -1 && character === '[' && (depth === 0 || (depth === 1 && LISTS.has(name ?? '')));
      depth++;
      deepest = Math.max(deepest, depth - Math.max(0, listDepth));
      // Beyond the limit nothing is remembered, only counted.
      if (depth <= MAX_JSON_DEPTH + 2) levels[depth - 1] = { isObject: character === '{', names: new Set() };
      if (opensList) {
        listDepth = depth;
        itemStart = at + 1;
        duplicate = null;
        deepest = 0;
      }
    } else if (character === '}' || character === ']') {
      if (isListLevel()) {
        endItem(at, true);
        listDepth = -2;
      }
      depth--;
      if (depth <= 0) break;
    } else if (character === ',' && isListLevel()) endItem(at, false);
  }

  if (items.length >= MAX_ITEMS)
    return { items, fault: { line: lines(at), why: `it has more than ${MAX_ITEMS} articles` } };
  if (depth > 0 || at >= text.length)
    return {
      items,
      fault: {
        line: lines(firstCharacter(text, itemStart)),
        why: 'it ends too early: what starts here has no end',
      },
    };
  if (listDepth === -1) endItem(at + 1, false);
  const after = firstCharacter(text, at + 1);
  return {
    items,
    fault: after < text.length ? { line: lines(after), why: 'more text follows where it should end' } : null,
  };
}

function firstCharacter(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

// The closing quotation mark: one with an even number of backslashes before it.
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

function stringValue(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
