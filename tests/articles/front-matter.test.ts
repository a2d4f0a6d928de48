import { describe, expect, test } from 'vitest';
import { articleOf, PROSE, readText } from './read-text.js';

const BODY = PROSE.join('\n\n');

/** What a file with this front matter gives: its fields and its warnings. */
function read(frontMatter: string) {
  const { articles, problems } = readText(`---\n${frontMatter}\n---\n\n${BODY}`, 'dredging.md');
  const [article] = articles;
  return { ...article, problems };
}

test('all five fields are read', () => {
  const text =
    'title: "Dredging: what we know"\npublication: The Wrenfield Courier\nauthors:\n  - Jane Roe\n  - Zoë Quill\npublishedAt: 2023-03-14\nurl: https://courier.example.com/dredging';
  expect(read(text)).toMatchObject({
    title: 'Dredging: what we know',
    publication: 'The Wrenfield Courier',
    authors: ['Jane Roe', 'Zoë Quill'],
    publishedAt: '2023-03-14',
    url: 'https://courier.example.com/dredging',
    paragraphs: PROSE,
    problems: [],
  });
});

test.each([
  ['authors: Jane Roe', ['Jane Roe']],
  ['authors: Jane Roe and Ann Poe', ['Jane Roe', 'Ann Poe']],
  ['authors: Jane Roe & Ann Poe; Zoë Quill', ['Jane Roe', 'Ann Poe', 'Zoë Quill']],
  ['authors: [Jane Roe, "Ann Poe and Zoë Quill", Jane Roe]', ['Jane Roe', 'Ann Poe', 'Zoë Quill']],
  ['authors: Alexander Sandoval', ['Alexander Sandoval']],
  ['authors:', []],
])('%s', (line, authors) => {
  expect(read(line)).toMatchObject({ authors, problems: [] });
});

test.each([
  ['2022-01-20', '2022-01-20'],
  ['"2022-01-20"', '2022-01-20'],
  ['2022-01-20T09:30:00Z', '2022-01-20T09:30:00Z'],
  ['2022-01-20T09:30:00+01:00', '2022-01-20T09:30:00+01:00'],
  ['2022-01-20 09:30:00 +0100', '2022-01-20T09:30:00+01:00'],
  ['2022-01-20t09:30:00z', '2022-01-20T09:30:00Z'],
  ['2022-01-20T09:30:00', '2022-01-20'],
  ['~', null],
])('publishedAt: %s', (value, publishedAt) => {
  expect(read(`publishedAt: ${value}`)).toMatchObject({ publishedAt, problems: [] });
});

test.each([
  'yesterday',
  '20/01/2022',
  '20 January 2022',
  '2022-02-30',
  '2022',
  '2022-01-20T25:00:00Z',
  '[2022-01-20]',
])('publishedAt: %s is a warning that names the line and the forms', (value) => {
  const { publishedAt, problems } = read(`title: Dredging\npublishedAt: ${value}`);
  expect(publishedAt).toBeNull();
  expect(problems).toMatchObject([
    { file: 'dredging.md', line: 3, rejected: false, what: 'its publishedAt was ignored' },
  ]);
  expect(problems[0]?.remedy).toContain('2022-01-20T09:30:00Z');
});

test.each(['javascript:alert(1)', 'ftp://example.org/a', '/news/dredging', 'data:text/html,x', 'https://'])(
  'url: %s is a warning, never a link',
  (value) => {
    const { url, problems } = read(`url: ${value}`);
    expect(url).toBeNull();
    expect(problems).toMatchObject([{ line: 2, rejected: false, what: 'its url was ignored' }]);
  },
);

test('unknown fields are one warning that lists the known ones', () => {
  expect(read('title: Dredging\ndate: 2022-01-20\ntags: [a, b]').problems).toMatchObject([
    {
      line: 3,
      what: 'fields in its front matter were ignored: date, tags',
      remedy: 'the fields are title, publication, authors, publishedAt, url, archivedUrl',
    },
  ]);
});

test('values that look like other types are the text that was written', () => {
  expect(read('title: 2024\npublication: yes')).toMatchObject({
    title: '2024',
    publication: 'yes',
    problems: [],
  });
});

test('a field that stands twice counts once', () => {
  expect(read('title: One\ntitle: Two')).toMatchObject({
    title: 'One',
    problems: [{ line: 3, what: 'its second title was ignored' }],
  });
});

test('comments, an empty block and Windows line ends are no problem', () => {
  expect(read('# nothing here').problems).toEqual([]);
  expect(articleOf('---\n---\nThe ferry waits.', 'a.md').paragraphs).toEqual(['The ferry waits.']);
  expect(articleOf('---\r\ntitle: Dredging\r\n---\r\n\r\nThe ferry waits.', 'a.md').title).toBe('Dredging');
});

test('front matter makes a file Markdown, whatever its name', () => {
  expect(articleOf('---\ntitle: Dredging\n---\nThe *ferry* waits.', 'a.txt')).toMatchObject({
    title: 'Dredging',
    paragraphs: ['The ferry waits.'],
  });
});

describe('front matter that is wrong never costs the article', () => {
  test.each([
    ['a colon in a value', 'title: Dredging: what we know', 2],
    ['an open bracket', 'title: ok\nauthors: [Jane', 2],
    ['a list instead of fields', '- a\n- b', 2],
    ['20,000 open brackets', `a: ${'['.repeat(15_000)}`, 2],
    [
      'deep lists',
      `a:\n${Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth + 1)}-`).join('\n')}`,
      2,
    ],
    ['a tag of another program', 'title: ok\n%broken', 3],
  ])('%s', (_, frontMatter, line) => {
    const { paragraphs, problems } = read(frontMatter);
    expect(paragraphs).toEqual(PROSE);
    expect(problems).toMatchObject([{ rejected: false, what: 'its front matter was ignored' }]);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line);
  });

  test('a block without an end', () => {
    const { articles, problems } = readText(`---\ntitle: Dredging\n\n${BODY}`, 'a.md');
    expect(articles[0]?.paragraphs).toContain(PROSE[0]);
    expect(problems).toMatchObject([{ line: 1, what: 'its front matter was ignored' }]);
  });

  test('an alias bomb is never carried out', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 26; level++) {
      const [name, before] = [String.fromCharCode(97 + level), String.fromCharCode(96 + level)];
      bomb.push(`${name}: &${name} [${`*${before},`.repeat(8)}*${before}]`);
    }
    const { title, problems } = read(`${bomb.join('\n')}\ntitle: *z`);
    expect(title).toBe('dredging');
    expect(problems.map(({ what }) => what)).toContain('its title was ignored');
  });

  test('tags name no type and run no code', () => {
    expect(read('title: !!js/function "function () { return 1 }"').title).toBe('function () { return 1 }');
    expect(read('__proto__: {a: 1}\nconstructor: b').problems).toHaveLength(1);
  });

  test('half a character and invisible marks do not get into a title', () => {
    expect(read('title: "Dred\\uD800ging\\u202E\\u0000 \\n begins"').title).toBe('Dredging begins');
  });
});
