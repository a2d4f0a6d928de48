import { cp, mkdtemp, open as openFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Archive, type ArchiveOptions, openArchive } from 'cuttings';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const SHIPPED = fileURLToPath(new URL('../../data/articles', import.meta.url));
const QUESTIONS = [
  'Who chaired the meeting in Brussels?',
  'How many are camped near the Ukrainian border?',
  'What did Stoltenberg say about the risk of conflict?',
  '"a real risk"',
  'Tell me about the talks between Russia and NATO',
  'Who won the 2018 World Cup?',
  'What does the United Kingdom supply?',
  'Who painted the lighthouse?',
  'the',
  '',
];

let parent: string;
let articles: string;
const opened: Archive[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-engines-'));
  articles = join(parent, 'articles');
  await cp(SHIPPED, articles, { recursive: true });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((archive) => archive.close()));
  await rm(parent, { recursive: true, force: true });
});

async function open(engine: 'lunr' | 'sqlite', options: Partial<ArchiveOptions> = {}): Promise<Archive> {
  const archive = await openArchive({
    articles,
    cache: join(parent, `cache of ${engine}`),
    engine,
    ...options,
  });
  opened.push(archive);
  return archive;
}

async function answers(archive: Archive, filters = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const question of QUESTIONS) found.push(await archive.ask(question, filters));
  return found;
}

async function overwriteSecondHalf(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  const { size } = await file.stat();
  const half = Math.floor(size / 2);
  await file.write(Buffer.alloc(size - half, 'damage '), 0, size - half, half);
  await file.close();
}

const add = (name: string, text: string) =>
  writeFile(join(articles, name), `---\ntitle: ${name}\npublication: Lind Echo\n---\n\n${text}`);

describe('an archive on SQLite', () => {
  test('answers as on Lunr, with filters too, and says what it runs on', async () => {
    const [lunr, sqlite] = [await open('lunr'), await open('sqlite')];
    expect(await answers(sqlite)).toEqual(await answers(lunr));
    for (const filters of [
      { person: 'Stoltenberg' },
      { publication: 'London Defender' },
      { from: '2022-06-01' },
    ])
      expect(await answers(sqlite, filters)).toEqual(await answers(lunr, filters));
    expect(await sqlite.quotes({ person: 'Stoltenberg' })).toEqual(
      await lunr.quotes({ person: 'Stoltenberg' }),
    );
    expect((await sqlite.status()).engine).toBe('sqlite');
    expect((await lunr.status()).engine).toBe('lunr');
  });

  test('follows every reload, and opens as it was', async () => {
    await add('lighthouse', 'Ada Brill painted the lighthouse of Calder Mouth in a week.');
    const archive = await open('sqlite');
    const first = async (question: string) => (await archive.ask(question)).passages[0]?.text;
    expect(await first('Who painted the lighthouse?')).toContain('Ada Brill');
    await add('lighthouse', 'Bo Carrow painted the lighthouse of Calder Mouth in a day.');
    await add('ferry', 'The ferry of Wrenfield sank at its moorings on Monday.');
    expect((await archive.reload()).swapped).toBe(true);
    expect(await first('Who painted the lighthouse?')).toContain('Bo Carrow');
    expect(await first('What sank at its moorings?')).toContain('ferry of Wrenfield');
    await rm(join(articles, 'ferry'));
    await archive.reload();
    expect(await first('What sank at its moorings?')).toBeUndefined();
    await archive.close();
    expect(await answers(await open('sqlite'))).toEqual(await answers(await open('lunr')));
  });

  test('is built again where its index is damaged', async () => {
    const before = await answers(await open('sqlite'));
    await opened.pop()?.close();
    const [set = ''] = await readdir(join(parent, 'cache of sqlite'));
    await writeFile(join(parent, 'cache of sqlite', set, 'index.db'), 'no database at all, '.repeat(300));
    expect(await answers(await open('sqlite'))).toEqual(before);
  });

  test.each([
    ['a page of what is kept', 'snapshot'],
    ['its index', 'index.db'],
  ])('answers the question over which %s was found damaged, from what is built again', async (_, name) => {
    const expected = await answers(await open('lunr'));
    const lost: unknown[] = [];
    await (await open('sqlite')).close();
    const file = join(
      parent,
      'cache of sqlite',
      (await readdir(join(parent, 'cache of sqlite')))[0] ?? '',
      name,
    );
    const archive = await open('sqlite', { onLost: (error: unknown) => lost.push(error) });
    await overwriteSecondHalf(file);
    expect(await answers(archive)).toEqual(expected);
    expect(lost).toMatchObject([{ message: expect.stringMatching(/is damaged.* built again/) }]);
    await archive.close();
    expect(await answers(await open('sqlite'))).toEqual(expected);
  });

  test('needs a cache to keep its index in', async () => {
    await expect(openArchive({ articles, engine: 'sqlite' })).rejects.toThrow(/keeps its index in the cache/);
  });
});
