import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, type ArchiveOptions, openArchive, type ReloadReport } from 'cuttings';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let parent: string;
let articles: string;
let cache: string;
const archives: Archive[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-take-over-'));
  articles = join(parent, 'set');
  cache = join(parent, 'cache');
  await mkdir(articles);
  await put('ferry', 'Norlund Line opened four berths in Wrenfield harbour.');
});

afterEach(async () => {
  await Promise.all(archives.splice(0).map((archive) => archive.close()));
  await rm(parent, { recursive: true, force: true });
});

const put = (name: string, text: string) => writeFile(join(articles, `${name}.txt`), text);

/** An archive on the shared cache, and what it said of each time that it took something over. */
async function open(options: Partial<ArchiveOptions> = {}) {
  const taken: ReloadReport[] = [];
  const archive = await openArchive({
    articles,
    cache,
    onTakeOver: (report) => taken.push(report),
    ...options,
  });
  archives.push(archive);
  return { archive, taken };
}

async function until(look: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !look(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  if (!look()) throw new Error('it never came');
}
/** Longer than it takes to look at the cache twice. */
const twoLooks = () => new Promise((resolve) => setTimeout(resolve, 4500));
const files = async (archive: Archive) => (await archive.articles()).map(({ file }) => file).toSorted();

describe('archives on one cache', () => {
  test.each(['lunr', 'sqlite'] as const)(
    'GIVEN one is reloaded (%s) THEN the other goes over to the same, and not to what came into the folder since',
    async (engine) => {
      const [asked, other] = [await open({ engine }), await open({ engine })];
      await put('bakery', 'The bakery on Mill Street won the county bread prize for its rye loaf.');
      const { snapshot } = await asked.archive.reload();
      await put('library', 'The library on Canal Road lends bicycles from the first of May.');
      await until(() => other.taken.length > 0);
      expect(other.taken).toMatchObject([{ swapped: true, snapshot, added: [{ file: 'bakery.txt' }] }]);
      expect((await other.archive.ask('Which prize did the bakery on Mill Street win?')).snapshot).toBe(
        snapshot,
      );
      expect(await files(other.archive)).toEqual(['bakery.txt', 'ferry.txt']);
      expect([asked.taken.length, other.taken.length]).toEqual([0, 1]);
      expect((await other.archive.reload()).added).toMatchObject([{ file: 'library.txt' }]);
    },
  );

  test('GIVEN one has other corrections of people THEN the other stays as it is', async () => {
    const { archive, taken } = await open();
    const peopleFile = join(parent, 'people.yaml');
    await writeFile(peopleFile, 'people:\n  - name: Ann Lee\n    aliases: [Annie]\n');
    await put('bakery', 'The bakery on Mill Street won the county bread prize for its rye loaf.');
    await open({ peopleFile });
    await twoLooks();
    expect(taken).toEqual([]);
    expect(await files(archive)).toEqual(['ferry.txt']);
  });

  test('GIVEN one finds no article any more THEN the other stays as it is', async () => {
    const { archive, taken } = await open();
    await rm(join(articles, 'ferry.txt'));
    expect((await (await open()).archive.status()).articles).toBe(0);
    await twoLooks();
    expect(taken).toEqual([]);
    expect(await files(archive)).toEqual(['ferry.txt']);
  });

  test('GIVEN one that is to begin with what the cache holds THEN its reload tells what came since', async () => {
    await (await open()).archive.close();
    await put('bakery', 'The bakery on Mill Street won the county bread prize for its rye loaf.');
    const { archive } = await open({ lastFirst: true });
    expect(await files(archive)).toEqual(['ferry.txt']);
    expect((await archive.reload()).added).toMatchObject([{ file: 'bakery.txt' }]);
  });
});
