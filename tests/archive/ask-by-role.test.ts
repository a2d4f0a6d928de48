import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The built library under its own name: its thread runs as it does for a user.
import { type Archive, openArchive } from 'cuttings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notesOn } from '../../src/archive/words.js';
import { en } from '../../src/words/en.js';
import { fr } from '../../src/words/fr.js';

let directory: string;
let archive: Archive;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cuttings-'));
  const put = (name: string, title: string, day: string, ...paragraphs: string[]) =>
    writeFile(
      join(directory, name),
      ['---', `title: ${title}`, `publishedAt: ${day}`, '---', '', paragraphs.join('\n\n')].join('\n'),
    );
  await put(
    'talks.md',
    'Talks about the river',
    '2021-03-04',
    'Delegates from six states met in Wrenfield on Thursday to talk about the river.',
    '“Nobody owns the water,” said Ewa Dorn, Arland’s foreign minister.',
    '“The locks stay closed until the summer,” said Ivo Tamm, the foreign minister of Borland.',
    'Dorn flew home in a military helicopter in the evening, her office said.',
  );
  await put(
    'trip.md',
    'Two visits to the coast',
    '2021-06-01',
    'Ewa Dorn opened a fish market in Calder Mouth on Tuesday.',
    'Asked about the locks, she said: “We would rather open them tomorrow.”',
    'Ivo Tamm opened a shipyard in Oldhaven on the same day.',
  );
  archive = await openArchive({ articles: directory });
});

afterAll(async () => {
  await archive.close();
  await rm(directory, { recursive: true, force: true });
});

test.each([
  ['How did Arland’s foreign minister fly home?', 'military helicopter'],
  ['Which market did the foreign minister of Arland open in June 2021?', 'fish market'],
  ['What did the Borland foreign minister open?', 'shipyard'],
  ['What did Arland’s foreign minister say about the locks?', 'rather open them'],
  ['What did Borland’s foreign minister say about the locks?', 'stay closed'],
])('%s is answered by a passage that need not hold the role', async (question, words) => {
  const answer = await archive.ask(question);
  expect(answer.answered).toBe(true);
  expect(answer.passages[0]?.text).toContain(words);
});

test('it is told whom a role was taken for', async () => {
  const answer = await archive.ask('What did Arland’s foreign minister open in Calder Mouth?');
  expect(answer.roles).toEqual([
    { written: 'Arland’s foreign minister', name: 'Ewa Dorn', seen: '2021-03-04' },
  ]);
  expect(notesOn(answer, en)).toBe(
    '“Arland’s foreign minister” is taken to be Ewa Dorn, so called on 4 March 2021.',
  );
  expect(notesOn(answer, fr)).toBe(
    '« Arland’s foreign minister » désigne ici Ewa Dorn (article du 4 mars 2021).',
  );
  expect((await archive.ask('What did the foreign minister open?')).roles).toEqual([]);
});

test('asked by role or by name, the same words come first', async () => {
  const byRole = await archive.ask('What did Arland’s foreign minister say about the water?');
  const byName = await archive.ask('What did Dorn say about the water?');
  expect(byRole.passages[0]?.text).toContain('Nobody owns the water');
  expect(byRole.passages[0]).toMatchObject({
    start: byName.passages[0]?.start,
    article: byName.passages[0]?.article,
  });
});
