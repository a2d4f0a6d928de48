import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { store } from '../../commands/archive-changes.js';
import { en } from '../../src/words/en.js';
import { contextWith, house } from '../discord/fakes.js';

test('GIVEN a folder that takes one file and not the next WHEN they are stored THEN the reply says which, and can be pressed again', async () => {
  const articles = mkdtempSync(join(tmpdir(), 'cuttings-stored-'));
  const context = contextWith();
  const bytes = Buffer.from('The ferry is back.');
  const waiting = [
    { name: 'first.txt', bytes },
    // No folder of that name is there.
    { name: 'gone/second.txt', bytes },
  ];
  const prepared = store.prepare([], en);
  if (!prepared.ok) throw new Error(prepared.why);
  const view = await prepared.run({
    ...context,
    asker: { ...context.asker, isAdmin: true },
    house: { ...house, articles },
    turning: { ...context.turning, owner: '1', choice: 'AAAAAAAA' },
    state: { ...context.state, incoming: { ...context.state.incoming, find: async () => waiting } },
  });
  const shown = JSON.stringify(view.components);
  expect(readdirSync(articles)).toEqual(['first.txt']);
  expect(shown).toContain('Stored as first.txt');
  expect(shown).not.toContain(en.archive.notChanged);
  expect(shown).toContain(en.archive.trouble.gone);
  expect(shown).toMatch(/p1\.store\.0\.1\.p\.[\w-]{12}\.AAAAAAAA/);
  rmSync(articles, { recursive: true });
});
