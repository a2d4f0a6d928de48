import type { Numbers } from '../../text/columns.js';

/**
 * Where pairs of neighbouring words stand. A pair is known by a hash of 32 bits, and the highest `bits` of these are its bucket: pairs
 * that share one are not told apart.
 */
export type Pairs = {
  /** How many bits are known at most. */
  bits: number;
  /** The chunks of one bucket of all these bits, rising: what a question reads. To be read and not written to. */
  inBucket(bucket: number): Uint32Array;
  /** What stands in buckets `first` to before `after`, of so many bits; no more than are known. */
  inBuckets(first: number, after: number, bits: number): Entries;
  /** All of it as flat lists. Of pairs that are joined they are made for this, in time and memory for all of them. */
  lists(): PairLists;
};

/** In order of bucket, and then of chunk: a pair that is in `buckets[n]` stands in chunk `chunks[n]`. To be read and not written to. */
export type Entries = { buckets: Uint32Array; chunks: Uint32Array };

/**
 * Pairs as plain data. Of a whole archive bucket `b` lists `chunks[first[b]]` to before `chunks[first[b + 1]]`. Of few pairs, which can
 * be joined to those of any archive, the whole `hashes` of the same length as `chunks` are kept, rising, and `first` is empty.
 */
export type PairLists = { first: Numbers; chunks: Numbers; hashes?: Uint32Array | undefined };

/** Bits of a whole hash. */
export const ALL_BITS = 32;
const [FEWEST_BITS, MOST_BITS] = [10, 24];

/** How many bits so many pairs of a whole archive want: one or two of them in a bucket, as long as it is not too large. */
export function bitsFor(pairs: number): number {
  let bits = FEWEST_BITS;
  while (2 ** (bits + 1) < pairs && bits < MOST_BITS) bits++;
  return bits;
}

/** The highest `bits` of a hash. */
export const bucketOf = (hash: number, bits: number) => hash >>> (ALL_BITS - bits);

/** Pairs over their lists, which may stand in a file. */
export function pairsOver(lists: PairLists): Pairs {
  const { hashes } = lists;
  return hashes ? pairsWithHashes(lists, hashes) : pairsInBuckets(lists);
}

function pairsWithHashes(lists: PairLists, hashes: Uint32Array): Pairs {
  return {
    bits: ALL_BITS,
    lists: () => lists,
    inBucket: (hash) => lists.chunks.subarray(lowerBound(hashes, hash), lowerBound(hashes, hash + 1)),
    inBuckets(first, after, bits) {
      const inBucket = 2 ** (ALL_BITS - bits);
      const [start, end] = [lowerBound(hashes, first * inBucket), lowerBound(hashes, after * inBucket)];
      const found = hashes.subarray(start, end);
      const chunks = lists.chunks.subarray(start, end);
      if (bits === ALL_BITS) return { buckets: found, chunks };
      return inOrder({ buckets: found.map((hash) => bucketOf(hash, bits)), chunks });
    },
  };
}

function pairsInBuckets(lists: PairLists): Pairs {
  const own = Math.log2(lists.first.length - 1);
  return {
    bits: own,
    lists: () => lists,
    inBucket(bucket) {
      const [start = 0, end = 0] = lists.first.subarray(bucket, bucket + 2);
      return lists.chunks.subarray(start, end);
    },
    inBuckets(first, after, bits) {
      // So many neighbouring buckets of ours are one.
      const within = 2 ** (own - bits);
      const firsts = lists.first.subarray(first * within, after * within + 1);
      const start = firsts[0] ?? 0;
      const chunks = lists.chunks.subarray(start, firsts.at(-1) ?? 0);
      const buckets = new Uint32Array(chunks.length);
      let at = 0;
      for (let bucket = 0; bucket + 1 < firsts.length; bucket++) {
        const end = (firsts[bucket + 1] ?? 0) - start;
        for (const number = first + Math.floor(bucket / within); at < end; at++) buckets[at] = number;
      }
      return within === 1 ? { buckets, chunks } : inOrder({ buckets, chunks });
    },
  };
}

/** The first place in rising values of one that is not below `value`. */
export function lowerBound(values: Uint32Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Which half of a number of 64 bits is the higher depends on the machine.
const HIGH = new Uint32Array(BigUint64Array.of(1n).buffer)[1] === 0 ? 1 : 0;

/** Entries in any order put in theirs; those that are in it already are given back. */
export function inOrder(entries: Entries): Entries {
  const { buckets, chunks } = entries;
  const { length } = chunks;
  let rising = 1;
  while (rising < length && isInOrder(entries, rising - 1, entries, rising)) rising++;
  if (rising >= length) return entries;
  // As numbers of 64 bits they are sorted many times faster than by a function that compares them.
  const both = new Uint32Array(2 * length);
  for (let at = 0; at < length; at++) {
    both[2 * at + HIGH] = buckets[at] ?? 0;
    both[2 * at + 1 - HIGH] = chunks[at] ?? 0;
  }
  new BigUint64Array(both.buffer).sort();
  const sorted = { buckets: new Uint32Array(length), chunks: new Uint32Array(length) };
  for (let at = 0; at < length; at++) {
    sorted.buckets[at] = both[2 * at + HIGH] ?? 0;
    sorted.chunks[at] = both[2 * at + 1 - HIGH] ?? 0;
  }
  return sorted;
}

/** Two lists of entries as one. */
export function merged(one: Entries, other: Entries): Entries {
  if (other.chunks.length === 0) return one;
  if (one.chunks.length === 0) return other;
  const length = one.chunks.length + other.chunks.length;
  const all = { buckets: new Uint32Array(length), chunks: new Uint32Array(length) };
  let [next, otherNext] = [0, 0];
  for (let at = 0; at < length; at++) {
    const isOfOne =
      otherNext === other.chunks.length ||
      (next < one.chunks.length && isInOrder(one, next, other, otherNext));
    const from = isOfOne ? one : other;
    const place = isOfOne ? next++ : otherNext++;
    all.buckets[at] = from.buckets[place] ?? 0;
    all.chunks[at] = from.chunks[place] ?? 0;
  }
  return all;
}

function isInOrder(one: Entries, at: number, other: Entries, otherAt: number): boolean {
  const [bucket = 0, otherBucket = 0] = [one.buckets[at], other.buckets[otherAt]];
  return bucket === otherBucket
    ? (one.chunks[at] ?? 0) <= (other.chunks[otherAt] ?? 0)
    : bucket < otherBucket;
}

// So many buckets are put in lists at a time.
const STRETCH = 1 << 16;

/** The lists of any pairs in buckets of so many bits. What they are made of is read a stretch at a time. */
export function listedIn({ inBuckets }: Pick<Pairs, 'inBuckets'>, bits: number): PairLists {
  const first = new Uint32Array(2 ** bits + 1);
  let all = new Uint32Array(1 << 16);
  let count = 0;
  for (let bucket = 0; bucket < 2 ** bits; ) {
    const after = Math.min(2 ** bits, bucket + STRETCH);
    const { buckets, chunks } = inBuckets(bucket, after, bits);
    if (count + chunks.length > all.length) all = grown(all, count + chunks.length);
    all.set(chunks, count);
    let at = 0;
    for (; bucket < after; bucket++) {
      while (at < buckets.length && buckets[at] === bucket) at++;
      first[bucket + 1] = count + at;
    }
    count += at;
  }
  return { first, chunks: all.subarray(0, count) };
}

/** The same numbers with room for at least so many. */
export function grown(values: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(values.length * 2, least));
  larger.set(values);
  return larger;
}
