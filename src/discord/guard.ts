import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { ArchiveError } from '../archive/errors.js';
import { StateError } from '../state/errors.js';
import type { Words } from '../words/words.js';
import { shorten } from './cut.js';
import { isGone, loggable } from './errors.js';
import { notice } from './render/notice.js';
import type { View } from './view.js';

/** Runs `work`; a failure is told to the person by `report` and logged under the same id, with `what` it was. Never throws. */
export type Guard = (
  what: Record<string, unknown>,
  words: Words,
  work: () => Promise<void>,
  report: (view: View) => Promise<void>,
) => Promise<void>;

/** An id that stands in the log and in what a person is told of the same failure. */
export const failureId = () => randomBytes(4).toString('hex');

/** The one place where failures end. */
export function createGuard(logger: Logger): Guard {
  return async (what, words, work, report) => {
    try {
      await work();
    } catch (error) {
      if (isGone(error)) {
        logger.info({ ...what, err: loggable(error) }, 'nothing left to answer to');
        return;
      }
      const id = failureId();
      logger.error({ id, ...what, err: loggable(error) }, 'an interaction failed');
      try {
        const why = whyFailed(error, words);
        await report(notice(words.router.failed.title, words.router.failed.words(why, id)));
      } catch (second) {
        logger.warn({ id, ...what, err: loggable(second) }, 'the failure could not be told');
      }
    }
  };
}

/** A failure of the archive in the reader's words where there are some, else in its own. */
function whyFailed(error: unknown, { router: { failed }, state }: Words): string {
  if (error instanceof StateError) return state[error.code];
  if (!(error instanceof ArchiveError)) return failed.ours;
  const { code, message } = error;
  return code === 'timeout' ||
    code === 'busy' ||
    code === 'stopped' ||
    code === 'closed' ||
    code === 'unreachable'
    ? failed[code]
    : shorten(message, 400);
}
