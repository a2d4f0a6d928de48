import { joinedValues, lengthOf, type Stretch } from '../../text/stretches.js';
import { buildWholeShingles } from './build-shingles.js';
import {
  ALL_BITS,
  bitsFor,
  type Entries,
  inOrder,
  listedIn,
  lowerBound,
  merged,
  type Pairs,
  pairsOver,
} from './pairs.js';
import type { Shingles } from './shingles.js';

/**
 * The shingles of some stretches of articles of several lists, no article twice, as if these had been indexed in this order, by as many
 * bits as all of the lists know. Only where chunks stand is written anew: pairs are looked up in each list when they are asked for.
 */
export function joinedShingles(sources: readonly Shingles[], articles: readonly Stretch[]): Shingles {
  const chunks = articles.map(({ source, first, after }): Stretch => {
    const articleOf = sources[source]?.chunkArticle ?? EMPTY;
    return { source, first: lowerBound(articleOf, first), after: lowerBound(articleOf, after) };
  });
  const chunkArticle = new Uint32Array(lengthOf(chunks));
  const numbers = sources.map((source) => new Int32Array(source.chunkArticle.length).fill(GONE));
  let [article, count] = [0, 0];
  for (const [at, { source, first, after }] of articles.entries()) {
    const articleOf = sources[source]?.chunkArticle ?? EMPTY;
    const numberOf = numbers[source] ?? new Int32Array(0);
    const end = chunks[at]?.after ?? 0;
    for (let chunk = chunks[at]?.first ?? 0; chunk < end; chunk++) {
      chunkArticle[count] = (articleOf[chunk] ?? 0) - first + article;
      numberOf[chunk] = count++;
    }
    article += after - first;
  }
  return {
    chunkArticle,
    chunkStart: joinedValues(
      sources.map(({ chunkStart }) => chunkStart),
      chunks,
    ),
    pairs: joinedPairs(sources, numbers),
  };
}

/**
 * Shingles as they are kept of a whole archive, without hashes: those that `buildWholeShingles` makes of its texts. They are read
 * only where there are so many more pairs than before that they want more buckets.
 */
export function wholeShingles({ pairs, ...chunks }: Shingles, texts: () => Iterable<string>): Shingles {
  const lists = pairs.lists();
  const wanted = bitsFor(lists.chunks.length);
  if (wanted > pairs.bits) return buildWholeShingles(texts());
  const whole = wanted === pairs.bits ? lists : listedIn(pairsOver(lists), wanted);
  return { ...chunks, pairs: pairsOver(whole) };
}

const GONE = -1;
const EMPTY = new Uint32Array(0);
const NO_ENTRIES: Entries = { buckets: EMPTY, chunks: EMPTY };

/** @param numbers the number in the whole of each chunk of each source, -1 for one that is not in it */
function joinedPairs(sources: readonly Shingles[], numbers: readonly Int32Array[]): Pairs {
  const bits = Math.min(ALL_BITS, ...sources.map(({ pairs }) => pairs.bits));
  const inBuckets: Pairs['inBuckets'] = (...asked) =>
    sources
      .map(({ pairs }, source) => renumbered(pairs.inBuckets(...asked), numbers[source]))
      .reduce(merged, NO_ENTRIES);
  return {
    bits,
    inBucket: (bucket) => inBuckets(bucket, bucket + 1, bits).chunks,
    inBuckets,
    lists() {
      if (bits < ALL_BITS) return listedIn({ inBuckets }, bits);
      const { buckets, chunks } = inBuckets(0, 2 ** ALL_BITS, ALL_BITS);
      return { first: EMPTY, chunks, hashes: buckets };
    },
  };
}

/** Entries under the numbers of their chunks in the whole, without those that are gone. */
function renumbered({ buckets, chunks }: Entries, numbers: Int32Array | undefined): Entries {
  const kept = { buckets: new Uint32Array(chunks.length), chunks: new Uint32Array(chunks.length) };
  let count = 0;
  for (let at = 0; at < chunks.length; at++) {
    const number = numbers?.[chunks[at] ?? 0] ?? GONE;
    if (number === GONE) continue;
    kept.buckets[count] = buckets[at] ?? 0;
    kept.chunks[count++] = number;
  }
  return inOrder({ buckets: kept.buckets.subarray(0, count), chunks: kept.chunks.subarray(0, count) });
}
