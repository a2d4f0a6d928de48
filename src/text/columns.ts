/**
 * Numbers of which stretches are read, in memory or in a file: a typed array is one. Nothing is read until it is asked for, so
 * ask once for a stretch and not for each number of it.
 */
export type Numbers = { readonly length: number; subarray(first: number, after: number): Uint32Array };

/** The same of bytes. */
export type Bytes = { readonly length: number; subarray(first: number, after: number): Uint8Array };

// 256 KiB of numbers.
const STRETCH = 1 << 16;

/** All numbers in order, a stretch at a time: where it begins, and what stands there. Of several stretches only the first, where `every` is how many. */
export function* stretchesOf(numbers: Numbers, every = 1): Generator<{ first: number; part: Uint32Array }> {
  for (let first = 0; first < numbers.length; first += STRETCH * every)
    yield { first, part: numbers.subarray(first, Math.min(numbers.length, first + STRETCH)) };
}
