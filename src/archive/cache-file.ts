import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Deserializer, Serializer } from 'node:v8';
import { z } from 'zod';
import { makeFolder } from '../make-folder.js';
import { PAGE, type PagedFile, pageChecksums, pagedFile, type RecentPages, readWhole } from './paged-file.js';

// A file is one line of JSON, the value as V8 writes it, the checksums of the pages of all that follows, the buffers that
// are kept apart from the value, and the bytes that may be read later.
const size = z.int().nonnegative();
const HeadSchema = z.object({
  kind: z.literal('cuttings cache'),
  code: z.string(),
  key: z.string(),
  /** Bytes of the value, of the checksums, of each buffer, and of each that may be read later. */
  sizes: z.tuple([size, size, z.array(size), z.array(size)]),
  /** Of the sizes, the value and the checksums, which vouch for the rest. */
  sha256: z.string(),
});
type Head = z.infer<typeof HeadSchema>;

const MAX_HEAD = 4096;
// Far longer than writing takes: who began this file has died.
const ABANDONED_AFTER = 60 * 60_000;

/**
 * Writes a value beside its name and then renames it, so that a reader sees the old file or the new one, whole.
 * `code` stands for the program that wrote it and `key` for what it was made from. The buffers in `apart` are written as they
 * are, and read without being copied once more; in `value` may stand typed arrays over them. What is in `later` is no part of it.
 * @throws what the file system throws
 */
export async function writeCacheFile(
  path: string,
  value: unknown,
  {
    code,
    key,
    apart = [],
    later = [],
  }: { code: string; key: string; apart?: readonly ArrayBuffer[]; later?: readonly Uint8Array[] },
): Promise<void> {
  const body = serialize(value, apart);
  const rest = [...apart.map((buffer) => new Uint8Array(buffer)), ...later];
  const checksums = bytesOf(Uint32Array.from(rest.flatMap((part) => [...pageChecksums(part)])));
  const sizes: Head['sizes'] = [
    body.length,
    checksums.length,
    apart.map(({ byteLength }) => byteLength),
    later.map(({ length }) => length),
  ];
  const sha256 = hashOf(sizes, body, checksums);
  const head: Head = { kind: 'cuttings cache', code, key, sizes, sha256 };
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  makeFolder(dirname(path));
  await removeAbandoned(dirname(path));
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await writeFile(file, [`${JSON.stringify(head)}\n`, body, checksums, ...rest]);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

/**
 * A value as it was written, and a file for each of the bytes that are left in it until somebody reads them. `id` is the same only
 * for a file of the same value, and `key` what it was made from.
 */
export type CacheFile = { value: unknown; later: PagedFile[]; id: string; key: string };

/**
 * What was written, or undefined where there is nothing, it is damaged, or another program wrote it.
 * With a `key` also where it was made from something else; then no more than the first line is read.
 */
export function readCacheFile(
  path: string,
  { code, key }: { code: string; key?: string | undefined },
): CacheFile | undefined {
  // One handle for all: another process may put a new file in its place at any moment.
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const read = readParts(file, path, { code, key });
    // What is read later needs the file for as long as its thread lives.
    if (!read || read.later.length === 0) closeSync(file);
    return read;
  } catch {
    if (file !== undefined) closeSync(file);
    return undefined;
  }
}

function readParts(
  file: number,
  path: string,
  { code, key }: { code: string; key?: string | undefined },
): CacheFile | undefined {
  const { head, length } = readHead(file);
  if (head.code !== code || (key !== undefined && head.key !== key)) return undefined;
  const [bodySize, checksumsSize, apartSizes, laterSizes] = head.sizes;
  const all = [bodySize, checksumsSize, ...apartSizes, ...laterSizes];
  if (all.reduce((sum, each) => sum + each, length) !== fstatSync(file).size) return undefined;
  let at = length;
  const next = (bytes: number) => {
    const part = readWhole(file, at, bytes);
    at += bytes;
    return part;
  };
  const [body, checksums] = [next(bodySize), next(checksumsSize)];
  if (hashOf(head.sizes, body, checksums) !== head.sha256) return undefined;
  const pages = new Uint32Array(checksums.buffer);
  let page = 0;
  const nextPages = (bytes: number) => {
    const from = page;
    page += Math.ceil(bytes / PAGE);
    return pages.subarray(from, page);
  };
  const apart: ArrayBuffer[] = [];
  for (const each of apartSizes) {
    const part = next(each);
    const expected = nextPages(each);
    if (pageChecksums(part).some((checksum, number) => checksum !== expected[number])) return undefined;
    apart.push(part.buffer);
  }
  const recent: RecentPages = new Map();
  const later = laterSizes.map((each) => {
    const paged = pagedFile(file, {
      path,
      start: at,
      length: each,
      checksums: nextPages(each),
      pages: recent,
    });
    at += each;
    return paged;
  });
  return { value: deserialize(body, apart), later, id: head.sha256, key: head.key };
}

/** Removes what programs that died while writing left behind in a folder of the cache. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.[0-9a-f]{12}\.tmp$/.test(name)) continue;
    // Another process may be first to finish or to remove it.
    const written = await stat(join(folder, name)).catch(() => undefined);
    if (written && Date.now() - written.mtimeMs > ABANDONED_AFTER)
      await rm(join(folder, name), { force: true });
  }
}

/** The first line and its length in bytes. @throws where it is none of ours */
function readHead(file: number): { head: Head; length: number } {
  const buffer = Buffer.alloc(MAX_HEAD);
  const bytes = readSync(file, buffer, 0, MAX_HEAD, 0);
  const end = buffer.subarray(0, bytes).indexOf('\n');
  return { head: HeadSchema.parse(JSON.parse(buffer.toString('utf8', 0, end))), length: end + 1 };
}

const bytesOf = (numbers: Uint32Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function hashOf(sizes: Head['sizes'], ...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(JSON.stringify(sizes));
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function serialize(value: unknown, apart: readonly ArrayBuffer[]): Buffer {
  const serializer = new Serializer();
  for (const [id, buffer] of apart.entries()) serializer.transferArrayBuffer(id, buffer);
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(body: Uint8Array, apart: readonly ArrayBuffer[]): unknown {
  const deserializer = new Deserializer(body);
  for (const [id, buffer] of apart.entries()) deserializer.transferArrayBuffer(id, buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}
