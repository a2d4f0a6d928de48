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

const REASONS: Record<string, string> = {
  EACCES: 'this program may not read it',
  EPERM: 'this program may not read it',
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

/** Why the file system refused, in words that show no path of this machine. */
export function fileSystemReason(error: unknown): string {
  if (!(error instanceof Error)) return 'the file system gave no reason';
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? error.message : `the file system says ${code}`);
}

/** The problem of a file with more bytes than are read. */
export function tooLarge(file: string, bytes: number, most: number): Problem {
  return rejection(file, {
    what: 'it is too large',
    why: `it has ${bytes} bytes, and ${most} is the most for its kind`,
    remedy: 'split it into smaller files',
  });
}
