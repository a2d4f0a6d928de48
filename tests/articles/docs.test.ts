import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from './made.js';

const PAGE = readFileSync(new URL('../../docs/articles.md', import.meta.url), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, , example = '']) => example);

test('every example on the page about articles is read without a problem', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(7);
  for (const example of EXAMPLES) {
    const { articles, problems } = read(example, 'example');
    expect([articles.length > 0, problems.map(({ why }) => why)], example).toEqual([true, []]);
  }
});
