import type { Numbers } from '../../text/columns.js';

/**
 * Where pairs of neighbouring words stand. A pair is known by a hash of 32 bits, and the highest `bits` of it are its bucket; a bucket
 * lists the chunks that hold its pairs, rising, a chunk once for each.
 */
export type Pairs = {
  bits: number;
  /** The chunks of the pairs of which the highest `bits` are `bucket`; no more bits than `Pairs.bits`. */
  inBucket(bucket: number, bits: number): Uint32Array;
  /** The same as flat lists. Of pairs that are joined they are made for this, in time and memory for all of them. */
  lists(): PairLists;
};

/** Bucket `b` lists `chunks[first[b]]` to before `chunks[first[b + 1]]`. With the `hashes` of the same pairs it can be asked for more bits. */
export type PairLists = { first: Numbers; chunks: Numbers; hashes?: Uint32Array | undefined };

/** Bits of a whole hash. */
export const ALL_BITS = 32;
const [FEWEST_BITS, MOST_BITS] = [10, 24];

/** How many bits so many pairs want: two to four of them in a bucket. */
export function bitsFor(pairs: number): number {
  let bits = FEWEST_BITS;
  while (2 ** (bits + 1) < pairs && bits < MOST_BITS) bits++;
  return bits;
}

/** The highest `bits` of a hash. */
export const bucketOf = (hash: number, bits: number) => hash >>> (ALL_BITS - bits);

/** Pairs over their lists. */
export function pairsOver(lists: PairLists): Pairs {
  const { first, chunks, hashes } = lists;
  const own = Math.log2(first.length - 1);
  const rangeOf = (from: number, after: number) => {
    const [start = 0] = first.subarray(from, from + 1);
    const [end = 0] = first.subarray(after, after + 1);
    return [start, end] as const;
  };
  return {
    bits: hashes ? ALL_BITS : own,
    lists: () => lists,
    inBucket(bucket, bits) {
      if (bits === own) {
        const [start = 0, end = 0] = first.subarray(bucket, bucket + 2);
        return chunks.subarray(start, end);
      }
      // Several buckets of ours one after another, or a part of one.
      if (bits < own) {
        const within = 2 ** (own - bits);
        return chunks.subarray(...rangeOf(bucket * within, (bucket + 1) * within)).toSorted();
      }
      const around = bucket >>> (bits - own);
      const [start, end] = rangeOf(around, around + 1);
      return chunks
        .subarray(start, end)
        .filter((_, at) => bucketOf(hashes?.[start + at] ?? 0, bits) === bucket);
    },
  };
}

/** Lists of pairs that come by rising chunk: `hashes[n]` stands in `chunks[n]`. Their hashes are kept. */
export function listed(hashes: Uint32Array, chunks: Uint32Array): Required<PairLists> {
  const bits = bitsFor(hashes.length);
  const buckets = 2 ** bits;
  const first = new Uint32Array(buckets + 1);
  // Plain loops: iterators take twice as long over millions of numbers.
  for (let at = 0; at < hashes.length; at++) {
    const bucket = bucketOf(hashes[at] ?? 0, bits);
    first[bucket + 1] = (first[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    first[bucket + 1] = (first[bucket + 1] ?? 0) + (first[bucket] ?? 0);
  const next = first.slice();
  const ordered = { hashes: new Uint32Array(hashes.length), chunks: new Uint32Array(hashes.length) };
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0;
    const bucket = bucketOf(hash, bits);
    const place = next[bucket] ?? 0;
    ordered.chunks[place] = chunks[at] ?? 0;
    ordered.hashes[place] = hash;
    next[bucket] = place + 1;
  }
  return { first, ...ordered };
}
