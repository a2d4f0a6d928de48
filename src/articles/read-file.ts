import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Problem } from './article.js';
import { MAX_INPUT_BYTES } from './limits.js';
import { fileSystemReason, rejection, tooLarge } from './problem.js';

// A file swapped for a link is not followed, and one swapped for a pipe does not block; Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file, or why there are none. */
export type FileRead = { bytes: Uint8Array } | { problem: Problem };

/**
 * Reads a regular file of at most `MAX_INPUT_BYTES`, or says why it was not read. Never follows a link, never
 * waits for a pipe, never throws. `file` is the name that a problem shows.
 */
export async function readRegularFile(path: string, file: string): Promise<FileRead> {
  const read = await readFileUpTo(path, file, MAX_INPUT_BYTES);
  return 'waits' in read ? { problem: tooLarge(file, read.waits, MAX_INPUT_BYTES) } : read;
}

/** As `readRegularFile`, but gives the size alone of a file with more than `most` bytes. */
export async function readFileUpTo(
  path: string,
  file: string,
  most: number,
): Promise<FileRead | { waits: number }> {
  try {
    const handle = await open(path, FLAGS);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) return { problem: folderInPlace(file) };
      if (!stats.isFile()) throw new Error('it is no longer a regular file');
      if (stats.size > most) return { waits: stats.size };
      // One byte more than it had, to see a file that grows while it is read.
      const buffer = Buffer.alloc(stats.size + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) break;
      }
      if (length !== stats.size) throw new Error('it changed while it was read');
      return { bytes: buffer.subarray(0, length) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
}

function folderInPlace(file: string): Problem {
  return rejection(file, {
    what: 'it could not be read',
    why: 'it is a folder',
    remedy: 'name the files in it, or read all of it with “check”',
  });
}

function unreadable(file: string, error: unknown): Problem {
  return rejection(file, {
    what: 'it could not be read',
    why: fileSystemReason(error),
    remedy: 'check that the file is there and who may read it, then reload',
  });
}
