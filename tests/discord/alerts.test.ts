import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from 'cuttings';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArchiveError } from '../../src/archive/errors.js';
import { createAlerts } from '../../src/discord/alerts.js';
import type { Seen } from '../../src/discord/post.js';
import type { View } from '../../src/discord/view.js';
import { StateError } from '../../src/state/errors.js';
import type { State } from '../../src/state/state.js';
import { emptyState, loggerWithLines } from './fakes.js';

let directory: string;
let archive: Archive;
let state: State;
let posted: { channel: string; view: View }[];
let found: { [channel: string]: Seen };

const put = (name: string, ...paragraphs: string[]) =>
  writeFile(join(directory, `${name}.md`), `---\ntitle: ${name}\n---\n\n${paragraphs.join('\n\n')}\n`);

const quotation = (words: string) => `“${words},” said Tom Arkwright, the harbour master.`;

/** Alerts over the archive, or over one with other methods. */
const alertsOver = (over: Archive, post = async () => 'posted' as const, wait?: number) =>
  createAlerts({
    archive: over,
    ...(wait !== undefined && { wait }),
    state,
    logger: loggerWithLines().logger,
    posting: {
      post: (channel, view) => {
        posted.push({ channel, view });
        return post();
      },
      check: async (channel) => found[channel] ?? { is: 'unknown' },
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
  found = {};
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

test.each([
  ['person', 'Tom Arkwright'],
  ['topic', 'Which ship came in at noon?'],
] as const)(
  'more new articles than one question can name cost a follow of a %s none of them',
  async (kind, what) => {
    await state.follows.begin(
      { guild: '20', channel: '7', kind, what, locale: 'en' },
      [],
      await archive.fingerprints(),
    );
    await put('ships', quotation('The ship Alma came in at noon'));
    await put('ferries', quotation('The ship Ida came in at noon'));
    await archive.reload();
    const newSince = async (before: Uint8Array) => {
      const [first = '', ...more] = await archive.newSince(before);
      return [first, ...Array.from({ length: 100_000 }, (_, at) => `other-${at}`), ...more, first];
    };
    await alertsOver({ ...archive, newSince }).look();
    expect(words()).toEqual([expect.stringMatching(/2 new .*Alma.*Ida|2 new .*Ida.*Alma/)]);
  },
);

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

test('an index out of reach costs a topic no article: it is looked for again after a while, without a reload', async () => {
  await state.follows.begin(
    { guild: '20', channel: '7', kind: 'topic', what: 'harbour tide', locale: 'en' },
    [],
    await archive.fingerprints(),
  );
  await put('tide', 'The harbour tide tables were printed on Monday.', quotation('The harbour tide waits'));
  await archive.reload();
  let asked = 0;
  const away: Archive = {
    ...archive,
    ask: (...all) =>
      ++asked < 3 ? Promise.reject(new ArchiveError('unreachable', 'It is away.')) : archive.ask(...all),
  };
  const alerts = alertsOver(away, undefined, 1);
  await alerts.look();
  expect(posted).toEqual([]);
  await vi.waitFor(() => expect(posted.map(({ channel }) => channel)).toEqual(['7']), 5000);
  await alerts.close();
});

test('a state that could not be used is asked again after a while, without a reload', async () => {
  await follow('7');
  await put('tide', quotation('The tide waits for me alone'));
  await archive.reload();
  const { lookedAt } = state.follows;
  let asked = 0;
  state.follows.lookedAt = async () => {
    if (++asked < 3) throw new StateError('locked', 'Another program holds it.');
    return lookedAt();
  };
  const alerts = alertsOver(archive, undefined, 1);
  await alerts.look();
  expect(posted).toEqual([]);
  await vi.waitFor(() => expect(posted.map(({ channel }) => channel)).toEqual(['7']), 5000);
  await alerts.close();
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

describe('GIVEN channels for public answers', () => {
  const allow = (channels: string[] | null) =>
    state.servers.update('20', (before) => ({ ...before, channels }));
  const reloadWith = async (name: string, said: string) => {
    await put(name, quotation(said));
    await archive.reload();
  };

  test('THEN one that is not among them is told nothing, until it is allowed again', async () => {
    await follow('7');
    await follow('8');
    await allow(['8']);
    found['7'] = { is: 'seen', places: ['7', '70'] };
    await reloadWith('tide', 'The tide waits for me alone');
    await alertsOver(archive).look();
    expect(posted.map(({ channel }) => channel)).toEqual(['8']);
    await allow(null);
    await reloadWith('gulls', 'The gulls have taken my lunch');
    await alertsOver(archive).look();
    expect(posted.map(({ channel }) => channel)).toEqual(['8', '7', '8']);
    expect(words()[1]).not.toContain('The tide waits');
  });

  test('THEN a thread goes with the channel above it', async () => {
    await follow('7');
    await allow(['70']);
    found['7'] = { is: 'seen', places: ['7', '70'] };
    await reloadWith('tide', 'The tide waits for me alone');
    await alertsOver(archive).look();
    expect(posted.map(({ channel }) => channel)).toEqual(['7']);
  });

  test('THEN a channel that Discord says nothing about has its turn at the next look', async () => {
    await follow('7');
    await allow(['70']);
    await reloadWith('tide', 'The tide waits for me alone');
    await alertsOver(archive).look();
    expect(posted).toEqual([]);
    found['7'] = { is: 'seen', places: ['7', '70'] };
    await alertsOver(archive).look();
    expect(posted.map(({ channel }) => channel)).toEqual(['7']);
  });
});
