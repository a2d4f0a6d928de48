import { comparedWords } from '../../text/compared-words.js';
import { listed, pairsOver } from './pairs.js';
import { CHUNK_WORDS, hashWord, pairHash, type Shingles } from './shingles.js';

/** Indexes texts, in the order given. */
export function buildShingles(texts: Iterable<string>): Shingles {
  const chunkArticle: number[] = [];
  const chunkStart: number[] = [];
  let pairs = new Uint32Array(1 << 16);
  let chunks = new Uint32Array(1 << 16);
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
    if (count + words.length > pairs.length) {
      pairs = grown(pairs, count + words.length);
      chunks = grown(chunks, pairs.length);
    }
    let last = 0;
    for (const [at, word] of words.entries()) {
      const hash = hashOf(word.key);
      // A pair belongs to the chunk of its first word.
      if (at > 0) {
        pairs[count] = pairHash(last, hash);
        chunks[count++] = chunkArticle.length - 1;
      }
      if (at % CHUNK_WORDS === 0) {
        chunkArticle.push(article);
        chunkStart.push(word.start);
      }
      last = hash;
    }
    article++;
  }
  return {
    pairs: pairsOver(listed(pairs.subarray(0, count), chunks.subarray(0, count))),
    chunkArticle: Uint32Array.from(chunkArticle),
    chunkStart: Uint32Array.from(chunkStart),
  };
}

function grown(values: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(values.length * 2, least));
  larger.set(values);
  return larger;
}
