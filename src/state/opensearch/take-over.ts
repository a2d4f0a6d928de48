import type { Contents } from '../contents.js';
import { keyOfQuestion } from '../gaps.js';
import type { Documents, Place } from './documents.js';
import { beginLooking, followsOf, nextId, postedOf, remember } from './follows.js';

const TAKEN_OVER = { kind: 'taken-over', key: '' } as const;

/**
 * Takes a state file's contents over, the first time that one is found, and leaves the file as it is. What the cluster knows of a server
 * already stays. Cut short, it is done again from the beginning, and two that do it at once do no harm. Gives whether it was done now.
 */
export async function takeOver(
  documents: Documents,
  readFile: () => Promise<Contents | null>,
): Promise<Contents | null> {
  if ((await documents.read(TAKEN_OVER)) !== null) return null;
  const contents = await readFile();
  if (!contents) return null;
  const { file, servers, gaps, follows, lookedAt } = contents;
  for (const [guild, settings] of servers)
    await putIfNone(documents, { kind: 'server', key: guild }, settings);
  for (const [guild, list] of gaps) {
    const keyed = list.map((gap) => ({ key: keyOfQuestion(gap.question), ...gap }));
    await putIfNone(documents, { kind: 'gaps', key: guild }, keyed);
  }
  for (const guild of new Set(follows.map(({ follow }) => follow.guild)))
    await takeFollows(
      documents,
      guild,
      follows.filter(({ follow }) => follow.guild === guild),
    );
  if (lookedAt && follows.length > 0) await beginLooking(documents, lookedAt);
  await putIfNone(documents, TAKEN_OVER, { file });
  return contents;
}

/** Under ids of their own: those of the file may be others' here. */
async function takeFollows(documents: Documents, guild: string, follows: Contents['follows']): Promise<void> {
  if ((await documents.read(followsOf(guild))) !== null) return;
  const taken: Contents['follows'][number]['follow'][] = [];
  for (const { follow, posted } of follows) {
    const id = await nextId(documents);
    await remember(documents, id, posted);
    taken.push({ ...follow, id });
  }
  if (await putIfNone(documents, followsOf(guild), taken)) return;
  for (const { id } of taken)
    await documents.change(postedOf(id), () => ({ after: null, result: undefined }));
}

const putIfNone = (documents: Documents, place: Place, value: unknown): Promise<boolean> =>
  documents.change(place, (before) => ({ after: before ?? value, result: before === null }));
