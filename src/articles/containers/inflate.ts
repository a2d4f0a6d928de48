import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { FREE_EXPANSION_BYTES, MAX_EXPANSION, MAX_PART_BYTES } from '../limits.js';
import type { Budget } from './container.js';

/** How something is packed: gzip (members one after the other), zlib, bare deflate, Brotli. */
export type Packing = 'gzip' | 'zlib' | 'raw' | 'br';

/** The bytes, and why they end too early where they do; or why there are none. */
export type Unpacked = { bytes: Uint8Array; cut: string | null } | { fault: string };

/** The options that end unpacking at `maxOutputLength`; with a flush as the end, what a cut-off input had is kept. */
type Limit = { maxOutputLength: number; finishFlush?: number };

const UNPACK: Record<Packing, (packed: Uint8Array, limit: Limit) => Uint8Array> = {
  gzip: gunzipSync,
  zlib: inflateSync,
  raw: inflateRawSync,
  br: (packed, { maxOutputLength }) => brotliDecompressSync(packed, { maxOutputLength }),
};

/**
 * Unpacks and takes the bytes off the budget. The limit is set before a byte is unpacked, so that a bomb costs
 * no more than the limit. `most` is the size that is allowed, or that a directory claims.
 */
export function unpack(
  packed: Uint8Array,
  packing: Packing,
  budget: Budget,
  most = MAX_PART_BYTES,
): Unpacked {
  const limit = Math.min(most, budget.bytes, Math.max(FREE_EXPANSION_BYTES, packed.length * MAX_EXPANSION));
  if (limit <= 0 && most > 0) return { fault: tooMuch(budget.bytes) };
  // zlib takes no limit of 0.
  const maxOutputLength = Math.max(1, limit);
  try {
    return spend({ bytes: UNPACK[packing](packed, { maxOutputLength }), cut: null }, budget);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      // What was unpacked before the end was seen is work done too.
      budget.bytes -= Math.min(budget.bytes, maxOutputLength);
      return { fault: tooMuch(limit) };
    }
    if (code !== 'Z_BUF_ERROR' || packing === 'br') return { fault: `it is damaged (${code})` };
    return unpackCut(packed, packing, maxOutputLength, budget);
  }
}

// The input ends in the middle: what it held until then is whole.
function unpackCut(packed: Uint8Array, packing: Packing, maxOutputLength: number, budget: Budget): Unpacked {
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    const bytes = UNPACK[packing](packed, { maxOutputLength, finishFlush });
    return bytes.length === 0
      ? { fault: 'it ends before its first byte' }
      : spend({ bytes, cut: 'it ends too early' }, budget);
  } catch (error) {
    return { fault: `it is damaged (${errorCode(error)})` };
  }
}

function spend(unpacked: { bytes: Uint8Array; cut: string | null }, budget: Budget): Unpacked {
  budget.bytes -= unpacked.bytes.length;
  return unpacked;
}

function tooMuch(limit: number): string {
  return `it unpacks to more than the ${limit} bytes allowed for it`;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
