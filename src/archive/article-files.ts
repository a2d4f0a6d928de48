import { randomBytes } from 'node:crypto';
import {
  copyFile,
  link,
  lstat,
  open,
  readdir,
  readFile,
  rename,
  rm,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { findShownFile } from './shown-file.js';

// A dot file is no part of the set, so one that was left half-written is never read.
const LEFTOVER = /^\.cuttings-[0-9a-f]{16}\.tmp$/;

// Long, since the clock that dates a file in a shared folder may be another machine's.
const LONGEST_WRITE_MS = 10 * 60_000;

// File systems take names of 255 bytes; the time, and what marks a copy as unfinished, take 29.
const LONGEST_NAME = 220;
const LONGEST_ENDING = 20;

/** Why a folder could not be changed: it may not be written, its disk is full, or the file is not there (any more). */
export type FolderTrouble = 'read-only' | 'full' | 'gone' | 'other';

/** What an error of the file system means for whoever asked for a change. */
export function folderTrouble(error: unknown): FolderTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'read-only';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'full';
  return ['ENOENT', 'ENOTDIR'].includes(code) ? 'gone' : 'other';
}

/**
 * Puts a file into a folder of articles, whole or not at all, and never in the place of another; gives the name that it got.
 * A file that is there already with the same bytes is the one, so that this can be done again after a crash.
 * @throws what the file system throws
 */
export async function storeArticleFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const temporary = join(folder, `.cuttings-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    for (let number = 1; ; number++) {
      const wanted = number === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${number}$1`);
      if (await takeName(temporary, join(folder, wanted))) return wanted;
      if (Buffer.from(bytes).equals(await readFile(join(folder, wanted)).catch(() => Buffer.alloc(0))))
        return wanted;
    }
  } finally {
    await rm(temporary, { force: true });
    await syncFolder(folder);
  }
}

/**
 * Moves an article's file out of its folder into another, which is made where it is missing; gives its new path. At no time is it in neither.
 * @param file its path inside the folder, as the archive shows it
 * @throws what the file system throws; an error where `file` is no regular file of the folder, or may be several
 */
export async function moveArticleFileOut(folder: string, file: string, to: string): Promise<string> {
  const { files, isPart } = await findShownFile(folder, file);
  const [name, another] = files;
  if (name === undefined || another !== undefined || isPart)
    throw Object.assign(new Error('it is no file of the folder, or not the only one'), { code: 'ENOENT' });
  const from = join(folder, name);
  makeFolder(to, { mode: 0o700 });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const path = join(to, `${stamp}-${shortName(basename(file) || 'unnamed')}`);
  try {
    await rename(from, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // Another disk: the copy is complete and has its name before the original goes.
    const temporary = `${path}.tmp`;
    await copyFile(from, temporary);
    await syncFile(temporary);
    await rename(temporary, path);
    await syncFolder(to);
    await unlink(from);
  }
  await syncFolder(dirname(from));
  return path;
}

/** A file's name, of a long one its beginning and its ending. */
function shortName(name: string): string {
  const bytes = Buffer.from(name);
  if (bytes.length <= LONGEST_NAME) return name;
  const ending = Buffer.from(extname(name)).subarray(0, LONGEST_ENDING).toString();
  const stem = bytes.subarray(0, LONGEST_NAME - LONGEST_ENDING).toString();
  // The cut may be inside a character.
  return `${stem.replace(/\ufffd$/, '')}${ending.replace(/\ufffd$/, '')}`;
}

/** Removes what a crash left half-written in a folder ten minutes ago or earlier: another bot may be writing what is newer. Never throws. */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const path of names.filter((name) => LEFTOVER.test(name)).map((name) => join(folder, name))) {
    const written = await lstat(path).catch(() => null);
    if (written && Date.now() - written.mtimeMs > LONGEST_WRITE_MS)
      await rm(path, { force: true }).catch(() => {});
  }
}

/** Gives a file a free name; false where the name is taken. */
async function takeName(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return false;
    // Some file systems have no links; there the name is looked at first.
    if (await lstat(path).catch(() => null)) return false;
    await rename(temporary, path);
    return true;
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** Where a file system knows no such thing, the rename must do. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
