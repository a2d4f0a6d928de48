import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lunrEngine } from '../../src/search/lunr.js';
import { openSqliteIndex } from '../../src/search/sqlite/sqlite.js';
import { bringUpToDate } from '../../src/search/stored-index.js';
import { engineContract, engineOver, storedIndexContract, tableOf } from './engine-contract.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-engine-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const newPath = () => join(folder, `${randomUUID()}.db`);

engineContract('lunr', async (table) => lunrEngine(table));
engineContract('sqlite', async (table) => engineOver(await openSqliteIndex(newPath(), 'tests'), table));
storedIndexContract('sqlite', async () => {
  const path = newPath();
  return { index: await openSqliteIndex(path, 'tests'), again: () => openSqliteIndex(path, 'tests') };
});

it('an index in SQLite is made anew where it is damaged or other code wrote it', async () => {
  const path = join(folder, 'damaged.db');
  await writeFile(path, 'this is no database, '.repeat(400));
  const index = await openSqliteIndex(path, 'tests');
  expect((await index.keys()).size).toBe(0);
  await (await bringUpToDate(index, tableOf(['The ferry left.']), ['a'])).close();
  await index.close();
  const other = await openSqliteIndex(path, 'other code');
  expect((await other.keys()).size).toBe(0);
  await other.close();
});

it('whoever opens an index is asked before it is written, only where it differs, and may leave it as it is', async () => {
  const index = await openSqliteIndex(newPath(), 'tests');
  const [table, keys] = [tableOf(['The ferry left.']), ['a']];
  await (await bringUpToDate(index, table, keys)).close();
  const beforeWriting = async () => {
    throw new Error('another is writing');
  };
  await (await bringUpToDate(index, table, keys, { beforeWriting })).close();
  await expect(bringUpToDate(index, tableOf(['It came.']), ['b'], { beforeWriting })).rejects.toThrow(
    'another is writing',
  );
  expect(await index.keys()).toEqual(new Set(keys));
  await index.close();
});
