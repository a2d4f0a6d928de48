import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['text', 'articles', 'quotes', 'search', 'archive'];
// The lock file is there in a clone: it tells which libraries read and index.
const PACKAGE_FILES = ['../../package.json', '../../package-lock.json'];

let version: Promise<string> | undefined;

/** A hash of all the program that makes an archive of articles, read once a thread: what another version made is not used again. */
export function codeVersion(): Promise<string> {
  version ??= hashOfProgram();
  return version;
}

async function hashOfProgram(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const folder of FOLDERS) {
    const names = await readdir(join(SOURCE, folder), { recursive: true });
    const programs = names.filter((one) => one.endsWith('.js')).sort();
    const contents = await Promise.all(programs.map((name) => readFile(join(SOURCE, folder, name))));
    for (const [at, content] of contents.entries()) hash.update(programs[at] ?? '').update(content);
  }
  for (const file of PACKAGE_FILES) hash.update(await readFile(join(SOURCE, file)).catch(() => ''));
  return hash.digest('hex');
}
