/**
 * The archive cannot answer now. The message is a sentence that a person may read.
 * - `invalid`: the question or a filter means nothing
 * - `closed`: it has been closed
 * - `timeout`: the query ran too long and was given up
 * - `busy`: too many queries are waiting
 * - `stopped`: the search thread ended in the middle of it; a new one is being started
 * - `unreadable`: the article set cannot be read
 * - `unreachable`: what holds the index is out of reach; it is asked again by itself
 * - `failed`: a defect; the log has the cause
 */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  constructor(
    readonly code:
      | 'invalid'
      | 'closed'
      | 'timeout'
      | 'busy'
      | 'stopped'
      | 'unreadable'
      | 'unreachable'
      | 'failed',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
