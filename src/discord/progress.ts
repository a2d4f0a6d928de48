import type { View } from './view.js';

const PAUSE_MS = 2000;

/**
 * Shows views one at a time and at most every two seconds, dropping those in between.
 * `settled` waits for the one under way, so that none arrives after what follows.
 */
export function throttled(
  update: (view: View) => Promise<void>,
  now: () => number = () => performance.now(),
): { offer(view: () => View): void; settled(): Promise<void> } {
  let last = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | null = null;
  return {
    offer(view) {
      if (underWay || now() - last < PAUSE_MS) return;
      last = now();
      underWay = update(view()).finally(() => {
        underWay = null;
      });
    },
    async settled() {
      await underWay;
    },
  };
}
