import { OutOfReachError } from '../search/out-of-reach.js';

/**
 * The state cannot be used now; what was asked for is not done.
 * - `locked`: another program holds it
 * - `damaged`: it is no whole database any more
 * - `newer`: a newer version of the bot wrote it
 * - `unwritable`: the file system refuses: no space, no right, no folder
 * - `unreachable`: it is in a cluster that does not answer, or refuses
 * - `gone`: the index in the cluster that it was read from is there no more
 */
export class StateError extends Error {
  override name = 'StateError';
  constructor(
    readonly code: 'locked' | 'damaged' | 'newer' | 'unwritable' | 'unreachable' | 'gone',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

const LOCKED = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL']);
const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** Any failure of the database, the file system or the cluster as one of ours. */
export function asStateError(error: unknown): StateError {
  if (error instanceof StateError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof OutOfReachError) return new StateError('unreachable', message, { cause: error });
  // Extended codes begin with the plain one: SQLITE_BUSY_SNAPSHOT.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const plain = code.split('_').slice(0, 2).join('_');
  if (LOCKED.has(plain)) return new StateError('locked', message, { cause: error });
  if (DAMAGED.has(plain)) return new StateError('damaged', message, { cause: error });
  return new StateError('unwritable', message, { cause: error });
}
