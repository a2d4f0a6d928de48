import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../src/archive/cache-file.js';

const written = { code: 'this version', key: 'this set' };
const value = {
  table: new Uint32Array([1, 2, 3]),
  flags: new Uint8Array([7]),
  names: new Map([['ferry', ['Ines Valdén', null]]]),
};
const apart = [value.table.buffer, value.flags.buffer];
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cache-file-'));
  path = join(folder, 'value');
  await writeCacheFile(path, value, { ...written, apart });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file of the cache', () => {
  test('gives what was written, to whoever asks with the same version and the same key or none', async () => {
    expect(await readCacheFile(path, written)).toEqual(value);
    expect(await readCacheFile(path, { code: written.code })).toEqual(value);
    expect(await readCacheFile(path, { ...written, key: 'another set' })).toBeUndefined();
    expect(await readCacheFile(path, { ...written, code: 'another version' })).toBeUndefined();
  });

  test('GIVEN any one byte changed THEN it gives nothing or, outside what counts, the same value', async () => {
    const good = await readFile(path);
    const bodyStart = good.indexOf('\n') + 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bad = Buffer.from(good);
        bad.writeUInt8(good.readUInt8(at) ^ change, at);
        await writeFile(path, bad);
        const read = await readCacheFile(path, written);
        if (at >= bodyStart) expect(read).toBeUndefined();
        else if (read !== undefined) expect(read).toEqual(value);
      }),
    );
  });

  test('GIVEN a file cut short anywhere THEN it gives nothing', async () => {
    const good = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        await writeFile(path, good.subarray(0, length));
        expect(await readCacheFile(path, written)).toBeUndefined();
      }),
    );
  });

  test('GIVEN many writers and readers at once THEN every reader gets one of the values, whole', async () => {
    const values = Array.from({ length: 8 }, (_, number) => new Array(20_000).fill(number));
    const reads = await Promise.all(
      values.map(async (one) => {
        await writeCacheFile(path, one, written);
        return readCacheFile(path, written);
      }),
    );
    for (const read of reads) expect(values).toContainEqual(read);
    expect(await readdir(folder)).toEqual(['value']);
  });

  test('GIVEN files that a dead writer left THEN the next writer removes the old ones alone', async () => {
    const [old, recent] = ['value.0123456789ab.tmp', 'value.ba9876543210.tmp'];
    for (const name of [old, recent]) await writeFile(join(folder, name), 'half');
    await utimes(join(folder, old), 1_700_000_000, 1_700_000_000);
    await writeCacheFile(path, value, written);
    expect((await readdir(folder)).sort()).toEqual(['value', recent]);
  });
});
