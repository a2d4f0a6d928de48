import { joinedValues, lengthOf, type Stretch } from '../../text/stretches.js';
import { buildShingles } from './build-shingles.js';
import { ALL_BITS, bitsFor, listed, type PairLists, type Pairs, pairsOver } from './pairs.js';
import type { Shingles } from './shingles.js';

/**
 * The shingles of some stretches of articles of several lists, no article twice, as if indexed in this order. Only where chunks stand
 * is written anew: pairs are looked up in each list when they are asked for.
 */
export function joinedShingles(sources: readonly Shingles[], articles: readonly Stretch[]): Shingles {
  const chunkArticle = new Uint32Array(lengthOf(chunksIn(sources, articles)));
  const numbers = sources.map((source) => new Int32Array(source.chunkArticle.length).fill(GONE));
  let [article, count] = [0, 0];
  for (const stretch of articles) {
    const from = sources[stretch.source]?.chunkArticle;
    const [chunks] = chunksIn(sources, [stretch]);
    const renumbered = numbers[stretch.source];
    if (from && renumbered && chunks)
      for (let chunk = chunks.first; chunk < chunks.after; chunk++) {
        renumbered[chunk] = count;
        chunkArticle[count++] = (from[chunk] ?? 0) - stretch.first + article;
      }
    article += stretch.after - stretch.first;
  }
  const starts = sources.map(({ chunkStart }) => chunkStart);
  return {
    chunkArticle,
    chunkStart: joinedValues(starts, chunksIn(sources, articles)),
    pairs: joinedPairs(
      sources.map(({ pairs }) => pairs),
      numbers,
    ),
  };
}

const GONE = -1;

/** The chunks of some stretches of articles. */
function chunksIn(sources: readonly Shingles[], articles: readonly Stretch[]): Stretch[] {
  return articles.map(({ source, first, after }) => {
    const { chunkArticle } = sources[source] ?? { chunkArticle: new Uint32Array(0) };
    return { source, first: firstOf(chunkArticle, first), after: firstOf(chunkArticle, after) };
  });
}

/** The first chunk that is of `article` or of one after it. */
function firstOf(chunkArticle: Uint32Array, article: number): number {
  let [low, high] = [0, chunkArticle.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunkArticle[middle] ?? 0) < article) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param numbers the number in the whole of each chunk of each source, -1 for one that is not in it */
function joinedPairs(sources: readonly Pairs[], numbers: readonly Int32Array[]): Pairs {
  const bits = Math.min(ALL_BITS, ...sources.map((source) => source.bits));
  const inBucket = (bucket: number, bits: number): Uint32Array => {
    const chunks: number[] = [];
    let isRising = true;
    for (const [source, pairs] of sources.entries())
      for (const chunk of pairs.inBucket(bucket, bits)) {
        const number = numbers[source]?.[chunk] ?? GONE;
        if (number === GONE) continue;
        if (number < (chunks.at(-1) ?? 0)) isRising = false;
        chunks.push(number);
      }
    const found = Uint32Array.from(chunks);
    return isRising ? found : found.sort();
  };
  return {
    bits,
    inBucket,
    lists: () => (bits === ALL_BITS ? listsWithHashes(sources, numbers) : listsOf(inBucket, bits)),
  };
}

/** The lists of pairs whose hashes are all known: these are few. */
function listsWithHashes(sources: readonly Pairs[], numbers: readonly Int32Array[]): PairLists {
  const all: { hash: number; chunk: number }[] = [];
  for (const [source, pairs] of sources.entries()) {
    const { chunks, hashes } = pairs.lists();
    for (const [at, chunk] of chunks.subarray(0, chunks.length).entries()) {
      const number = numbers[source]?.[chunk] ?? GONE;
      if (number !== GONE) all.push({ hash: hashes?.[at] ?? 0, chunk: number });
    }
  }
  all.sort((one, other) => one.chunk - other.chunk);
  return listed(
    Uint32Array.from(all, ({ hash }) => hash),
    Uint32Array.from(all, ({ chunk }) => chunk),
  );
}

/** The lists of any pairs, bucket after bucket; they can be no finer than they are. */
function listsOf(inBucket: Pairs['inBucket'], bits: number): PairLists {
  const first = new Uint32Array(2 ** bits + 1);
  let chunks = new Uint32Array(1 << 16);
  let count = 0;
  for (let bucket = 0; bucket + 1 < first.length; bucket++) {
    const found = inBucket(bucket, bits);
    if (count + found.length > chunks.length) {
      const larger = new Uint32Array(Math.max(chunks.length * 2, count + found.length));
      larger.set(chunks);
      chunks = larger;
    }
    chunks.set(found, count);
    count += found.length;
    first[bucket + 1] = count;
  }
  return { first, chunks: chunks.subarray(0, count) };
}

/**
 * Shingles as they are kept of a whole archive: flat lists without hashes. Where so many pairs have come that they want other buckets,
 * the texts are indexed anew.
 */
export function wholeShingles({ pairs, ...chunks }: Shingles, texts: () => Iterable<string>): Shingles {
  const lists = pairs.lists();
  if (pairs.bits !== ALL_BITS && bitsFor(lists.chunks.length) > pairs.bits + 1)
    return wholeShingles(buildShingles(texts()), texts);
  return { pairs: pairsOver({ first: lists.first, chunks: lists.chunks }), ...chunks };
}
