import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, measure, withinLimits } from '../../../src/discord/limits.js';
import { verificationView } from '../../../src/discord/render/verify.js';
import type { View } from '../../../src/discord/view.js';
import type {
  Verdict,
  Verification,
  VerifiedPart,
  VerifiedSource,
} from '../../../src/quotes/verify/verification.js';
import { en } from '../../../src/words/en.js';
import { anySource } from '../any-verification.js';
import { anyText, article, quotation, turning } from '../made-up.js';

const texts = (view: View) =>
  view.components
    .flatMap((container) => container.components)
    .flatMap((part) => ('accessory' in part ? part.components : [part]))
    .flatMap((part) => ('content' in part ? [part.content] : []));

const slice = (text: string, start = 0) => ({ start, end: start + text.length, text });
const SOURCE =
  '-# [Bridge at Wickhollow to close](https://post.example/bridge#:~:text=We%20will%20mend%20it) · Wickhollow Post · 20 January 2022 · paragraph 3';
const speaker = quotation('We will not mend it').speaker;
const found = (parts: VerifiedPart[], more: Partial<VerifiedSource> = {}): VerifiedSource => ({
  article,
  paragraph: 2,
  text: slice(parts.map((part) => ('archive' in part ? part.archive.text : '')).join(''), 100),
  match: 'verbatim',
  quoted: 'all',
  joined: false,
  speaker,
  around: null,
  attribution: null,
  parts,
  ...more,
});
const result = (
  verdict: Verdict,
  sources: VerifiedSource[] = [],
  more: Partial<Verification> = {},
): Verification => ({
  query: { quote: 'We will mend it' },
  snapshot: 's',
  verdict,
  people: [],
  sources,
  total: sources.length,
  ...more,
});
const same: VerifiedPart = {
  kind: 'same',
  archive: slice('We will mend it', 100),
  claim: slice('We will mend it'),
};
const ALTERED: VerifiedPart[] = [
  { kind: 'same', archive: slice('We will ', 100), claim: slice('We will') },
  { kind: 'cut', archive: slice('not ', 108), place: 'inside', marked: false, reversing: true },
  { kind: 'same', archive: slice('mend ', 112), claim: slice('mend', 8) },
  { kind: 'replaced', archive: slice('it', 117), claim: slice('that', 13) },
  { kind: 'added', claim: slice('soon', 18) },
];

describe('a checked quote', () => {
  test('verbatim: the claim, the verdict in a sentence, the archive’s words, source and evidence', () => {
    expect(texts(verificationView(result('verbatim', [found([same])]), turning, en))).toEqual([
      '### Claim: “We will mend it”',
      '**In the archive, word for word.**\nThe archive has the words below from Mabel Orr.',
      '> “We will mend it”',
      `${SOURCE}\n-# Evidence: “We will not mend it,” **Ms Orr** **said**.`,
    ]);
  });

  test('altered: what the archive alone has is bold, what the claim alone has is struck through, and both are said', () => {
    const shown = texts(
      verificationView(
        result('altered', [found(ALTERED, { match: 'altered' })], {
          query: { quote: 'We will mend that soon' },
        }),
        turning,
        en,
      ),
    );
    expect(shown[1]).toContain(
      '**Altered: this is not how the archive has it.**\nThe claim leaves out words that can turn',
    );
    expect(shown[2]).toBe('> “We will **not** mend **it**”');
    expect(shown[4]).toBe(
      [
        '- left out without a mark: **“not”**',
        '- changed: the archive has **“it”**, the claim ~~“that”~~',
        '- added by the claim: ~~“soon”~~',
      ].join('\n'),
    );
  });

  test('said by someone else: names both', () => {
    const shown = texts(
      verificationView(
        result('someone-else', [found([same], { attribution: 'other' })], {
          query: { quote: 'We will mend it', person: 'Thrale' },
          people: ['Edwin Thrale'],
        }),
        turning,
        en,
      ),
    );
    expect(shown.slice(1, 3)).toEqual([
      '-# Said to be from: Thrale',
      '**In the archive, but as someone else’s words.**\nThe archive has the words below from Mabel Orr, not from Edwin Thrale.',
    ]);
  });

  test('said by nobody whom the archive names', () => {
    const shown = texts(
      verificationView(
        result('someone-else', [found([same], { attribution: 'unclear', speaker: null })], {
          query: { quote: 'We will mend it', person: 'Quist' },
        }),
        turning,
        en,
      ),
    );
    expect(shown[2]).toBe(
      '**In the archive, but not clearly as that person’s words.**\nThey stand in quotation marks, but it is not clear there who said them; the claim names “Quist”. Nobody called “Quist” is quoted here.',
    );
  });

  test('reported: without quotation marks of ours', () => {
    const shown = texts(
      verificationView(
        result('reported', [found([same], { match: 'reported', quoted: 'none', speaker: null })]),
        turning,
        en,
      ),
    );
    expect(shown[1]).toContain('outside quotation marks');
    expect(shown[2]).toBe('> We will mend it');
  });

  test('not found and too short: never says that the quote is false', () => {
    for (const verdict of ['not-found', 'too-short'] as const) {
      const shown = texts(verificationView(result(verdict), turning, en));
      expect(shown).toHaveLength(2);
      expect(shown.join(' ')).not.toMatch(/false|fake|lie|wrong/i);
    }
  });

  test('in several places: names them and counts the rest', () => {
    const other = found([same], { speaker: null });
    const shown = texts(
      verificationView(result('verbatim', [found([same]), other, other], { total: 14 }), turning, en),
    );
    expect(shown.slice(-4)).toEqual([
      'Also in',
      `- ${SOURCE.slice(3)} · speaker not given`,
      `- ${SOURCE.slice(3)} · speaker not given`,
      '- and in 11 more places',
    ]);
  });
});

test('is within Discord’s limits, whatever was checked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Verdict>('verbatim', 'shortened', 'altered', 'someone-else', 'reported', 'not-found'),
      fc.array(anySource, { maxLength: 6 }),
      anyText(2000),
      fc.option(anyText(400), { nil: undefined }),
      (verdict, sources, quote, person) => {
        const view = verificationView(
          result(verdict, sources, { query: { quote, ...(person !== undefined && { person }) }, total: 99 }),
          turning,
          en,
        );
        expect(measure(view.components).text).toBeLessThanOrEqual(LIMITS.text);
        expect(withinLimits(view.components)).toBe(true);
        for (const content of texts(view)) expect(content.trim()).not.toBe('');
      },
    ),
    { numRuns: 300 },
  );
});
