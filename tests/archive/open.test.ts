import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The built library under its own name: its thread runs as it does for a user.
import { type Archive, openArchive } from 'cuttings';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let directory: string;
const archives: Archive[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cuttings-'));
});

afterEach(async () => {
  await Promise.all(archives.splice(0).map((archive) => archive.close()));
  await rm(directory, { recursive: true, force: true });
});

async function open(queryTimeout?: number): Promise<Archive> {
  const archive = await openArchive({ articles: directory, ...(queryTimeout && { queryTimeout }) });
  archives.push(archive);
  return archive;
}

type Fields = { publication?: string; publishedAt?: string };

async function put(name: string, title: string, paragraphs: string[], fields: Fields = {}): Promise<void> {
  const front = Object.entries({ title, ...fields }).map(([key, value]) => `${key}: ${value}`);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, name), ['---', ...front, '---', '', paragraphs.join('\n\n')].join('\n'));
}

const ferry = (berths: number) =>
  put('ferry.md', 'Ferry company opens berths', [
    `The ferry company Norlund Line opened ${berths} berths in Wrenfield harbour on Tuesday.`,
    '“We have waited ten years for this,” said harbour master Ines Valdén.',
  ]);
const bakery = () =>
  put('bakery.md', 'Bakery wins prize', [
    'The bakery on Mill Street won the county bread prize for its rye loaf.',
    'Councillor Tom Valdén said the prize was “good news for every early riser”.',
  ]);

describe('an archive of a folder', () => {
  test('answers with slices of its articles and where they are from', async () => {
    await put('ferry.md', 'Ferry', ['Norlund Line opened four berths in Wrenfield harbour on Tuesday.'], {
      publication: 'The Wrenfield Courier',
      publishedAt: '2023-04-18',
    });
    const archive = await open();
    const answer = await archive.ask('How many berths did Norlund Line open in Wrenfield?');
    expect(answer).toMatchObject({ answered: true, reason: null });
    expect(answer.passages[0]).toMatchObject({
      text: 'Norlund Line opened four berths in Wrenfield harbour on Tuesday.',
      start: 0,
      end: 64,
      paragraph: 0,
      article: { file: 'ferry.md', publication: 'The Wrenfield Courier', publishedAt: '2023-04-18' },
    });
  });

  test('tells two people of one surname apart and says whom else a surname could mean', async () => {
    await Promise.all([ferry(4), bakery()]);
    const archive = await open();
    const byName = await archive.quotes({ person: 'Tom Valden' });
    expect(byName.person?.name).toBe('Tom Valdén');
    expect(byName.quotations.map((quotation) => quotation.text)).toEqual(['good news for every early riser']);
    const bySurname = await archive.quotes({ person: 'valden' });
    expect(bySurname.matched).toBe('surname');
    expect([bySurname.person, ...bySurname.others].map((person) => person?.name).sort()).toEqual([
      'Ines Valdén',
      'Tom Valdén',
    ]);
  });

  test('finds a person in spite of a misspelling and says so', async () => {
    await ferry(4);
    const result = await (await open()).quotes({ person: 'Ines Valdenn' });
    expect(result).toMatchObject({ matched: 'spelling', person: { name: 'Ines Valdén' }, total: 1 });
  });

  test('narrows quotations to a topic, dates and a publication', async () => {
    const said = (day: string, words: string) => [`“${words},” said harbour master Ines Valdén on ${day}.`];
    await put('one.md', 'One', said('Monday', 'The dredger arrives in spring'), {
      publication: 'Courier',
      publishedAt: '2023-01-10',
    });
    await put('two.md', 'Two', said('Friday', 'The lighthouse needs paint'), {
      publication: 'Gazette',
      publishedAt: '2024-01-10',
    });
    const archive = await open();
    const wordsOf = async (query: object) =>
      (await archive.quotes({ person: 'Ines Valdén', ...query })).quotations.map(({ text }) => text);
    expect(await wordsOf({})).toEqual(['The lighthouse needs paint,', 'The dredger arrives in spring,']);
    expect(await wordsOf({ about: 'dredgers' })).toEqual(['The dredger arrives in spring,']);
    expect(await wordsOf({ about: 'taxes' })).toEqual([]);
    expect(await wordsOf({ to: '2023-01-10' })).toEqual(['The dredger arrives in spring,']);
    expect(await wordsOf({ from: '2023-01-11' })).toEqual(['The lighthouse needs paint,']);
    expect(await wordsOf({ publication: 'gazette' })).toEqual(['The lighthouse needs paint,']);
    expect(await wordsOf({ offset: 1, limit: 1 })).toEqual(['The dredger arrives in spring,']);
  });

  test('ranks quotations on a topic as questions are ranked: the rarer word tells more than the newer article', async () => {
    const days = { oak: '2021-01-10', elm: '2022-01-10', ash: '2023-01-10', fir: '2024-01-10' };
    const words = {
      oak: 'The dredger will need a year',
      elm: 'The harbour is full',
      ash: 'The harbour is closed',
      fir: 'The harbour is open',
    };
    for (const [name, day] of Object.entries(days)) {
      const said = Object.entries(words).find(([key]) => key === name)?.[1];
      await put(`${name}.md`, name, [`“${said},” said Ines Valdén.`], { publishedAt: day });
    }
    const { quotations, total } = await (await open()).quotes({
      person: 'Ines Valdén',
      about: 'harbour or dredger',
    });
    expect(quotations[0]?.text).toBe('The dredger will need a year,');
    expect(total).toBe(4);
  });

  test('lists publications, all or those that hold a name', async () => {
    await put('one.md', 'One', ['The lamp of the lighthouse is out.'], { publication: 'Norlund Herald' });
    await put('two.md', 'Two', ['The dredger is in the harbour.'], { publication: 'Evening Post' });
    const archive = await open();
    expect(await archive.publications()).toEqual(expect.arrayContaining(['Evening Post', 'Norlund Herald']));
    expect(await archive.publications({ name: ' hérald ' })).toEqual(['Norlund Herald']);
    await expect(archive.publications({ name: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('tells who is quoted, and of each their roles over time and articles', async () => {
    await put('old.md', 'Old', ['“The lamp is out,” said Ines Valdén, the keeper of the lighthouse.'], {
      publishedAt: '2020-05-01',
    });
    await put('new.md', 'New', ['“The dredger is here,” said Ines Valdén, the mayor.'], {
      publishedAt: '2023-05-01',
    });
    const archive = await open();
    expect(await archive.people({ name: 'val' })).toMatchObject({
      total: 1,
      people: [{ name: 'Ines Valdén', articles: 2, first: '2020-05-01', last: '2023-05-01' }],
    });
    const { person } = await archive.person({ id: 'ines-valden' });
    expect(person).toMatchObject({
      roleHistory: [
        { role: 'mayor', articles: 1, last: { title: 'New' } },
        { role: 'keeper of the lighthouse', articles: 1, last: { title: 'Old' } },
      ],
      quotedIn: [
        { article: { title: 'New' }, quotations: 1 },
        { article: { title: 'Old' }, quotations: 1 },
      ],
    });
    expect(await archive.person({ person: 'Zebedee' })).toMatchObject({ person: null, matched: null });
    await expect(archive.person({})).rejects.toMatchObject({ code: 'invalid' });
  });

  test('narrows an answer to a person, by name or by their words', async () => {
    await Promise.all([ferry(4), bakery()]);
    const archive = await open();
    const files = async (person: string) =>
      (await archive.ask('What did Valdén say?', { person })).passages.map(({ article }) => article.file);
    expect(new Set(await files('Tom Valdén'))).toEqual(new Set(['bakery.md']));
    expect(await archive.ask('Who won the prize?', { person: 'Olga Nobody' })).toMatchObject({
      answered: false,
      reason: 'unknown-person',
      passages: [],
    });
  });

  test('takes “today” for the day that it is in a time zone', async () => {
    await Promise.all([ferry(4), bakery()]);
    // No day is the same in both: they are 26 hours apart.
    const days: (string | undefined)[] = [];
    for (const timeZone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
      const archive = await openArchive({ articles: directory, timeZone });
      archives.push(archive);
      days.push((await archive.ask('Which prize did the bakery win today?')).period?.from);
    }
    const [first = '', second = ''] = days;
    expect(Date.parse(first) - Date.parse(second)).toBeGreaterThanOrEqual(24 * 60 * 60_000);
    const refused = openArchive({ articles: directory, timeZone: 'Pacific/Wrenfield' });
    await expect(refused).rejects.toMatchObject({ code: 'invalid' });
  });

  test('GIVEN an empty folder THEN it is an empty archive that says so', async () => {
    const archive = await open();
    expect(await archive.status()).toMatchObject({ articles: 0, passages: 0, problems: 0 });
    expect(await archive.ask('Who won the prize?')).toMatchObject({
      answered: false,
      passages: [],
      nearest: [],
    });
    expect(await archive.quotes({ person: 'Valdén' })).toMatchObject({ person: null, total: 0 });
    expect(await archive.people()).toMatchObject({ total: 0, people: [] });
  });

  test('GIVEN no folder THEN it is refused with what to do', async () => {
    await rm(directory, { recursive: true });
    await expect(open()).rejects.toMatchObject({
      name: 'ArchiveError',
      code: 'unreadable',
      message: expect.stringContaining(directory),
    });
  });

  test('GIVEN a question or filters that mean nothing THEN they are refused by name', async () => {
    await ferry(4);
    const archive = await open();
    const refused = (message: RegExp) => ({ code: 'invalid', message: expect.stringMatching(message) });
    await expect(archive.ask('x'.repeat(6001))).rejects.toMatchObject(refused(/question.*6000/));
    await expect(archive.ask('x', { from: '2023-02-30' })).rejects.toMatchObject(refused(/from.*2022-01-20/));
    await expect(archive.ask('x', { from: '2023-02-02', to: '2023-02-01' })).rejects.toMatchObject(
      refused(/after/),
    );
    await expect(archive.quotes({ person: 'x', limit: 51 })).rejects.toMatchObject(refused(/limit.*50/));
  });

  test('GIVEN search threads lost again and again THEN each time another takes over', async () => {
    await ferry(4);
    const lost: unknown[] = [];
    // A time limit that no answer can keep, so that every query loses its thread.
    const archive = await openArchive({
      articles: directory,
      queryTimeout: 1,
      onLost: (error) => lost.push(error),
    });
    archives.push(archive);
    for (let round = 0; round < 4; round++) await archive.ask('How many berths?').catch(() => undefined);
    await archive.close();
    await expect(archive.ask('How many berths?')).rejects.toMatchObject({ code: 'closed' });
  });

  test('WHEN closed THEN it answers no more', async () => {
    await ferry(4);
    const archive = await open();
    await archive.close();
    await expect(archive.ask('Who?')).rejects.toMatchObject({ code: 'closed' });
    await archive.close();
  });
});

describe('a reload', () => {
  test('reports what was added, changed and removed, and answers from the new articles', async () => {
    await Promise.all([ferry(4), bakery()]);
    const archive = await open();
    await Promise.all([
      ferry(5),
      put('school.md', 'School', ['The school on Hill Road has 212 pupils this year.']),
      rm(join(directory, 'bakery.md')),
    ]);
    const report = await archive.reload();
    const files = (articles: { file: string }[]) => articles.map(({ file }) => file);
    expect(report).toMatchObject({ swapped: true, why: null, articles: 2, problems: [] });
    expect(files(report.added)).toEqual(['school.md']);
    expect(files(report.changed)).toEqual(['ferry.md']);
    expect(files(report.removed)).toEqual(['bakery.md']);
    const answer = await archive.ask('How many berths did Norlund Line open?');
    expect(answer.snapshot).toBe(report.snapshot);
    expect(answer.passages[0]?.text).toContain('opened 5 berths');
  });

  test('reads the corrections of people again; what is wrong with them is a problem and never fatal', async () => {
    await put('old.md', 'Old', ['“The lamp is out,” said Ines Valdén, the keeper of the lighthouse.']);
    await put('new.md', 'New', ['“The dredger is here,” said Ines Valdén, the mayor.']);
    const peopleFile = `${directory}-people.yaml`;
    const archive = await openArchive({ articles: directory, peopleFile });
    try {
      const before = await archive.status();
      expect(before.problems).toBe(1);
      expect(await archive.problems()).toMatchObject([{ rejected: true, what: 'it could not be read' }]);
      await writeFile(
        peopleFile,
        'people:\n- name: Ines Valdén\n  split: [{ name: Ines Valdén II, articles: [old.md] }]\n- nme: x\n- name: Zebedee\n',
      );
      const report = await archive.reload();
      expect(report).toMatchObject({
        swapped: true,
        problems: [
          { line: 4, why: expect.stringContaining('name') },
          { line: 5, what: 'the entry for “Zebedee” was not used' },
        ],
      });
      expect(report.snapshot).not.toBe(before.snapshot);
      const found = await archive.quotes({ person: 'Ines Valdén' });
      expect(found).toMatchObject({
        total: 1,
        quotations: [{ text: 'The dredger is here,' }],
        others: [{ name: 'Ines Valdén II' }],
      });
    } finally {
      await archive.close();
      await rm(peopleFile, { force: true });
    }
  });

  test('GIVEN an unchanged set THEN the snapshot has the same id', async () => {
    await ferry(4);
    const archive = await open();
    const { snapshot } = await archive.status();
    expect(await archive.reload()).toMatchObject({
      swapped: true,
      snapshot,
      added: [],
      changed: [],
      removed: [],
    });
  });

  test('GIVEN a folder that has gone or holds nothing THEN the old archive keeps answering and the report says why', async () => {
    await ferry(4);
    const archive = await open();
    const { snapshot } = await archive.status();
    await rm(directory, { recursive: true });
    expect(await archive.reload()).toMatchObject({
      swapped: false,
      snapshot,
      why: expect.stringContaining(directory),
    });
    await mkdir(directory);
    await writeFile(join(directory, 'broken.txt'), '');
    const report = await archive.reload();
    expect(report).toMatchObject({
      swapped: false,
      snapshot,
      articles: 1,
      why: expect.stringContaining('No article'),
    });
    expect(report.problems.map(({ file }) => file)).toEqual(['broken.txt']);
    expect(await archive.ask('How many berths did Norlund Line open?')).toMatchObject({
      answered: true,
      snapshot,
    });
  });

  test('GIVEN a new archive whose thread dies while the old one still says what changed THEN the old one answers on', async () => {
    await ferry(4);
    const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const script = `
      import { writeFileSync } from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      import threads from 'node:worker_threads';
      const started = [];
      threads.Worker = class extends threads.Worker {
        constructor(...given) {
          super(...given);
          started.push(this);
        }
        postMessage(call) {
          if (this !== started[0] || call.name !== 'notIn' || started.length > 2) return super.postMessage(call);
          // The new one has had its last question when its answer to this one has come.
          started[1].once('message', () => started[1].terminate());
          started[1].once('exit', () => super.postMessage(call));
        }
      };
      syncBuiltinESMExports();
      const { openArchive } = await import(${url('../../dist/src/index.js')});
      const archive = await openArchive({ articles: ${JSON.stringify(directory)} });
      writeFileSync(${JSON.stringify(join(directory, 'new.txt'))}, 'Bakery wins prize\\n\\nThe bakery on Mill Street won the county bread prize for its rye loaf.');
      const report = await archive.reload();
      const { answered } = await archive.ask('How many berths did Norlund Line open in Wrenfield?');
      const again = await archive.reload();
      console.log(JSON.stringify({ report, answered, again }));
      await archive.close();`;
    // In a process of its own, which can be ended where it spins.
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 25_000,
      encoding: 'utf8',
    });
    expect(JSON.parse(child.stdout || child.stderr)).toMatchObject({
      report: { swapped: false, why: expect.stringMatching(/stopped. Please reload again/), articles: 1 },
      answered: true,
      again: { swapped: true, articles: 2 },
    });
  });

  test('WHEN the archive is closed in the middle of it THEN no thread is left and the program can end', async () => {
    for (let number = 0; number < 40; number++)
      await put(`n${number}.md`, `Number ${number}`, [
        `The ferry company Norlund Line opened berth ${number}.`,
      ]);
    const script = `
      import { openArchive } from ${JSON.stringify(new URL('../../dist/src/index.js', import.meta.url).href)};
      const archive = await openArchive({ articles: ${JSON.stringify(directory)} });
      const reload = archive.reload().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await archive.close();
      await reload;
      console.log('closed');`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
      encoding: 'utf8',
    });
    expect(child).toMatchObject({ status: 0, stdout: 'closed\n' });
  });

  test('GIVEN one under way THEN a second joins it', async () => {
    await ferry(4);
    const archive = await open();
    const stages = new Set<string>();
    const [first, second] = await Promise.all([
      archive.reload(),
      archive.reload(({ stage }) => stages.add(stage)),
    ]);
    expect(second).toBe(first);
    expect(stages).toContain('index');
    expect(await archive.reload()).not.toBe(first);
  });

  test('WHILE it runs every question is answered, from the old snapshot or the new', async () => {
    await Promise.all([ferry(4), bakery()]);
    const archive = await open();
    const before = (await archive.status()).snapshot;
    await ferry(5);
    let reloaded = false;
    const report = archive.reload().finally(() => {
      reloaded = true;
    });
    const snapshots: string[] = [];
    while (!reloaded) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => archive.ask('How many berths did Norlund Line open?')),
      );
      for (const { answered, snapshot } of answers) {
        expect(answered).toBe(true);
        snapshots.push(snapshot);
      }
    }
    const after = (await report).snapshot;
    expect(snapshots[0]).toBe(before);
    expect((await archive.ask('How many berths?')).snapshot).toBe(after);
    expect(new Set([...snapshots, after])).toEqual(new Set([before, after]));
  });
});
