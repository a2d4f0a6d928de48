/** Where FNV-1a starts, before any UTF-16 unit. */
export const FNV_BASIS = 0x811c9dc5;

/** FNV-1a (32 bits) with one more UTF-16 unit taken in. */
export function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The finaliser of MurmurHash3 (32 bits): every bit of the input moves every bit of the output. */
export function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
