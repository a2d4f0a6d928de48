import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { asStateError } from './errors.js';

/** A file that waits to be confirmed. */
export type Incoming = { name: string; bytes: Uint8Array };

/** How long files wait for their confirmation, and how many batches of them. */
const WAITS_MS = 24 * 60 * 60 * 1000;
const MOST_BATCHES = 20;
const ID = /^[\w-]{8}$/;

/** Files that were sent and shown, until somebody confirms them, in the folder `incoming` of the state; so a restart forgets none. */
export function incomingFiles(stateFolder: string) {
  const root = join(stateFolder, 'incoming');
  const folderOf = (id: string) => join(root, id);
  return {
    /** Keeps files of different names; gives eight characters that they are found by. @throws {StateError} */
    async keep(files: readonly Incoming[]): Promise<string> {
      await this.clear();
      const id = randomBytes(6).toString('base64url');
      const unfinished = join(root, `.${id}`);
      try {
        makeFolder(unfinished, { mode: 0o700 });
        for (const { name, bytes } of files)
          await writeFile(join(unfinished, name), bytes, { flag: 'wx', flush: true });
        await rename(unfinished, folderOf(id));
        return id;
      } catch (error) {
        await rm(unfinished, { recursive: true, force: true }).catch(() => {});
        throw asStateError(error);
      }
    },
    /** The files of an id; none where they were confirmed, discarded, or waited too long. */
    async find(id: string): Promise<Incoming[]> {
      if (!ID.test(id)) return [];
      const names = await readdir(folderOf(id)).catch(() => []);
      return Promise.all(
        names.map(async (name) => ({ name, bytes: await readFile(join(folderOf(id), name)) })),
      ).catch(() => []);
    },
    /** Forgets the files of an id; false where there were none. */
    async forget(id: string): Promise<boolean> {
      if (!ID.test(id)) return false;
      // Of two who press at once, one renames it.
      const gone = join(root, `.${id}`);
      const was = await rename(folderOf(id), gone).then(
        () => true,
        () => false,
      );
      await rm(gone, { recursive: true, force: true }).catch(() => {});
      return was;
    },
    /** Removes what waited too long, was left unfinished for so long, or is too much. Never throws. */
    async clear(): Promise<void> {
      const names = await readdir(root).catch(() => []);
      const found = await Promise.all(
        names.map(async (name) => {
          const { mtimeMs } = await stat(join(root, name)).catch(() => ({ mtimeMs: 0 }));
          return { name, age: Date.now() - mtimeMs };
        }),
      );
      found.sort((a, b) => a.age - b.age);
      for (const { name } of found.filter(({ age }, at) => age > WAITS_MS || at >= MOST_BATCHES - 1))
        await rm(join(root, name), { recursive: true, force: true }).catch(() => {});
    },
  };
}
