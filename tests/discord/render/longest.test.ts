import { describe, expect, test } from 'vitest';
import { withAction, withSharer, withSharing } from '../../../src/discord/actions.js';
import { bytes, LIMITS, measure } from '../../../src/discord/limits.js';
import type { View } from '../../../src/discord/view.js';
import { en } from '../../../src/words/en.js';
import { fr } from '../../../src/words/fr.js';
import { longestViews, OWNER } from '../longest.js';

// Of one, two, three and four bytes a character; escaped, in words, without any, and from right to left.
const FILLS = ['m', '*', 'é ', '字', '😀', 'שלום'];
// What is the longest is not always what takes most: of shorter things more are shown.
const SHARES = [1, 0.5, 0.2];
/** Those that may be shared or deleted, by the buttons that the router adds. */
const IS_SHAREABLE = /answer|quotations|verification|people|profile|timeline|article/;
const QUOTING = [
  'answer',
  'quotations',
  'evidence',
  'verification',
  'timeline',
  'context',
  'further on',
  'alert',
];

function expectFits({ components }: View, name: string, text: number, inAll: number) {
  const size = measure(components);
  expect(size.text, name).toBeLessThanOrEqual(text);
  expect(size.components, name).toBeLessThanOrEqual(inAll);
  expect(size.customId, name).toBeLessThanOrEqual(LIMITS.customId);
  const customIds = JSON.stringify(components).match(/"custom_id":"[^"]*"/g) ?? [];
  expect(new Set(customIds).size, name).toBe(customIds.length);
}

/** Some of the words is shown wherever there are any, and where they stand. */
function expectQuotes({ components }: View, name: string) {
  const texts = textsOf(components);
  const quotes = texts.flatMap((text) => text.match(/^> .*$/gm) ?? []);
  expect(quotes.length, name).toBeGreaterThan(0);
  for (const quote of quotes) expect(bytes(quote), `${name}: ${quote}`).toBeGreaterThan(80);
  expect(texts.join('\n'), name).toMatch(/paragraphe?s? \d/);
}

const textsOf = (node: unknown): string[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) =>
        key === 'content' && typeof value === 'string' ? [value] : textsOf(value),
      )
    : [];

describe.each([
  ['English', en],
  ['French', fr],
])('where everything is as long as it can be, in %s', (_, words) => {
  test.each(FILLS)('and of “%s”, messages are within Discord’s limits and show what they quote', (fill) => {
    for (const [name, view] of SHARES.flatMap((share) => Object.entries(longestViews(fill, share, words)))) {
      expectFits(view, name, LIMITS.text, LIMITS.components);
      if (IS_SHAREABLE.test(name)) {
        const signed = withAction(withSharer(view, OWNER, words), false, OWNER, words);
        const refused = withSharing(view, OWNER, words, 'share', words.share.uncertain);
        for (const each of [signed, refused])
          expectFits(each, name, LIMITS.textInAll, LIMITS.componentsInAll);
      }
      if (QUOTING.includes(name)) expectQuotes(view, name);
    }
  });
});
