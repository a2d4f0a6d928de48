import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from './article.js';
import { MAX_FILES, MAX_FOLDER_DEPTH } from './limits.js';
import { rejection, warning } from './problem.js';

/** A regular file of the set: its path inside the set, with `/` between folders, and where it is on disk. */
export type FoundFile = { file: string; path: string };

const IGNORED = /^(?:\.|(?:readme|license|licence)(?:\.(?:md|markdown|txt))?$)/i;

/**
 * The regular files under `root`, in path order. Dot files, READMEs and licences are passed over in silence;
 * symbolic links, devices, pipes and folders that cannot be listed are problems, and none of them is opened.
 */
export async function walk(root: string): Promise<{ found: FoundFile[]; problems: Problem[] }> {
  const found: FoundFile[] = [];
  const problems: Problem[] = [];
  const realRoot = await realpath(root);
  // Depth first in path order, with our own stack: a deep tree must not exhaust the call stack.
  const folders: { folder: string; depth: number }[] = [{ folder: '', depth: 0 }];
  for (let next = folders.pop(); next && found.length < MAX_FILES; next = folders.pop()) {
    const { folder, depth } = next;
    const path = join(root, folder);
    let entries: Dirent[];
    try {
      // A folder can be swapped for a link between being listed and being entered.
      const real = await realpath(path);
      if (real !== realRoot && !real.startsWith(realRoot + sep))
        throw new Error('it leads out of the article set');
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      if (depth === 0) throw error;
      problems.push(unreadableFolder(folder, error));
      continue;
    }
    for (const { name } of entries) {
      if (IGNORED.test(name)) continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      const kind = await kindOf(join(root, file));
      if (kind === 'file' && found.length < MAX_FILES) found.push({ file, path: join(root, file) });
      else if (kind === 'file') problems.push(tooMany());
      else if (kind !== 'folder') problems.push(notRegular(file, kind));
      else if (depth < MAX_FOLDER_DEPTH) folders.push({ folder: file, depth: depth + 1 });
      else problems.push(tooDeep(file));
      if (found.length === MAX_FILES && kind === 'file') break;
    }
  }
  found.sort(byPath);
  return { found, problems };
}

/** Path order: by UTF-16 units, so that it is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPath(a: FoundFile, b: FoundFile): number {
  return compare(a.file, b.file);
}

type Kind = 'file' | 'folder' | 'a symbolic link' | 'not a regular file' | 'gone';

async function kindOf(path: string): Promise<Kind> {
  try {
    const stats = await lstat(path);
    if (stats.isFile()) return 'file';
    if (stats.isDirectory()) return 'folder';
    return stats.isSymbolicLink() ? 'a symbolic link' : 'not a regular file';
  } catch {
    return 'gone';
  }
}

function notRegular(file: string, kind: Kind): Problem {
  if (kind === 'gone')
    return rejection(file, {
      what: 'it could not be found',
      why: 'it was listed in its folder but could not be looked at',
      remedy: 'check its name and who may read it, then reload',
    });
  return rejection(file, {
    what: 'it was not opened',
    why: `it is ${kind}, and only regular files are read`,
    remedy: 'put the file itself into the article set',
  });
}

function unreadableFolder(folder: string, error: unknown): Problem {
  return rejection(folder, {
    what: 'the folder could not be listed',
    why: error instanceof Error ? error.message : String(error),
    remedy: 'check who may read it, then reload',
  });
}

function tooDeep(folder: string): Problem {
  return rejection(folder, {
    what: 'the folder was not entered',
    why: `it lies more than ${MAX_FOLDER_DEPTH} folders deep`,
    remedy: 'move its files further up',
  });
}

function tooMany(): Problem {
  return warning('.', {
    what: 'some files were not read',
    why: `the article set has more than ${MAX_FILES} files`,
    remedy: 'split it into smaller sets',
  });
}
