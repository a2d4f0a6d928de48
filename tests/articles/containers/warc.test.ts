import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HTML, PARAGRAPHS, placesIn, read, readOne, reasonsIn } from '../made.js';
import { record, response } from './packed.js';

const INFO = record(Buffer.from('software: made by a test\r\n'), { type: 'warcinfo' });
const PAGE = record(response());
const HTML_TYPE = 'Content-Type: text/html';

describe('a WARC file', () => {
  test('gives the pages that were served, at the number of their record', () => {
    const archive = Buffer.concat([
      INFO,
      record(Buffer.from('GET / HTTP/1.1\r\n\r\n'), { type: 'request' }),
      PAGE,
      record(response('x', { headers: ['Content-Type: image/png'] })),
      record(response(HTML, { status: '404 Not Found' })),
      record(response(HTML, { status: '301 Moved' })),
      record(response(), { type: 'revisit' }),
      record(response(), { url: '<https://courier.example/porch>' }),
    ]);
    const { articles, problems } = read(archive, 'crawl.warc');
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      {
        file: 'crawl.warc#3',
        title: 'Library roof',
        url: 'https://courier.example/roof',
        paragraphs: PARAGRAPHS,
      },
      { file: 'crawl.warc#8', url: 'https://courier.example/porch' },
    ]);
  });

  test('may be packed, as a whole or record by record', () => {
    expect(placesIn(gzipSync(Buffer.concat([INFO, PAGE])), 'crawl.warc.gz')).toEqual(['crawl.warc.gz#2']);
    expect(placesIn(Buffer.concat([gzipSync(INFO), gzipSync(PAGE)]), 'crawl.warc.gz')).toEqual([
      'crawl.warc.gz#2',
    ]);
  });

  const chunked = (text: Buffer) =>
    Buffer.concat([
      Buffer.from('7\r\n'),
      text.subarray(0, 7),
      Buffer.from(`\r\n${(text.length - 7).toString(16)};x=y\r\n`),
      text.subarray(7),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
  const page = Buffer.from(`<!doctype html>${HTML}`);
  test.each<[string, string[], Buffer]>([
    ['gzip', ['Content-Encoding: gzip'], gzipSync(page)],
    ['deflate with its head', ['Content-Encoding: deflate'], deflateSync(page)],
    ['deflate without', ['Content-Encoding: deflate'], deflateRawSync(page)],
    ['Brotli', ['Content-Encoding: br'], brotliCompressSync(page)],
    ['chunks', ['Transfer-Encoding: chunked'], chunked(page)],
    ['gzip in chunks', ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'], chunked(gzipSync(page))],
    ['what the crawler unpacked already', ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'], page],
  ])('gives pages sent as %s', (_, headers, body) => {
    const archive = record(response(body, { headers: [HTML_TYPE, ...headers] }));
    expect(readOne(archive, 'crawl.warc').paragraphs).toEqual(PARAGRAPHS);
  });

  test('gives pages in the encoding that the server named', () => {
    const body = Buffer.concat([Buffer.from('<!doctype html><p>'), Buffer.from([0xc0, 0xed, 0xed, 0xe0])]);
    const headers = [`${HTML_TYPE}; charset="windows-1251"`];
    expect(readOne(record(response(body, { headers })), 'crawl.warc').paragraphs).toEqual(['Анна']);
  });

  test('without pages is a problem', () => {
    expect(reasonsIn(INFO, 'crawl.warc')).toEqual([
      ['crawl.warc', 'it is a WARC web archive with nothing in it that could be one'],
    ]);
  });
});

describe('a WARC file that something is wrong with', () => {
  test.each([
    ['too short a length', 10, 'its length is wrong'],
    ['too long a length', 1_000_000_000, 'its length is wrong'],
    ['a length that is no number', Number.NaN, 'its length is wrong'],
  ])('loses only the record with %s', (_, length, why) => {
    const { articles, problems } = read(
      Buffer.concat([PAGE, record(response(), { length }), PAGE]),
      'crawl.warc',
    );
    expect(articles.map(({ file }) => file)).toEqual(['crawl.warc#1', 'crawl.warc#3']);
    expect(problems).toMatchObject([{ file: 'crawl.warc#2', why }]);
  });

  test('that ends too early keeps the records before', () => {
    const { articles, problems } = read(Buffer.concat([PAGE, PAGE]).subarray(0, -200), 'crawl.warc');
    expect(articles.map(({ file }) => file)).toEqual(['crawl.warc#1']);
    expect(problems).toMatchObject([{ file: 'crawl.warc#2', why: 'it ends too early' }]);
  });

  test('does not unpack a page that is a bomb', () => {
    const bomb = response(gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 }), {
      headers: [HTML_TYPE, 'Content-Encoding: gzip'],
    });
    const { articles, problems } = read(Buffer.concat([record(bomb), PAGE]), 'crawl.warc');
    expect(articles.map(({ file }) => file)).toEqual(['crawl.warc#2']);
    expect(problems).toMatchObject([
      { file: 'crawl.warc#1', why: expect.stringContaining('it unpacks to more than') },
    ]);
  });

  test('does not open an archive that says it is a page', () => {
    const { articles } = read(record(response(PAGE)), 'crawl.warc');
    expect(articles.map(({ file }) => file)).not.toContain('crawl.warc#1#1');
  });
});
