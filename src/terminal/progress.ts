import type { Progress } from '../archive/archive.js';
import { en } from '../words/en.js';
import type { Streams } from './screen.js';

const WIDTH = 24;
/** Shorter work is over before a person has read a line about it. */
const SHOWN_AFTER = 1000;
const REDRAWN_EVERY = 100;
const CLEAR_LINE = '\r\u001B[2K';

/** A line that shows how far something has come, where a person looks on; `done` takes it away. */
export type ProgressBar = { show(progress: Progress): void; done(): void };

/** A bar on `errors`, which draws nothing unless that is a terminal and the work takes over a second. */
export function createProgressBar(errors: Streams['errors']): ProgressBar {
  const started = performance.now();
  let drawn = 0;
  return {
    show({ stage, done, total }) {
      const now = performance.now();
      if (!errors.isTTY || now - started < SHOWN_AFTER || now - drawn < REDRAWN_EVERY || total === 0) return;
      drawn = now;
      const filled = Math.round((done / total) * WIDTH);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
      errors.write(`${CLEAR_LINE}${en.reload.stages[stage].padEnd(19)}${bar} ${done} of ${total}`);
    },
    done() {
      if (drawn > 0) errors.write(CLEAR_LINE);
      drawn = 0;
    },
  };
}
