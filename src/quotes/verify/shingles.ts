import type { ComparedWord } from '../../text/compared-words.js';
import { FNV_BASIS, mixed, withUnit } from '../../text/hash.js';
import { bucketOf, type Pairs } from './pairs.js';

/** Words of one chunk. Small enough that all pairs of a claim in it mean the claim itself is there. */
export const CHUNK_WORDS = 64;

/** How many chunks further the other piece of a claim with a marked cut is looked for. */
const CHUNKS_OF_A_CUT = 6;

/** A place that holds more of a claim's pairs than this holds all of them. */
export const FULL_SHARE = 0.999;

/** Where each pair of neighbouring words stands, by chunks of 64 words. Pairs that share a bucket cost a look at the text, never a wrong answer. */
export type Shingles = {
  pairs: Pairs;
  /** Article of each chunk, and where its first word begins in the article's text. */
  chunkArticle: Uint32Array;
  chunkStart: Uint32Array;
};

/** A stretch of one article that may hold a claim. Offsets into its text; `share` is how much of the claim's pairs it holds, 0 to 1. */
export type Place = { article: number; start: number; end: number; share: number };

type Looking = {
  skip: ReadonlySet<number>;
  most: number;
  mostFull: number;
  hints?: readonly (readonly [string, string])[];
};

/**
 * The places that hold most of a claim's pairs, weighed by how rare they are: first those that hold all of them, at most
 * `mostFull`, then others, at most `most`, each best first; then at most `most` of those that hold most of the hints too.
 * @param skip indexes of words that do not go on from the word before them
 * @param hints pairs that the claim lacks and words near it may have
 */
export function findPlaces(
  shingles: Shingles,
  words: readonly ComparedWord[],
  { skip, most, mostFull, hints = [] }: Looking,
): Place[] {
  const { pairs, chunkArticle, chunkStart } = shingles;
  // One more, so that a look past the last chunk finds nothing.
  const scores = new Float64Array(chunkArticle.length + 1);
  const hinted = new Float64Array(hints.length > 0 ? chunkArticle.length + 1 : 0);
  const touched: number[] = [];
  const seen = new Set<number>();
  const add = (one: string, other: string, to: Float64Array) => {
    const bucket = bucketOf(pairHash(hashWord(one), hashWord(other)), pairs.bits);
    if (seen.has(bucket)) return 0;
    seen.add(bucket);
    const chunks = pairs.inBucket(bucket);
    const weight = Math.log(2 + chunkArticle.length / (1 + chunks.length));
    let last = -1;
    for (const chunk of chunks) {
      if (chunk === last) continue;
      last = chunk;
      if (scores[chunk] === 0 && !hinted[chunk]) touched.push(chunk);
      to[chunk] = (to[chunk] ?? 0) + weight;
    }
    return weight;
  };
  let total = 0;
  for (let at = 1; at < words.length; at++)
    if (!skip.has(at)) total += add(words[at - 1]?.key ?? '', words[at]?.key ?? '', scores);
  for (const [one, other] of hints) add(one, other, hinted);
  if (total === 0) return [];
  // A claim that begins late in a chunk goes on in the next ones.
  const reach = Math.ceil(words.length / CHUNK_WORDS);
  const sameArticle = (chunk: number, other: number) =>
    chunkArticle[chunk] !== undefined && chunkArticle[chunk] === chunkArticle[other];
  const ranked: { chunk: number; share: number; rank: number }[] = [];
  for (const chunk of touched) {
    let [score, rank] = [0, 0];
    for (let step = 0; step <= reach; step++) {
      if (!sameArticle(chunk, chunk + step)) continue;
      score += scores[chunk + step] ?? 0;
      rank += hinted[chunk + step] ?? 0;
    }
    rank += score;
    // Chunks that only repeat the commonest pair of a long claim, or a common hint, are never among the best.
    if (score > total * 0.12 || rank > total * 0.25) ranked.push({ chunk, share: score / total, rank });
  }
  const places: Place[] = [];
  const taken = new Set<number>();
  // What a claim cuts out of a long quotation can be far longer than the claim.
  const around = reach + (skip.size > 0 ? CHUNKS_OF_A_CUT : 1);
  const take = ({ chunk, share }: (typeof ranked)[number]) => {
    if (taken.has(chunk)) return false;
    let [low, high] = [chunk, chunk];
    while (low > chunk - around && sameArticle(low - 1, chunk)) low -= 1;
    while (high < chunk + reach + around && sameArticle(high + 1, chunk)) high += 1;
    // The chunk before would show the same place once more, and so would those it reaches.
    for (let near = chunk - reach; near <= chunk + reach; near++)
      if (sameArticle(near, chunk)) taken.add(near);
    places.push({
      article: chunkArticle[chunk] ?? 0,
      start: chunkStart[low] ?? 0,
      end: sameArticle(high + 1, chunk) ? (chunkStart[high + 1] ?? 0) : Number.POSITIVE_INFINITY,
      share,
    });
    return true;
  };
  ranked.sort((a, b) => b.share - a.share || b.rank - a.rank || a.chunk - b.chunk);
  const full = ranked.findIndex(({ share }) => share <= FULL_SHARE);
  const others = full === -1 ? [] : ranked.splice(full);
  takeFirst(ranked, mostFull, take);
  takeFirst(others, most, take);
  if (hints.length > 0)
    takeFirst(
      others.sort((a, b) => b.rank - a.rank || a.chunk - b.chunk),
      most,
      take,
    );
  return places;
}

/** Takes the first of a list, at most so many; those that `take` refuses do not count. */
function takeFirst<T>(list: readonly T[], most: number, take: (one: T) => boolean): void {
  let taken = 0;
  for (const one of list) {
    if (taken >= most) break;
    if (take(one)) taken += 1;
  }
}

/** FNV-1a over UTF-16 units. */
export function hashWord(key: string): number {
  let hash = FNV_BASIS;
  for (let at = 0; at < key.length; at++) hash = withUnit(hash, key.charCodeAt(at));
  return hash >>> 0;
}

/** Both words' hashes mixed, their order with them. */
export function pairHash(one: number, other: number): number {
  return mixed(Math.imul(one, 0x9e3779b1) ^ other) >>> 0;
}
