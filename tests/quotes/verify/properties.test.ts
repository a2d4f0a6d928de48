import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Verification } from '../../../src/quotes/verify/verification.js';
import { comparedWords } from '../../../src/text/compared-words.js';
import { anyText } from '../../discord/made-up.js';
import { archiveOf, TOWN } from './archive-of.js';

let archive: Awaited<ReturnType<typeof archiveOf>>;
let all: { id: string; text: string }[];
beforeAll(async () => {
  archive = await archiveOf(TOWN);
  all = archive.articles.flatMap(({ article, quotations }) =>
    quotations.map((quotation) => ({ id: article.id, text: quotation.text })),
  );
});

const TEXTS = () => new Map(archive.articles.map(({ article }) => [article.id, article.text]));

function expectSlices({ query, sources }: Verification): void {
  for (const { article, text, parts, around, speaker } of sources) {
    const source = TEXTS().get(article.id) ?? '';
    for (const slice of [text, ...(around ? [around] : []), ...(speaker ? [speaker.evidence] : [])])
      expect(source.slice(slice.start, slice.end)).toBe(slice.text);
    expect(parts.map((part) => ('archive' in part ? part.archive.text : '')).join('')).toBe(text.text);
    for (const part of parts)
      if ('claim' in part) expect(query.quote.slice(part.claim.start, part.claim.end)).toBe(part.claim.text);
  }
}

/** A quotation of the archive, and some neighbouring words of it. */
const anySlice = (least: number) =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([pick, a, b]) => {
    const quotation = all.filter(({ text }) => comparedWords(text).length >= least)[
      pick % all.filter(({ text }) => comparedWords(text).length >= least).length
    ];
    const words = comparedWords(quotation?.text ?? '');
    const from = a % (words.length - least + 1);
    const to = from + least + (b % (words.length - from - least + 1));
    return { id: quotation?.id, text: quotation?.text ?? '', words: words.slice(from, to) };
  });

describe('whatever is claimed', () => {
  test('a slice of a quotation is verbatim or shortened, altered only where a negation is cut off, and its article is a source', () => {
    fc.assert(
      fc.property(
        fc.constant(null).chain(() => anySlice(4)),
        ({ id, text, words }) => {
          const result = archive.verify(text.slice(words[0]?.start, words.at(-1)?.end));
          expect(['verbatim', 'shortened', 'altered']).toContain(result.verdict);
          if (result.verdict === 'altered')
            expect(result.sources[0]?.parts).toContainEqual(
              expect.objectContaining({ kind: 'cut', marked: false, reversing: true }),
            );
          expect(result.sources.map((source) => source.article.id)).toContain(id);
          expectSlices(result);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('one word changed makes it altered', () => {
    fc.assert(
      fc.property(
        fc.constant(null).chain(() => anySlice(7)),
        fc.nat(),
        ({ id, text, words }, pick) => {
          const word = words[pick % words.length];
          if (!word) return;
          const from = words[0]?.start ?? 0;
          const quote = `${text.slice(from, word.start)}marmalade${text.slice(word.end, words.at(-1)?.end)}`;
          const result = archive.verify(quote);
          expect(result.verdict).toBe('altered');
          expect(result.sources[0]?.article.id).toBe(id);
          expectSlices(result);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a whole quotation of four words or more, with any one word changed, is altered', () => {
    return fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray('we shall pay for it twice and they know the mill is here'.split(' '), {
          minLength: 4,
          maxLength: 9,
        }),
        fc.nat(),
        fc.constantFrom('', 'not ', 'never '),
        async (said, pick, denial) => {
          const { verify } = await archiveOf([`“So ${said.join(' ')},” said Ada Fenn.`]);
          const words = ['so', ...said];
          const at = pick % words.length;
          const changed = denial
            ? words.toSpliced(Math.max(1, at), 0, denial.trim())
            : words.with(at, 'marmalade');
          const result = verify(changed.join(' '));
          expect(result.verdict).toBe('altered');
          const [source] = result.sources;
          expect(source?.parts.some(({ kind }) => kind === 'replaced' || kind === 'added')).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('it is answered with slices, and with the same answer every time', () => {
    const mixed = fc
      .array(
        fc.oneof(
          fc.constantFrom(...TOWN.join(' ').split(/\s+/)),
          fc.constantFrom('…', '“', '”', '\uD800', '桥', 'not', '-', '[...]'),
          anyText(60),
        ),
        { maxLength: 60 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.oneof(mixed, anyText(3000)),
        fc.option(anyText(80), { nil: undefined }),
        (quote, person) => {
          const result = archive.verify(quote, person);
          expect(archive.verify(quote, person)).toEqual(result);
          expect(structuredClone(result)).toEqual(result);
          expectSlices(result);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('only its first 2,000 characters are read', () => {
    const result = archive.verify(`The ferry has carried us before. ${'x '.repeat(50_000)}`);
    expect(result.verdict).toBe('not-found');
  });
});
