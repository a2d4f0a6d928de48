import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FILES } from './snapshot-cache.js';

const LOOK_EVERY_MS = 2000;
const TRY_AGAIN_MS = 60_000;

/** Stands for what a folder of the cache holds now; empty where it holds no snapshot. */
export async function generationOf(folder: string): Promise<string> {
  const stamps = await Promise.all(
    // Each new generation renames one of these into its place.
    [FILES.base, FILES.patch].map((file) =>
      stat(join(folder, file), { bigint: true }).then(
        ({ ino, mtimeNs, size }) => `${ino} ${mtimeNs} ${size}`,
        () => '',
      ),
    ),
  );
  return stamps.some(Boolean) ? stamps.join('\n') : '';
}

/**
 * Looks every two seconds, until `signal` is aborted, whether a folder of the cache holds another generation than the one that answers,
 * and then calls `takeOver`; after a minute once more where that gives false. `answering` gives undefined where this is no time for it.
 */
export async function watchGenerations(
  folder: string,
  {
    signal,
    answering,
    takeOver,
  }: {
    signal: AbortSignal;
    answering(): Promise<string | undefined>;
    takeOver(): Promise<boolean>;
  },
): Promise<void> {
  let tried = { generation: '', until: 0 };
  for (;;) {
    await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return;
    const generation = await generationOf(folder);
    const ours = await answering().catch(() => undefined);
    if (generation === '' || ours === undefined || ours === generation) continue;
    if (tried.generation === generation && performance.now() < tried.until) continue;
    const isDone = await takeOver().catch(() => false);
    tried = { generation, until: isDone ? Number.POSITIVE_INFINITY : performance.now() + TRY_AGAIN_MS };
  }
}
