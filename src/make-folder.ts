import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, with those that it lies in; one that is there stays as it is.
 * Node's own `recursive` never ends where a file system takes no folders and says that there is none, as /proc does.
 * @throws what the file system throws
 */
export function makeFolder(path: string, options: { mode?: number } = {}): void {
  try {
    mkdirSync(path, options);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing && !existsSync(dirname(path))) {
      makeFolder(dirname(path), options);
      makeFolder(path, options);
    } else if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
