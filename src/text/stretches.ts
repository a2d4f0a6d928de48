import type { Bytes, Numbers } from './columns.js';

/** Entries `first` to before `after` of list number `source` of several. */
export type Stretch = { source: number; first: number; after: number };

/** Entry `number` of list number `source` of several. */
export type Entry = { source: number; number: number };

/** Entries in order as stretches, as few as they make. */
export function stretchesAt(entries: Iterable<Entry>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { source, number } of entries) {
    const last = stretches.at(-1);
    if (last?.source === source && last.after === number) last.after++;
    else stretches.push({ source, first: number, after: number + 1 });
  }
  return stretches;
}

/** How many entries some stretches have together. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { first, after }) => sum + after - first, 0);
}

/** The values in some stretches of several lists, one after another. */
export function joinedValues(
  sources: readonly Uint32Array[],
  stretches: readonly Stretch[],
): Uint32Array<ArrayBuffer> {
  const joined = new Uint32Array(lengthOf(stretches));
  let at = 0;
  for (const { source, first, after } of stretches) {
    joined.set(sources[source]?.subarray(first, after) ?? [], at);
    at += after - first;
  }
  return joined;
}

/**
 * For lists that say where the members of each entry begin (with one entry more, for the end): the same list for some
 * stretches of entries one after another, and the stretches of their members.
 */
export function joinedFirsts(
  firsts: readonly Uint32Array[],
  stretches: readonly Stretch[],
): { first: Uint32Array<ArrayBuffer>; members: Stretch[] } {
  const joined = new Uint32Array(lengthOf(stretches) + 1);
  const members: Stretch[] = [];
  let [at, count] = [0, 0];
  for (const { source, first, after } of stretches) {
    const list = firsts[source] ?? new Uint32Array(0);
    const [from, to] = [list[first] ?? 0, list[after] ?? 0];
    const moved = count - from;
    for (let entry = first; entry < after; entry++) joined[at++] = (list[entry] ?? 0) + moved;
    count += to - from;
    if (to > from) members.push({ source, first: from, after: to });
  }
  joined[at] = count;
  return { first: joined, members };
}

/** The bytes in some stretches of several columns, as one column that reads them where they stand. */
export function joinedBytes(sources: readonly Bytes[], stretches: readonly Stretch[]): Bytes {
  return joinedColumn(sources, stretches, (length) => new Uint8Array(length));
}

/** The same of numbers. */
export function joinedNumbers(sources: readonly Numbers[], stretches: readonly Stretch[]): Numbers {
  return joinedColumn(sources, stretches, (length) => new Uint32Array(length));
}

type Column<Values> = { readonly length: number; subarray(first: number, after: number): Values };

function joinedColumn<Values extends Uint8Array | Uint32Array>(
  sources: readonly Column<Values>[],
  stretches: readonly Stretch[],
  empty: (length: number) => Values,
): Column<Values> {
  // Where each stretch begins in the whole.
  const starts = new Float64Array(stretches.length);
  let length = 0;
  for (const [number, { first, after }] of stretches.entries()) {
    starts[number] = length;
    length += after - first;
  }
  /** The last stretch that begins at `at` or before. */
  const stretchAt = (at: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const read = (number: number, from: number, to: number): Values => {
    const { source, first } = stretches[number] ?? { source: -1, first: 0 };
    const moved = first - (starts[number] ?? 0);
    return sources[source]?.subarray(from + moved, to + moved) ?? empty(0);
  };
  const endOf = (number: number) => starts[number + 1] ?? length;
  return {
    length,
    subarray(first, after) {
      const [from, to] = [Math.max(0, first), Math.min(length, after)];
      if (to <= from) return empty(0);
      let number = stretchAt(from);
      if (to <= endOf(number)) return read(number, from, to);
      const values = empty(to - from);
      for (let at = from; at < to; number++) {
        const end = Math.min(to, endOf(number));
        values.set(read(number, at, end), at - from);
        at = end;
      }
      return values;
    },
  };
}
