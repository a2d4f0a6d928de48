/**
 * Numbers of which stretches are read, in memory or in a file: a typed array is one. Nothing is read until it is asked for, so
 * ask once for a stretch and not for each number of it.
 */
export type Numbers = { readonly length: number; subarray(first: number, after: number): Uint32Array };

/** The same of bytes. */
export type Bytes = { readonly length: number; subarray(first: number, after: number): Uint8Array };
