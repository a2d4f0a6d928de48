import { expect, it } from 'vitest';
import { createBreaker } from '../../src/search/breaker.js';
import { OutOfReachError } from '../../src/search/out-of-reach.js';

const GONE = new OutOfReachError('gone');

it('asks again and again where what is asked answers, or fails by its own fault', async () => {
  const breaker = createBreaker({ failures: 2, rest: 1000 }, () => 0);
  let asked = 0;
  const work = async (error?: Error) => {
    asked++;
    if (error) throw error;
  };
  for (const error of [
    undefined,
    new Error('a defect'),
    new Error('a defect'),
    new Error('a defect'),
    GONE,
    undefined,
    GONE,
  ])
    await breaker(() => work(error)).catch(() => {});
  await breaker(() => work());
  expect(asked).toBe(8);
});

it('asks nothing for a while where what is asked was out of reach, then one, and all if that is answered', async () => {
  let now = 0;
  let asked = 0;
  let isBack = false;
  const breaker = createBreaker({ failures: 2, rest: 1000 }, () => now);
  const ask = () =>
    breaker(async () => {
      asked++;
      if (!isBack) throw GONE;
      return 'here';
    });
  for (let times = 0; times < 5; times++) await expect(ask()).rejects.toBe(GONE);
  expect(asked).toBe(2);
  now = 1000;
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  expect([first.status, second.status, asked]).toEqual(['rejected', 'rejected', 3]);
  isBack = true;
  await expect(ask()).rejects.toBe(GONE);
  now = 2000;
  expect(await ask()).toBe('here');
  expect(await ask()).toBe('here');
});
