import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../src/archive/cache-file.js';
import { DamagedError } from '../../src/search/damaged.js';

const written = { code: 'this version', key: 'this set' };
const value = {
  table: new Uint32Array([1, 2, 3]),
  flags: new Uint8Array([7]),
  names: new Map([['ferry', ['Ines Valdén', null]]]),
};
const apart = [value.table.buffer, value.flags.buffer];
const later = Uint8Array.from({ length: 150_000 }, (_, at) => at % 251);

/** All that is in a file, also what is left for later; undefined where any of it is damaged. */
function read(wanted: { code: string; key?: string }) {
  try {
    const file = readCacheFile(path, wanted);
    return file && { value: file.value, later: file.later.map((each) => each.all()) };
  } catch (error) {
    if (error instanceof DamagedError) return undefined;
    throw error;
  }
}
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cache-file-'));
  path = join(folder, 'value');
  await writeCacheFile(path, value, { ...written, apart, later: [later] });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file of the cache', () => {
  test('gives what was written, to whoever asks with the same version and the same key or none', async () => {
    expect(read(written)).toEqual({ value, later: [later] });
    expect(read({ code: written.code })).toEqual({ value, later: [later] });
    expect(read({ ...written, key: 'another set' })).toBeUndefined();
    expect(read({ ...written, code: 'another version' })).toBeUndefined();
  });

  test('GIVEN any one byte changed THEN it gives nothing or, outside what counts, the same value', async () => {
    const good = await readFile(path);
    const bodyStart = good.indexOf('\n') + 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bad = Buffer.from(good);
        bad.writeUInt8(good.readUInt8(at) ^ change, at);
        await writeFile(path, bad);
        const found = read(written);
        if (at >= bodyStart) expect(found).toBeUndefined();
        else if (found !== undefined) expect(found).toEqual({ value, later: [later] });
      }),
    );
  });

  test('GIVEN a file cut short anywhere THEN it gives nothing', async () => {
    const good = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        await writeFile(path, good.subarray(0, length));
        expect(read(written)).toBeUndefined();
      }),
    );
  });

  test('gives any stretch of what is left for later', () => {
    const [paged] = readCacheFile(path, written)?.later ?? [];
    fc.assert(
      fc.property(fc.nat(later.length), fc.nat(later.length), (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(Buffer.compare(paged?.read(from, to) ?? Buffer.alloc(0), later.subarray(from, to))).toBe(0);
      }),
    );
    expect(() => paged?.read(0, later.length + 1)).toThrow(RangeError);
  });

  test('GIVEN many writers and readers at once THEN every reader gets one of the values, whole', async () => {
    const values = Array.from({ length: 8 }, (_, number) => new Array(20_000).fill(number));
    const reads = await Promise.all(
      values.map(async (one) => {
        await writeCacheFile(path, one, written);
        return readCacheFile(path, written)?.value;
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
