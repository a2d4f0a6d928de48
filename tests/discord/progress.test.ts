import { expect, test } from 'vitest';
import { throttled } from '../../src/discord/progress.js';
import { notice } from '../../src/discord/render/notice.js';

const view = () => notice('x');

test('progress is shown at once, then at most every two seconds, one at a time', async () => {
  let now = 0;
  let shown = 0;
  const progress = throttled(
    async () => {
      shown += 1;
    },
    () => now,
  );
  const at = async (time: number) => {
    now = time;
    progress.offer(view);
    await progress.settled();
    return shown;
  };
  expect([await at(0), await at(10), await at(1999), await at(2000), await at(2001)]).toEqual([
    1, 1, 1, 2, 2,
  ]);
});

test('settling waits for the one under way, and another is not started meanwhile', async () => {
  let finish = () => {};
  let started = 0;
  let now = 0;
  const progress = throttled(
    () => {
      started += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    () => now,
  );
  progress.offer(view);
  now = 5000;
  progress.offer(view);
  expect(started).toBe(1);
  let settled = false;
  const waiting = progress.settled().then(() => {
    settled = true;
  });
  expect(settled).toBe(false);
  finish();
  await waiting;
  expect(settled).toBe(true);
});
