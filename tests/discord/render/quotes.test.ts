import { describe, expect, test } from 'vitest';
import { evidenceView } from '../../../src/discord/render/evidence.js';
import { quotesView } from '../../../src/discord/render/quotes.js';
import type { View } from '../../../src/discord/view.js';
import { en } from '../../../src/words/en.js';
import { article, person, quotation, quotes, turning } from '../made-up.js';

const texts = (view: View) =>
  view.components
    .flatMap((container) => container.components)
    .flatMap((part) => ('accessory' in part ? part.components : [part]))
    .flatMap((part) => ('content' in part ? [part.content] : []));

const SOURCE =
  '-# [Bridge at Wickhollow to close](https://post.example/bridge#:~:text=We%20will%20mend%20it) · Wickhollow Post · 20 January 2022 · paragraph 3';

describe('quotations', () => {
  test('are shown in quotation marks, with source and evidence, its mention and cue in bold', () => {
    expect(texts(quotesView(quotes([quotation('We will mend it')]), turning, en))).toEqual([
      '### Mabel Orr',
      '-# Mayor of Wickhollow · 1 quotation',
      '> “We will mend it”',
      `${SOURCE}\n-# Evidence: “We will mend it,” **Ms Orr** **said**.`,
    ]);
  });

  test('say for whom they are shown where the name was misspelt', () => {
    const view = quotesView(
      quotes([quotation('No')], { query: { person: 'Mable Ore' }, matched: 'spelling' }),
      turning,
      en,
    );
    expect(texts(view).slice(0, 3)).toEqual([
      '### Mabel Orr',
      '-# Asked for: Mable Ore',
      '-# Showing Mabel Orr, the nearest name · Mayor of Wickhollow · 1 quotation',
    ]);
  });

  test('say how many articles the dates left out for want of one, also where nothing is left', () => {
    const left = { query: { person: 'Mabel Orr', from: '2022-01-01' }, undatedLeftOut: 1 };
    expect(texts(quotesView(quotes([quotation('No')], left), turning, en))).toContain(
      '-# Mayor of Wickhollow · 1 quotation · 1 article without a date is left out.',
    );
    expect(texts(quotesView(quotes([], left), turning, en)).at(-1)).toContain(
      'fits what you asked for. 1 article without a date is left out.',
    );
  });

  test('name others whom the name fits', () => {
    const other = { ...person, id: 'x', name: 'Edwin Orr', roles: [] };
    const view = quotesView(quotes([quotation('No')], { others: [other] }), turning, en);
    expect(texts(view)).toContain('-# The name also fits');
    expect(JSON.stringify(view)).toContain('"label":"Edwin Orr"');
  });

  test('name the other articles that print the words, and the role that the article gives', () => {
    const found = quotation('No');
    const elsewhere = { ...found, article: { ...article, title: 'Bridge stays', url: null } };
    const merged = {
      ...found,
      speaker: found.speaker && { ...found.speaker, role: 'harbour master' },
      also: [elsewhere, elsewhere, elsewhere],
    };
    const [, also, second, more, role] =
      texts(quotesView(quotes([merged]), turning, en))
        .at(-1)
        ?.split('\n') ?? [];
    expect([also, second]).toEqual(
      Array(2).fill('-# Also in Bridge stays · Wickhollow Post · 20 January 2022 · paragraph 3'),
    );
    expect([more, role]).toEqual(['-# and in 1 more place', '-# Described there as: harbour master']);
  });

  test('that are only likely theirs are marked so', () => {
    const found = quotation('No');
    const likely = {
      ...found,
      speaker: found.speaker && { ...found.speaker, confidence: 'likely' as const },
    };
    expect(texts(quotesView(quotes([likely]), turning, en)).at(-1)).toContain('-# Likely, from: ');
  });

  test('are three a page, and fewer where they are long', () => {
    const short = quotes(
      Array.from({ length: 10 }, (_, i) => quotation(`Short ${i}`)),
      { total: 12 },
    );
    expect(texts(quotesView(short, turning, en)).at(-1)).toBe('-# Quotations 1–3 of 12');
    const long = quotes(
      Array.from({ length: 10 }, () => quotation('Words '.repeat(150).trim())),
      { total: 12 },
    );
    expect(texts(quotesView(long, turning, en)).at(-1)).toBe('-# Quotations 1–2 of 12');
  });

  test('of nobody are said to be so', () => {
    const view = quotesView(
      quotes([], { query: { person: 'Zed' }, person: null, matched: null }),
      turning,
      en,
    );
    expect(texts(view)).toEqual(['### Zed', '**No quotations.**\nThe archive quotes nobody called “Zed”.']);
  });

  test('that no date fits are said to be none', () => {
    const view = quotesView(quotes([], { query: { person: 'Mabel Orr', from: '2030-01-01' } }), turning, en);
    expect(texts(view).at(-1)).toBe('**No quotations.**\nNo quotation of Mabel Orr fits what you asked for.');
  });
});

describe('the evidence of a quotation', () => {
  test('shows the words, who said them, how that is known, the proof in the words of the article, and the source', () => {
    expect(texts(evidenceView(quotation('We will mend it'), 'snapshot-1', turning, en))).toEqual([
      '### Who said this',
      '> “We will mend it”',
      '**Mabel Orr**\nCertain: the speaker and the word for speaking follow the quotation.\nShown by: “Ms Orr”, “said”',
      'The article’s own words:\n> “We will mend it,” **Ms Orr** **said**.',
      SOURCE,
    ]);
  });

  test('keeps the paragraphs of the proof apart, and pings nobody whatever the article says', () => {
    const found = quotation('@everyone');
    const proof = 'Ms Orr spoke to <@123456789012345678>.\n\n“@everyone” [x](https://evil.example)';
    const speaker = found.speaker && {
      ...found.speaker,
      mention: { start: 200, end: 206, text: 'Ms Orr' },
      cue: null,
      reason: 'introduced' as const,
      confidence: 'likely' as const,
      evidence: { start: 200, end: 200 + proof.length, text: proof },
    };
    const shown = texts(evidenceView({ ...found, speaker }, 'snapshot-1', turning, en));
    expect(shown[2]).toContain('Likely: what stands just before');
    expect(shown[3]).toBe(
      'The article’s own words:\n> **Ms Orr** spoke to \\<\\@123456789012345678\\>.\n> \n> “\\@everyone” \\[x\\](https\\://evil.example)',
    );
  });
});
