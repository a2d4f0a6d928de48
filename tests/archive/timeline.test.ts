import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive, readArticle } from 'cuttings';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { howOften } from '../../src/archive/timeline-words.js';
import { en } from '../../src/words/en.js';

let directory: string;
let archive: Archive;

const FILES: { title: string; date?: string; publication?: string; paragraphs: string[] }[] = [
  {
    title: 'Ferry back at Lindwick',
    date: '2021-11-03',
    publication: 'Lindwick Post',
    paragraphs: [
      'The night ferry is back at Lindwick.',
      'Its timetable was printed by hand.',
      'The ferry costs four pounds.',
    ],
  },
  {
    title: 'Harbour tolls',
    date: '2022-01-20',
    publication: 'Lindwick Post',
    paragraphs: [
      'Tolls for the night ferry may rise, Olive Pagett said.',
      '“The ferry timetable stays,” Olive Pagett said.',
    ],
  },
  {
    title: 'Market day',
    date: '2022-01-29',
    publication: 'Lindwick Post',
    paragraphs: ['The market was full in May. Nobody spoke of boats.'],
  },
  { title: 'Old notice', paragraphs: ['The ferries of Lindwick do not run at night.'] },
  {
    title: 'Echo on the ferry',
    date: '2022-03-09T08:00:00Z',
    publication: 'Harrow Echo',
    paragraphs: ['A ferry ran aground off Harrow.'],
  },
];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cuttings-timeline-'));
  for (const [at, { title, date, publication, paragraphs }] of FILES.entries()) {
    const front = [
      `title: ${title}`,
      ...(date ? [`publishedAt: ${date}`] : []),
      ...(publication ? [`publication: ${publication}`] : []),
    ];
    await writeFile(
      join(directory, `${at}.md`),
      ['---', ...front, '---', '', paragraphs.join('\n\n')].join('\n'),
    );
  }
  archive = await openArchive({ articles: directory });
});

afterAll(async () => {
  await archive.close();
  await rm(directory, { recursive: true, force: true });
});

describe('a timeline', () => {
  test('says in how many articles of how many a topic stands, month by month, and without a date apart', async () => {
    const result = await archive.timeline({ topic: 'ferry' });
    expect(result.reason).toBeNull();
    expect(result.every).toBe('month');
    expect(result.periods.map(({ from, articles, of }) => [from, articles, of])).toEqual([
      ['2021-11-01', 1, 1],
      ['2021-12-01', 0, 0],
      ['2022-01-01', 1, 2],
      ['2022-02-01', 0, 0],
      ['2022-03-01', 1, 1],
    ]);
    expect(result.dated).toMatchObject({ articles: 3, of: 4 });
    expect(result.undated).toMatchObject({ articles: 1, of: 1 });
  });

  test('shows each article once, oldest first, those without a date last, and gives those asked for', async () => {
    const { entries, total } = await archive.timeline({ topic: 'ferry' });
    expect(entries.map(({ article }) => article.title)).toEqual([
      'Ferry back at Lindwick',
      'Harbour tolls',
      'Echo on the ferry',
      'Old notice',
    ]);
    expect(total).toBe(4);
    const page = await archive.timeline({ topic: 'ferry', offset: 1, limit: 2 });
    expect(page.entries).toEqual(entries.slice(1, 3));
    expect(page.total).toBe(4);
  });

  test('needs every word of the topic, of which the title may hold all but one', async () => {
    const both = await archive.timeline({ topic: 'the ferry timetable' });
    expect(both.entries.map(({ article, text }) => [article.title, text])).toEqual([
      ['Ferry back at Lindwick', expect.stringContaining('timetable was printed')],
      ['Harbour tolls', expect.stringContaining('timetable stays')],
    ]);
    const none = await archive.timeline({ topic: 'ferry zeppelin' });
    expect(none).toMatchObject({ reason: 'no-match', total: 0, periods: [], unmatched: ['zeppelin'] });
  });

  test('takes a phrase in quotation marks as it is', async () => {
    const phrase = await archive.timeline({ topic: '"night ferry"' });
    expect(phrase.entries.map(({ article }) => article.title)).toEqual([
      'Ferry back at Lindwick',
      'Harbour tolls',
    ]);
  });

  test('says how it read a name that it does not know', async () => {
    const { corrected, total } = await archive.timeline({ topic: 'Lindwyck' });
    expect(corrected).toEqual([{ written: 'Lindwyck', used: 'Lindwick' }]);
    expect(total).toBe(2);
  });

  test('is narrowed to a person, a publication and days', async () => {
    const titles = async (query: Parameters<Archive['timeline']>[0]) =>
      (await archive.timeline(query)).entries.map(({ article }) => article.title);
    expect(await titles({ topic: 'ferry', person: 'Pagett' })).toEqual(['Harbour tolls']);
    expect(await titles({ topic: 'ferry', publication: 'harrow' })).toEqual(['Echo on the ferry']);
    expect(await titles({ topic: 'ferry', from: '2022-01-01', to: '2022-02-01' })).toEqual(['Harbour tolls']);
    expect(
      (await archive.timeline({ topic: 'ferry', from: '2022-01-01', to: '2022-02-01' })).dated,
    ).toMatchObject({
      articles: 1,
      of: 2,
    });
    const dated = await archive.timeline({ topic: 'ferry', from: '2022-01-01' });
    expect(dated).toMatchObject({ undatedLeftOut: 1, undated: { of: 0 } });
    expect(howOften(dated, en).at(-1)).toBe('1 article without a date is left out.');
  });

  test('GIVEN no articles at all THEN it says so', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'cuttings-empty-'));
    const none = await openArchive({ articles: empty });
    expect(await none.timeline({ topic: 'ferry' })).toMatchObject({ reason: 'empty-archive', unmatched: [] });
    expect(await none.ask('Who?', { person: 'Pagett' })).toMatchObject({ reason: 'empty-archive' });
    await none.close();
    await rm(empty, { recursive: true });
  });

  test('says why it is empty', async () => {
    const reason = async (query: Parameters<Archive['timeline']>[0]) =>
      (await archive.timeline(query)).reason;
    expect(await reason({ topic: 'of the' })).toBe('empty-topic');
    expect(await reason({ topic: 'ferry', person: 'Zeb Nobody' })).toBe('unknown-person');
    expect(await reason({ topic: 'ferry', publication: 'Nowhere Times' })).toBe('nothing-in-filter');
    await expect(archive.timeline({ topic: 'ferry', limit: 51 })).rejects.toThrow('“limit” is above 50');
  });

  test('shows slices only, counts what it counts once, and never fails, whatever is asked', async () => {
    const read = new Map<string, string>();
    for (const { file } of await archive.articles()) {
      const path = join(directory, file);
      const bytes = await readFile(path);
      for (const { text } of readArticle(bytes, { name: file }).articles) read.set(file, text);
    }
    const word = fc.constantFrom(
      'ferry',
      'night',
      'Lindwick',
      'May',
      '"',
      'the',
      'tolls',
      'x',
      '2022',
      '\u202e',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        const result = await archive.timeline({ topic: words.join(' '), limit: 50 });
        for (const { article, text, start, end, sentence } of result.entries) {
          expect(text).toBe(read.get(article.file)?.slice(start, end));
          expect(sentence.start).toBeGreaterThanOrEqual(start);
          expect(sentence.end).toBeLessThanOrEqual(end);
        }
        expect(result.entries.length).toBe(result.total);
        expect(result.dated.articles + result.undated.articles).toBe(result.total);
        expect(result.dated.articles).toBeLessThanOrEqual(result.dated.of);
        expect(result.reason === null).toBe(result.total > 0);
      }),
    );
  });
});
