import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../src/archive/article-store.js';
import { buildParts, placesByHash } from '../../src/archive/build-parts.js';
import { quotedIn } from '../../src/archive/quoted-in.js';
import type { SnapshotParts } from '../../src/archive/snapshot.js';
import { cacheFolder, snapshotCache } from '../../src/archive/snapshot-cache.js';
import type { Article } from '../../src/articles/article.js';
import { articleId } from '../../src/articles/identity.js';
import type { KnownSet } from '../../src/articles/known.js';
import { recordOf } from '../../src/articles/record.js';
import { NO_SETTINGS } from '../../src/articles/set-settings.js';
import { bucketOf } from '../../src/quotes/verify/pairs.js';
import { hashWord, pairHash } from '../../src/quotes/verify/shingles.js';
import { comparedWords } from '../../src/text/compared-words.js';
import { exampleArticle } from '../search/example-articles.js';

const SENTENCES = [
  'The ferry waits for nobody.',
  '“We waited,” said Ines Valdén, the mayor of Wrenfield.',
  '“It is late,” said Tom Arkwright, a judge.',
  'Mr Arkwright said it was “a promise for the birds”.',
  'Nine million crowns were lost in Östhavn.',
  'She said: “Nobody paid.”',
];
const paragraph = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' '));
const article = fc
  .record({
    title: fc.constantFrom('Ferry', 'Quay', 'Bread', 'A mill', 'The birds'),
    publication: fc.constantFrom('Courier', 'Gazette'),
    publishedAt: fc.constantFrom('2021-01-02', '2022-03-04', '2023-05-06'),
    file: fc.constantFrom('a.md', 'b.md', 'c.md'),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  })
  .map(({ paragraphs, ...rest }) => {
    const made = exampleArticle('', paragraphs, rest);
    return { ...made, id: articleId(made) };
  });
const set = fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 6 });

/** All that can be read of a snapshot, with nothing of how it is kept. */
function contentsOf({ parts, people, roles, problems, id, directory }: SnapshotParts) {
  const { table, shingles, references, hashes } = parts;
  const store = openStore(parts, people);
  const words = references.map((_, number) => comparedWords(store.articleAt(number)?.text ?? ''));
  const pairs = words.flatMap((all) =>
    all.slice(1).map((word, at) => pairHash(hashWord(all[at]?.key ?? ''), hashWord(word.key))),
  );
  return {
    ...{ id, people, roles, problems, references, hashes, directory },
    articles: references.map((_, number) => store.articleAt(number)),
    quotations: references.map(({ id }) =>
      store.quotationsOf(id).map((quotation) => ({ quotation, person: store.personOf.get(quotation) })),
    ),
    table: {
      ...table,
      paragraph: table.paragraph.subarray(0, table.paragraph.length),
      sentenceSpan: table.sentenceSpan.subarray(0, table.sentenceSpan.length),
      term: table.term.subarray(0, table.term.length),
      flags: table.flags.subarray(0, table.flags.length),
    },
    chunks: { article: shingles.chunkArticle, start: shingles.chunkStart },
    pairs: [...new Set(pairs)].map((pair) => [
      pair,
      ...shingles.pairs.inBucket(bucketOf(pair, shingles.pairs.bits)),
    ]),
  };
}

async function inFolders(use: (set: string, cache: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-layers-'));
  const [set, cache] = [join(folder, 'set'), join(folder, 'cache')];
  try {
    await mkdir(set);
    await use(set, cache);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The built program: what parses files runs on threads of it, and it reads only what it wrote itself.
const built = <Module>(name: string): Promise<Module> =>
  import(new URL(`../../dist/src/archive/${name}.js`, import.meta.url).href);
const { buildSnapshot } = await built<typeof import('../../src/archive/build-snapshot.js')>('build-snapshot');
const keptBy = await built<typeof import('../../src/archive/snapshot-cache.js')>('snapshot-cache');
const build = async (directory: string, cache: string | undefined, paged: boolean) => {
  const snapshot = await buildSnapshot({ directory, cache, paged }, () => {});
  if (snapshot === 'unchanged') throw new Error('it was asked to build');
  return snapshot;
};

/** A snapshot of articles, on top of the last one. */
function snapshotOf(articles: readonly Article[], last?: SnapshotParts): SnapshotParts {
  const wanted = articles.map((article) => ({ record: recordOf(article), otherFiles: [], article }));
  const { parts, layers } = buildParts(
    wanted,
    last && { layers: last.layers, places: placesByHash(last.layers) },
    () => {},
  );
  const whole = { id: 'set', madeFrom: 'now', builtAt: '', directory: '/set', problems: [], corrections: [] };
  return { ...whole, ...quotedIn(parts, []), parts, layers };
}

const KNOWN: KnownSet = {
  ...{ settings: NO_SETTINGS, files: [], records: [] },
  sketches: { first: Uint32Array.of(0), hashes: new Uint32Array(), leads: new Uint32Array() },
  stories: { number: new Uint32Array(), first: new Uint32Array() },
  copies: { of: new Int32Array(), share: new Float64Array() },
};

test.each([true, false])(
  'whatever changes one after another, a snapshot of a base and a patch holds what one built from nothing holds, also when it is loaded again (in pages: %s)',
  async (paged) => {
    await fc.assert(
      fc.asyncProperty(fc.array(set, { minLength: 2, maxLength: 4 }), (sets) =>
        inFolders(async (directory, folder) => {
          const cache = snapshotCache(folder, directory, { paged });
          for (const articles of sets) {
            const expected = contentsOf(snapshotOf(articles));
            const next = snapshotOf(articles, await cache.snapshot());
            expect(contentsOf(next)).toEqual(expected);
            await cache.save(next, KNOWN);
            const loaded = await cache.snapshot('now');
            expect(loaded && contentsOf(loaded)).toEqual(expected);
          }
        }),
      ),
      { numRuns: 30 },
    );
  },
  60_000,
);

const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      title: `Number ${from + at}`,
      paragraphs: [`The ferry ${from + at} waits for nobody at all.`],
    }),
  ).join('\n');

test('a small change is written as a patch, and leaves the base as it is; a large one makes a new base without a patch', () =>
  inFolders(async (set, cache) => {
    const folder = cacheFolder(cache, set);
    const base = () => stat(join(folder, 'snapshot'));
    await writeFile(join(set, 'a.jsonl'), lines(300));
    await build(set, cache, true);
    const before = await base();
    await writeFile(join(set, 'b.jsonl'), lines(3, 1000));
    await build(set, cache, true);
    expect((await base()).ino).toBe(before.ino);
    expect(await readdir(folder)).toContain('patch');
    await writeFile(join(set, 'c.jsonl'), lines(250, 2000));
    const { parts } = await build(set, cache, true);
    expect(parts.references).toHaveLength(553);
    expect((await base()).ino).not.toBe(before.ino);
    expect(await readdir(folder)).not.toContain('patch');
    const loaded = await build(set, cache, true);
    expect(contentsOf(loaded)).toEqual(contentsOf(await build(set, undefined, false)));
  }));

test('GIVEN a patch of another base, or a damaged one THEN it is passed over, and everything is built as it should be', () =>
  inFolders(async (set, cache) => {
    const patch = join(cacheFolder(cache, set), 'patch');
    await writeFile(join(set, 'a.jsonl'), lines(3));
    await build(set, cache, true);
    await writeFile(join(set, 'b.jsonl'), lines(2, 10));
    const expected = contentsOf(await build(set, cache, true));
    const good = await readFile(patch);
    for (const damaged of [
      good.subarray(0, good.length / 2),
      Buffer.from(good).fill(7, 300, 400),
      Buffer.alloc(0),
    ]) {
      await writeFile(patch, damaged);
      expect(contentsOf(await build(set, cache, true))).toEqual(expected);
    }
    await writeFile(join(set, 'c.jsonl'), lines(250, 100));
    await build(set, cache, true);
    await writeFile(patch, good);
    expect(contentsOf(await build(set, cache, true))).toEqual(contentsOf(await build(set, undefined, false)));
  }));

const isSettled = () => new Promise((resolve) => setTimeout(resolve, 2100));

test('GIVEN the folder is again as it was when the base was written THEN the cache holds that for everybody, and not what came between', () =>
  inFolders(async (set, cache) => {
    await writeFile(join(set, 'a.jsonl'), lines(2));
    await isSettled();
    const before = contentsOf(await build(set, cache, true));
    await writeFile(join(set, 'b.jsonl'), lines(1, 10));
    await build(set, cache, true);
    await rm(join(set, 'b.jsonl'));
    expect(contentsOf(await build(set, cache, true))).toEqual(before);
    const held = await keptBy.snapshotCache(cache, set, { paged: true }).snapshot();
    expect(held && contentsOf(held)).toEqual(before);
  }));

test('GIVEN a cache whose base is older than a month THEN it stays as long as patches are written, and another set of that age goes', () =>
  inFolders(async (set, cache) => {
    const old = new Date(Date.now() - 40 * 24 * 60 * 60_000);
    const other = join(cache, '0123456789abcdef');
    await mkdir(other, { recursive: true });
    await writeFile(join(other, 'snapshot'), '');
    await writeFile(join(set, 'a.jsonl'), lines(2));
    await build(set, cache, true);
    for (const path of [join(cacheFolder(cache, set), 'snapshot'), join(other, 'snapshot'), other])
      await utimes(path, old, old);
    await writeFile(join(set, 'b.jsonl'), lines(1, 10));
    await build(set, cache, true);
    expect(await readdir(cacheFolder(cache, set))).toEqual(expect.arrayContaining(['patch', 'snapshot']));
    expect(await readdir(cache)).not.toContain('0123456789abcdef');
  }));

test('GIVEN a problem of the set that changes no article THEN it is told, and gone when it is mended', () =>
  inFolders(async (set, cache) => {
    const problems = async () => (await build(set, cache, true)).problems.map(({ file }) => file);
    await writeFile(join(set, 'a.jsonl'), lines(2));
    expect(await problems()).toEqual([]);
    await writeFile(join(set, 'archive.yaml'), 'publicationz: [1]\n');
    expect(await problems()).toEqual(['archive.yaml']);
    await writeFile(join(set, 'archive.yaml'), '');
    expect(await problems()).toEqual([]);
  }));

test('GIVEN a folder that is empty for a moment THEN nothing of what is kept is lost', () =>
  inFolders(async (set, cache) => {
    await writeFile(join(set, 'a.jsonl'), lines(3));
    const before = contentsOf(await build(set, cache, true));
    await rename(join(set, 'a.jsonl'), join(cache, 'a.jsonl'));
    expect((await build(set, cache, true)).parts.references).toEqual([]);
    const held = await keptBy.snapshotCache(cache, set, { paged: true }).snapshot();
    expect(held && contentsOf(held)).toEqual(before);
  }));
