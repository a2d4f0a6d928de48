import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { PARAGRAPHS, placesIn, read, readOne, reasonsIn } from '../made.js';
import { type Entry, zipOf } from './packed.js';

const TEXT = ['Library roof leaks again', ...PARAGRAPHS].join('\n\n');
const GOOD: Entry = { name: 'good.txt', content: TEXT };

describe('a zip archive', () => {
  test('gives each file as if it lay in a folder of that name', () => {
    const line = JSON.stringify({ title: 'Roof', paragraphs: PARAGRAPHS });
    const archive = zipOf([
      { name: '2023/', content: '', method: 0 },
      { name: '2023/a.txt', content: TEXT },
      { name: '2023/b.md', content: `# Roof\n\n${PARAGRAPHS[0]}`, method: 0 },
      { name: 'all.jsonl.gz', content: gzipSync(`${line}\n${line}`) },
    ]);
    expect(placesIn(archive, 'export.zip')).toEqual([
      'export.zip/2023/a.txt',
      'export.zip/2023/b.md',
      'export.zip/all.jsonl.gz#1',
      'export.zip/all.jsonl.gz#2',
    ]);
  });

  test('as other programs write it is read', () => {
    const archive = zipSync({ 'a.txt': new TextEncoder().encode(TEXT) });
    expect(readOne(archive, 'export.zip').paragraphs).toEqual(PARAGRAPHS);
  });

  test('passes over dot files, READMEs and what macOS adds', () => {
    const names = ['.DS_Store', '.git/a.txt', '__MACOSX/._a.txt', 'README.md', 'LICENSE'];
    expect(placesIn(zipOf([...names.map((name) => ({ name, content: 'x' })), GOOD]), 'a.zip')).toEqual([
      'a.zip/good.txt',
    ]);
  });

  test('may hold one archive, and not one in that', () => {
    const inner = zipOf([{ name: 'deep.zip', content: zipOf([GOOD]) }, GOOD]);
    const { articles, problems } = read(zipOf([{ name: 'inner.zip', content: inner }]), 'a.zip');
    expect(articles.map(({ file }) => file)).toEqual(['a.zip/inner.zip/good.txt']);
    expect(problems).toMatchObject([
      { file: 'a.zip/inner.zip/deep.zip', why: 'it is a zip archive more than 2 deep inside others' },
    ]);
  });

  test.each([
    ['[Content_Types].xml', 'it is a Word, Excel or PowerPoint file'],
    ['META-INF/container.xml', 'it is an e-book (EPUB)'],
  ])('with %s in it is a document of another kind', (name, why) => {
    expect(reasonsIn(zipOf([{ name, content: '<x/>' }, GOOD]), 'a.docx')).toEqual([['a.docx', why]]);
  });

  test('that is empty inside is a problem', () => {
    expect(reasonsIn(zipOf([{ name: 'empty/', content: '', method: 0 }]), 'a.zip')).toHaveLength(1);
  });
});

describe('an entry that something is wrong with', () => {
  const BOMB = Buffer.alloc(5 * 1024 * 1024);
  test.each<[string, Partial<Entry>, string]>([
    ['leads up', { name: '../../etc/passwd' }, 'its name leads out of the archive'],
    ['leads up inside', { name: 'a/../../b.txt' }, 'its name leads out of the archive'],
    ['leads up in the manner of Windows', { name: '..\\b.txt' }, 'its name leads out of the archive'],
    ['starts at the root', { name: '/etc/passwd' }, 'its name leads out of the archive'],
    ['names a disk', { name: 'C:\\b.txt' }, 'its name leads out of the archive'],
    ['is a link', { mode: 0o120777, content: '/etc/passwd' }, 'it is a symbolic link'],
    ['is a pipe', { mode: 0o010644 }, 'it is a device, a pipe or a socket'],
    ['is encrypted', { flags: 0x801 }, 'it is encrypted'],
    ['is packed by another method', { method: 12 }, 'it is packed by a method (12) that is not read'],
    ['claims to be shorter', { size: 10 }, 'it unpacks to more than the 10 bytes allowed for it'],
    [
      'claims to be longer',
      { size: 5000 },
      `it has ${Buffer.byteLength(TEXT)} bytes, but the archive says 5000`,
    ],
    [
      'claims to be huge',
      { size: 0xfffffff0 },
      'it has 4294967280 bytes, and 67108864 is the most for one part',
    ],
    ['claims to be empty', { size: 0 }, 'it unpacks to more than the 0 bytes allowed for it'],
    ['is stored with another size', { method: 0, size: 10 }, 'its two sizes differ, though it is not packed'],
    ['has another checksum', { crc: 1 }, 'its checksum is wrong'],
    ['is a bomb', { content: BOMB }, 'it unpacks to more than the 1048576 bytes allowed for it'],
    ['lies outside', { offset: 900_000 }, 'its place in the archive is wrong'],
  ])('because it %s is refused, and the others are read', (_, changes, why) => {
    const archive = zipOf([{ name: 'bad.txt', content: TEXT, ...changes }, GOOD]);
    const { articles, problems } = read(archive, 'a.zip');
    expect(articles.map(({ file }) => file)).toEqual(['a.zip/good.txt']);
    expect(problems.map((problem) => problem.why)).toEqual([why]);
    expect(problems[0]?.file).toContain('a.zip/');
  });

  test('does not bring control characters into its place', () => {
    expect(placesIn(zipOf([{ name: 'a\n\u202Eb\0.txt', content: TEXT }]), 'a.zip')).toEqual([
      'a.zip/a b.txt',
    ]);
  });
});

describe('an archive that something is wrong with', () => {
  test('is refused where its parts lie over each other', () => {
    const twice = zipOf([GOOD, { ...GOOD, name: 'again.txt', offset: 0 }]);
    expect(reasonsIn(twice, 'a.zip')).toEqual([['a.zip', 'its parts lie over each other']]);
  });

  test('is refused where it counts more entries than it has', () => {
    expect(reasonsIn(zipOf([GOOD], 40_000), 'a.zip')).toEqual([
      ['a.zip', 'its directory ends after 1 of 40000 entries'],
    ]);
  });

  test('is refused where it has too many, is Zip64, or is cut off', () => {
    const archive = zipOf([GOOD]);
    expect(reasonsIn(zipOf([GOOD], 60_000), 'a.zip')).toEqual([
      ['a.zip', 'it has 60000 parts, and 50000 is the most'],
    ]);
    expect(reasonsIn(zipOf([GOOD], 0xffff), 'a.zip')).toEqual([
      ['a.zip', 'it is in the Zip64 form, which is not read'],
    ]);
    expect(reasonsIn(archive.subarray(0, -30), 'a.zip')).toEqual([
      ['a.zip', 'it has no directory: its end is missing'],
    ]);
  });

  test('unpacks no more in all than one file may', () => {
    // Just under the ratio: 100 such parts would be 1.6 GB.
    const part = Buffer.concat(
      Array.from({ length: 16 }, () => Buffer.alloc(1024 * 1024, 'The roof leaks. ')),
    );
    const padded = Buffer.concat([
      part,
      Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7919 * n) % 251)),
    ]);
    const archive = zipOf(Array.from({ length: 20 }, (_, n) => ({ name: `${n}.txt`, content: padded })));
    const { problems } = read(archive, 'a.zip');
    const refused = problems.filter(({ why }) => why.startsWith('it unpacks to more than'));
    expect(refused.length).toBeGreaterThanOrEqual(4);
  });
});
