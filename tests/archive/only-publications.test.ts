import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from 'cuttings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const COURIER = 'The Wrenfield Courier';
const GAZETTE = 'Östhavn Gazette';

/** Articles of two publications, and one of none, that share people, words and whole sentences. */
const ARTICLES: [name: string, publication: string | null, title: string, text: string][] = [
  [
    'ferry',
    COURIER,
    'Norlund Line opens berths',
    'The ferry company Norlund Line opened four berths in Wrenfield harbour on Tuesday.\n\n“We have waited ten years for this,” said Ms Valdén, the harbour master.\n\n“The gulls will complain and nobody else,” said Tom Arkwright, a fisherman.',
  ],
  [
    'budget',
    GAZETTE,
    'Harbour budget doubles to nine million crowns',
    'The council doubled the budget of Wrenfield harbour to nine million crowns on Friday.\n\n“We have waited ten years for this,” said Ines Valdén, the mayor of Wrenfield.\n\n“Nine million is a fortune for a quay,” said Petra Lindqvist, a councillor.',
  ],
  [
    'bakery',
    COURIER,
    'Bakery wins prize',
    'The bakery on Mill Street won the county bread prize for its rye loaf.\n\nTom Arkwright said the loaf was “good news for every early riser in Wrenfield”.',
  ],
  [
    'secret',
    GAZETTE,
    'Zeppelin hangar found below Mill Street',
    'Builders found a zeppelin hangar below Mill Street in Wrenfield.\n\n“It is the largest hangar that I ever saw,” said Tom Arkwright, an engineer of zeppelins.',
  ],
  ['notice', null, 'Notice without a paper', 'The lighthouse of Wrenfield closes for repairs in March.'],
];
const QUESTIONS = [
  'How many berths did Norlund Line open?',
  'How large is the budget of Wrenfield harbour?',
  'What did Tom Arkwright say about the hangar?',
  'What did Ines Valdén say?',
  'Who found a zeppelin below Mill Street?',
  'Who found a zepelin?',
  'Which hanger did builders find?',
  'When does the lighthouse close?',
  'What does “nine million” pay for?',
  'What did the mayor of Wrenfield say?',
  'What did the harbour master say?',
  'What did the councillor say about the quay?',
];
const NAMES = ['Valdén', 'Ines Valdén', 'Arkwright', 'Tom Arkwright', 'Petra Lindqvist', 'Lindqvst'];
const CLAIMS = [
  'We have waited ten years for this',
  'It is the largest hangar that I ever saw',
  'Nine million is a fortune for a quay',
  'good news for every early riser in Wrenfield',
  'The council doubled the budget of Wrenfield harbour to nine million crowns',
];

let folder: string;
const archives: Archive[] = [];
const open = async (name: string, kept: (publication: string | null) => boolean) => {
  const directory = join(folder, name);
  await mkdir(directory);
  for (const [file, publication, title, text] of ARTICLES.filter(([, one]) => kept(one)))
    await writeFile(
      join(directory, `${file}.md`),
      [
        '---',
        `title: ${title}`,
        ...(publication ? [`publication: ${publication}`] : []),
        '---',
        '',
        text,
      ].join('\n'),
    );
  const archive = await openArchive({ articles: directory });
  archives.push(archive);
  return archive;
};

let all: Archive;
const alone = new Map<string, Archive>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-only-'));
  all = await open('all', () => true);
  for (const publication of [COURIER, GAZETTE])
    alone.set(publication, await open(publication, (one) => one === publication));
}, 60_000);
afterAll(async () => {
  await Promise.all(archives.map((archive) => archive.close()));
  await rm(folder, { recursive: true, force: true });
});

/** Everything that an archive says to all of the above, without the ids of its snapshot. */
async function everything(archive: Archive): Promise<unknown> {
  const people = await archive.people();
  const { snapshot } = people;
  const said = {
    people,
    articles: await archive.articles(),
    publications: await archive.publications(),
    timelines: await Promise.all(
      ['hangar', 'harbour of Wrenfield', 'bread prize'].map((topic) => archive.timeline({ topic })),
    ),
    titles: await Promise.all(
      ['hangar', 'Bakery', 'budget'].flatMap((title) => [
        archive.articles({ title }),
        archive.article({ title }),
      ]),
    ),
    answers: await Promise.all(QUESTIONS.map((question) => archive.ask(question))),
    aboutPeople: await Promise.all(
      NAMES.flatMap((person) => [
        archive.ask('What happened in Wrenfield?', { person }),
        archive.quotes({ person }),
        archive.person({ person }),
        archive.people({ name: person }),
      ]),
    ),
    claims: await Promise.all(
      CLAIMS.flatMap((quote) => [
        archive.verify({ quote }),
        archive.verify({ quote, person: 'Ines Valdén' }),
        archive.verify({ quote, person: 'Tom Arkwright' }),
      ]),
    ),
  };
  return JSON.parse(JSON.stringify(said).replaceAll(snapshot, 'SNAPSHOT'));
}

describe('an archive narrowed to some publications', () => {
  test.each([COURIER, GAZETTE])('answers as one that never held anything else: %s', async (publication) => {
    const archive = alone.get(publication);
    if (!archive) throw new Error('it was opened');
    expect(await everything(all.only([publication]))).toEqual(await everything(archive));
  });

  test('knows a publication in whatever case and accents', async () => {
    const titles = async (names: string[]) =>
      (await all.only(names).articles()).map(({ title }) => title).sort();
    expect(await titles(['the wrenfield  courier'])).toEqual([
      'Bakery wins prize',
      'Norlund Line opens berths',
    ]);
    expect(await titles(['osthavn gazette', COURIER])).toHaveLength(4);
    expect(await titles(['Gazette'])).toEqual([]);
    expect(await titles([])).toEqual([]);
  });

  test('of no article answers that there is none, to everything', async () => {
    const none = all.only(['Nothing Weekly']);
    expect(await none.ask('Who found a zeppelin?')).toMatchObject({
      answered: false,
      passages: [],
      nearest: [],
    });
    expect(await none.people()).toMatchObject({ total: 0 });
    expect(await none.verify({ quote: CLAIMS[1] ?? '' })).toMatchObject({ verdict: 'not-found' });
  });

  test('has another snapshot id than the whole, so that a page button of one is none of the other', async () => {
    const ids = await Promise.all(
      [all, all.only([COURIER]), all.only([GAZETTE])].map(async (one) => (await one.people()).snapshot),
    );
    expect(new Set(ids).size).toBe(3);
  });

  test('keeps to it when it is narrowed once more, and leaves the whole as it is', async () => {
    expect(await all.only([COURIER]).only([GAZETTE]).articles()).toEqual(await all.only([]).articles());
    expect(await all.articles()).toHaveLength(ARTICLES.length);
  });
});
