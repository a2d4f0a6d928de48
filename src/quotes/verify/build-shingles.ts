import { comparedWords } from '../../text/compared-words.js';
import { CHUNK_WORDS, hashWord, pairHash, type Shingles } from './shingles.js';

/** Shingles made before, and which of their texts is the same as text `number` now, none twice; undefined for none. */
export type ShinglesBefore = { shingles: Shingles; sameAs(number: number): number | undefined };

/** Indexes texts in order. Of texts that were indexed `before` nothing is read: the index is the same and soon made. */
export function buildShingles(texts: readonly string[], before?: ShinglesBefore): Shingles {
  const { chunkArticle, chunkStart, pairs, firstPair, freshChunks, keptChunks } = cut(texts, before);
  const places = {
    chunkArticle: Uint32Array.from(chunkArticle),
    chunkStart: Uint32Array.from(chunkStart),
  };
  if (!before) return { ...bucketed(pairs, firstPair, bucketsFor(pairs.length)), ...places };
  const fresh = bucketed(pairs, firstPair, before.shingles.first.length - 1);
  const { first, chunks } = before.shingles;
  const old = { first: first.subarray(0, first.length), chunks: chunks.subarray(0, chunks.length) };
  const buckets = merged(old, keptChunks, fresh, freshChunks);
  return buckets ? { ...buckets, ...places } : buildShingles(texts);
}

type Buckets = { first: Uint32Array; chunks: Uint32Array };

/** Cuts texts into chunks, and words of texts that are not in `before` into hashed pairs. */
function cut(texts: readonly string[], before: ShinglesBefore | undefined) {
  const chunkArticle: number[] = [];
  const chunkStart: number[] = [];
  let pairs = new Uint32Array(1 << 16);
  let count = 0;
  // Of the chunks whose words are read: the first pair of each, and its number among all chunks.
  const firstPair: number[] = [];
  const freshChunks: number[] = [];
  // The number now of each chunk in `before`; -1 where its text has gone.
  const keptChunks = new Int32Array(before?.shingles.chunkArticle.length ?? 0).fill(-1);
  const firstChunks = before && firstChunksOf(before.shingles);
  const hashes = new Map<string, number>();
  const hashOf = (key: string) => {
    let hash = hashes.get(key);
    if (hash === undefined) {
      hash = hashWord(key);
      hashes.set(key, hash);
    }
    return hash;
  };
  const keep = (same: number, article: number, { shingles }: ShinglesBefore) => {
    const after = firstChunks?.[same + 1] ?? keptChunks.length;
    for (let chunk = firstChunks?.[same] ?? after; chunk < after; chunk++) {
      keptChunks[chunk] = chunkArticle.push(article) - 1;
      chunkStart.push(shingles.chunkStart[chunk] ?? 0);
    }
  };
  const read = (text: string, article: number) => {
    const words = comparedWords(text);
    if (count + words.length > pairs.length) pairs = grown(pairs, count + words.length);
    let last = 0;
    for (const [at, word] of words.entries()) {
      const hash = hashOf(word.key);
      // A pair belongs to the chunk of its first word.
      if (at > 0) pairs[count++] = pairHash(last, hash);
      if (at % CHUNK_WORDS === 0) {
        freshChunks.push(chunkArticle.push(article) - 1);
        chunkStart.push(word.start);
        firstPair.push(count);
      }
      last = hash;
    }
  };
  for (const [article, text] of texts.entries()) {
    const same = before?.sameAs(article);
    if (before && same !== undefined) keep(same, article, before);
    else read(text, article);
  }
  firstPair.push(count);
  return { chunkArticle, chunkStart, pairs: pairs.subarray(0, count), firstPair, freshChunks, keptChunks };
}

/** The first chunk of each article; one entry more for the end. */
function firstChunksOf({ chunkArticle }: Shingles): number[] {
  const first: number[] = [];
  for (const [chunk, article] of chunkArticle.entries()) while (first.length <= article) first.push(chunk);
  first.push(chunkArticle.length);
  return first;
}

function bucketsFor(pairs: number): number {
  let buckets = 1024;
  while (buckets * 2 < pairs && buckets < 1 << 24) buckets *= 2;
  return buckets;
}

function bucketed(pairs: Uint32Array, firstPair: readonly number[], buckets: number): Buckets {
  const first = new Uint32Array(buckets + 1);
  const mask = buckets - 1;
  // Plain loops: iterators take twice as long over millions of numbers.
  for (let at = 0; at < pairs.length; at++) {
    const bucket = (pairs[at] ?? 0) & mask;
    first[bucket + 1] = (first[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    first[bucket + 1] = (first[bucket + 1] ?? 0) + (first[bucket] ?? 0);
  const next = first.slice();
  const chunks = new Uint32Array(pairs.length);
  let chunk = -1;
  for (let at = 0; at < pairs.length; at++) {
    while (at >= (firstPair[chunk + 1] ?? 0) && chunk < firstPair.length - 2) chunk += 1;
    const bucket = (pairs[at] ?? 0) & mask;
    const place = next[bucket] ?? 0;
    chunks[place] = Math.max(0, chunk);
    next[bucket] = place + 1;
  }
  return { first, chunks };
}

/**
 * What of `before` is kept and what is fresh in one, under the chunks' numbers now, rising in each bucket. Undefined where so
 * many pairs want other buckets, or texts have changed places.
 */
function merged(
  before: Buckets,
  keptChunks: Int32Array,
  fresh: Buckets,
  freshChunks: readonly number[],
): Buckets | undefined {
  let highest = -1;
  for (const number of keptChunks) {
    if (number < 0) continue;
    if (number < highest) return undefined;
    highest = number;
  }
  const buckets = before.first.length - 1;
  const first = new Uint32Array(buckets + 1);
  const chunks = new Uint32Array(before.chunks.length + fresh.chunks.length);
  let to = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    let at = fresh.first[bucket] ?? 0;
    const freshAfter = fresh.first[bucket + 1] ?? 0;
    const after = before.first[bucket + 1] ?? 0;
    for (let old = before.first[bucket] ?? 0; old < after; old++) {
      const number = keptChunks[before.chunks[old] ?? 0] ?? -1;
      if (number < 0) continue;
      for (; at < freshAfter; at++) {
        const other = freshChunks[fresh.chunks[at] ?? 0] ?? 0;
        if (other > number) break;
        chunks[to++] = other;
      }
      chunks[to++] = number;
    }
    for (; at < freshAfter; at++) chunks[to++] = freshChunks[fresh.chunks[at] ?? 0] ?? 0;
    first[bucket + 1] = to;
  }
  return bucketsFor(to) === buckets ? { first, chunks: chunks.slice(0, to) } : undefined;
}

function grown(values: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(values.length * 2, least));
  larger.set(values);
  return larger;
}
