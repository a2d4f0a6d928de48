import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, measure } from '../../../src/discord/limits.js';
import { addedView } from '../../../src/discord/render/added.js';
import { alertView } from '../../../src/discord/render/alert.js';
import { followsView } from '../../../src/discord/render/follows.js';
import { problemsView } from '../../../src/discord/render/problems.js';
import { removalView } from '../../../src/discord/render/removal.js';
import { serverView } from '../../../src/discord/render/server.js';
import { gapsView, statusView } from '../../../src/discord/render/status.js';
import type { View } from '../../../src/discord/view.js';
import { MOST_FOLLOWS } from '../../../src/state/follows.js';
import { en } from '../../../src/words/en.js';
import { fr } from '../../../src/words/fr.js';
import { anyArticle, anyProblem, anyText, turning } from '../made-up.js';

const anyWords = fc.constantFrom(en, fr);
const anySnowflake = fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n - 1n }).map(String);

/** Within the limits, nothing empty, and no mention that our own words did not make. */
function expectSound({ components }: View) {
  const size = measure(components);
  expect(size.text).toBeLessThanOrEqual(LIMITS.text);
  expect(size.components).toBeLessThanOrEqual(LIMITS.components);
  expect(size.customId).toBeLessThanOrEqual(LIMITS.customId);
  const texts = components.flatMap((container) =>
    container.components.flatMap((part) => ('content' in part ? [part.content] : [])),
  );
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  // An address in a link mentions nobody.
  for (const text of texts)
    expect(text.replaceAll(/\]\([^)]*\)/g, ']')).not.toMatch(/(?<!\\)@(?:everyone|here)|(?<!\\)<@/);
}

const anyFollow = fc.record({
  id: fc.nat(),
  guild: anySnowflake,
  channel: anySnowflake,
  kind: fc.constantFrom('person' as const, 'topic' as const),
  what: anyText(200).map((text) => text.slice(0, 200)),
  locale: fc.constant('en'),
  paused: fc.constantFrom(null, 'gone' as const, 'forbidden' as const, 'not-public' as const),
});

describe('every message to admins is sound, whatever it shows', () => {
  test('settings of a server', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.option(fc.array(anySnowflake, { maxLength: 50 })),
        fc.option(fc.array(anyText(100), { maxLength: 50 })),
        anyWords,
        (isPrivate, channels, publications, words) =>
          expectSound(serverView({ private: isPrivate, channels, publications }, words)),
      ),
    );
  });

  test('problems, at any page', () => {
    fc.assert(
      fc.property(fc.array(anyProblem, { maxLength: 20 }), fc.nat(30), anyWords, (problems, at, words) =>
        expectSound(problemsView(problems, { ...turning, at }, 's', words)),
      ),
    );
  });

  test('problems of a large set, in a file that Discord takes, which says how many it lacks', () => {
    const problem = (at: number) => ({
      ...{ file: `${at}.html`, line: null, rejected: false, what: 'é'.repeat(120), why: 'x', remedy: 'x' },
    });
    const problems = Array.from({ length: 40_000 }, (_, at) => problem(at));
    const [file] = problemsView(problems, turning, 's', en).files ?? [];
    const text = String(file?.data);
    expect(Buffer.byteLength(text)).toBeGreaterThan(7.9e6);
    expect(Buffer.byteLength(text)).toBeLessThan(8.1e6);
    const last = /\n\n(\d+) more problems: .* npm start -- check lists every one\.$/.exec(text);
    expect(Number(last?.[1]) + [...text.matchAll(/^\d+\.html/gm)].length).toBe(40_000);
    const few = problemsView(problems.slice(0, 3), turning, 's', en).files?.[0];
    expect(String(few?.data)).not.toContain('more problem');
  });

  test('the status of the archive, and questions without an answer', () => {
    const anyGap = fc.record({ question: anyText(300), count: fc.nat(), last: fc.constant('2026-01-02') });
    fc.assert(
      fc.property(
        fc.array(anyGap, { maxLength: 40 }),
        fc.array(anyText(2000), { maxLength: 5 }),
        fc.constantFrom(
          null,
          'locked' as const,
          'damaged' as const,
          'newer' as const,
          'unwritable' as const,
          'gone' as const,
          'not-taken-over' as const,
        ),
        anyWords,
        (gaps, movedAside, unusable, words) => {
          expectSound(gapsView(gaps, words));
          const counts = { articles: 1, passages: 2, quotations: 3, people: 4 };
          const status = {
            ...counts,
            snapshot: 's',
            builtAt: '2026-01-01T00:00:00Z',
            directory: '/a',
            engine: 'lunr',
            problems: 0,
          };
          expectSound(
            statusView(
              status,
              { memory: 1e9, now: new Date(0), health: { unusable, movedAside, unread: true } },
              words,
            ),
          );
        },
      ),
    );
  });

  test('files that were sent', () => {
    const anyRead = fc.tuple(fc.array(anyArticle, { maxLength: 9 }), fc.array(anyProblem, { maxLength: 9 }));
    const anySent = fc.tuple(anyText(300), fc.option(anyRead)).map(([name, read]) => {
      if (!read) return { name, why: en.archive.add.refused.failed };
      const [references, problems] = read;
      const articles = references.map((reference) => ({
        ...reference,
        tagline: null,
        paragraphs: ['a'],
        text: 'a',
        removed: [],
        gaps: [],
      }));
      return { name, result: { articles, problems }, known: new Set(references.map(({ id }) => id)) };
    });
    fc.assert(
      fc.property(
        fc.array(anySent, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(null, 'abcd-_12'),
        anyWords,
        (sent, id, words) => expectSound(addedView(sent, id, '12345678901234567890', words)),
      ),
    );
  });

  test('an article that is to be taken out', () => {
    fc.assert(
      fc.property(anyArticle, anyWords, (article, words) =>
        expectSound(removalView({ ...article, id: '0123456789abcdef' }, '12345678901234567890', words)),
      ),
    );
  });

  test('as many things as a server may follow, with long names and all paused', () => {
    const paused = ['not-public', 'gone'] as const;
    for (const words of [en, fr]) {
      const follows = Array.from({ length: MOST_FOLLOWS }, (_, at) => ({
        id: at,
        guild: '9'.repeat(20),
        channel: '9'.repeat(20),
        kind: 'person' as const,
        what: 'é'.repeat(200),
        locale: 'en',
        paused: paused[at % 10 === 0 ? 1 : 0] ?? null,
      }));
      expectSound(followsView(follows, words));
    }
  });

  test('what a server follows, and what is posted of it', () => {
    const anyItem = fc.record({
      key: fc.constant('k'),
      text: anyText(3000),
      article: anyArticle,
      paragraph: fc.nat(999),
      isQuote: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyFollow, { minLength: 1, maxLength: 20 }),
        fc.array(anyItem, { minLength: 1, maxLength: 8 }),
        anyWords,
        (follows, items, words) => {
          expectSound(followsView(follows, words));
          for (const follow of follows.slice(0, 1)) expectSound(alertView(follow, items, words));
        },
      ),
    );
  });
});
