import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { privateBefore } from '../../src/state/privacy.js';
import { DEFAULTS, UNKNOWN } from '../../src/state/servers.js';
import { openState, type State } from '../../src/state/state.js';
import type { StoreEvent } from '../../src/state/store.js';

let folder: string;
let events: StoreEvent[];
const states: State[] = [];
const file = () => join(folder, 'state.db');
const open = (): State => {
  const state = openState(folder, { onEvent: (event) => events.push(event) });
  states.push(state);
  return state;
};
const keep = (state: State, guild = '1') => state.servers.update(guild, (old) => ({ ...old, private: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuttings-state-'));
  events = [];
});
afterEach(() => {
  for (const state of states.splice(0)) state.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the state file', () => {
  test('that is not there means defaults, and is made', async () => {
    expect(open().servers.of('1')).toEqual(DEFAULTS);
    expect(existsSync(file())).toBe(true);
    expect(events).toEqual([]);
  });

  test('is one file, so that a copy of it is a backup', async () => {
    const state = open();
    await keep(state);
    expect(readdirSync(folder)).toEqual(['state.db']);
    const other = mkdtempSync(join(tmpdir(), 'cuttings-state-'));
    copyFileSync(file(), join(other, 'state.db'));
    const copy = openState(other);
    expect(copy.servers.of('1').private).toBe(true);
    copy.close();
    rmSync(other, { recursive: true });
  });

  test('that another program has locked is told, and read when it no longer is: until then nothing is shown', async () => {
    await keep(open());
    const holder = new Database(file());
    holder.exec('BEGIN EXCLUSIVE');
    const state = open();
    expect(state.servers.of('1')).toBe(UNKNOWN);
    expect(state.servers.of(null)).toEqual(DEFAULTS);
    await expect(keep(state)).rejects.toMatchObject({ code: 'locked' });
    expect(events).toMatchObject([{ kind: 'unusable', unread: true }]);
    expect(state.isShut()).toBe(true);
    expect(await state.health()).toMatchObject({ unusable: 'locked', unread: true });
    holder.exec('ROLLBACK');
    holder.close();
    const later = open();
    expect(later.servers.of('1').private).toBe(true);
    expect(later.servers.of('2')).toEqual(DEFAULTS);
    expect(later.isShut()).toBe(false);
  });

  test('locked while the bot runs leaves what is known, refuses changes, and works again afterwards', async () => {
    const state = open();
    await keep(state);
    const holder = new Database(file());
    holder.exec('BEGIN EXCLUSIVE');
    await expect(state.servers.update('1', () => DEFAULTS)).rejects.toMatchObject({ code: 'locked' });
    expect(state.servers.of('1').private).toBe(true);
    expect(state.servers.of('2')).toEqual(DEFAULTS);
    holder.exec('ROLLBACK');
    holder.close();
    expect((await state.health()).unusable).toBeNull();
    await keep(state, '2');
    expect(state.servers.of('2').private).toBe(true);
    expect(events.map(({ kind }) => kind)).toEqual(['unusable', 'usable']);
  });

  test.each([
    ['other bytes', () => Buffer.from('this was never a database '.repeat(400))],
    ['its beginning alone', (whole: Buffer) => whole.subarray(0, 5000)],
    ['a hole in it', (whole: Buffer) => Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(4096, 7)])],
  ])('damaged (%s) is moved aside whole, and a new one begun', async (_, damage) => {
    const first = open();
    await keep(first);
    first.close();
    const bytes = damage(readFileSync(file()));
    writeFileSync(file(), bytes);
    const state = open();
    expect(state.servers.of('1')).toBe(UNKNOWN);
    const [aside] = readdirSync(folder).filter((name) => /^state\.db\.damaged-\d{4}-/.test(name));
    expect(readFileSync(join(folder, aside ?? ''))).toEqual(bytes);
    expect(events.map(({ kind }) => kind)).toEqual(['moved-aside']);
    // Nothing more can be read of it, and servers are set up anew.
    expect(state.isShut()).toBe(false);
    expect(await state.health()).toEqual({
      unusable: null,
      movedAside: [join(folder, aside ?? '')],
      unread: true,
    });
    await keep(state);
    const next = open();
    expect(next.servers.of('1')).toEqual({ ...UNKNOWN, private: true });
    expect(next.servers.of('2')).toBe(UNKNOWN);
    expect((await next.health()).movedAside).toHaveLength(1);
    rmSync(join(folder, aside ?? ''));
    expect(open().servers.of('2')).toEqual(DEFAULTS);
  });

  test('of which a page is damaged while the bot runs leaves what is known, and is told', async () => {
    const state = open();
    const settings = { private: true, channels: ['9'], publications: ['Wrenfield Courier'] };
    await state.servers.update('1', () => settings);
    const other = new Database(file());
    const { rootpage, size } = z
      .object({ rootpage: z.number(), size: z.number() })
      .parse(
        other
          .prepare(
            "SELECT rootpage, page_size AS size FROM sqlite_schema, pragma_page_size WHERE name = 'servers'",
          )
          .get(),
      );
    // Another process changes it, so that it is read again.
    other.exec("INSERT INTO servers (id, private) VALUES ('2', 0)");
    other.close();
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0xaa, (rootpage - 1) * size, rootpage * size));
    await vi.waitFor(() => {
      expect(state.servers.of('1')).toEqual(settings);
      expect(events).toMatchObject([{ kind: 'unusable', error: { code: 'damaged' } }]);
    }, 5000);
    expect(state.servers.of('1')).toEqual(settings);
    expect(await state.health()).toMatchObject({ unusable: 'damaged', unread: false });
    expect(state.servers.of('1')).toEqual(settings);
  });

  test('of a newer version is left as it is', async () => {
    open().close();
    const db = new Database(file());
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = readFileSync(file());
    const state = open();
    expect(state.servers.of('1')).toBe(UNKNOWN);
    await expect(keep(state)).rejects.toMatchObject({ code: 'newer' });
    expect(readFileSync(file())).toEqual(before);
    expect(readdirSync(folder)).toEqual(['state.db']);
  });

  test('in a folder that cannot be made is told, and everything is as by default', async () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const state = openState(join(folder, 'in-the-way'), { onEvent: (event) => events.push(event) });
    expect(state.servers.of('1')).toEqual(DEFAULTS);
    await expect(keep(state)).rejects.toMatchObject({ code: 'unwritable' });
    expect(events.map(({ kind }) => kind)).toEqual(['unusable']);
  });

  test('in a folder that cannot be written keeps no file that waits to be confirmed, and says so', async () => {
    writeFileSync(join(folder, 'in-the-way'), '');
    const state = openState(join(folder, 'in-the-way'));
    const kept = state.incoming.keep([{ name: 'a.txt', bytes: new Uint8Array() }]);
    await expect(kept).rejects.toMatchObject({ code: 'unwritable' });
  });

  test('deleted while the bot runs is made anew: what is told afterwards is kept', async () => {
    const state = open();
    await keep(state);
    rmSync(file());
    await keep(state, '2');
    expect(open().servers.of('2').private).toBe(true);
  });

  test('with settings that cannot be read shows nothing in that server, and says so, until an admin sets them anew', async () => {
    await open().close();
    const db = new Database(file());
    const rows = [`'1', 1, 'no list', NULL`, `'2', 1, NULL, NULL`, `'3', 7, NULL, NULL`];
    db.exec(`INSERT INTO servers VALUES ${rows.map((row) => `(${row})`).join(', ')}`);
    const state = open();
    expect(state.servers.of('1')).toBe(UNKNOWN);
    expect(state.servers.of('2')).toEqual({ ...DEFAULTS, private: true });
    expect(state.servers.of('3')).toBe(UNKNOWN);
    expect(state.servers.of('4')).toEqual(DEFAULTS);
    await state.health();
    expect(events).toEqual([{ kind: 'unreadable-settings', servers: ['1', '3'] }]);
    await state.servers.update('1', (before) => ({ ...before, publications: ['Courier'] }));
    expect(state.servers.of('1')).toEqual({ private: true, channels: [], publications: ['Courier'] });
    expect(open().servers.of('1')).toEqual({ private: true, channels: [], publications: ['Courier'] });
    db.exec(`UPDATE servers SET channels = '[1' WHERE id = '2'`);
    db.close();
    await state.health();
    expect(state.servers.of('2')).toBe(UNKNOWN);
    expect(events.at(-1)).toEqual({ kind: 'unreadable-settings', servers: ['2'] });
  });
});

describe('whether a reply begins private', () => {
  test('depends on the server, the channel, and the channel above a thread', async () => {
    const state = open();
    const begins = (places: string[], guild: string | null = '1') => privateBefore(state, guild, places);
    expect(begins(['10'])).toBe('public');
    await state.servers.update('1', (old) => ({ ...old, private: true }));
    expect(begins(['10'])).toBe('private');
    await state.servers.update('1', (old) => ({ ...old, channels: ['10'] }));
    expect(begins(['10'])).toBe('private');
    expect(begins(['11'])).toBe('only-private');
    expect(begins(['11', '10'])).toBe('private');
    expect(begins(['11'], '2')).toBe('public');
    expect(begins(['11'], null)).toBe('public');
    await state.servers.update('1', (old) => ({ ...old, channels: [] }));
    expect(begins(['10'])).toBe('only-private');
  });
});
