import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../src/make-folder.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cuttings-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a folder is made with those that it lies in, and may be there already', () => {
  const deep = join(root, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  expect(existsSync(deep)).toBe(true);
});

test('a file in its place is an error', () => {
  writeFileSync(join(root, 'a'), '');
  expect(() => makeFolder(join(root, 'a'))).toThrow('EEXIST');
  expect(() => makeFolder(join(root, 'a', 'b'))).toThrow('ENOTDIR');
});

test.runIf(process.platform === 'linux')('it ends where a file system takes no folders', () => {
  expect(() => makeFolder('/proc/cuttings/a')).toThrow('ENOENT');
});
