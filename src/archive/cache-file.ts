import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Deserializer, Serializer } from 'node:v8';

// A file is one line of JSON, then the value as V8 writes it.
type Head = { kind: 'cuttings cache'; code: string; key: string; sha256: string };

const MAX_HEAD = 1024;
// Far longer than writing takes: who began this file has died.
const ABANDONED_AFTER = 60 * 60_000;

/**
 * Writes a value beside its name and then renames it, so that a reader sees the old file or the new one, whole.
 * `code` stands for the program that wrote it and `key` for what it was made from.
 * @throws what the file system throws
 */
export async function writeCacheFile(
  path: string,
  value: unknown,
  { code, key }: { code: string; key: string },
): Promise<void> {
  const body = serialize(value);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const head: Head = { kind: 'cuttings cache', code, key, sha256 };
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await removeAbandoned(dirname(path));
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      // Not `writev`, which on a disk that is nearly full writes what there is room for and says nothing.
      await file.writeFile(`${JSON.stringify(head)}\n`);
      await file.writeFile(body);
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
      const head = await readHead(file);
      if (head?.code !== code || (key !== undefined && head.key !== key)) return undefined;
      const bytes = await file.readFile();
      const body = bytes.subarray(bytes.indexOf('\n') + 1);
      if (createHash('sha256').update(body).digest('hex') !== head.sha256) return undefined;
      return deserialize(body);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
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

// Reads at a place of its own, so that the handle still stands at the beginning of the file.
async function readHead(file: FileHandle): Promise<Partial<Head> | null> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(MAX_HEAD), 0, MAX_HEAD, 0);
  const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1);
  const head: unknown = JSON.parse(line);
  return typeof head === 'object' ? head : null;
}

// Not `v8.serialize`, whose typed arrays are views that keep the whole file in memory.
function serialize(value: unknown): Buffer {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(bytes: Uint8Array): unknown {
  const deserializer = new Deserializer(bytes);
  deserializer.readHeader();
  return deserializer.readValue();
}
