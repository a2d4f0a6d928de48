import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Deserializer, Serializer } from 'node:v8';
import { z } from 'zod';

// A file is one line of JSON, then the value as V8 writes it, then the buffers that are kept apart from it.
const HeadSchema = z.object({
  kind: z.literal('cuttings cache'),
  code: z.string(),
  key: z.string(),
  /** Bytes of the value and of each buffer. */
  sizes: z.array(z.int().nonnegative()).min(1),
  /** Of the sizes, and of all that follows the line. */
  sha256: z.string(),
});
type Head = z.infer<typeof HeadSchema>;

const MAX_HEAD = 4096;
// What is read while the piece before is hashed.
const PIECE = 4 * 1024 * 1024;
// Far longer than writing takes: who began this file has died.
const ABANDONED_AFTER = 60 * 60_000;

/**
 * Writes a value beside its name and then renames it, so that a reader sees the old file or the new one, whole.
 * `code` stands for the program that wrote it and `key` for what it was made from. The buffers in `apart` are written as they
 * are, and read without being copied once more; in `value` may stand typed arrays over them.
 * @throws what the file system throws
 */
export async function writeCacheFile(
  path: string,
  value: unknown,
  { code, key, apart = [] }: { code: string; key: string; apart?: readonly ArrayBuffer[] },
): Promise<void> {
  const parts = [serialize(value, apart), ...apart.map((buffer) => new Uint8Array(buffer))];
  const sizes = parts.map(({ length }) => length);
  const hash = hashOver(sizes);
  for (const part of parts) hash.update(part);
  const head: Head = { kind: 'cuttings cache', code, key, sizes, sha256: hash.digest('hex') };
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await removeAbandoned(dirname(path));
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await writeFile(file, [`${JSON.stringify(head)}\n`, ...parts]);
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
 * The value that was written, or undefined where there is none, it is damaged, or another program wrote it.
 * With a `key` also where it was made from something else; then no more than the first line is read.
 */
export async function readCacheFile(
  path: string,
  { code, key }: { code: string; key?: string | undefined },
): Promise<unknown> {
  try {
    // One handle for all: another process may put a new file in its place at any moment.
    const file = await open(path, 'r');
    try {
      const { head, length } = await readHead(file);
      if (head.code !== code || (key !== undefined && head.key !== key)) return undefined;
      const { size } = await file.stat();
      if (head.sizes.reduce((sum, each) => sum + each, length) !== size) return undefined;
      const parts = head.sizes.map((each) => new ArrayBuffer(each));
      if ((await fill(file, length, parts, hashOver(head.sizes))) !== head.sha256) return undefined;
      return deserialize(parts);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

/** Reads a file from `position` on into buffers; gives the hash of it all. @throws where it is too short */
async function fill(
  file: FileHandle,
  position: number,
  parts: readonly ArrayBuffer[],
  hash: ReturnType<typeof createHash>,
): Promise<string> {
  let at = position;
  let before: Uint8Array | undefined;
  for (const part of parts) {
    for (let from = 0; from < part.byteLength; from += PIECE) {
      const piece = new Uint8Array(part, from, Math.min(PIECE, part.byteLength - from));
      const reading = readWhole(file, piece, at);
      if (before) hash.update(before);
      await reading;
      at += piece.length;
      before = piece;
    }
  }
  if (before) hash.update(before);
  return hash.digest('hex');
}

async function readWhole(file: FileHandle, into: Uint8Array, position: number): Promise<void> {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await file.read(into, filled, into.length - filled, position + filled);
    if (bytesRead === 0) throw new Error('the file is cut short');
    filled += bytesRead;
  }
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
async function readHead(file: FileHandle): Promise<{ head: Head; length: number }> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(MAX_HEAD), 0, MAX_HEAD, 0);
  const end = buffer.subarray(0, bytesRead).indexOf('\n');
  return { head: HeadSchema.parse(JSON.parse(buffer.toString('utf8', 0, end))), length: end + 1 };
}

const hashOver = (sizes: readonly number[]) => createHash('sha256').update(JSON.stringify(sizes));

function serialize(value: unknown, apart: readonly ArrayBuffer[]): Buffer {
  const serializer = new Serializer();
  for (const [id, buffer] of apart.entries()) serializer.transferArrayBuffer(id, buffer);
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize([value = new ArrayBuffer(0), ...apart]: readonly ArrayBuffer[]): unknown {
  const deserializer = new Deserializer(new Uint8Array(value));
  for (const [id, buffer] of apart.entries()) deserializer.transferArrayBuffer(id, buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}
