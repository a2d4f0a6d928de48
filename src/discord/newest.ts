import { setTimeout as pause } from 'node:timers/promises';

/** Runs one piece of work a person at a time, and of those that wait only the newest. */
export type Newest = {
  /** What `work` gives; null where a newer one of the same person came meanwhile, or it took too long. Throws what `work` throws. */
  run<T>(user: string, work: () => Promise<T>): Promise<T | null>;
};

/** `longest` is in milliseconds, from the call on. */
export function createNewest(longest: number): Newest {
  const newest = new Map<string, { before: Promise<unknown> | undefined }>();
  const underWay = new Map<string, Promise<unknown>>();
  return {
    async run(user, work) {
      const own = { before: underWay.get(user) };
      newest.set(user, own);
      const isStale = () => newest.get(user) !== own;
      const begin = async () => {
        if (own.before) await own.before.catch(() => undefined);
        return isStale() ? null : work();
      };
      const found = begin();
      underWay.set(user, found);
      const done = new AbortController();
      const late = pause(longest, null, { signal: done.signal }).catch(() => null);
      try {
        const result = await Promise.race([found, late]);
        return isStale() ? null : result;
      } finally {
        done.abort();
        if (!isStale()) newest.delete(user);
        found
          .catch(() => undefined)
          .finally(() => {
            if (underWay.get(user) === found) underWay.delete(user);
          });
      }
    },
  };
}
