import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArticlesQuery, openArchive } from 'cuttings';
import { expect, test } from 'vitest';
import { askRemoval, store } from '../../commands/archive-changes.js';
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

test('what is to be taken out is asked for by itself, by id or by title; and stays where its file is not certain', async () => {
  const articles = mkdtempSync(join(tmpdir(), 'cuttings-removed-'));
  const stories = {
    'report a.txt': 'School dinners',
    'report  a.txt': 'Harbour works',
    'b.txt': 'Night ferry',
  };
  for (const [name, title] of Object.entries(stories))
    writeFileSync(join(articles, name), `${title}\n\n${title} are what the council spoke of on Tuesday.\n`);
  const archive = await openArchive({ articles });
  const asked: (ArticlesQuery | undefined)[] = [];
  const whole = {
    ...archive,
    articles: (query?: ArticlesQuery) => {
      asked.push(query);
      return archive.articles(query);
    },
  };
  const context = { ...contextWith(), whole, house: { ...house, articles } };
  const shown = async (typed: string) => JSON.stringify((await askRemoval(typed, context)).components);
  expect(await shown('School dinners')).toContain(en.archive.remove.several.title);
  expect(await shown('Night ferry')).toContain(en.archive.remove.sure);
  const [ferry] = await archive.articles({ title: 'Night ferry' });
  expect(await shown(ferry?.id ?? '')).toContain(en.archive.remove.sure);
  expect(await shown('Night')).toContain(en.archive.remove.unknown.title);
  expect(asked.filter((query) => query?.ids === undefined && query?.limit === undefined)).toEqual([]);
  await archive.close();
  rmSync(articles, { recursive: true });
});
