import { isDeepStrictEqual } from 'node:util';
import { readPeopleFile } from './people-file.js';
import type { SnapshotParts } from './snapshot.js';
import { snapshotCache } from './snapshot-cache.js';

/** The snapshot that answers now, or `none`. */
export type Answering = Pick<SnapshotParts, 'id' | 'builtAt'> | 'none';

/**
 * The snapshot in the cache, whatever the folder of the articles holds by now; undefined where there is none, where it is the one that
 * answers, or where it was made with other corrections of people than ours, by a program with other settings.
 */
export async function otherInCache(
  {
    cache,
    directory,
    peopleFile,
    paged,
  }: { cache: string; directory: string; peopleFile?: string | undefined; paged: boolean },
  answering: Answering,
): Promise<SnapshotParts | undefined> {
  const found = await snapshotCache(cache, directory, { paged }).snapshot();
  if (!found) return undefined;
  if (answering !== 'none' && found.id === answering.id && found.builtAt === answering.builtAt)
    return undefined;
  const corrections = peopleFile === undefined ? [] : (await readPeopleFile(peopleFile)).corrections;
  return isDeepStrictEqual(found.corrections, corrections) ? found : undefined;
}
