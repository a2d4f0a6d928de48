import type { ArticleRef } from '../articles/article.js';
import type { ArchiveStatus, ReloadReport } from './archive.js';
import { ArchiveError } from './errors.js';
import type { ArticleVersion } from './protocol.js';
import { type SnapshotThread, Unchanged } from './thread.js';

type Verdict = Omit<ReloadReport, 'milliseconds'>;

/** Waits for the candidate, probes it, and says whether it may take over and what has changed. Never throws. */
export async function judgeReload({
  old,
  oldStatus,
  candidate,
}: {
  old: ArticleVersion[];
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
    const versions = await built.query('versions');
    if (versions.length === 0 && old.length > 0) {
      return kept(`No article could be read from ${status.directory}.`, status.problems);
    }
    await probe(built, versions[0]);
    return {
      swapped: true,
      why: null,
      snapshot: status.snapshot,
      articles: status.articles,
      ...compareVersions(old, versions),
      problems: status.problems,
    };
  } catch (error) {
    if (error instanceof Unchanged) return kept(null);
    return kept(error instanceof ArchiveError ? error.message : `The new archive does not work: ${error}`);
  }
}

/** A question that any working snapshot answers or declines without failing. */
async function probe(thread: SnapshotThread, first: ArticleVersion | undefined): Promise<void> {
  await thread.query('ask', first?.article.title ?? 'probe', {});
}

/** What changed between two sets of articles, by id and content. */
function compareVersions(
  old: readonly ArticleVersion[],
  now: readonly ArticleVersion[],
): { added: ArticleRef[]; changed: ArticleRef[]; removed: ArticleRef[] } {
  const before = new Map(old.map((version) => [version.article.id, version.hash]));
  const after = new Set(now.map((version) => version.article.id));
  return {
    added: now.filter((version) => !before.has(version.article.id)).map(refOf),
    changed: now
      .filter(({ article, hash }) => before.has(article.id) && before.get(article.id) !== hash)
      .map(refOf),
    removed: old.filter((version) => !after.has(version.article.id)).map(refOf),
  };
}

const refOf = (version: ArticleVersion): ArticleRef => version.article;
