import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateLimit } from '../../src/discord/rate-limit.js';

describe('what one person may ask', () => {
  test('is three things at once, whoever else asks', () => {
    const rateLimit = createRateLimit(() => 0);
    const entries = [1, 2, 3].map(() => rateLimit.begin('ann'));
    expect(entries.every(({ ok }) => ok)).toBe(true);
    expect(rateLimit.begin('ann')).toEqual({ ok: false, why: 'busy' });
    expect(rateLimit.begin('ben').ok).toBe(true);
    const [first] = entries;
    if (first?.ok) first.end();
    expect(rateLimit.begin('ann').ok).toBe(true);
    expect(rateLimit.begin('ann')).toEqual({ ok: false, why: 'busy' });
  });

  test('ends once, however often that is said', () => {
    const rateLimit = createRateLimit(() => 0);
    const entry = rateLimit.begin('ann');
    rateLimit.begin('ann');
    rateLimit.begin('ann');
    if (entry.ok) {
      entry.end();
      entry.end();
    }
    expect(rateLimit.begin('ann').ok).toBe(true);
    expect(rateLimit.begin('ann').ok).toBe(false);
  });

  test('is twenty in a row, then one every three seconds, and twenty again after a minute', () => {
    let time = 0;
    const rateLimit = createRateLimit(() => time);
    const ask = () => {
      const entry = rateLimit.begin('ann');
      if (entry.ok) entry.end();
      return entry;
    };
    const row = () => Array.from({ length: 20 }, ask).filter(({ ok }) => ok).length;
    expect(row()).toBe(20);
    expect(ask()).toEqual({ ok: false, why: 'often', seconds: 3 });
    time += 3000;
    expect(ask().ok).toBe(true);
    expect(ask().ok).toBe(false);
    time += 60_000;
    expect(row()).toBe(20);
  });

  test('is never refused to somebody who asks one thing every three seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3000, max: 100_000 }), { maxLength: 200 }), (pauses) => {
        let time = 0;
        const rateLimit = createRateLimit(() => time);
        for (const pause of pauses) {
          time += pause;
          const entry = rateLimit.begin('ann');
          expect(entry.ok).toBe(true);
          if (entry.ok) entry.end();
        }
      }),
    );
  });

  test('is counted also where very many people ask', () => {
    let time = 0;
    const rateLimit = createRateLimit(() => time++);
    rateLimit.begin('ann');
    rateLimit.begin('ann');
    for (let person = 0; person < 30_000; person++) {
      const entry = rateLimit.begin(`p${person}`);
      if (entry.ok) entry.end();
    }
    expect(rateLimit.begin('ann').ok).toBe(true);
    expect(rateLimit.begin('ann').ok).toBe(false);
  });
});
