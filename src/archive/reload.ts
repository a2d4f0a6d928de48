import type { ArchiveStatus, ReloadReport } from './archive.js';
import { ArchiveError } from './errors.js';
import { type SnapshotThread, Unchanged } from './thread.js';

type Verdict = Omit<ReloadReport, 'milliseconds'>;

/**
 * Waits for the candidate, probes it, and says whether it may take over and what has changed since the snapshot that
 * gives `versions`. Never throws.
 */
export async function judgeReload({
  versions,
  oldStatus,
  candidate,
}: {
  versions: () => Promise<Uint8Array>;
  oldStatus: ArchiveStatus;
  candidate: Promise<SnapshotThread>;
}): Promise<Verdict> {
  const kept = (why: string | null, problems = oldStatus.problems): Verdict => ({
    swapped: false,
    why,
    snapshot: oldStatus.snapshot,
    articles: oldStatus.articles,
    added: [],
    changed: [],
    removed: [],
    problems,
  });
  try {
    const built = await candidate;
    const status = await built.query('status');
    if (status.articles === 0 && oldStatus.articles > 0) {
      return kept(`No article could be read from ${status.directory}.`, status.problems);
    }
    // A question that any working snapshot answers or declines without failing.
    await built.query('ask', 'Who said what about which article?', {});
    return {
      swapped: true,
      why: null,
      snapshot: status.snapshot,
      articles: status.articles,
      ...(await built.query('changesSince', await versions())),
      problems: status.problems,
    };
  } catch (error) {
    if (error instanceof Unchanged) return kept(null);
    return kept(error instanceof ArchiveError ? error.message : `The new archive does not work: ${error}`);
  }
}
