import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from 'cuttings';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArchiveError } from '../../src/archive/errors.js';
import { createAlerts } from '../../src/discord/alerts.js';
import type { View } from '../../src/discord/view.js';
import type { State } from '../../src/state/state.js';
import { emptyState, loggerWithLines } from './fakes.js';

let directory: string;
let archive: Archive;
let state: State;
let posted: { channel: string; view: View }[];

const put = (name: string, ...paragraphs: string[]) =>
  writeFile(join(directory, `${name}.md`), `---\ntitle: ${name}\n---\n\n${paragraphs.join('\n\n')}\n`);

const quotation = (words: string) => `“${words},” said Tom Arkwright, the harbour master.`;

/** Alerts over the archive, or over one with other methods. */
const alertsOver = (over: Archive, post = async () => 'posted' as const) =>
  createAlerts({
    archive: over,
    state,
    logger: loggerWithLines().logger,
    post: (channel, view) => {
      posted.push({ channel, view });
      return post();
    },
  });

/** A follow of everything that the harbour master says, in a channel. */
const follow = async (channel: string) =>
  state.follows.begin(
    { guild: '20', channel, kind: 'person', what: 'Tom Arkwright', locale: 'en' },
    [],
    await archive.fingerprints(),
  );

const words = () => posted.map(({ view }) => JSON.stringify(view.components));

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cuttings-alerts-'));
  await put('quay', quotation('The quay was old when I came'));
  archive = await openArchive({ articles: directory });
  state = emptyState();
  posted = [];
});
afterEach(async () => {
  await archive.close();
  await state.close();
  await rm(directory, { recursive: true, force: true });
});

test('all that a large reload brings is counted, also beyond what an archive gives at once', async () => {
  await follow('7');
  const said = Array.from({ length: 70 }, (_, at) => quotation(`Ship number ${at + 1} came in at noon`));
  await put('ships', ...said);
  await archive.reload();
  await alertsOver(archive).look();
  expect(words()).toEqual([expect.stringContaining('70 new quotations of Tom Arkwright')]);
});

test('a search that is cut short costs one follow its turn, and only until the next look', async () => {
  await follow('7');
  await follow('8');
  await put('tide', quotation('The tide waits for me alone'));
  await archive.reload();
  let isFirst = true;
  const faltering: Archive = {
    ...archive,
    quotes(query) {
      const cutShort = isFirst;
      isFirst = false;
      return cutShort ? Promise.reject(new ArchiveError('stopped', 'It ended.')) : archive.quotes(query);
    },
  };
  const alerts = alertsOver(faltering);
  await alerts.look();
  expect(posted.map(({ channel }) => channel)).toEqual(['8']);
  await alerts.look();
  await alerts.look();
  expect(posted.map(({ channel }) => channel)).toEqual(['8', '7']);
});

test('a follow that is ended while others have their turn posts nothing more', async () => {
  await follow('7');
  await follow('8');
  await put('tide', quotation('The tide waits for me alone'));
  await archive.reload();
  const endOther = async () => {
    for (const { id, channel } of await state.follows.of('20'))
      if (channel === '8') await state.follows.end('20', id);
    return 'posted' as const;
  };
  await alertsOver(archive, endOther).look();
  expect(posted.map(({ channel }) => channel)).toEqual(['7']);
});
