import { Deserializer, Serializer } from 'node:v8';
import type { Bytes } from '../text/columns.js';
import { joinedBytes, joinedFirsts, type Stretch } from '../text/stretches.js';

/** Values as bytes, each of which is read when it is asked for: value `n` from `first[n]` to before `first[n + 1]`. */
export type Packed = { bytes: Bytes; first: Uint32Array<ArrayBuffer> };

/** Packs plain data; all of it together takes less than 4 GB. */
export function pack(values: Iterable<unknown>): Packed {
  const parts: Buffer[] = [];
  const first = [0];
  let length = 0;
  for (const value of values) {
    const serializer = new Serializer();
    serializer.writeHeader();
    serializer.writeValue(value);
    const part = serializer.releaseBuffer();
    parts.push(part);
    length += part.length;
    first.push(length);
  }
  const bytes = new Uint8Array(length);
  for (const [at, part] of parts.entries()) bytes.set(part, first[at]);
  return { bytes, first: Uint32Array.from(first) };
}

/** Value `number` of those packed, made anew; undefined where there is none. */
export function unpack({ bytes, first }: Packed, number: number): unknown {
  const [from, to] = [first[number], first[number + 1]];
  if (from === undefined || to === undefined) return undefined;
  const deserializer = new Deserializer(bytes.subarray(from, to));
  deserializer.readHeader();
  return deserializer.readValue();
}

/** Some stretches of packed values, one after another, read where they stand. */
export function joinedPacked(sources: readonly Packed[], stretches: readonly Stretch[]): Packed {
  const { first, members } = joinedFirsts(
    sources.map(({ first }) => first),
    stretches,
  );
  return {
    first,
    bytes: joinedBytes(
      sources.map(({ bytes }) => bytes),
      members,
    ),
  };
}
