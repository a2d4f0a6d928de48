import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { Archive, ReloadReport } from '../archive/archive.js';
import { en } from '../words/en.js';
import { printable } from './printable.js';
import { createProgressBar } from './progress.js';
import { renderReload } from './render.js';
import { type ArchiveOptions, archiveVerb, print, type Session } from './verbs.js';

const LOOK_EVERY = 10;

/** `index`: build for the bots that share the cache. */
export function indexVerb(session: Session): Command {
  return archiveVerb(session, 'index')
    .description('bring the cache and the index up to the articles, for the bots that share them')
    .option(
      '--watch [seconds]',
      `go on, and look at the articles every so many seconds (${LOOK_EVERY})`,
      seconds,
    )
    .action(async ({ json, articles, watch }: ArchiveOptions & { watch?: true | number }) => {
      // In a container nobody else ends a program; what is under way is whole or not there.
      if (watch !== undefined)
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
      const use = async (archive: Archive) => {
        const report = await reload(session, archive);
        const isNews = hasChanges(report) || report.why !== null || report.problems.length > 0;
        if (json || isNews) await print(session, json, report, renderReload);
        else session.streams.output.write(`${en.reload.holds(report.articles)}\n`);
        if (watch === undefined && report.why !== null) session.fail(1);
        if (watch !== undefined)
          await goOn(session, archive, { last: report, json, every: watch === true ? LOOK_EVERY : watch });
      };
      await session.withArchive(articles, use, { lastFirst: true });
    });
}

/** Reloads for ever, and says what is new: changes, other problems, another failure. */
async function goOn(
  session: Session,
  archive: Archive,
  { last, json, every }: { last: ReloadReport; json: true | undefined; every: number },
): Promise<never> {
  let said = newsOf(last);
  for (;;) {
    await sleep(every * 1000);
    try {
      const report = await reload(session, archive);
      const news = newsOf(report);
      if (hasChanges(report) || news !== said) await print(session, json, report, renderReload);
      said = news;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== said) session.streams.errors.write(printable(`${message}\n`));
      said = message;
    }
  }
}

function reload({ streams }: Session, archive: Archive): Promise<ReloadReport> {
  const bar = createProgressBar(streams.errors);
  return archive.reload(bar.show).finally(bar.done);
}

const hasChanges = ({ added, changed, removed }: ReloadReport) =>
  added.length + changed.length + removed.length > 0;
const newsOf = ({ why, problems }: ReloadReport) => JSON.stringify([why, problems]);

function seconds(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('Not a whole number of seconds.');
  return Number(value);
}
