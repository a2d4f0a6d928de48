import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { safeFileName } from '../../src/archive/added-file.js';
import {
  clearLeftovers,
  folderTrouble,
  moveArticleFileOut,
  storeArticleFile,
} from '../../src/archive/article-files.js';

const isWindows = process.platform === 'win32';
let root: string;
const bytes = (text: string) => new TextEncoder().encode(text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cuttings-files-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the name of a file that somebody sends', () => {
  test.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['Élan vital (1).MD', 'elan-vital-1.md'],
    ['README.md', 'article-readme.md'],
    ['archive.yaml', 'archive.txt'],
    ['.hidden', 'article.txt'],
    ['évidemment', 'evidemment.txt'],
    ['日本', 'article.txt'],
    ['', 'article.txt'],
  ])('%s becomes %s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('is always short, in no folder, and none that the set passes over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(safeFileName(name)).toMatch(/^(?!readme\.|licen[cs]e\.)[a-z0-9][a-z0-9-]{0,70}\.[a-z]+$/);
      }),
    );
  });
});

describe('storing a file', () => {
  test('leaves it whole under its name and nothing beside it; twice is once', async () => {
    expect(await storeArticleFile(root, 'a.txt', bytes('one'))).toBe('a.txt');
    expect(await storeArticleFile(root, 'a.txt', bytes('one'))).toBe('a.txt');
    expect(readdirSync(root)).toEqual(['a.txt']);
  });

  test('never replaces another', async () => {
    await storeArticleFile(root, 'a.txt', bytes('one'));
    expect(await storeArticleFile(root, 'a.txt', bytes('two'))).toBe('a-2.txt');
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('one');
    expect(readFileSync(join(root, 'a-2.txt'), 'utf8')).toBe('two');
  });

  test('in a folder that is not there fails in a word, and makes nothing', async () => {
    const failed = await storeArticleFile(join(root, 'none'), 'a.txt', bytes('one')).catch(folderTrouble);
    expect(failed).toBe('gone');
    expect(existsSync(join(root, 'none'))).toBe(false);
    expect(folderTrouble(Object.assign(new Error(), { code: 'EROFS' }))).toBe('read-only');
    expect(folderTrouble(Object.assign(new Error(), { code: 'ENOSPC' }))).toBe('full');
  });

  test('that a crash interrupted is cleared away, and only that', async () => {
    const hourAgo = Date.now() / 1000 - 3600;
    for (const name of ['.cuttings-0123456789abcdef.tmp', '.cuttings-mine.tmp']) {
      writeFileSync(join(root, name), 'half');
      utimesSync(join(root, name), hourAgo, hourAgo);
    }
    // Another bot may be writing it.
    writeFileSync(join(root, '.cuttings-fedcba9876543210.tmp'), 'half');
    await clearLeftovers(root);
    expect(readdirSync(root).toSorted()).toEqual(['.cuttings-fedcba9876543210.tmp', '.cuttings-mine.tmp']);
    await clearLeftovers(join(root, 'none'));
  });
});

describe('moving an article’s file out', () => {
  test('keeps it elsewhere under a name of its own', async () => {
    const to = join(root, 'removed');
    for (const words of ['one', 'two']) {
      writeFileSync(join(root, 'a.txt'), words);
      const path = await moveArticleFileOut(root, 'a.txt', to);
      expect(readFileSync(path, 'utf8')).toBe(words);
    }
    expect(readdirSync(to)).toHaveLength(2);
    expect(existsSync(join(root, 'a.txt'))).toBe(false);
  });

  test.each([
    [`${'a'.repeat(251)}.txt`, /-a{200}\.txt$/],
    [`${'é'.repeat(125)}.html`, /-é{100}\.html$/],
    [`${'日'.repeat(84)}.md`, /-日{66}\.md$/],
    [`a.${'é'.repeat(126)}`, /-a\.é{99}\.é{9}$/],
  ])('shortens a name that the time leaves no room for: %s', async (long, short) => {
    writeFileSync(join(root, long), 'words');
    const path = await moveArticleFileOut(root, long, join(root, 'removed'));
    expect(readFileSync(path, 'utf8')).toBe('words');
    expect(path).toMatch(short);
  });

  test.skipIf(isWindows)(
    'takes the file itself by the name that is shown of it, which it keeps',
    async () => {
      mkdirSync(join(root, 'set', ' old  reports'), { recursive: true });
      writeFileSync(join(root, 'set', ' old  reports', 'a\u202e\n  b.txt '), 'words');
      const path = await moveArticleFileOut(join(root, 'set'), 'old reports/a b.txt', join(root, 'removed'));
      expect(readFileSync(path, 'utf8')).toBe('words');
      expect(path).toMatch(/Z-a b\.txt$/);
    },
  );

  test('GIVEN several files that the name may mean THEN none is moved', async () => {
    for (const name of ['report a.txt', 'report  a.txt', 'all.jsonl', 'all.jsonl#2'])
      writeFileSync(join(root, name), name);
    for (const name of ['report a.txt', 'report  a.txt', 'all.jsonl#2'])
      await expect(moveArticleFileOut(root, name, join(root, 'removed'))).rejects.toThrow(/not the only one/);
    expect(readdirSync(root)).toHaveLength(4);
  });

  test('takes nothing from outside the folder, and no link', async () => {
    const inside = mkdtempSync(join(root, 'set-'));
    writeFileSync(join(root, 'outside.txt'), 'stays');
    symlinkSync(join(root, 'outside.txt'), join(inside, 'link.txt'));
    for (const file of ['../outside.txt', 'link.txt', '.', ''])
      await expect(moveArticleFileOut(inside, file, join(root, 'removed'))).rejects.toThrow();
    expect(readFileSync(join(root, 'outside.txt'), 'utf8')).toBe('stays');
  });
});
