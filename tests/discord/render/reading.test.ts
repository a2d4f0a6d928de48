import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCustomId, readPlace, snapshotDigest } from '../../../src/discord/custom-id.js';
import { bytes, LIMITS, measure, withinLimits } from '../../../src/discord/limits.js';
import { articleView } from '../../../src/discord/render/article.js';
import { citeView } from '../../../src/discord/render/cite.js';
import { contextView } from '../../../src/discord/render/context.js';
import { pageFrom, startBefore } from '../../../src/discord/render/pages.js';
import { drawParagraph } from '../../../src/discord/render/paragraph.js';
import { readBack } from '../../../src/discord/state.js';
import type { View } from '../../../src/discord/view.js';
import type { Span } from '../../../src/text/span.js';
import { en } from '../../../src/words/en.js';
import { fr } from '../../../src/words/fr.js';
import { anyReader, openedAt, readerOf } from '../made-article.js';
import { anyText, article, turning } from '../made-up.js';

const parts = (view: View) => view.components.flatMap((container) => container.components);
const texts = (view: View) => parts(view).flatMap((part) => ('content' in part ? [part.content] : []));
type Pressable = { label: string; disabled: boolean; command?: string; at?: number; choice?: string | null };
const buttons = (view: View): Pressable[] =>
  parts(view)
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .flatMap((button) => {
      if (!('custom_id' in button) || !('label' in button)) return [];
      const { command, at, choice } = readCustomId(button.custom_id) ?? {};
      const pressable = { label: button.label ?? '', disabled: button.disabled ?? false };
      return [{ ...pressable, ...(command && at !== undefined && { command, at, choice: choice ?? null }) }];
    });

function expectFits({ components }: View) {
  expect(measure(components).text).toBeLessThanOrEqual(LIMITS.text);
  expect(withinLimits(components)).toBe(true);
  const customIds = JSON.stringify(components).match(/"custom_id":"[^"]*"/g) ?? [];
  expect(new Set(customIds).size).toBe(customIds.length);
  for (const text of texts({ components })) expect(text.trim()).not.toBe('');
}

const TOWN = [
  'The bridge is old. It was built for carts.',
  'What it costs',
  '“We will not close the bridge before the winter,” said Mabel Thrale, the harbour master.',
  'Edwin Thrale called that “a promise”. “Nobody asked,” said Ida Knoll.',
];
const town = () =>
  readerOf(TOWN, { headings: [1], gaps: [18], archivedUrl: 'https://copies.example/bridge' });

describe('an article', () => {
  test('shows its title, where it is from, its paragraphs, and who said what stands in bold', () => {
    const { read } = town();
    expect(texts(articleView(read(0), 'bridge', turning, en))).toEqual([
      '### Bridge at Wickhollow to close',
      '-# Wickhollow Post · 20 January 2022 · by Ada Fenn · [link](https://post.example/bridge) · [archived copy](https://copies.example/bridge)',
      [
        '> The bridge is old. It was built for carts.\n-# The saved copy lost the words of a link here, after “…The bridge is old.”.',
        '> **What it costs**',
        '> “**We will not close the bridge before the winter,**” said Mabel Thrale, the harbour master.\n-# Said by Mabel Thrale, harbour master',
        '> Edwin Thrale called that “**a promise**”. “**Nobody asked,**” said Ida Knoll.\n-# “a promise” Edwin Thrale\n-# “Nobody asked,” Ida Knoll',
      ].join('\n\n'),
    ]);
  });

  test('has pages, whose buttons name it by its id, and whose title is read back', () => {
    const { read } = readerOf(
      Array.from({ length: 40 }, (_, at) => `Paragraph ${at}. ${'It is old. '.repeat(20)}`.trim()),
    );
    const first = articleView(read(0), 'bridge', turning, en);
    expect(texts(first).at(-1)).toMatch(/^-# Paragraphs 1–\d+ of 40$/);
    const [previous, next] = buttons(first);
    expect(previous).toMatchObject({ label: 'Previous', disabled: true });
    expect(next).toMatchObject({ label: 'Next', disabled: false, command: 'article', choice: article.id });
    expect(readBack(first.components)).toEqual([{ name: 'title', value: article.title }]);
    const second = articleView(read(next?.at ?? 0), 'bridge', { ...turning, at: next?.at ?? 0 }, en);
    expect(buttons(second)[0]).toMatchObject({ at: 0, disabled: false });
  });

  test('of several that fit is asked for, with a button each', () => {
    const others = [
      article,
      { ...article, id: 'ffffffffffffffff', title: 'Bridge [old] to stay', url: null },
    ];
    const result = { ...town().read(0), article: null, fits: 7, others };
    const view = articleView(result, 'bridge', turning, en);
    expect(texts(view)[1]).toContain('That fits 7 articles. Which do you mean?\n1. [Bridge at Wickhollow');
    expect(texts(view)[2]).toContain('the first 2');
    expect(buttons(view)).toMatchObject([
      { label: expect.stringContaining('1. Bridge at Wickhollow'), choice: article.id },
      { label: '2. Bridge [old] to stay (Wickhollow Post, 20 January 2022)', choice: 'ffffffffffffffff' },
    ]);
    expectFits(view);
  });

  test('that is not there is said to be so', () => {
    const result = { ...town().read(0), article: null, fits: 0, others: [] };
    expect(texts(articleView(result, '@everyone', turning, en))[1]).toBe(
      'No article of the archive has a title like “\\@everyone”.',
    );
  });

  test('is within limits at any place, in any language, whatever it holds', () => {
    fc.assert(
      fc.property(
        anyReader,
        fc.nat(9999),
        fc.constantFrom(en, fr),
        anyText(300),
        (made, place, words, typed) => {
          const at = place % made.article.text.length;
          expectFits(articleView(made.read(at), typed || 'x', { ...turning, at }, words));
          const { article: found, ...rest } = made.read(at);
          const others = found ? [found] : [];
          expectFits(articleView({ ...rest, article: null, fits: 9, others }, typed || 'x', turning, words));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('words in context', () => {
  const quote = 'We will not close the bridge before the winter,';
  const opened = () => {
    const made = town();
    const start = made.article.text.indexOf(quote);
    return openedAt(made, start, start + quote.length);
  };

  test('stand in bold in their paragraph, between those around it, with a link to them and an archived copy', () => {
    const view = contextView(opened(), null, turning, en);
    expect(texts(view)).toEqual([
      '### In context',
      [
        '> **What it costs**',
        `> “**${quote}**” said Mabel Thrale, the harbour master.`,
        '> Edwin Thrale called that “a promise”. “Nobody asked,” said Ida Knoll.',
      ].join('\n\n'),
      '-# [Bridge at Wickhollow to close](https://post.example/bridge#:~:text=We%20will%20not%20close%20the%20bridge,before%20the%20winter) · Wickhollow Post · 20 January 2022 · paragraphs 2–4 · [archived copy](https://copies.example/bridge)',
    ]);
    expect(buttons(view).map(({ label, disabled }) => [label, disabled])).toEqual([
      ['Earlier', false],
      ['Later', true],
      ['In context', true],
      ['Evidence', false],
      ['Cite', false],
    ]);
  });

  test('have no way to who said them where nobody did', () => {
    const made = town();
    expect(buttons(contextView(openedAt(made, 0, 18), null, turning, en)).map(({ label }) => label)).toEqual([
      'In context',
      'Cite',
    ]);
  });

  test('say that the archive has changed', () => {
    const view = contextView(opened(), null, { ...turning, since: snapshotDigest('older') }, en);
    expect(texts(view)).toContain('-# The archive has changed since this was asked.');
  });

  test('are on the first page that is opened, within limits, whatever stands around them', () => {
    fc.assert(
      fc.property(anyReader, fc.nat(), fc.nat(), fc.constantFrom(en, fr), (made, from, length, words) => {
        const start = from % made.article.text.length;
        const end = Math.min(made.article.text.length, start + 1 + (length % 2000));
        const opened = openedAt(made, start, end);
        const view = contextView(opened, null, turning, words);
        expectFits(view);
        const before = buttons(view).find(({ label }) => label === words.context.earlier);
        const after = buttons(view).find(({ label }) => label === words.context.later);
        for (const turn of [before, after]) {
          if (!turn || turn.disabled) continue;
          const at = turn.at ?? 0;
          expectFits(contextView({ ...opened, result: made.read(at) }, at, { ...turning, at }, words));
        }
        // The page shows the beginning of the words: what comes before it ends there, what follows begins later.
        if (after) expect(after.at).toBeGreaterThan(start);
      }),
      { numRuns: 150 },
    );
  });
});

describe('pages of an article', () => {
  const draw = (paragraph: Parameters<typeof drawParagraph>[0], span: Span) =>
    drawParagraph(paragraph, span, []);

  test('read one after another are all of it, each within its room, and back again too', () => {
    fc.assert(
      fc.property(anyReader, fc.integer({ min: 600, max: 3500 }), ({ article: { text }, read }, room) => {
        let at = 0;
        let turns = 0;
        while (at < text.length) {
          const page = pageFrom(read(at).paragraphs, at, room, draw);
          expect(page.start).toBe(at);
          expect(page.end).toBeGreaterThan(at);
          expect(bytes(page.blocks.join('\n\n'))).toBeLessThanOrEqual(room);
          // Nothing is skipped but the blank line between paragraphs.
          const next = page.end < text.length ? page.end : text.length;
          expect(++turns).toBeLessThan(2000);
          at = next;
        }
        while (at > 0) {
          const start = startBefore(read(at).paragraphs, at, room, draw);
          expect(start).toBeLessThan(at);
          at = start;
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a citation', () => {
  test('is a code block in the format that is asked for, with a button for each of the others', () => {
    const made = town();
    const start = made.article.text.indexOf('a promise');
    const opened = openedAt(made, start, start + 'a promise'.length);
    const view = citeView(opened, 0, turning, en);
    expect(texts(view).at(-1)).toBe(
      '```text\n“a promise” (Edwin Thrale)\nAda Fenn, “Bridge at Wickhollow to close”, Wickhollow Post, 20 January 2022, paragraph 4.\nhttps://post.example/bridge\nArchived copy: https://copies.example/bridge\n```',
    );
    expect(buttons(view).map(({ label, disabled, at }) => [label, disabled, at])).toEqual([
      ['Text', true, 1],
      ['Markdown', false, 2],
      ['BibTeX', false, 3],
      ['RIS', false, 4],
      ['In context', false, start],
      ['Evidence', false, start],
      ['Cite', true, 0],
    ]);
    expect(texts(citeView(opened, 3, turning, en)).at(-1)).toMatch(/^```bib\n@article\{/);
    expect(texts(citeView(opened, 4, turning, en)).at(-1)).toMatch(
      /^```text\nTY {2}- NEWS\n[^\r]*\nER {2}-\n```$/,
    );
  });

  test('of too many words is cut at its end, and says so', () => {
    const made = readerOf(['Nobody in this town has to swim. '.repeat(300).trim()]);
    const view = citeView(openedAt(made, 0, made.article.text.length), 1, turning, en);
    expect(texts(view).at(-2)).toMatch(/swim…”\nAda Fenn, /);
    expect(texts(view).at(-1)).toBe(`-# ${en.cite.cut}`);
    expectFits(view);
  });

  test('stays in its code block and within limits, whatever is cited', () => {
    fc.assert(
      fc.property(
        anyReader,
        fc.nat(),
        fc.nat(),
        fc.nat(5),
        fc.constantFrom(en, fr),
        (made, from, length, at, words) => {
          const start = from % made.article.text.length;
          const end = Math.min(made.article.text.length, start + 1 + (length % 5000));
          const view = citeView(openedAt(made, start, end), at, { ...turning, at }, words);
          expectFits(view);
          const [block = '', ...more] = texts(view).filter((text) => text.includes('```'));
          expect(more).toEqual([]);
          expect(block.match(/```/g)).toHaveLength(2);
          expect(block).toMatch(/^```(?:text|md|bib)\n[\s\S]*\n```$/);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a button about words carries where they stand', () => {
  const view = contextView(openedAt(town(), 0, 18), null, turning, en);
  const [id = ''] = JSON.stringify(view).match(/p1\.cite[^"]*/) ?? [];
  const state = readCustomId(id);
  expect(readPlace(state?.item ?? '')).toMatchObject({ start: 0, length: 18 });
  expect(state?.choice).toBe(article.id);
});
