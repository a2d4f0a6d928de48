import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArticleReader } from '../../src/archive/article-of.js';
import { findPlace, placeOf } from '../../src/archive/place.js';
import { createTitleFinder } from '../../src/archive/titles.js';
import { type Article, articleRef } from '../../src/articles/article.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { passagesOf } from '../../src/search/passages.js';
import { sliceOf } from '../../src/text/span.js';
import { snapshotOver } from './snapshot-over.js';

const made = (id: string, title: string, paragraphs: string[], more: Partial<Article> = {}): Article => ({
  id,
  file: `${id}.md`,
  title,
  publication: 'Wickhollow Post',
  tagline: null,
  authors: [],
  publishedAt: '2022-01-20',
  url: null,
  paragraphs,
  text: paragraphs.join('\n\n'),
  removed: [],
  gaps: [],
  ...more,
});

const bridge = made(
  'bridge',
  'The bridge at Wickhollow',
  [
    'The bridge is old. It was built for carts.',
    'What it costs',
    '“We will not close the bridge before the winter,” said Mabel Thrale, the harbour master.',
    'Edwin Thrale called that “a promise for the birds”.',
  ],
  { headings: [1], gaps: [18], archivedUrl: 'https://copies.example/bridge' },
);
const again = made('again', 'The bridge stays open', ['It stays open.'], { publishedAt: '2022-02-01' });
const ferry = made('ferry', 'A ferry for Été', ['It sails.'], { publishedAt: null });
const ARTICLES = [bridge, again, ferry];

const reader = createArticleReader(snapshotOver(ARTICLES));

describe('an article that is read', () => {
  test('gives all its paragraphs as slices, its quotations with their speakers, and what was lost', () => {
    const result = reader.read({ id: 'bridge' });
    expect(result).toMatchObject({
      snapshot: 'snapshot-1',
      fits: 1,
      total: 4,
      length: bridge.text.length,
      gaps: [18],
      found: null,
      article: { id: 'bridge', archivedUrl: 'https://copies.example/bridge' },
    });
    expect(result.paragraphs.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ]);
    for (const { start, end, text } of result.paragraphs) expect(bridge.text.slice(start, end)).toBe(text);
    expect(result.quotations.map(({ speaker }) => speaker?.name)).toEqual(['Mabel Thrale', 'Edwin Thrale']);
  });

  test('gives some of them, from one on', () => {
    const { paragraphs, quotations, gaps, total } = reader.read({ id: 'bridge', offset: 3, limit: 5 });
    expect([paragraphs.map(({ index }) => index), quotations.length, gaps, total]).toEqual([[3], 1, [], 4]);
    expect(reader.read({ id: 'bridge', offset: 9 })).toMatchObject({
      paragraphs: [],
      quotations: [],
      total: 4,
    });
  });

  test('gives those that a span of the text touches', () => {
    const start = bridge.text.indexOf('What it costs');
    const { paragraphs } = reader.read({ id: 'bridge', within: { start, end: start + 1 } });
    expect(paragraphs.map(({ index }) => index)).toEqual([1]);
  });

  test('is asked for by a title that fits it alone, by its whole title, or by its id', () => {
    expect(reader.read({ title: 'ferry' }).article?.id).toBe('ferry');
    expect(reader.read({ title: 'the BRIDGE at wickhollow' }).article?.id).toBe('bridge');
    expect(reader.read({ title: 'bridge' }).article?.id).toBe('bridge');
  });

  test('is one of several where the title fits several, and none where it fits none', () => {
    const several = reader.read({ title: 'the bridge' });
    expect([several.article, several.fits, several.others.map(({ id }) => id)]).toEqual([
      null,
      2,
      ['again', 'bridge'],
    ]);
    expect(reader.read({ title: 'zebra' })).toMatchObject({ article: null, fits: 0, others: [] });
    expect(reader.read({ title: '  ' })).toMatchObject({ article: null, fits: 0 });
    expect(reader.read({ id: 'gone' })).toMatchObject({ article: null, fits: 0 });
  });
});

describe('a list of articles', () => {
  const ids = (query: Parameters<typeof reader.list>[0]) => reader.list(query).map(({ id }) => id);

  test('is all of them in the order of the set, or newest first for an empty title', () => {
    expect(ids({})).toEqual(['bridge', 'again', 'ferry']);
    expect(ids({ title: '' })).toEqual(['again', 'bridge', 'ferry']);
    expect(ids({ title: '', limit: 1 })).toEqual(['again']);
  });

  test('has the titles that begin so, then those with all its words, then those that hold it; accents do not matter', () => {
    expect(ids({ title: 'the bri' })).toEqual(['again', 'bridge']);
    expect(ids({ title: 'wick bridge' })).toEqual(['bridge']);
    expect(ids({ title: 'ETE' })).toEqual(['ferry']);
    expect(ids({ title: 'ickhollow' })).toEqual(['bridge']);
    expect(ids({ title: 'ferry' })).toEqual(['ferry']);
  });

  test('has those of the ids asked for, of one file, and no more than that', () => {
    expect(ids({ ids: ['ferry', 'gone', 'bridge', 'ferry'] })).toEqual(['ferry', 'bridge']);
    expect(ids({ ids: ['ferry', 'bridge'], title: 'bridge' })).toEqual(['bridge']);
    expect(ids({ file: 'again.md' })).toEqual(['again']);
    expect(ids({ file: 'again' })).toEqual([]);
    const file = (id: string, own: string) => made(id, id, ['It sails.'], { file: own });
    const files = [file('a', 'all.jsonl'), file('b', 'all.jsonl#2'), file('c', 'all.jsonl2')];
    const others = createArticleReader(snapshotOver(files));
    expect(others.list({ file: 'all.jsonl' }).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is found by any title, whatever it holds', () => {
    const find = createTitleFinder(ARTICLES.map(articleRef));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(find(typed).length).toBeLessThanOrEqual(ARTICLES.length);
      }),
    );
  });
});

describe('words that are looked for again', () => {
  const find = (article: Article, old: Article, words: string) => {
    const start = old.text.indexOf(words);
    const place = placeOf(old.id, { start, end: start + words.length, text: words });
    const found = findPlace(article, place, extractQuotes(article.text));
    return found && article.text.slice(found.start, found.end);
  };
  const quote = 'We will not close the bridge before the winter,';

  test('are found where they stood, and where they stand now', () => {
    const moved = made('bridge', bridge.title, ['Corrected on Monday.', ...bridge.paragraphs]);
    for (const words of [quote, 'The bridge is old. It was built for carts.', 'a promise for the birds']) {
      expect(find(bridge, bridge, words)).toBe(words);
      expect(find(moved, bridge, words)).toBe(words);
    }
  });

  test('are not found where they are gone, changed, or another article’s', () => {
    const changed = made('bridge', bridge.title, [bridge.text.replace('winter', 'summer')]);
    expect(find(changed, bridge, quote)).toBeNull();
    expect(find({ ...bridge, id: 'other' }, bridge, quote)).toBeNull();
    expect(findPlace(bridge, { start: 0, length: 0, digest: '' }, [])).toBeNull();
    expect(findPlace(bridge, { start: 9e6, length: 9e6, digest: 'abcdefgh' }, [])).toBeNull();
  });

  test('are found again after any paragraphs were put before them, for every passage that search can show', () => {
    const words = fc.array(
      fc.constantFrom('We', 'went.', 'She', 'said', 'no.', '“Yes', 'it', 'is.”', 'Mr.', '2.5'),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    const paragraphs = fc.array(
      words.map((each) => each.join(' ')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(paragraphs, paragraphs, (own, before) => {
        const old = made('a', 'A', own);
        const now = made('a', 'A', [...before, ...own]);
        for (const span of passagesOf(old, 0)) {
          const slice = sliceOf(old.text, span);
          const found = findPlace(now, placeOf('a', slice), extractQuotes(now.text));
          expect(found && now.text.slice(found.start, found.end)).toBe(slice.text);
        }
      }),
      { numRuns: 50 },
    );
  });
});
