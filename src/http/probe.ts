import { setTimeout as sleep } from 'node:timers/promises';
import type { ArchiveStatus } from '../archive/archive.js';
import { ArchiveError } from '../archive/errors.js';
import type { Running } from './running.js';

// A load balancer gives up on a check after a few seconds.
const LONGEST_WAIT = 2000;
// However often somebody looks, the search thread is asked no more often than this.
const FRESH_FOR = 1000;

/** What the archive said of itself last, and whether it says so now. */
export type Probed = {
  archive: 'answers' | 'is still being opened' | 'is out of reach' | 'does not answer';
  /** The last that was heard; null where nothing ever was. */
  status: ArchiveStatus | null;
};

/** Asks the archive for its status, as any query is asked, and waits 2 s at most. Never throws. */
export function createProbe(running: Running): () => Promise<Probed> {
  let last: { status: ArchiveStatus; at: number } | undefined;
  let asking: Promise<Probed['archive']> | undefined;

  async function ask(archive: NonNullable<Running['archive']>): Promise<Probed['archive']> {
    try {
      last = { status: await archive.status(), at: performance.now() };
      return 'answers';
    } catch (error) {
      const isUnreachable = error instanceof ArchiveError && error.code === 'unreachable';
      return isUnreachable ? 'is out of reach' : 'does not answer';
    } finally {
      asking = undefined;
    }
  }

  return async () => {
    const { archive } = running;
    if (!archive) return { archive: 'is still being opened', status: null };
    if (last && performance.now() - last.at < FRESH_FOR) return { archive: 'answers', status: last.status };
    asking ??= ask(archive);
    const waited = new AbortController();
    const late = sleep(LONGEST_WAIT, 'does not answer' as const, { signal: waited.signal });
    const found = await Promise.race([asking, late.catch(() => 'does not answer' as const)]);
    waited.abort();
    return { archive: found, status: last?.status ?? null };
  };
}
