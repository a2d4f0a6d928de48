import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArticleSet } from '../../src/articles/set.js';
import { ignoredBy, NO_SETTINGS, parseSetSettings, removedBy } from '../../src/articles/set-settings.js';
import { PROSE } from './read-text.js';

const BODY = PROSE.join('\n\n');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cuttings-settings-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
const story = (fields: string) =>
  `---\n${fields}\n---\nOne line alone tells the story: ${fields.replaceAll('\n', ' ')}.`;
const FULL = `
publications:
  - folder: courier/2024
    name: The New Courier
  - folder: courier/
    name: The Wrenfield Courier
  - host: gazette.example
    name: The Ostley Gazette
dates:
  - folder: courier/2022-01-20
    date: 2022-01-20
ignore:
  - "*.bak"
  - drafts/
  - courier/**/notes-*.txt
remove:
  - "Subscribe to * today*"
`;

describe('archive.yaml', () => {
  test('gives publication and date where a file names none, by folder or host', async () => {
    put('archive.yaml', FULL);
    put('courier/2022-01-20/a.md', story('title: A'));
    put('courier/2024/b.md', story('title: B'));
    put('courier/c.md', story('title: C\npublication: Own Name\npublishedAt: 2020-02-02'));
    put('d.md', story('title: D\nurl: https://www.news.gazette.example/d'));
    put('e.md', story('title: E\nurl: https://othergazette.example/e'));
    const { articles, problems, files } = await readArticleSet(root);
    expect(problems).toEqual([]);
    expect(files).toBe(5);
    expect(articles.map(({ title, publication, publishedAt }) => [title, publication, publishedAt])).toEqual([
      ['A', 'The Wrenfield Courier', '2022-01-20'],
      ['B', 'The New Courier', null],
      ['C', 'Own Name', '2020-02-02'],
      ['D', 'The Ostley Gazette', null],
      ['E', null, null],
    ]);
    expect(articles[0]?.origin?.sources).toEqual({
      publication: 'archive.yaml',
      publishedAt: 'archive.yaml',
    });
    expect(articles[2]?.origin?.sources).toBeUndefined();
  });

  test('takes out the paragraphs it names, and says so', async () => {
    put('archive.yaml', FULL);
    put('a.txt', `A story\n\n${BODY}\n\nSubscribe to the Courier’s letter today, and read more.`);
    const { articles } = await readArticleSet(root);
    expect(articles[0]?.text).toBe(BODY);
    expect(articles[0]?.removed).toEqual([
      {
        text: 'Subscribe to the Courier’s letter today, and read more.',
        line: null,
        reason: 'archive.yaml: Subscribe to * today*',
      },
    ]);
  });

  test.each([
    ['a.bak', true],
    ['deep/down/a.bak', true],
    ['drafts/a.txt', true],
    ['other/drafts/x/a.txt', true],
    ['courier/2022/notes-1.txt', true],
    ['courier/notes-1.txt', true],
    ['a.bak.txt', false],
    ['draft/a.txt', false],
    ['notes-1.txt', false],
    ['archive.yaml.bak', true],
  ])('passes over %s: %s', (file, ignored) => {
    expect(ignoredBy(parseSetSettings(FULL).settings)(file)).toBe(ignored);
  });

  test.each([
    ['publications:\n  - folder: a\n    nmae: B', 3, 'there is no field “nmae”'],
    ['publications:\n  - folder: a', 2, '“name” is no text'],
    ['publications:\n  - name: a', 2, 'it has no folder and no host'],
    ['dates:\n  - folder: a\n    date: next week', 3, '“date” is no date as 2022-01-20'],
    ['dates:\n  folder: a', 1, 'it is no list'],
    ['\npublishers: []', 2, 'it is none of publications, dates, ignore, remove'],
    ['ignore:\n  - a\n  - ""', 3, 'it is empty'],
    ['ignore:\n  - a\n  - "!a"', 3, 'it begins with “!”, which takes no files back in here'],
    ['ignore: [a, *b]', 1, 'it has an alias (“*…”), and these are not read'],
    ['- a', 1, 'it is no list of fields such as publications, dates, ignore, remove'],
    ['{'.repeat(20_000), 1, expect.any(String)],
    ['a: &a [x]\n'.repeat(3), 2, expect.any(String)],
    [`#${'x'.repeat(300_000)}`, 1, 'it is longer than 262144 characters'],
  ])('GIVEN %j THEN the problem names line %i and the reason', (source, line, why) => {
    const { problems } = parseSetSettings(source);
    expect(problems[0]).toMatchObject({ file: 'archive.yaml', rejected: false, line, why });
    expect(problems[0]?.remedy).toContain('docs/articles.md');
  });

  test('GIVEN wrong entries THEN the others still hold, and the articles are read', async () => {
    put('archive.yaml', 'publications:\n  - folder: 7\n  - folder: a\n    name: B\n');
    put('a/a.txt', `A story\n\n${BODY}`);
    const { articles, problems } = await readArticleSet(root);
    expect(articles[0]?.publication).toBe('B');
    expect(problems).toMatchObject([{ file: 'archive.yaml', line: 2 }]);
  });

  test('GIVEN a link in its place THEN it is not followed', async () => {
    put('elsewhere.md', story('title: A'));
    symlinkSync(join(root, 'elsewhere.md'), join(root, 'archive.yaml'));
    const { problems } = await readArticleSet(root);
    expect(problems).toMatchObject([{ file: 'archive.yaml', what: 'it was not opened' }]);
  });

  test('GIVEN a pipe in its place THEN it is not waited for', async () => {
    put('a.md', story('title: A'));
    execFileSync('mkfifo', [join(root, 'archive.yaml')]);
    const { articles, problems } = await readArticleSet(root);
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'archive.yaml', what: 'it was not opened' }]);
  });

  test('GIVEN a broken file THEN the set is read as if there were none', async () => {
    put('archive.yaml', 'ignore: [');
    put('a.md', story('title: A'));
    const { articles, problems } = await readArticleSet(root);
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'archive.yaml', what: 'it was not used', rejected: false }]);
  });

  test('any text is read to its end and gives settings', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (source) => {
        const { settings } = parseSetSettings(source);
        expect(Object.keys(settings).sort()).toEqual(['dates', 'ignore', 'publications', 'remove']);
      }),
    );
  });

  test('a pattern with stars fits just the texts that hold its pieces in order', () => {
    const letters = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), letters, (pieces, text) => {
        const remove = [pieces.join('*')];
        const expected = new RegExp(`^${pieces.join('.*')}$`).test(text);
        expect(removedBy({ ...NO_SETTINGS, remove })(text) !== undefined).toBe(expected);
      }),
    );
  });
});
