import { createHash } from 'node:crypto';

/** Bytes that stand for one article and its contents. */
const SIZE = 8;

/** Eight bytes for each article as it is now, one after another: small enough to be kept, and all that `newSince` needs. */
export function fingerprintsOf(hashes: ReadonlyMap<string, string>): Uint8Array {
  return Buffer.concat([...hashes].map(([id, hash]) => fingerprint(id, hash)));
}

/** The ids of the articles that are new, or have other contents, since `fingerprintsOf` gave these bytes. */
export function newSince(before: Uint8Array, hashes: ReadonlyMap<string, string>): string[] {
  const known = new Set<string>();
  for (let at = 0; at + SIZE <= before.length; at += SIZE)
    known.add(Buffer.from(before.subarray(at, at + SIZE)).toString('latin1'));
  return [...hashes].flatMap(([id, hash]) =>
    known.has(fingerprint(id, hash).toString('latin1')) ? [] : [id],
  );
}

function fingerprint(id: string, hash: string): Buffer {
  return createHash('sha256').update(`${id}\n${hash}`).digest().subarray(0, SIZE);
}
