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
