import { hash } from 'node:crypto';
import type { ArticleRef } from '../articles/article.js';

/** Bytes that stand for one article and its contents. */
const SIZE = 8;

/** The articles of a snapshot by id, and the hash of each one's contents, in the same order. */
export type Versions = { references: readonly Pick<ArticleRef, 'id'>[]; hashes: readonly string[] };

/** Eight bytes for each article as it is now, one after another: small enough to be kept, and all that `differing` needs. */
export function fingerprintsOf({ references, hashes }: Versions): Uint8Array {
  const all = Buffer.alloc(references.length * SIZE);
  for (const [at, { id }] of references.entries())
    hash('sha256', `${id}\n${hashes[at] ?? ''}`, 'buffer').copy(all, at * SIZE, 0, SIZE);
  return all;
}

/** The places of those fingerprints in `ours` that are not among `theirs`. Any bytes may be theirs. */
export function differing(ours: Uint8Array, theirs: Uint8Array): number[] {
  const known = new Set(eachOf(theirs));
  return eachOf(ours).flatMap((print, place) => (known.has(print) ? [] : [place]));
}

function eachOf(fingerprints: Uint8Array): bigint[] {
  const bytes = Buffer.from(fingerprints.buffer, fingerprints.byteOffset, fingerprints.byteLength);
  return Array.from({ length: Math.floor(bytes.length / SIZE) }, (_, at) => bytes.readBigUInt64LE(at * SIZE));
}
