/** The store that holds an index cannot be asked now. The message says why, for whoever runs it; it never holds a secret. */
export class OutOfReachError extends Error {
  override name = 'OutOfReachError';
}
