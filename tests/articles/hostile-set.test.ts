import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createParsePool, type ParsePool } from '../../src/articles/parse-pool.js';
import { readArticleSet } from '../../src/articles/set.js';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
const LONGEST = 10_000;
const GOOD = ['aaa.txt', 'zzz.txt'];
const story = (name: string) =>
  `The harbour of ${name}\n\nThe harbour was dredged on Monday, and the people of ${name} came to look at it.`;
const page = (body: string) =>
  `<!doctype html><html><head><title>Harbour</title></head><body><article><h1>Harbour</h1>${body}</article></body></html>`;
const TEXT =
  '<p>The harbour was dredged on Monday, and everybody who could walk came down to the quay to look at it.</p>';

/** Hostile files by name, and the reason that a problem must give; null where something can be made of the file. */
const FILES: Record<string, [content: () => string | Uint8Array, why: RegExp | null]> = {
  'divs.html': [() => page('<div>'.repeat(100_000) + TEXT), /deep|inside each other/],
  'spans.html': [
    () => page(`<p>${'<span>'.repeat(10_000)}The harbour was dredged.</p>${TEXT}`),
    /deep|inside each other/,
  ],
  'links-20-mb.html': [() => page('<a href="/a">Weather</a> '.repeat(800_000)), /bytes/],
  'links-7-mb.html': [() => page('<a href="/a">Weather</a> '.repeat(270_000)), /./],
  'less-than.html': [() => page('<'.repeat(2_000_000)), /./],
  'bomb.gz': [() => gzipSync(Buffer.alloc(100 * 1024 * 1024), { level: 1 }), /unpacks to more/],
  'bomb.zip': [
    () => zipSync({ 'a.txt': [new Uint8Array(100 * 1024 * 1024), { level: 1 }] }),
    /unpacks to more|bytes/,
  ],
  'slip.zip': [() => zipSync({ '../../out.txt': Buffer.from(story('out')) }), /leads out of the archive/],
  'aliases.md': [
    () =>
      `---\ntitle: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `k${n}: [*a, *a, *a, *a]`).join('\n')}\n---\n\n${story('Aliases')}`,
    /list|known/,
  ],
  'brackets.md': [() => `---\ntitle: ${'['.repeat(12_000)}\n---\n\n${story('Brackets')}`, /./],
  'brackets-20000.md': [
    () => `---\ntitle: ${'['.repeat(20_000)}\n---\n\n${story('Many brackets')}`,
    /three hyphens/,
  ],
  'deep.json': [() => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, /inside each other|deep/],
  'nul.txt': [() => `Harbour\0\n\nThe har\0bour was dredged on Monday.`, /./],
  'bidi.txt': [
    () => `Harbour \u202Eofni\u2066\n\nThe\u200B harbour\u2060 was \uFEFFdredged on Monday.`,
    null,
  ],
  'surrogates.txt': [
    () => Buffer.from(`\uFEFFHarbour \ud800\n\nThe \udc00harbour was dredged.`, 'utf16le'),
    null,
  ],
  'cut.rss': [
    () => `<rss version="2.0"><channel><title>C</title><item><title>A</title><description>The harb`,
    /./,
  ],
  'lengths.warc': [
    () =>
      'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Short',
    /./,
  ],
  'empty.txt': [() => '', /no bytes/],
  'page.pdf': [() => '%PDF-1.7\n', /PDF/],
};

let parent: string;
let root: string;
let pool: ParsePool;

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'cuttings-hostile-'));
  root = join(parent, 'set');
  mkdirSync(root);
  pool = createParsePool({ script: new URL('../../dist/src/articles/parse-worker.js', import.meta.url) });
});

afterAll(async () => {
  await pool.close();
  rmSync(parent, { recursive: true, force: true });
});

function newSet(): string {
  const directory = mkdtempSync(join(root, 'set-'));
  for (const name of GOOD) writeFileSync(join(directory, name), story(name));
  return directory;
}

const read = (directory: string) => readArticleSet(directory, { parse: pool.parse });

describe('a set with a file made to hurt', () => {
  test.each(Object.entries(FILES))('%s', { timeout: LONGEST }, async (name, [content, why]) => {
    const directory = newSet();
    writeFileSync(join(directory, name), content());
    const { articles, problems } = await read(directory);
    expect(articles.map(({ file }) => file)).toEqual(expect.arrayContaining(GOOD));
    for (const { title, text } of articles)
      expect(/[\0\p{Surrogate}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u.test(title + text)).toBe(false);
    if (why === null) expect(problems.filter(({ rejected }) => rejected)).toEqual([]);
    else {
      const told = problems.filter(({ file }) => file.startsWith(name));
      expect(told.map((problem) => `${problem.what} ${problem.why}`).join('\n')).toMatch(why);
    }
  });

  test.skipIf(isWindows)('links, a pipe and what may not be read', { timeout: LONGEST }, async () => {
    const directory = newSet();
    writeFileSync(join(parent, 'secret.txt'), story('secret'));
    symlinkSync(join(parent, 'secret.txt'), join(directory, 'link.txt'));
    symlinkSync('..', join(directory, 'up'));
    execFileSync('mkfifo', [join(directory, 'pipe.txt')]);
    writeFileSync(join(directory, 'closed.txt'), story('closed'));
    chmodSync(join(directory, 'closed.txt'), 0);
    const { articles, problems } = await read(directory);
    expect(articles.map(({ file }) => file)).toEqual(isRoot ? ['aaa.txt', 'closed.txt', 'zzz.txt'] : GOOD);
    expect(problems.map(({ file, why }) => `${file}: ${why}`)).toEqual([
      ...(isRoot ? [] : ['closed.txt: this program may not read it']),
      'link.txt: it is a symbolic link, and only regular files are read',
      'pipe.txt: it is a device, a pipe or a socket, and only regular files are read',
      'up: it is a symbolic link, and only regular files are read',
    ]);
  });

  test('a file that grows and shrinks while it is read is an article or a problem', {
    timeout: LONGEST,
  }, async () => {
    const directory = newSet();
    const file = join(directory, 'moving.txt');
    writeFileSync(file, story('moving'));
    const program = `const fs = require('fs'); const text = ${JSON.stringify(story('moving'))}; for (let n = 0; ; n++) fs.writeFileSync(${JSON.stringify(file)}, text + '\\n\\nMore.'.repeat(n % 5 * 50000));`;
    const writer = spawn(process.execPath, ['-e', program]);
    try {
      for (let time = 0; time < 30; time++) {
        const { articles, problems } = await read(directory);
        expect(articles.map(({ file }) => file)).toEqual(expect.arrayContaining(GOOD));
        const moving = [...articles, ...problems].filter(({ file }) => file === 'moving.txt');
        expect(moving.length).toBeGreaterThan(0);
      }
    } finally {
      writer.kill();
    }
  });

  test('all of them together', { timeout: 60_000 }, async () => {
    const directory = newSet();
    for (const [name, [content]] of Object.entries(FILES)) writeFileSync(join(directory, name), content());
    const { articles, problems } = await read(directory);
    expect(articles.map(({ file }) => file)).toEqual(expect.arrayContaining(GOOD));
    const rejected = Object.entries(FILES).filter(([, [, why]]) => why !== null);
    for (const [name] of rejected) expect(problems.some(({ file }) => file.startsWith(name))).toBe(true);
  });
});

test('a folder of 25,000 empty files', { timeout: 60_000 }, async () => {
  const directory = newSet();
  for (let number = 0; number < 25_000; number++) writeFileSync(join(directory, `empty-${number}.txt`), '');
  const { articles, problems, files } = await read(directory);
  expect(articles).toHaveLength(2);
  expect(files).toBe(25_002);
  expect(problems).toHaveLength(25_000);
});
