import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from './made.js';

const PAGE = readFileSync(new URL('../../docs/articles.md', import.meta.url), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, , example = '']) => example);

test('every example on the page about articles is read, but feeds cut short for the page are teasers', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(7);
  for (const example of EXAMPLES) {
    const { articles, problems } = read(example, 'example');
    const words = problems.map(({ why }) => why).join();
    if (!words.includes('teaser')) expect([articles.length > 0, words]).toEqual([true, '']);
  }
});
