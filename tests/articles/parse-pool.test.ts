import { afterEach, describe, expect, test } from 'vitest';
import { createParsePool, type ParsePool } from '../../src/articles/parse-pool.js';

const pools: ParsePool[] = [];

function oddPool(): ParsePool {
  const script = new URL('../support/odd-parser.mjs', import.meta.url);
  const pool = createParsePool({ script, timeLimit: 2000, memoryLimit: 32 });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('threads that parse files', () => {
  test.each([
    ['endless', 'it took longer than 2 seconds'],
    ['hungry', 'it took more than 32 MiB of memory'],
    ['dies', 'the thread that read it ended'],
    ['throws', 'a defect'],
  ])('GIVEN a file that is %s THEN it alone is lost, with the reason', async (name, why) => {
    const pool = oddPool();
    const names = ['a', 'b', name, 'c', 'd', 'e'];
    const results = await Promise.all(
      names.map((one) => pool.parse({ bytes: new Uint8Array(3), name: one })),
    );
    expect(results.map(({ problems }) => problems.length)).toEqual([0, 0, 1, 0, 0, 0]);
    expect(results[2]?.problems[0]).toMatchObject({ file: name, rejected: true, why });
  });

  test('GIVEN more files than threads THEN each gets its own result', async () => {
    const pool = oddPool();
    const names = Array.from({ length: 200 }, (_, index) => `file-${index}`);
    const results = await Promise.all(names.map((one) => pool.parse({ bytes: Buffer.from(one), name: one })));
    expect(results).toEqual(names.map((name) => ({ articles: [], problems: [], name })));
  });

  test('GIVEN files that each take the thread down THEN all are told and none is waited for without end', async () => {
    const pool = oddPool();
    const results = await Promise.all(
      Array.from({ length: 12 }, () => pool.parse({ bytes: new Uint8Array(1), name: 'dies' })),
    );
    expect(results.every(({ problems }) => problems.length === 1)).toBe(true);
  });
});
