import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/articles/read.js';
import { record, response, zipOf } from './containers/packed.js';
import { HTML, PARAGRAPHS, read } from './made.js';

const STORY = JSON.stringify({
  '@type': 'NewsArticle',
  headline: 'Roof',
  articleBody: PARAGRAPHS.join('\n\n'),
});
const ITEM = `<item><title>Roof</title><description><![CDATA[${HTML}]]></description></item>`;
const rss = (items: string) => `<rss version="2.0"><channel><title>C</title>${items}</channel></rss>`;
const MANY = 100_000;

describe('a hostile file ends in an answer, and its good parts are read', () => {
  test.each<[string, string, string, number]>([
    ['lists 10^6 deep', 'a.json', '['.repeat(1_000_000), 0],
    [
      'an object 10^6 deep beside good ones',
      'a.json',
      `[${STORY},${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)},${STORY}]`,
      2,
    ],
    ['a string of escapes without end', 'a.json', `["${'\\"'.repeat(5_000_000)}`, 0],
    // What grew with the square of these would not end in time.
    ['200,000 names', 'a.json', `{${Array.from({ length: 200_000 }, (_, n) => `"k${n}":1`).join()}}`, 0],
    [
      '10^5 articles on one line',
      'a.json',
      `[${Array.from({ length: MANY }, () => '{"title":"A","paragraphs":["The roof leaks."]}').join()}]`,
      MANY,
    ],
    ['10^5 bad lines', 'a.jsonl', `${STORY}\n${'{"a":\n'.repeat(MANY)}`, 1],
    ['elements 10^6 deep in a feed', 'a.rss', rss(`${ITEM}<item><description>${'<a>'.repeat(1_000_000)}`), 1],
    [
      'HTML 10^6 deep in a feed',
      'a.rss',
      rss(`${ITEM}<item><description><![CDATA[${'<div>'.repeat(1_000_000)}]]></description></item>`),
      1,
    ],
    ['two million <', 'a.rss', rss(`${ITEM}<item><description>${'<'.repeat(2_000_000)}`), 1],
    ['10^5 empty items', 'a.rss', rss(ITEM + '<item/>'.repeat(MANY)), 1],
    ['a million attributes', 'a.rss', `<rss ${'b="1" '.repeat(1_000_000)}>`, 0],
    [
      'lone surrogates in JSON',
      'a.json',
      STORY.replace('Roof', 'Roof\\ud800').replace('leaks', '\\udc00leaks'),
      1,
    ],
    ['NUL in JSON, written as an escape', 'a.json', STORY.replace('Roof', 'Ro\\u0000of'), 1],
    ['NUL in JSON, as a byte', 'a.json', STORY.replace('Roof', 'Ro\0of'), 0],
    [
      'a prototype for a name',
      'a.json',
      STORY.replace('{', '{"__proto__":{"url":"https://courier.example/"},'),
      1,
    ],
    ['200,000 WARC heads', 'a.warc', 'WARC/1.0\n'.repeat(200_000), 0],
  ])('%s', { timeout: 60_000 }, (_, name, text, articles) => {
    const result = read(text, name);
    expect(result.articles).toHaveLength(articles);
    expect(result.problems.length).toBeLessThanOrEqual(202);
    for (const { title, text } of result.articles)
      expect(/[\0\p{Surrogate}]/u.test(title + text)).toBe(false);
  });

  test('a file of more problems than anyone reads tells the first hundred and how many more', () => {
    const { problems } = read('{"a":1}\n'.repeat(500), 'a.jsonl');
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.what).toBe('it has 400 more problems like these');
  });
});

describe('reading never throws', () => {
  const packed = [
    gzipSync(STORY),
    zipOf([
      { name: 'a.json', content: STORY },
      { name: 'b.xml', content: rss(ITEM) },
    ]),
    Buffer.concat([record(response()), record(response())]),
    Buffer.from(rss(ITEM)),
    Buffer.from(`[${STORY}]`),
  ];
  const signatures = [
    ...[
      [0x1f, 0x8b, 8, 0],
      [0x1f, 0x8b],
      [0x50, 0x4b, 3, 4],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0xef, 0xbb, 0xbf],
    ].map((bytes) => Uint8Array.from(bytes)),
    ...[
      'WARC/1.0\r\n',
      '<?xml version="1.0"?>',
      '<rss>',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry>',
      '{"',
      '[{"',
      '---\n',
      '<!doctype html>',
    ].map((text) => Buffer.from(text)),
  ];
  const names = fc.constantFrom(
    'a',
    'a.json',
    'a.jsonl',
    'a.xml',
    'a.zip',
    'a.gz',
    'a.warc',
    'a.html',
    'a.md',
  );

  test('on any bytes after the start of any format', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...signatures),
        fc.uint8Array({ maxLength: 300 }),
        names,
        (start, rest, name) => {
          read(Buffer.concat([start, rest]), name);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('on good files with bytes changed, cut out or cut off', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(20) });
    fc.assert(
      fc.property(
        fc.constantFrom(...packed),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (good, changes) => {
          let bytes = Buffer.from(good);
          for (const { at, byte, cut } of changes) {
            const place = at % bytes.length;
            bytes[place] = byte;
            if (cut > 10) bytes = Buffer.concat([bytes.subarray(0, place + 1), bytes.subarray(place + cut)]);
          }
          const again = readArticle(bytes, { name: 'a' });
          expect(read(bytes, 'a')).toEqual(again);
          for (const { why } of again.problems) expect(why).not.toContain('bug');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('on any JSON value, and its problems are never a stack trace', () => {
    const keys = fc.constantFrom(
      '@type',
      'headline',
      'articleBody',
      'author',
      'paragraphs',
      'uri',
      'bodies',
      'url',
      'articles',
      '@graph',
      'gaps',
      'datePublished',
    );
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('NewsArticle', ...PARAGRAPHS));
    fc.assert(
      fc.property(fc.dictionary(keys, value), names, (fields, name) => {
        for (const { what } of read(JSON.stringify(fields), name).problems)
          expect(what).not.toBe('it could not be read');
      }),
      { numRuns: 500 },
    );
  });
});
