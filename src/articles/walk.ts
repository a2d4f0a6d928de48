import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from './article.js';
import { cleanValue, dropInvisible } from './clean.js';
import { MAX_FILES, MAX_FOLDER_DEPTH } from './limits.js';
import { fileSystemReason, rejection, warning } from './problem.js';

/** A regular file of the set: its path inside the set, with `/` between folders, and where it is on disk. */
export type FoundFile = { file: string; path: string };

type Kind = 'file' | 'folder' | 'a symbolic link' | 'a device, a pipe or a socket';

const IGNORED_FILE = /^(?:readme|licen[cs]e)(?:\.(?:md|markdown|txt))?$/i;

/**
 * The regular files under `root`, in path order. Dot files and dot folders, READMEs and licences are passed
 * over in silence; symbolic links, devices, pipes and folders that cannot be listed are problems, and none
 * of them is opened. Throws what the file system throws where `root` itself cannot be listed.
 */
export async function walk(root: string): Promise<{ found: FoundFile[]; problems: Problem[] }> {
  const found: FoundFile[] = [];
  const problems: Problem[] = [];
  const realRoot = await realpath(root);
  // Our own stack: a deep tree must not exhaust the call stack.
  const folders = [{ folder: '', depth: 0 }];
  for (let next = folders.pop(); next; next = folders.pop()) {
    const { folder, depth } = next;
    const entries = await list(realRoot, folder).catch((error: unknown) => {
      if (depth === 0) throw error;
      problems.push(unreadableFolder(shownName(folder), error));
      return [];
    });
    for (const entry of entries) {
      const { name } = entry;
      const file = folder === '' ? name : `${folder}/${name}`;
      const kind = kindOf(entry);
      if (kind === 'folder' && depth < MAX_FOLDER_DEPTH) folders.push({ folder: file, depth: depth + 1 });
      else if (kind === 'folder') problems.push(tooDeep(shownName(file)));
      else if (isCompanion(name)) continue;
      else if (kind !== 'file') problems.push(notRegular(shownName(file), kind));
      else if (found.length < MAX_FILES) found.push({ file, path: join(realRoot, file) });
      else return finished(found, [...problems, tooMany()]);
    }
  }
  return finished(found, problems);
}

function finished(found: readonly FoundFile[], problems: Problem[]) {
  const ordered = inOrder(found);
  return { found: ordered, problems: [...problems, ...sharedNames(ordered)] };
}

async function list(realRoot: string, folder: string): Promise<Dirent[]> {
  const path = join(realRoot, folder);
  // A folder can be swapped for a link between being listed and being entered.
  const real = await realpath(path);
  if (real !== realRoot && !real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep))
    throw new Error('it leads out of the article set');
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter(({ name }) => !isHidden(name));
}

/** True for names that are passed over in silence wherever they are: dot files and dot folders. */
export function isHidden(name: string): boolean {
  return name.startsWith('.');
}

/** True for files that stand beside articles and are none: READMEs and licences. */
export function isCompanion(name: string): boolean {
  return IGNORED_FILE.test(name);
}

function kindOf(entry: Dirent): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'a symbolic link' : 'a device, a pipe or a socket';
}

/** Path order: by UTF-16 units, so that it is the same on every machine. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inOrder(found: readonly FoundFile[]): FoundFile[] {
  return [...found]
    .sort((a, b) => comparePaths(a.file, b.file))
    .map(({ file, path }) => ({ file: shownName(file), path }));
}

/** A path inside the set as it is shown: text from outside like any other, so without line breaks or invisible marks. */
export function shownName(file: string): string {
  return cleanValue(file) || 'unnamed';
}

/** What a part of a path becomes in what is shown of the whole, whose ends are trimmed too. */
export function closedUpName(part: string): string {
  return dropInvisible(part).replace(/\s+/g, ' ');
}

/** One for every name that stands for several files: nothing that is said of it tells which. */
function sharedNames(found: readonly FoundFile[]): Problem[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { file } of found) (seen.has(file) ? shared : seen).add(file);
  return [...shared].map((file) =>
    warning(file, {
      what: 'several files are shown by this name',
      why: 'their names differ only in spaces, or in characters that nobody sees',
      remedy: 'give each a name of its own; until then /archive remove takes out none of them',
    }),
  );
}

function notRegular(file: string, kind: Kind): Problem {
  return rejection(file, {
    what: 'it was not opened',
    why: `it is ${kind}, and only regular files are read`,
    remedy: 'put the file itself into the article set',
  });
}

function unreadableFolder(folder: string, error: unknown): Problem {
  return rejection(folder, {
    what: 'the folder could not be listed',
    why: fileSystemReason(error),
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
