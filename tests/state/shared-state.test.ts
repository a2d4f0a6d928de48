import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { statusView } from '../../src/discord/render/status.js';
import { openSharedState } from '../../src/state/opensearch/state.js';
import { DEFAULTS, UNKNOWN } from '../../src/state/servers.js';
import { openState, type State } from '../../src/state/state.js';
import type { StoreEvent } from '../../src/state/store.js';
import { wordsFor } from '../../src/words/words.js';
import { standInNode } from './stand-in-node.js';

const SETTINGS = { private: true, channels: ['9'], publications: ['Wrenfield Courier'] };

const STATUS = {
  articles: 1,
  passages: 2,
  quotations: 3,
  people: 4,
  snapshot: 's',
  builtAt: '2026-01-01T00:00:00Z',
  directory: '/a',
  engine: 'lunr',
  problems: 0,
};

let node: Awaited<ReturnType<typeof standInNode>>;
let folder: string;
let events: StoreEvent[];
const states: State[] = [];

const open = async (): Promise<State> => {
  const state = await openSharedState({
    cluster: { nodes: [node.address] },
    name: 'x',
    folder,
    onEvent: (event) => events.push(event),
  });
  states.push(state);
  return state;
};

beforeEach(async () => {
  node = await standInNode();
  folder = await mkdtemp(join(tmpdir(), 'cuttings-shared-'));
  events = [];
});
afterEach(async () => {
  for (const state of states.splice(0)) await state.close();
  node.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a state in a cluster whose index is lost while the bot runs', () => {
  test('keeps what is known, is told, and makes no empty one in its place', async () => {
    const state = await open();
    await state.servers.update('1', () => SETTINGS);
    const lost = node.lose();
    expect(await state.health()).toEqual({ unusable: 'gone', movedAside: [], unread: false });
    expect(events).toMatchObject([{ kind: 'unusable', error: { code: 'gone' }, unread: false }]);
    expect(state.servers.of('1')).toEqual(SETTINGS);
    expect(state.isShut()).toBe(false);
    await expect(state.servers.update('2', () => SETTINGS)).rejects.toMatchObject({ code: 'gone' });
    await expect(state.follows.of('1')).rejects.toMatchObject({ code: 'gone' });
    expect(node.lose()).toBeNull();
    node.restore(lost);
    expect((await state.health()).unusable).toBeNull();
    expect(state.servers.of('1')).toEqual(SETTINGS);
  });

  test('is found gone by whoever changes or reads something, too', async () => {
    const state = await open();
    await state.servers.update('1', () => SETTINGS);
    node.lose();
    await expect(state.servers.update('2', () => SETTINGS)).rejects.toMatchObject({ code: 'gone' });
    await expect(state.follows.active()).rejects.toMatchObject({ code: 'gone' });
    expect(state.servers.of('1')).toEqual(SETTINGS);
    expect(node.lose()).toBeNull();
  });

  test('does not take another for it, which a bot that was started since has made', async () => {
    const state = await open();
    await state.servers.update('1', () => SETTINGS);
    node.lose();
    const later = await open();
    expect(later.servers.of('1')).toEqual(DEFAULTS);
    expect((await later.health()).unusable).toBeNull();
    expect((await state.health()).unusable).toBe('gone');
    expect(state.servers.of('1')).toEqual(SETTINGS);
    await expect(state.servers.update('1', () => DEFAULTS)).rejects.toMatchObject({ code: 'gone' });
  });
});

test('a damaged file that is to be taken over is told with where it lies, and how it is mended', async () => {
  await writeFile(join(folder, 'state.db'), 'this was never a database '.repeat(400));
  const state = await open();
  expect(state.servers.of('1')).toBe(UNKNOWN);
  expect(state.isShut()).toBe(true);
  const health = await state.health();
  const [aside] = (await readdir(folder)).filter((name) => name.includes('damaged'));
  expect(health).toEqual({
    unusable: 'not-taken-over',
    movedAside: [join(folder, aside ?? '')],
    unread: true,
  });
  expect(events).toMatchObject([{ kind: 'unusable', error: { code: 'damaged' }, unread: true }]);
  for (const locale of ['en-GB', 'fr']) {
    const view = statusView(STATUS, { memory: 1, now: new Date(0), health }, wordsFor(locale));
    const text = JSON.stringify(view.components);
    expect(text).toContain(aside);
    expect(text).not.toMatch(/\/server|restart|relancez/);
  }
});

test('a file that is to be taken over and holds what nobody wrote so is told, and nothing is taken over', async () => {
  const before = openState(folder);
  await before.servers.update('1', () => SETTINGS);
  await before.close();
  const db = new Database(join(folder, 'state.db'));
  db.exec(
    `INSERT INTO follows (guild, channel, kind, key, what, locale) VALUES ('1', '7', 'ship', 'x', 'x', 'en')`,
  );
  db.close();
  const state = await open();
  expect(state.servers.of('1')).toBe(UNKNOWN);
  expect(await state.health()).toEqual({ unusable: 'not-taken-over', movedAside: [], unread: true });
  expect(events).toMatchObject([{ kind: 'unusable', error: { code: 'damaged' } }]);
});

test('a file that is to be taken over and holds settings that cannot be read is told, and nothing is taken over', async () => {
  const before = openState(folder);
  await before.servers.update('1', () => SETTINGS);
  await before.close();
  const db = new Database(join(folder, 'state.db'));
  db.exec(`UPDATE servers SET publications = '["Wrenfield Cour'`);
  db.close();
  const state = await open();
  expect(state.servers.of('1')).toBe(UNKNOWN);
  expect(events).toMatchObject([
    { kind: 'unusable', error: { code: 'damaged', message: expect.stringMatching(/of the servers 1;/) } },
  ]);
});

test('settings in a cluster that cannot be read show nothing in that server, until an admin sets them anew', async () => {
  const state = await open();
  await state.servers.update('1', () => SETTINGS);
  node.change((source) => ({ ...source, value: { ...SETTINGS, publications: 'Wrenfield Courier' } }));
  await state.health();
  expect(state.servers.of('1')).toBe(UNKNOWN);
  expect(state.servers.of('2')).toEqual(DEFAULTS);
  expect(events).toEqual([{ kind: 'unreadable-settings', servers: ['1'] }]);
  const about = { memory: 1, now: new Date(0), health: await state.health() };
  const told = statusView(STATUS, { ...about, isShut: true }, wordsFor('en-GB'));
  expect(JSON.stringify(told.components)).toContain('set each of them anew with `/server`');
  expect(await state.servers.update('1', (old) => ({ ...old, channels: ['9'] }))).toEqual({
    ...UNKNOWN,
    channels: ['9'],
  });
  const other = await open();
  expect(other.servers.of('1')).toEqual({ ...UNKNOWN, channels: ['9'] });
});

test('a state in a cluster that hangs is closed at once', async () => {
  const state = await open();
  node.hang();
  // Under way, and not to be waited for.
  const asked = expect(state.follows.active()).rejects.toMatchObject({ code: 'unreachable' });
  const looked = state.health();
  await state.close();
  await Promise.all([asked, looked]);
});
