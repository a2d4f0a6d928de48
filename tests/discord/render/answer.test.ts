import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCustomId, snapshotDigest } from '../../../src/discord/custom-id.js';
import { clean, unescapeMarkdown } from '../../../src/discord/escape.js';
import { answerView } from '../../../src/discord/render/answer.js';
import type { View } from '../../../src/discord/view.js';
import { en } from '../../../src/words/en.js';
import { fr } from '../../../src/words/fr.js';
import { answer, anyText, article, passage, turning } from '../made-up.js';

const parts = (view: View) => view.components.flatMap((container) => container.components);
const texts = (view: View) =>
  parts(view)
    .flatMap((part) => ('accessory' in part ? part.components : [part]))
    .flatMap((part) => ('content' in part ? [part.content] : []));
const buttons = (view: View) =>
  parts(view)
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .flatMap((button) =>
      'custom_id' in button
        ? [{ ...readCustomId(button.custom_id), disabled: 'disabled' in button && button.disabled }]
        : [],
    );

const one = passage(['The bridge is old.', 'It will close on Monday.', 'Buses stop at the mill.'], 1);

describe('an answer', () => {
  test('shows the question, the passage with the answering sentence in bold, and the source', () => {
    expect(texts(answerView(answer([one]), turning, en))).toEqual([
      '### When does the bridge close?',
      '> The bridge is old. **It will close on Monday.** Buses stop at the mill.',
      '-# [Bridge at Wickhollow to close](https://post.example/bridge#:~:text=The%20bridge%20is%20old%2E%20It%20will,Monday%2E%20Buses%20stop%20at%20the%20mill) · Wickhollow Post · 20 January 2022 · paragraph 7',
    ]);
  });

  test('names the filters', () => {
    const view = answerView(
      answer([one], { filters: { person: 'Mabel Orr', from: '2022-01-20' } }),
      turning,
      en,
    );
    expect(texts(view).slice(1, 3)).toEqual(['-# Person: Mabel Orr', '-# From: 2022-01-20']);
  });

  test('says where the saved copy lost the words of a link', () => {
    const view = answerView(answer([{ ...one, gaps: [105] }]), turning, en);
    expect(texts(view).at(-1)).toMatch(/\n-# The saved copy of the article lost the words of a link here\.$/);
  });

  test('has no buttons where one page holds it all', () => {
    expect(buttons(answerView(answer([one, one, one]), turning, en))).toEqual([]);
  });

  test('shows three passages a page, with buttons to the rest', () => {
    const view = answerView(answer([one, one, one, one, one]), turning, en);
    expect(texts(view).filter((text) => text.startsWith('> '))).toHaveLength(3);
    expect(texts(view).at(-1)).toBe('-# Passages 1–3 of 5');
    expect(buttons(view)).toMatchObject([
      { at: 0, disabled: true },
      {
        at: 3,
        disabled: false,
        command: 'ask',
        owner: turning.owner,
        private: false,
        snapshot: snapshotDigest('snapshot-1'),
      },
    ]);
  });

  test('goes back to where the page before starts', () => {
    const view = answerView(answer([one, one, one, one, one]), { ...turning, at: 3 }, en);
    expect(texts(view).at(-1)).toBe('-# Passages 4–5 of 5');
    expect(buttons(view)).toMatchObject([
      { at: 0, disabled: false },
      { at: 5, disabled: true },
    ]);
  });

  test('starts again where the page is no longer there', () => {
    expect(texts(answerView(answer([one]), { ...turning, at: 4 }, en))[1]).toContain('Monday');
  });

  test('says so where the archive has changed since', () => {
    const line = '-# The archive has changed since this was asked.';
    expect(texts(answerView(answer([one]), { ...turning, since: snapshotDigest('older') }, en))).toContain(
      line,
    );
    expect(
      texts(answerView(answer([one]), { ...turning, since: snapshotDigest('snapshot-1') }, en)),
    ).not.toContain(line);
  });

  test('cuts a passage that is too long at its ends only, and keeps the answering sentence', () => {
    const filler = Array.from({ length: 200 }, (_, i) => `Sentence number ${i} says nothing much.`);
    const long = passage([...filler, 'It will close on Monday.', ...filler], 200);
    const [, shown = ''] = texts(answerView(answer([long]), turning, en));
    const quote = (shown.split('\n')[0] ?? '').slice(2);
    expect(quote.startsWith('…') && quote.endsWith('…')).toBe(true);
    expect(long.text).toContain(quote.slice(1, -1).replaceAll('**', ''));
    expect(quote).toContain('**It will close on Monday.**');
  });

  test('shows nothing but words of the passage, whatever it holds', () => {
    fc.assert(
      fc.property(anyText(3000), (text) => {
        const any = passage([text || 'x']);
        const [, shown = ''] = texts(answerView(answer([any]), turning, en));
        const quote = shown
          .split('\n')
          .filter((line) => line.startsWith('> '))
          .map((line) => unescapeMarkdown(line.slice(2).replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1')))
          .join('\n')
          .replace(/…$/, '');
        expect(clean(any.text)).toContain(quote);
      }),
    );
  });
});

describe('no answer', () => {
  test.each([
    [en, '-# 3 articles without a date are left out.'],
    [fr, '-# 3 articles sans date sont écartés.'],
  ])('tells how many articles the dates left out for want of one', (words, line) => {
    const none = answer([], { filters: { from: '2022-01-01' }, undatedLeftOut: 3 });
    expect(texts(answerView(none, turning, words))).toContain(line);
  });

  test('is said plainly, with the reason and the nearest articles', () => {
    const none = answer([], { reason: 'no-match', unmatched: ['world', 'cup'], nearest: [article] });
    expect(texts(answerView(none, turning, en)).slice(1)).toEqual([
      '**The archive doesn’t say.**\nNo passage holds the words of the question. Nothing here mentions “world”, “cup”.',
      'Nearest articles\n- [Bridge at Wickhollow to close](https://post.example/bridge) · Wickhollow Post · 20 January 2022',
    ]);
  });
});
