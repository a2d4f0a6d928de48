import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/articles/read.js';
import { readArticleSet } from '../../src/articles/set.js';
import { record, response, zipOf } from './containers/packed.js';
import { wrap } from './read-text.js';

/** Words with accents, other scripts, apostrophes and signs, and with characters nobody sees inside them. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abdegiklmnorstuéßñøłàç'), minLength: 2, maxLength: 9 }),
  fc.constantFrom(
    'Ada’s',
    'Ωραία',
    'река',
    '“so”',
    '1,250',
    'e\u0301tat',
    'A&B',
    '3<4',
    'Quill-Finch',
    '\u{1f4f0}',
  ),
  fc.constantFrom('so\u00adft', 'ze\u200bro', '\ufeffmark', 'le\u200eft'),
);
/** Sentences as news has them, so that no reader takes them for a menu. */
const sentence = fc
  .array(word, { minLength: 14, maxLength: 30 })
  .map((words) => `The council heard that ${words.join(' ')} before it went home.`);
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 2, maxLength: 3 }).map((sentences) => sentences.join(' ')),
  { minLength: 4, maxLength: 7 },
);
const TITLE = 'Library roof leaks again';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asHtml = (texts: string[]) => texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');
const asPage = (texts: string[], title = TITLE) =>
  `<!doctype html><html><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>
  <article><h1>${title}</h1>${asHtml(texts)}</article><footer><a href="/about">About us</a></footer></body></html>`;
const asJson = (texts: string[], title = TITLE) =>
  JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody: texts.join('\n\n') });
const asRss = (texts: string[], title: string) =>
  `<rss version="2.0"><channel><title>Courier</title><item><title>${title}</title><description>${escaped(asHtml(texts))}</description></item></channel></rss>`;
const bytesOf = (text: string) => Buffer.from(text);

/** Every format that is read, as the bytes of a file with these paragraphs. */
const FORMATS: [name: string, write: (texts: string[], title: string) => Uint8Array][] = [
  ['a.txt', (texts, title) => bytesOf(`${title}\n\n${texts.join('\n\n')}\n`)],
  ['utf16.txt', (texts, title) => Buffer.from(`\ufeff${title}\r\n\r\n${texts.join('\r\n\r\n')}`, 'utf16le')],
  ['a.md', (texts, title) => bytesOf(`# ${title}\n\n${texts.map(escaped).join('\n\n')}\n`)],
  ['a.html', (texts, title) => bytesOf(asPage(texts, title))],
  ['a.json', (texts, title) => bytesOf(asJson(texts, title))],
  ['own.json', (texts, title) => bytesOf(JSON.stringify({ title, paragraphs: texts }))],
  ['a.jsonl', (texts, title) => bytesOf(`${asJson(texts, title)}\n`)],
  [
    'ninjs.json',
    (texts, title) =>
      bytesOf(JSON.stringify({ uri: 'urn:x:1', type: 'text', headline: title, body_html: asHtml(texts) })),
  ],
  ['a.rss', (texts, title) => bytesOf(asRss(texts, title))],
  [
    'a.atom',
    (texts, title) =>
      bytesOf(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>${title}</title><content type="html">${escaped(asHtml(texts))}</content></entry></feed>`,
      ),
  ],
  ['a.html.gz', (texts, title) => gzipSync(asPage(texts, title))],
  ['a.zip', (texts, title) => zipOf([{ name: 'a.txt', content: `${title}\n\n${texts.join('\n\n')}` }])],
  [
    'a.warc',
    (texts, title) =>
      record(response(asPage(texts, title)), { url: `https://courier.example/${encodeURIComponent(title)}` }),
  ],
];

const INVISIBLE = /[\u00ad\u200b\u200e\ufeff]/g;
const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

describe.each(FORMATS)('%s', (name, write) => {
  test('every paragraph is there, word for word and in order', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const { articles, problems } = readArticle(write(texts, TITLE), { name });
        expect(problems).toEqual([]);
        expect(articles.map(({ paragraphs }) => paragraphs)).toEqual([
          texts.map((text) => text.replace(INVISIBLE, '')),
        ]);
      }),
      { numRuns: 25 },
    );
  });
});

test.each<[string, fc.Arbitrary<number[]>]>([
  ['of one width', fc.integer({ min: 60, max: 100 }).map((width) => [width])],
  [
    'of a proportional typeface',
    fc
      .tuple(
        fc.integer({ min: 70, max: 100 }),
        fc.array(fc.double({ min: 0.94, max: 1, noNaN: true }), { minLength: 5, maxLength: 9 }),
      )
      .map(([width, shares]) => shares.map((share) => Math.round(share * width))),
  ],
])('hard-wrapped lines %s are joined, and lose no word', (_, widths) => {
  fc.assert(
    fc.property(paragraphs, widths, (texts, widths) => {
      const lines = texts.map((text) => wrap(text, (line) => widths[line % widths.length] ?? 80));
      const { articles } = readArticle(bytesOf(`${TITLE}\n\n${lines.join('\n\n')}\n`), { name: 'a.txt' });
      expect(articles.map(({ paragraphs }) => paragraphs)).toEqual([
        texts.map((text) => text.replace(INVISIBLE, '')),
      ]);
    }),
  );
});

describe('a plain text or a page with anything between its paragraphs', () => {
  const noise = fc.oneof(
    fc.constantFrom(
      'READ MORE: Porch is dry',
      'Advertisement',
      'Share',
      'Follow us on Twitter',
      '* * *',
      'Read more',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\s+/g, ' ')),
  );

  test.each<[string, (parts: string[]) => string]>([
    ['a.txt', (parts) => `${TITLE}\n\n${parts.join('\n\n')}`],
    ['a.html', asPage],
  ])('%s: what is kept stands in the source in its order, and no paragraph loses a letter', (name, write) => {
    const documents = fc.tuple(paragraphs, fc.array(noise, { minLength: 7, maxLength: 7 }));
    fc.assert(
      fc.property(documents, ([texts, noises]) => {
        const parts = texts.flatMap((text, index) => [text, noises[index] ?? '']);
        const { articles } = readArticle(bytesOf(write(parts)), { name });
        const source = lettersOf(parts.join(' ').replace(INVISIBLE, ''));
        let at = 0;
        for (const paragraph of articles[0]?.paragraphs ?? []) {
          const found = source.indexOf(lettersOf(paragraph), at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + lettersOf(paragraph).length;
        }
        const kept = articles.map(({ text }) => lettersOf(text)).join('');
        for (const text of texts) expect(kept).toContain(lettersOf(text.replace(INVISIBLE, '')));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a second load', () => {
  test('gives the same ids, offsets and problems, and the same ids under other file names', async () => {
    const sets = fc.array(fc.tuple(fc.constantFrom(...FORMATS), paragraphs), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sets, async (files) => {
        const named = (prefix: string) =>
          files.map(([[name, write], texts], n): [string, Uint8Array] => [
            `${n}-${prefix}${name}`,
            write(texts, `${TITLE} ${n}`),
          ]);
        const first = await load(named(''));
        expect(first.articles).toHaveLength(files.length);
        expect(await load(named(''))).toEqual(first);
        const renamed = await load(named('new-'));
        const idsOf = ({ articles }: typeof first) => articles.map(({ id, text }) => [id, text]);
        expect(idsOf(renamed)).toEqual(idsOf(first));
      }),
      { numRuns: 15 },
    );
  });
});

async function load(files: [name: string, bytes: Uint8Array][]) {
  const root = mkdtempSync(join(tmpdir(), 'cuttings-faithful-'));
  try {
    for (const [name, bytes] of files) writeFileSync(join(root, name), bytes);
    const { articles, problems } = await readArticleSet(root);
    return { articles, problems };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
