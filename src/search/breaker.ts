import { OutOfReachError } from './out-of-reach.js';

/** Runs `work`, unless what it needs was out of reach lately. */
export type Breaker = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A circuit breaker: after `failures` times out of reach in a row nothing is tried for `rest` milliseconds, and whoever asks is told at
 * once; then one is let through, and if it succeeds so are all.
 */
export function createBreaker(
  { failures, rest }: { failures: number; rest: number },
  now: () => number,
): Breaker {
  let failed = 0;
  let closedAt = 0;
  let last: OutOfReachError | undefined;
  return async (work) => {
    if (last && failed >= failures) {
      if (now() < closedAt) throw last;
      // This one tries; those that come meanwhile do not.
      closedAt = now() + rest;
    }
    try {
      const result = await work();
      failed = 0;
      return result;
    } catch (error) {
      if (error instanceof OutOfReachError) {
        failed++;
        last = error;
        closedAt = now() + rest;
      }
      throw error;
    }
  };
}
