import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ArticleSchema } from '../../src/articles/article.js';
import { MAX_FILE_BYTES, MAX_FOLDER_DEPTH } from '../../src/articles/limits.js';
import { ArticleSetError } from '../../src/articles/listing.js';
import { readArticleSet } from '../../src/articles/set.js';
import { PROSE } from './read-text.js';

const BODY = PROSE.join('\n\n');
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
let parent: string;
let root: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cuttings-set-'));
  root = join(parent, 'set');
  mkdirSync(root);
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function put(
  file: string,
  content:
    | string
    | Uint8Array = `Story of ${file}\n\nThe harbour was dredged, and the people of ${file} came to look at it.`,
): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

describe('a folder of articles', () => {
  test('is read with its subfolders, in path order', async () => {
    for (const file of ['b.txt', 'a/z.txt', 'a/b/c.md', 'a.txt', 'C.txt']) put(file);
    const set = await readArticleSet(root);
    expect(set.articles.map(({ file }) => file)).toEqual(['C.txt', 'a.txt', 'a/b/c.md', 'a/z.txt', 'b.txt']);
    expect(set).toMatchObject({ problems: [], files: 5 });
  });

  test('dot files, READMEs and licences are passed over in silence', async () => {
    for (const file of [
      '.hidden.txt',
      '.git/a.txt',
      'README.md',
      'a/readme',
      'LICENSE',
      'LICENCE.txt',
      'a/story.txt',
    ])
      put(file);
    const set = await readArticleSet(root);
    expect(set.articles.map(({ file }) => file)).toEqual(['a/story.txt']);
    expect(set).toMatchObject({ problems: [], files: 1 });
  });

  test('a bad file is a problem and the rest is read', async () => {
    put('a.txt');
    put('empty.txt', '');
    put('page.pdf', '%PDF-1.7');
    put('warned.md', '---\nurl: nowhere\n---\nThe porch is dry, and everybody who has seen it says so.');
    const { articles, problems, files } = await readArticleSet(root);
    expect(articles.map(({ file }) => file)).toEqual(['a.txt', 'warned.md']);
    expect(problems.map(({ file, rejected }) => [file, rejected])).toEqual([
      ['empty.txt', true],
      ['page.pdf', true],
      ['warned.md', false],
    ]);
    expect(files).toBe(4);
  });

  test('progress is told file by file', async () => {
    for (const file of ['a.txt', 'b.txt', 'c.txt']) put(file);
    const told: [number, number][] = [];
    await readArticleSet(root, { onProgress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('an empty folder is an empty set', async () => {
    expect(await readArticleSet(root)).toMatchObject({ articles: [], problems: [], files: 0 });
  });
});

describe('two files with one id', () => {
  test('the same text twice: one article, of the first in path order, that names both', async () => {
    put('b.txt', `Harbour dredging\n\n${BODY}`);
    put('a.txt', `Harbour dredging\n\n${BODY}`);
    const { articles, problems } = await readArticleSet(root);
    expect(articles).toMatchObject([{ file: 'a.txt', otherFiles: ['b.txt'] }]);
    expect(problems).toEqual([]);
  });

  test('another text under the same url: the problem says so', async () => {
    const head = '---\nurl: https://courier.example.com/1\n---\n';
    put('a.md', head + BODY);
    put('b.md', `${head}Corrected.\n\n${BODY}`);
    const { problems } = await readArticleSet(root);
    expect(problems).toMatchObject([
      { file: 'b.md', why: 'both have the same url, though their texts differ' },
    ]);
  });
});

describe('what is no regular file is never opened', () => {
  test.skipIf(isWindows)('links to files and folders, inside and outside', async () => {
    put('a.txt');
    writeFileSync(join(parent, 'secret.txt'), `Secret\n\n${BODY}`);
    mkdirSync(join(parent, 'other'));
    writeFileSync(join(parent, 'other', 'c.txt'), `Secret\n\n${BODY}`);
    symlinkSync(join(parent, 'secret.txt'), join(root, 'link.txt'));
    symlinkSync('../other', join(root, 'folder'));
    symlinkSync('.', join(root, 'loop'));
    symlinkSync('missing', join(root, 'nowhere.txt'));
    const { articles, problems } = await readArticleSet(root);
    expect(articles.map(({ file }) => file)).toEqual(['a.txt']);
    expect(problems.map(({ file, what }) => [file, what])).toEqual([
      ['folder', 'it was not opened'],
      ['link.txt', 'it was not opened'],
      ['loop', 'it was not opened'],
      ['nowhere.txt', 'it was not opened'],
    ]);
  });

  test.skipIf(isWindows)('a pipe does not make it wait', async () => {
    put('a.txt');
    execFileSync('mkfifo', [join(root, 'pipe.txt')]);
    const { articles, problems } = await readArticleSet(root);
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'pipe.txt', why: expect.stringContaining('pipe') }]);
  });

  test.skipIf(isRoot || isWindows)('a file and a folder that may not be read', async () => {
    put('a.txt');
    put('closed.txt');
    put('folder/b.txt');
    chmodSync(join(root, 'closed.txt'), 0);
    chmodSync(join(root, 'folder'), 0);
    const { articles, problems } = await readArticleSet(root);
    chmodSync(join(root, 'folder'), 0o700);
    expect(articles).toHaveLength(1);
    expect(problems.map(({ file, why }) => [file, why])).toEqual([
      ['closed.txt', 'this program may not read it'],
      ['folder', 'this program may not read it'],
    ]);
  });

  // More files than are read together, so that the last ones are still to be opened after the first is done.
  const many = Array.from({ length: 80 }, (_, index) => `${String(index).padStart(2, '0')}.txt`);

  test('a file that vanishes while the set is read', async () => {
    for (const file of many) put(file);
    const onProgress = (done: number) => {
      if (done === 1) rmSync(join(root, '78.txt'));
    };
    const { articles, problems } = await readArticleSet(root, { onProgress });
    expect(articles.map(({ file }) => file)).toEqual(many.filter((file) => file !== '78.txt'));
    expect(problems).toMatchObject([
      { file: '78.txt', rejected: true, what: 'it could not be read', why: 'it is not there' },
    ]);
  });

  test.skipIf(isWindows)('a file that is swapped for a link while the set is read', async () => {
    for (const file of many) put(file);
    writeFileSync(join(parent, 'secret.txt'), `Secret\n\n${BODY}`);
    const onProgress = (done: number) => {
      if (done !== 1) return;
      rmSync(join(root, '78.txt'));
      symlinkSync(join(parent, 'secret.txt'), join(root, '78.txt'));
    };
    const { articles, problems } = await readArticleSet(root, { onProgress });
    expect(articles.map(({ title }) => title)).not.toContain('Secret');
    expect(problems).toMatchObject([{ file: '78.txt', rejected: true, why: 'it is a symbolic link' }]);
  });
});

describe('limits', () => {
  test('a file that is too large is refused by its size, not read', async () => {
    put('large.txt', '');
    truncateSync(join(root, 'large.txt'), MAX_FILE_BYTES * 1000);
    const { problems } = await readArticleSet(root);
    expect(problems).toMatchObject([{ file: 'large.txt', what: 'it is too large' }]);
  });

  test('folders below the limit of depth are not entered', async () => {
    const deep = Array.from({ length: MAX_FOLDER_DEPTH + 1 }, () => 'd').join('/');
    put(`${deep.slice(2)}/in.txt`);
    put(`${deep}/out.txt`);
    const { articles, problems } = await readArticleSet(root);
    expect(articles.map(({ title }) => title)).toEqual([`Story of ${deep.slice(2)}/in.txt`]);
    expect(problems).toMatchObject([{ what: 'the folder was not entered' }]);
  });

  test.skipIf(isWindows)('names with line breaks and invisible marks are shown without', async () => {
    put('a\nb\u202E.txt', '');
    expect((await readArticleSet(root)).problems).toMatchObject([{ file: 'a b.txt' }]);
  });

  test.skipIf(isWindows)('GIVEN files that are shown by one name THEN a problem says so once', async () => {
    for (const [number, name] of ['a b.txt', 'a  b.txt', 'a \u200bb.txt', 'c.txt'].entries())
      put(name, `Story ${number}\n\nThe harbour was dredged ${number} times, and the people came to look.`);
    const { articles, problems } = await readArticleSet(root);
    expect(articles).toHaveLength(4);
    expect(problems).toMatchObject([
      { file: 'a b.txt', rejected: false, what: 'several files are shown by this name' },
    ]);
  });
});

describe('a folder that cannot be read as a whole', () => {
  test('is an ArticleSetError that says what is wrong and what to do', async () => {
    put('a.txt');
    await expect(readArticleSet(join(root, 'missing'))).rejects.toThrow(ArticleSetError);
    await expect(readArticleSet(join(root, 'missing'))).rejects.toThrow(/There is no folder .*Create it/);
    await expect(readArticleSet(join(root, 'a.txt'))).rejects.toThrow(/is a file, not a folder/);
    await expect(readArticleSet(join(root, 'a.txt', 'b'))).rejects.toThrow(ArticleSetError);
    await expect(readArticleSet('a\0b')).rejects.toThrow(ArticleSetError);
  });

  test.skipIf(isWindows)('the folder itself may be a link', async () => {
    put('a.txt');
    symlinkSync(root, join(parent, 'link'));
    expect((await readArticleSet(join(parent, 'link'))).articles).toHaveLength(1);
  });
});

describe('the article set that ships', () => {
  const shipped = new URL('../../data/articles/', import.meta.url).pathname;

  test('has the seed and three samples, without a problem', async () => {
    const { articles, problems } = await readArticleSet(shipped);
    expect(problems).toEqual([]);
    expect(articles.map(({ file }) => file)).toEqual([
      'london-defender.txt',
      'samples/wrenfield-ferry-timetable.md',
      'samples/wrenfield-harbour-dredging.md',
      'samples/wrenfield-library-roof.md',
    ]);
    for (const article of articles) expect(ArticleSchema.safeParse(article).success).toBe(true);
  });

  test('labels each sample, and fills in every field of it', async () => {
    const { articles } = await readArticleSet(shipped);
    const samples = articles.filter(({ file }) => file.startsWith('samples/'));
    for (const sample of samples) {
      expect(sample.publication).toMatch(/\(sample\)$/);
      expect(sample.publishedAt).toMatch(/^202[34]-/);
      expect(sample.url).toMatch(/^https:\/\/\w+\.example\.(?:com|org)\//);
      expect(sample.authors.length).toBeGreaterThan(0);
      expect(sample).toMatchObject({ removed: [], gaps: [] });
    }
    expect(new Set(samples.map(({ publication }) => publication)).size).toBe(2);
  });
});
