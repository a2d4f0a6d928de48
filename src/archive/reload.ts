import type { ArchiveStatus, ReloadReport } from './archive.js';
import { ArchiveError } from './errors.js';
import { NotBegun, type SnapshotThread, Unchanged } from './thread.js';

type Verdict = Omit<ReloadReport, 'milliseconds'>;

/** What asks one snapshot. */
type Asked = Pick<SnapshotThread, 'query'>;

const DIED = 'The thread that held the new archive stopped. Please reload again.';

/**
 * Waits for the candidate, probes it, and says whether it may take over and what has changed since the snapshot that `current`
 * asks. Never throws.
 */
export async function judgeReload({
  current,
  oldStatus,
  candidate,
}: {
  current: Asked;
  oldStatus: ArchiveStatus;
  candidate: Promise<SnapshotThread>;
}): Promise<Verdict> {
  // What answers may have been lost meanwhile; the next reload tells its problems.
  const kept = async (why: string | null, from = current): Promise<Verdict> => ({
    swapped: false,
    why,
    snapshot: oldStatus.snapshot,
    articles: oldStatus.articles,
    added: [],
    changed: [],
    removed: [],
    problems: await from.query('problems').catch(() => []),
  });
  try {
    const built = await candidate;
    const status = await built.query('status');
    if (status.articles === 0 && oldStatus.articles > 0) {
      return await kept(`No article could be read from ${status.directory}.`, built);
    }
    // A question that any working snapshot answers or declines without failing.
    await built.query('ask', 'Who said what about which article?', {});
    const problems = await built.query('problems');
    const changed = await changes(built, current);
    // It may have died since its last answer, while the one before it still gave its own.
    if (built.isLost()) return await kept(DIED);
    return {
      swapped: true,
      why: null,
      snapshot: status.snapshot,
      articles: status.articles,
      ...changed,
      problems,
    };
  } catch (error) {
    if (error instanceof Unchanged) return kept(null);
    if (error instanceof NotBegun) return kept(DIED);
    return kept(error instanceof ArchiveError ? error.message : `The new archive does not work: ${error}`);
  }
}

/** What is different in a snapshot from the one before, by id and contents. */
async function changes(now: Asked, before: Asked): Promise<Pick<Verdict, 'added' | 'changed' | 'removed'>> {
  const [ours, theirs] = await Promise.all([now.query('fingerprints'), before.query('fingerprints')]);
  const [fresh, gone] = await Promise.all([now.query('notIn', theirs), before.query('notIn', ours)]);
  const [freshIds, goneIds] = [fresh, gone].map((articles) => new Set(articles.map(({ id }) => id)));
  return {
    added: fresh.filter(({ id }) => !goneIds?.has(id)),
    changed: fresh.filter(({ id }) => goneIds?.has(id)),
    removed: gone.filter(({ id }) => !freshIds?.has(id)),
  };
}
