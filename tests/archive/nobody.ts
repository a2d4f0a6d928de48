import type { Whose } from '../../src/archive/article-store.js';

/** For a store where nobody's words are known to be theirs. */
export const NOBODY: Whose = { first: new Uint32Array(0), person: new Uint32Array(0), ids: [] };
