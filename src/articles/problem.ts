import type { Problem } from './article.js';

type Words = Pick<Problem, 'what' | 'why' | 'remedy'>;

/** A problem that cost the file (or this part of it). */
export function rejection(file: string, words: Words, line: number | null = null): Problem {
  return { file, line, rejected: true, ...words };
}

/** A problem that the article survived. */
export function warning(file: string, words: Words, line: number | null = null): Problem {
  return { file, line, rejected: false, ...words };
}

/** The problem of a file with more bytes than are read. */
export function tooLarge(file: string, bytes: number, most: number): Problem {
  return rejection(file, {
    what: 'it is too large',
    why: `it has ${bytes} bytes, and ${most} is the most for its kind`,
    remedy: 'split it into smaller files',
  });
}
