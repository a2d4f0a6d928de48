import { comparedWords } from '../../text/compared-words.js';
import { bitsFor, bucketOf, grown, inOrder, type PairLists, pairsOver } from './pairs.js';
import { CHUNK_WORDS, hashWord, pairHash, type Shingles } from './shingles.js';

/** Indexes texts in order with the whole hashes of their pairs, so that they can be joined to those of any archive. For few texts. */
export function buildShingles(texts: Iterable<string>): Shingles {
  const { hashes, firstPair, ...places } = cut(texts);
  const chunks = new Uint32Array(hashes.length);
  for (let chunk = 0; chunk + 1 < firstPair.length; chunk++)
    chunks.fill(chunk, firstPair[chunk], firstPair[chunk + 1]);
  const ordered = inOrder({ buckets: hashes, chunks });
  const lists = { first: new Uint32Array(0), chunks: ordered.chunks, hashes: ordered.buckets };
  return { ...places, pairs: pairsOver(lists) };
}

/** Indexes the texts of a whole archive in order. */
export function buildWholeShingles(texts: Iterable<string>): Shingles {
  const { hashes, firstPair, ...places } = cut(texts);
  return { ...places, pairs: pairsOver(bucketed(hashes, firstPair)) };
}

/** Cuts texts into chunks and hashed pairs. `firstPair` has the first pair of each chunk, and an entry more for the end. */
function cut(texts: Iterable<string>) {
  const chunkArticle: number[] = [];
  const chunkStart: number[] = [];
  const firstPair: number[] = [];
  let pairs = new Uint32Array(1 << 16);
  let count = 0;
  const hashes = new Map<string, number>();
  const hashOf = (key: string) => {
    let hash = hashes.get(key);
    if (hash === undefined) {
      hash = hashWord(key);
      hashes.set(key, hash);
    }
    return hash;
  };
  let article = 0;
  for (const text of texts) {
    const words = comparedWords(text);
    if (count + words.length > pairs.length) pairs = grown(pairs, count + words.length);
    let last = 0;
    for (const [at, word] of words.entries()) {
      const hash = hashOf(word.key);
      // A pair belongs to the chunk of its first word.
      if (at > 0) pairs[count++] = pairHash(last, hash);
      if (at % CHUNK_WORDS === 0) {
        chunkArticle.push(article);
        chunkStart.push(word.start);
        firstPair.push(count);
      }
      last = hash;
    }
    article++;
  }
  firstPair.push(count);
  return {
    chunkArticle: Uint32Array.from(chunkArticle),
    chunkStart: Uint32Array.from(chunkStart),
    hashes: pairs.subarray(0, count),
    firstPair,
  };
}

function bucketed(hashes: Uint32Array, firstPair: readonly number[]): PairLists {
  const bits = bitsFor(hashes.length);
  const first = new Uint32Array(2 ** bits + 1);
  // Plain loops: iterators take twice as long over millions of numbers.
  for (let at = 0; at < hashes.length; at++) {
    const bucket = bucketOf(hashes[at] ?? 0, bits);
    first[bucket + 1] = (first[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < 2 ** bits; bucket++)
    first[bucket + 1] = (first[bucket + 1] ?? 0) + (first[bucket] ?? 0);
  const next = first.slice();
  const chunks = new Uint32Array(hashes.length);
  for (let chunk = 0; chunk + 1 < firstPair.length; chunk++) {
    const end = firstPair[chunk + 1] ?? 0;
    for (let at = firstPair[chunk] ?? 0; at < end; at++) {
      const bucket = bucketOf(hashes[at] ?? 0, bits);
      const place = next[bucket] ?? 0;
      chunks[place] = chunk;
      next[bucket] = place + 1;
    }
  }
  return { first, chunks };
}
