/** Something kept on disk is not as it was written, and has to be made anew. */
export class DamagedError extends Error {
  override name = 'DamagedError';
}

/** An index outside this machine is no longer there, and has to be made anew; what is kept on disk is good. */
export class IndexGoneError extends Error {
  override name = 'IndexGoneError';
}
