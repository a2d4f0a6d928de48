/** Something kept on disk is not as it was written, and has to be made anew. */
export class DamagedError extends Error {
  override name = 'DamagedError';
}
