import type { Answer } from '../search/answer.js';
import type { ReloadReport } from './archive.js';
import type { QueryName } from './protocol.js';

/** Told of what an archive does, as it happens. None of these may throw or take time. */
export type ArchiveWatch = {
  /** A query begins to wait for the search thread; what comes back is called when it is over. */
  query(name: QueryName): (result: 'answered' | 'failed') => void;
  /** A question was answered, or there was no answer to it. */
  asked(answer: Pick<Answer, 'reason'>): void;
  reloaded(report: Pick<ReloadReport, 'swapped' | 'why' | 'milliseconds'>): void;
};
