import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { closedUpName, isHidden, shownName } from '../articles/walk.js';

/** What of a folder of articles is shown by one name. */
export type ShownFile = {
  /** Paths inside the folder, as the disk has them, of its regular files that are shown so; two at most. */
  files: string[];
  /** Whether the name may be that of a place in a file that holds more: "export.jsonl#3", "saved.zip/page.html". */
  isPart: boolean;
};

/**
 * Finds the files that `Article.file` may mean: names that differ only in spaces, or in characters that nobody sees, are shown the
 * same. Follows no link and leads nowhere outside. A folder that cannot be listed holds nothing.
 */
export async function findShownFile(folder: string, file: string): Promise<ShownFile> {
  const found: ShownFile = { files: [], isPart: false };
  await look('', file);
  return found;

  async function look(inside: string, rest: string): Promise<void> {
    const entries = await opendir(join(folder, inside), { bufferSize: 500 }).catch(() => []);
    for await (const entry of entries) {
      if (found.files.length > 1) return;
      const { name } = entry;
      if (isHidden(name)) continue;
      const path = inside === '' ? name : `${inside}/${name}`;
      // The ends of a path are trimmed as one.
      const closedUp = inside === '' ? closedUpName(name).trimStart() : closedUpName(name);
      if (entry.isFile()) {
        if (shownName(path) === file) found.files.push(path);
        else if (rest.startsWith(`${closedUp}#`) || rest.startsWith(`${closedUp}/`)) found.isPart = true;
      } else if (entry.isDirectory() && rest.startsWith(`${closedUp}/`))
        await look(path, rest.slice(closedUp.length + 1));
    }
  }
}
