import { describe, expect, test } from 'vitest';
import { createNewest } from '../../src/discord/newest.js';

/** A promise and what settles it. */
function held<T>() {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

describe('suggestions while somebody types', () => {
  test('are those for what was typed last; what waited in between is never looked up', async () => {
    const newest = createNewest(10_000);
    const first = held<string>();
    const looked: string[] = [];
    const look = (typed: string) => async () => {
      looked.push(typed);
      return typed === 'j' ? first.promise : typed;
    };
    const answers = ['j', 'jo', 'jol'].map((typed) => newest.run('ann', look(typed)));
    const other = newest.run('ben', look('x'));
    expect(await other).toBe('x');
    first.settle('j');
    expect(await Promise.all(answers)).toEqual([null, null, 'jol']);
    expect(looked).toEqual(['j', 'x', 'jol']);
  });

  test('that come too late are none', async () => {
    const newest = createNewest(1);
    const never = held<string>();
    expect(await newest.run('ann', () => never.promise)).toBeNull();
    never.settle('late');
    expect(await createNewest(10_000).run('ann', async () => 'in time')).toBe('in time');
  });

  test('that fail do so for whoever asked alone, and the next are found', async () => {
    const newest = createNewest(10_000);
    await expect(newest.run('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await newest.run('ann', async () => 'yes')).toBe('yes');
  });
});
