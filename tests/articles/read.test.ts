import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/articles/read.js';
import { PROSE, readText } from './read-text.js';

const TEXT = ['Zoë’s café reopens', ...PROSE, '“It’s déjà vu – twice” — she said.'].join('\n\n');
const read = (bytes: Uint8Array, name = 'story.txt') => readArticle(bytes, { name });

describe('encodings', () => {
  const expected = readText(TEXT).articles;

  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('%s is read without a problem', (_, bytes) => {
    expect(read(bytes)).toEqual({ articles: expected, problems: [] });
  });

  test('Windows-1252 is read right, curly quotation marks too, with a warning', () => {
    const { articles, problems } = read(iconv.encode(TEXT, 'windows-1252'));
    expect(articles).toEqual(expected);
    expect(problems).toMatchObject([{ rejected: false, what: 'its characters may be wrong' }]);
  });

  test('UTF-8 with one bad byte stays UTF-8: only that byte is replaced', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe2, 0x80])]);
    const { articles, problems } = read(bytes);
    expect(articles[0]?.title).toBe('Zoë’s café reopens');
    expect(articles[0]?.text.endsWith('she said.\uFFFD')).toBe(true);
    expect(problems).toMatchObject([{ rejected: false }]);
  });

  test('a replacement character that was in the file is no reason to doubt it', () => {
    expect(readText(`${TEXT}\n\nA lost \uFFFD letter.`).problems).toEqual([]);
  });

  test('half characters in UTF-16 do not get into the text', () => {
    const { articles } = read(
      Buffer.from(`\uFEFF${TEXT}\n\nHalf a \uD83D letter and \uDE00 half.`, 'utf16le'),
    );
    expect(articles[0]?.text).toContain('Half a ');
    expect(articles[0]?.text).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('files that are not articles are refused by kind', () => {
  const text = (words: string) => Buffer.from(words);
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3', 'latin1'), 'a.txt'],
    ['a PNG picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'a.txt'],
    ['a binary file', Buffer.from('The ferry\0waits.'), 'a.txt'],
    ['a binary file', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 31 || 1)), 'a.txt'],
    ['UTF-16 text without a byte order mark', Buffer.from(TEXT, 'utf16le'), 'a.txt'],
    ['an XML file', text('<?xml version="1.0"?><doc/>'), 'a.txt'],
    ['a rich text (RTF) document', text('{\\rtf1 Hello}'), 'a.txt'],
    ['a table', text('a,b\n1,2'), 'list.csv'],
    ['a settings file', text('a: 1'), 'archive.yaml'],
  ])('%s', (kind, bytes, name) => {
    const { articles, problems } = read(bytes, name);
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([
      { file: name, rejected: true, what: 'it is in a format that is not supported yet' },
    ]);
    expect(problems[0]?.why).toContain(kind);
    expect(problems[0]?.remedy).not.toBe('');
  });

  test.each([
    '[BREAKING] Harbour to be dredged',
    '{Corrected} Harbour to be dredged',
    'From the harbour',
    '<3',
  ])('a text that starts with %j is none of them', (title) => {
    expect(readText(`${title}\n\n${PROSE.join('\n\n')}`).articles).toHaveLength(1);
  });
});

describe('files with nothing to read', () => {
  test.each([
    ['no bytes', '', 'it is empty'],
    ['white space', ' \n\t\n\u00A0\n', 'it has no text'],
    ['marks that nobody sees', '\u200B\u202E', 'it has no text'],
    ['a promo line', 'Harbour\n\nREAD MORE: Lighthouse', 'it has no text'],
    ['front matter', '---\ntitle: Dredging\n---\n', 'it has no text'],
  ])('%s', (_, text, what) => {
    expect(readText(text)).toMatchObject({ articles: [], problems: [{ rejected: true, what }] });
  });

  test('a text of one line is an article named after its file', () => {
    expect(readText('The ferry waits', 'ferry.txt').articles).toMatchObject([
      { title: 'ferry', paragraphs: ['The ferry waits'] },
    ]);
  });
});

test('the name is shown without line breaks and invisible marks', () => {
  expect(readText('The ferry waits.', 'a\nb\u202E.txt').articles[0]?.file).toBe('a b.txt');
});
