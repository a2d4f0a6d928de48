import { spawnSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive, type Progress } from 'cuttings';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const isRoot = process.getuid?.() === 0;
let parent: string;
let articles: string;
let cache: string;
const archives: Archive[] = [];

/** Writes the articles that each test begins with. */
async function writeArticles(): Promise<void> {
  await mkdir(articles);
  await put(
    'ferry.md',
    'Ferry',
    'Norlund Line opened four berths in Wrenfield harbour. “We waited,” said Ines Valdén.',
  );
  await put(
    'bakery.md',
    'Bakery',
    'The bakery on Mill Street won the county bread prize for its rye loaf on Sunday.',
  );
}

// What was touched this moment is not trusted to be settled, and nothing can set the change time back: these are written first and waited for
// once. Moving a folder leaves the times of its files.
let settled: string;
let settledSets: string[] = [];
beforeAll(async () => {
  settled = await mkdtemp(join(tmpdir(), 'cuttings-settled-'));
  settledSets = Array.from({ length: 8 }, (_, at) => join(settled, String(at)));
  for (const set of settledSets) {
    articles = set;
    await writeArticles();
  }
  await new Promise((resolve) => setTimeout(resolve, 2100));
});
afterAll(() => rm(settled, { recursive: true }));

/** Puts a set of the same articles, but settled ones, in the place of the one just written. */
async function withSettledSet(): Promise<void> {
  const set = settledSets.pop();
  if (set === undefined) throw new Error('make more settled sets');
  await rm(articles, { recursive: true });
  await rename(set, articles);
}

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-cache-'));
  articles = join(parent, 'set');
  cache = join(parent, 'cache');
  await writeArticles();
});

afterEach(async () => {
  await Promise.all(archives.splice(0).map((archive) => archive.close()));
  await rm(parent, { recursive: true, force: true });
});

/** Writes an article as if an hour ago: what was touched this moment is not trusted to be settled. */
async function put(name: string, title: string, text: string): Promise<void> {
  await writeFile(join(articles, name), `---\ntitle: ${title}\n---\n\n${text}`);
  await settle(name);
}

const settle = (name: string) => utimes(join(articles, name), 1_700_000_000, 1_700_000_000);

/** Opens the archive and tells which stages of building it went through. */
async function open(): Promise<{ archive: Archive; stages: string[] }> {
  const stages = new Set<string>();
  const archive = await openArchive({
    articles,
    cache,
    onProgress: ({ stage }: Progress) => stages.add(stage),
  });
  archives.push(archive);
  return { archive, stages: [...stages] };
}

const cacheFiles = async () =>
  (await readdir(cache, { recursive: true }))
    .map((name) => join(cache, name))
    .filter((name) => !/[0-9a-f]{16}$/.test(name));
const ferryAnswer = async (archive: Archive) =>
  archive.ask('How many berths did Norlund Line open in Wrenfield?');

describe('an archive with a cache', () => {
  test('GIVEN nothing has changed THEN it opens without building and answers the same', async () => {
    await withSettledSet();
    const first = await open();
    expect(first.stages).toEqual(['reading', 'quotations', 'index']);
    const second = await open();
    expect(second.stages).toEqual([]);
    expect(await second.archive.status()).toEqual(await first.archive.status());
    expect(await ferryAnswer(second.archive)).toEqual(await ferryAnswer(first.archive));
    expect(await ferryAnswer(second.archive)).toMatchObject({ answered: true });
    for (const { archive } of [first, second])
      expect(await archive.quotes({ person: 'Valdén' })).toMatchObject({ total: 1 });
  });

  test('GIVEN files that were only touched THEN they are read but nothing is built again', async () => {
    const first = await open();
    await settle('ferry.md');
    const second = await open();
    expect(second.stages).toEqual(['reading']);
    expect(await ferryAnswer(second.archive)).toEqual(await ferryAnswer(first.archive));
  });

  test('GIVEN an edit with the same size and time THEN it is seen', async () => {
    await withSettledSet();
    await open();
    await put(
      'ferry.md',
      'Ferry',
      'Norlund Line opened nine berths in Wrenfield harbour. “We waited,” said Ines Valdén.',
    );
    const { archive } = await open();
    expect((await ferryAnswer(archive)).passages[0]?.text).toContain('nine berths');
  });

  test('GIVEN a file renamed, one deleted and one new THEN the archive holds what the folder holds', async () => {
    await withSettledSet();
    const before = await (await open()).archive.status();
    await rename(join(articles, 'ferry.md'), join(articles, 'boats.md'));
    const renamed = (await open()).archive;
    expect((await renamed.articles()).map(({ file }) => file)).toEqual(['bakery.md', 'boats.md']);
    expect((await renamed.status()).snapshot).toBe(before.snapshot);
    await rm(join(articles, 'bakery.md'));
    await put('mill.md', 'Mill', 'The old mill in Wrenfield was sold to a baker from Ostley for one crown.');
    expect((await (await open()).archive.articles()).map(({ file }) => file)).toEqual([
      'boats.md',
      'mill.md',
    ]);
  });

  test('GIVEN a cache damaged anywhere, cut short or of another version THEN it is built again and says nothing', async () => {
    await withSettledSet();
    const { archive } = await open();
    const answer = await ferryAnswer(archive);
    for (const damage of [
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      (bytes: Buffer) => bytes.fill(0, bytes.length - 20),
      (bytes: Buffer) => bytes.fill(255, 150, 400),
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/"code":"./, '"code":"-'), 'latin1'),
      () => Buffer.alloc(0),
      () => Buffer.from('null\n'),
    ]) {
      for (const file of await cacheFiles()) await writeFile(file, damage(await readFile(file)));
      const again = await open();
      expect(again.stages).toContain('index');
      expect(await ferryAnswer(again.archive)).toEqual(answer);
      expect(await again.archive.problems()).toEqual([]);
    }
  });

  test.skipIf(isRoot)(
    'GIVEN a cache that may not be written THEN the archive answers and says so once',
    async () => {
      await mkdir(cache, { mode: 0o500 });
      const { archive } = await open();
      expect(await ferryAnswer(archive)).toMatchObject({ answered: true });
      expect(await archive.problems()).toMatchObject([{ file: 'CACHE_DIR', rejected: false }]);
      await chmod(cache, 0o700);
    },
  );

  test('GIVEN a file where the folder of the cache should be THEN the archive answers and says so', async () => {
    await writeFile(cache, '');
    const { archive } = await open();
    expect(await ferryAnswer(archive)).toMatchObject({ answered: true });
    expect(await archive.problems()).toMatchObject([{ file: 'CACHE_DIR', rejected: false }]);
  });

  test.skipIf(process.platform === 'win32')(
    'GIVEN a disk that is full THEN the archive answers and says so, and the next one starts from nothing half written',
    async () => {
      const script = `
        import { openArchive } from ${JSON.stringify(new URL('../../dist/src/index.js', import.meta.url).href)};
        const archive = await openArchive(${JSON.stringify({ articles, cache })});
        const { answered } = await archive.ask('How many berths did Norlund Line open in Wrenfield?');
        const problems = await archive.problems();
        console.log(JSON.stringify({ answered, problems: problems.map(({ file }) => file) }));
        await archive.close();`;
      // To a program that may write files of 512 bytes alone, any disk is full.
      const child = spawnSync(
        '/bin/sh',
        ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', script],
        { timeout: 50_000, encoding: 'utf8' },
      );
      expect(JSON.parse(child.stdout)).toEqual({ answered: true, problems: ['CACHE_DIR'] });
      expect(await cacheFiles()).toEqual([]);
      const { archive } = await open();
      expect(await archive.problems()).toEqual([]);
    },
    60_000,
  );

  test('leaves no unfinished files behind', async () => {
    await Promise.all([open(), open(), open()]);
    expect((await cacheFiles()).map((file) => file.split('/').at(-1)).sort()).toEqual(['known', 'snapshot']);
  });

  test('GIVEN the folder is gone at a start THEN the last archive answers and a problem says so, and a reload mends it', async () => {
    await open();
    await rename(articles, `${articles}-away`);
    const { archive } = await open();
    expect(await ferryAnswer(archive)).toMatchObject({ answered: true });
    expect(await archive.problems()).toMatchObject([{ file: '.', rejected: true }]);
    expect(await archive.reload()).toMatchObject({
      swapped: false,
      why: expect.stringContaining('no folder'),
    });
    await rename(`${articles}-away`, articles);
    expect(await archive.reload()).toMatchObject({ swapped: true, problems: [] });
    expect(await archive.problems()).toEqual([]);
  });

  test('GIVEN a folder that was never read THEN its absence is an error', async () => {
    await open();
    await expect(openArchive({ articles: join(parent, 'other'), cache })).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});

describe('options that mean nothing', () => {
  test.each(['', '.hidden', 'deep/inside'])(
    'GIVEN a cache inside the articles (%j) THEN it is refused with what to do',
    async (below) => {
      const opening = openArchive({ articles, cache: join(articles, below) });
      await expect(opening).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining('CACHE_DIR'),
      });
    },
  );

  test('GIVEN a cache beside the articles whose name begins alike THEN it is used', async () => {
    archives.push(await openArchive({ articles, cache: `${articles}-cache` }));
    expect(await readdir(`${articles}-cache`)).toHaveLength(1);
  });

  test.each([
    [{ articles: '' }, 'folder of the articles'],
    [{ articles: 'somewhere', queryTimeout: Number.NaN }, 'queryTimeout'],
    [{ articles: 'somewhere', queryTimeout: 0 }, 'queryTimeout'],
  ])('GIVEN %j THEN the error names what is wrong', async (options, named) => {
    await expect(openArchive(options)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(named),
    });
  });
});

describe('a reload of a set that has not changed', () => {
  test.each([true, false])('builds nothing and says so (with a cache: %s)', async (cached) => {
    await withSettledSet();
    const archive = await openArchive({ articles, ...(cached && { cache }) });
    archives.push(archive);
    const stages: string[] = [];
    const report = await archive.reload(({ stage }) => stages.push(stage));
    expect(report).toMatchObject({
      swapped: false,
      why: null,
      articles: 2,
      added: [],
      changed: [],
      removed: [],
    });
    expect(stages).toEqual([]);
    expect(await ferryAnswer(archive)).toMatchObject({ answered: true });
  });

  test('GIVEN corrections of people that changed THEN it is built again', async () => {
    await withSettledSet();
    const peopleFile = join(parent, 'people.yaml');
    const archive = await openArchive({ articles, cache, peopleFile });
    archives.push(archive);
    expect(await archive.problems()).toHaveLength(1);
    await writeFile(peopleFile, 'people:\n  - name: Ines Valdén\n    rename: Ines Valdén-Orr\n');
    expect(await archive.reload()).toMatchObject({ swapped: true });
    expect(await archive.quotes({ person: 'Valdén-Orr' })).toMatchObject({
      person: { name: 'Ines Valdén-Orr' },
    });
  });

  test('GIVEN an article added and one edited THEN only these are reported', async () => {
    const { archive } = await open();
    await put('mill.md', 'Mill', 'The old mill in Wrenfield was sold to a baker from Ostley for one crown.');
    await put(
      'bakery.md',
      'Bakery',
      'The bakery on Mill Street lost the county bread prize for its rye loaf on Sunday.',
    );
    const { mtimeMs } = await stat(join(articles, 'ferry.md'));
    const report = await archive.reload();
    expect(report.added.map(({ file }) => file)).toEqual(['mill.md']);
    expect(report.changed.map(({ file }) => file)).toEqual(['bakery.md']);
    expect((await stat(join(articles, 'ferry.md'))).mtimeMs).toBe(mtimeMs);
  });
});
