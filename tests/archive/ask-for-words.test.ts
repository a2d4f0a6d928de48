import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The built library under its own name: its thread runs as it does for a user.
import { type Archive, openArchive } from 'cuttings';
import { afterAll, beforeAll, expect, test } from 'vitest';

let directory: string;
let archive: Archive;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cuttings-'));
  const put = (name: string, title: string, ...paragraphs: string[]) =>
    writeFile(
      join(directory, name),
      ['---', `title: ${title}`, '---', '', paragraphs.join('\n\n')].join('\n'),
    );
  await put(
    'weir.md',
    'Quarrel about the weir',
    'Councillor Ruan Pelt said that Tove Ambry’s plan for the weir was “a waste of good stone”.',
    'Mags Orrell told the meeting that the weir would cost four million crowns.',
    'The council votes on the weir in May, and nobody expects it to be quick.',
  );
  await put(
    'tide.md',
    'The tide at Ostley',
    'Ines Valdock looked at the water. “The tide waits for nobody,” she said. “It never did.”',
  );
  archive = await openArchive({ articles: directory });
});

afterAll(async () => {
  await archive.close();
  await rm(directory, { recursive: true, force: true });
});

test.each([
  'What did Tove Ambry say?',
  'What did Tove Ambry say about the weir?',
  'what did ambry say about the plan',
])('%s is not answered by what others say of her', async (question) => {
  const answer = await archive.ask(question);
  expect(answer.passages[0]?.text).toContain('Ambry');
  expect(answer).toMatchObject({ answered: false, reason: 'weak-match' });
});

test('somebody whose name is misspelt speaks under the right one', async () => {
  const daring = await openArchive({ articles: directory, answerConfidence: 0.4 });
  const answer = await daring.ask('What did Valdick say the tide waits for?');
  expect(answer).toMatchObject({ answered: true, corrected: [{ written: 'Valdick', used: 'Valdock' }] });
  await daring.close();
});

test('words without quotation marks answer', async () => {
  const answer = await archive.ask('What did Mags Orrell say about the weir?');
  expect(answer.answered).toBe(true);
  expect(answer.passages[0]?.text).toContain('four million crowns');
});
