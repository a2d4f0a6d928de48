import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PARAGRAPHS, placesIn, read, readOne, reasonsIn } from '../made.js';

const TEXT = ['Library roof leaks again', ...PARAGRAPHS].join('\n\n');
const LINE = JSON.stringify({ title: 'Roof', paragraphs: PARAGRAPHS });

describe('a .gz', () => {
  test('is read as the file in it, under its own name', () => {
    expect(readOne(gzipSync(TEXT), 'old/roof.txt.gz')).toMatchObject({
      file: 'old/roof.txt.gz',
      title: 'Library roof leaks again',
      paragraphs: PARAGRAPHS,
    });
  });

  test('is known by its content, and what is in it by the name without .gz', () => {
    expect(readOne(gzipSync('---\ntitle: Roof\n---\nThe roof leaks.'), 'roof.md.gz').title).toBe('Roof');
    expect(readOne(gzipSync(TEXT), 'roof').paragraphs).toEqual(PARAGRAPHS);
  });

  test('of several articles keeps their places', () => {
    expect(placesIn(gzipSync(`${LINE}\n${LINE}`), 'all.jsonl.gz')).toEqual([
      'all.jsonl.gz#1',
      'all.jsonl.gz#2',
    ]);
  });

  test('of several members is one file', () => {
    const halves = [gzipSync(TEXT.slice(0, 100)), gzipSync(TEXT.slice(100))];
    expect(readOne(Buffer.concat(halves), 'a.txt.gz').paragraphs).toEqual(PARAGRAPHS);
  });

  test('that ends too early keeps what was whole, with a warning', () => {
    const lines = Array.from({ length: 50 }, (_, n) => LINE.replace('Roof', `Roof ${n * 7919}`)).join('\n');
    const packed = gzipSync(lines);
    const { articles, problems } = read(packed.subarray(0, packed.length - 40), 'all.jsonl.gz');
    expect(articles.length).toBeGreaterThan(5);
    expect(problems[0]).toMatchObject({ rejected: false, why: 'it ends too early' });
  });

  test('that is damaged is a problem', () => {
    const packed = gzipSync(TEXT);
    packed.writeUInt32LE(1, packed.length - 8);
    expect(reasonsIn(packed, 'a.gz')).toEqual([['a.gz', 'it is damaged (Z_DATA_ERROR)']]);
  });

  test('of a tar archive is named as that', () => {
    const tar = Buffer.alloc(1024);
    tar.write('roof.txt');
    tar.write('ustar', 257);
    expect(reasonsIn(gzipSync(tar), 'a.tgz')).toEqual([['a.tgz', expect.stringContaining('a tar archive')]]);
  });

  test('that is a bomb is not unpacked', () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 });
    expect(reasonsIn(bomb, 'a.gz')).toEqual([['a.gz', expect.stringContaining('it unpacks to more than')]]);
  });

  test('more than two deep is not unpacked', () => {
    expect(readOne(gzipSync(gzipSync(TEXT)), 'a.txt.gz.gz').paragraphs).toEqual(PARAGRAPHS);
    expect(reasonsIn(gzipSync(gzipSync(gzipSync(TEXT))), 'a.gz')).toEqual([
      ['a.gz', 'it is a gzip file more than 2 deep inside others'],
    ]);
  });
});
