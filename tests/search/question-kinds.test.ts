import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/search/answer-question.js';
import { periodIn } from '../../src/search/periods.js';
import { parseQuestion } from '../../src/search/question.js';
import { datesIn } from '../../src/search/question-dates.js';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { askedSpeakers, passagesHolding, type Speaker } from '../../src/search/speakers.js';
import { exampleArticle, townArticles } from './example-articles.js';

const dam = exampleArticle(
  'dam',
  [
    'The Orrin dam will be raised by three metres, the water board decided on Monday.',
    'Pia Lindqvist, who leads the board, met farmers in Orrin. She was asked about the dam and about the old mill.',
    '“It is the only way to keep the valley dry,” she told them. “Nobody loses a field.”',
    'Karel Novotny, a farmer, said of the dam: “They are drowning my pasture for a swimming pool.”',
    'The meeting went on until ten in the evening, and soup was served.',
    'On the old mill Lindqvist was brief: “The mill stays.”',
  ],
  { title: 'Orrin dam to be raised', publishedAt: '2024-03-12' },
);
const older = exampleArticle(
  'older',
  ['The water board of Orrin repaired the dam after a leak, at a cost of 2 million crowns.'],
  { title: 'Leak in Orrin dam repaired', publishedAt: '2019-06-02' },
);
const articles = [older, dam, ...townArticles];
const index = buildSearchIndex(articles);

/** The speaker of the quotations that hold these words. */
function speaker(surname: string, ...words: string[]): Speaker {
  const place = articles.indexOf(dam);
  const spans = words.map((each) => {
    const start = dam.text.indexOf(each);
    return { start, end: start + each.length };
  });
  return { surname: [surname], called: [surname], passages: new Set(passagesHolding(index, place, spans)) };
}
const lindqvist = speaker('lindqvist', 'It is the only way', 'Nobody loses', 'The mill stays');
const novotny = speaker('novotny', 'They are drowning');
const ask = (
  question: string,
  more: { speakers?: Speaker[]; today?: string; answerConfidence?: number } = {},
) => answerQuestion(index, question, { filters: {}, snapshot: 'test', ...more });

describe('“what did X say about Y”', () => {
  test.each([
    ['What did Ann Lee say about the dam?', ['Ann Lee']],
    ['what has lindqvist said about the mill', ['lindqvist']],
    ['What did Pia Lindqvist and Karel Novotny say about it?', ['Pia Lindqvist', 'Karel Novotny']],
    ['Did Novotny, Lindqvist or Marsh comment?', ['Novotny', 'Lindqvist', 'Marsh']],
    ['What did Karel Novotny, Jr., and Ann Lee say?', ['Karel Novotny, Jr.', 'Ann Lee']],
    ['Who said “The mill stays”?', []],
    ['What is the dam?', []],
    ['What is Lindqvist saying of the dam?', ['Lindqvist']],
    ['What is Lindqvist said to own?', []],
    ['say what did', []],
  ])('%s asks for the words of %j', (question, names) => {
    expect(askedSpeakers(question)).toEqual(names);
  });

  test('their words lead, also where the passage does not name them', async () => {
    const { answered, passages } = await ask('What did Lindqvist say about the dam?', {
      speakers: [lindqvist],
    });
    expect(answered).toBe(true);
    expect(passages[0]?.text).toContain('only way to keep the valley dry');
    const mill = await ask('What did Lindqvist say about the mill?', { speakers: [lindqvist] });
    expect(mill.passages[0]?.text).toContain('The mill stays');
  });

  test('GIVEN two people THEN the best of each come first', async () => {
    const { passages } = await ask('What did Lindqvist and Novotny say about the dam?', {
      speakers: [lindqvist, novotny],
    });
    const firsts = passages
      .slice(0, 2)
      .map(({ text }) => text)
      .join('\n');
    expect(firsts).toContain('swimming pool');
    expect(firsts).toContain('valley dry');
  });

  test('GIVEN a topic of which they said nothing THEN it is no answer', async () => {
    const answer = await ask('What did Novotny say about schoolchildren?', { speakers: [novotny] });
    expect(answer.answered).toBe(false);
  });
});

describe('a question in French', () => {
  test.each([
    ['Quel est le coût du pont ?', ['coût', 'pont']],
    ['Qui a dit que le pont de Calder Mouth sera fermé ?', ['dit', 'pont', 'Calder', 'Mouth', 'fermé']],
    ['Pourquoi le bac est-il gratuit ?', ['bac', 'gratuit']],
  ])('“%s” is asked for %j', (question, words) => {
    expect(parseQuestion(question).terms.map(({ written }) => written)).toEqual(words);
  });

  test('names that look French stay in an English one', () => {
    expect(parseQuestion('What did Le Lac cost Ada du Pont?').terms.map(({ written }) => written)).toEqual([
      'Le',
      'Lac',
      'cost',
      'Ada',
      'du',
      'Pont',
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['what happened yesterday', '2026-03-13', '2026-03-13'],
    ['what was decided last week', '2026-03-02', '2026-03-08'],
    ['news of this month', '2026-03-01', '2026-03-31'],
    ['who resigned last month?', '2026-02-01', '2026-02-28'],
    ['Last Year’s budget', '2025-01-01', '2025-12-31'],
    ['strikes over the past three months', '2025-12-14', '2026-03-14'],
    ['in the last 10 days', '2026-03-04', '2026-03-14'],
    ['the past year in books', '2025-03-14', '2026-03-14'],
  ])('“%s” means %s to %s', (question, from, to) => {
    expect(periodIn(question, '2026-03-14')).toMatchObject({ from, to });
  });

  test.each(['what lasts', 'the last of the year', 'a weekly paper', 'these years'])(
    '“%s” means none',
    (question) => {
      expect(periodIn(question, '2026-03-14')).toBeNull();
    },
  );

  test.each([
    ['since 2014', [{ from: '2014-01-01', to: '9999-12-31' }]],
    ['after 2014', [{ from: '2015-01-01', to: '9999-12-31' }]],
    ['after the 2014 election', [{ from: '2014-01-01', to: '9999-12-31' }]],
    ['after 39 May 2020', [{ from: '2020-05-39', to: '9999-12-31' }]],
    ['until May 2020', [{ from: '0000-01-01', to: '2020-05-31' }]],
    ['before May 2020', [{ from: '0000-01-01', to: '2020-04-30' }]],
    ['between 2019 and March 2021', [{ from: '2019-01-01', to: '2021-03-31' }]],
    ['before 2023-04-01', [{ from: '0000-01-01', to: '2023-03-31' }]],
    ['from 2019-05-03 to 2020', [{ from: '2019-05-03', to: '2020-12-31' }]],
    ['the 2010-11 season', [{ from: '2010-01-01', to: '2010-12-31' }]],
    ['from 3 May 2019 to 2020', [{ from: '2019-05-03', to: '2020-12-31' }]],
    [
      'in 2019 and 2021',
      [
        { from: '2019-01-01', to: '2019-12-31' },
        { from: '2021-01-01', to: '2021-12-31' },
      ],
    ],
  ])('%s', (question, ranges) => {
    expect(datesIn(question)).toEqual(ranges);
  });

  test('articles of the period that is asked for come first', async () => {
    const first = async (question: string) =>
      (await ask(question, { today: '2024-11-02' })).passages[0]?.article.id;
    expect(await first('What did the water board do about the Orrin dam in 2019?')).toBe('older');
    expect(await first('What did the water board do about the Orrin dam this year?')).toBe('dam');
  });

  test.each([
    ['What did the water board do about the Orrin dam in June 2019?', []],
    ['What did the water board do about the Orrin dam before 2019-06-03?', []],
    ['What did the water board do about the Orrin dam yesterday?', []],
    ['What did the water board do about the Orrin dam in 1832?', ['1832']],
    ['What did the zeppelins do in June 2019?', ['zeppelins']],
  ])(
    'the days in “%s” are no words that the archive lacks, unless nothing is of these days',
    async (question, unmatched) => {
      expect((await ask(question, { today: '2024-11-02' })).unmatched).toEqual(unmatched);
    },
  );

  test('GIVEN only older articles THEN they are shown as close at most, and the period is told', async () => {
    const answer = await ask('What did the water board do about the Orrin dam this year?', {
      today: '2026-11-02',
    });
    expect(answer).toMatchObject({
      answered: false,
      reason: 'weak-match',
      period: { from: '2026-01-01', to: '2026-12-31' },
    });
    expect(answer.passages.length).toBeGreaterThan(0);
  });

  test('without a day of today such words mean nothing', () => {
    expect(parseQuestion('what happened last year').period).toBeNull();
  });
});

describe('spelling', () => {
  test('a name that is spelt nearly so is taken for it, and the answer says so', async () => {
    const answer = await ask('What does Karel Novotney think of the dam?');
    expect(answer.corrected).toEqual([{ written: 'Novotney', used: 'Novotny' }]);
    expect(answer.passages[0]?.text).toContain('swimming pool');
    expect((await ask('what does karel novotney think of the dam')).corrected).toHaveLength(1);
  });

  test.each([
    ['What does Karel Novotny think of the dam?', 'the archive holds the word'],
    ['What did the board of Orrin do to the damn?', 'short words have too many neighbours'],
    ['What did Lindqvist say about the pastor?', 'a word is not taken for another word'],
    ['What did Zelenka say about the dam?', 'nothing is near'],
  ])('%s: nothing is guessed, since %s', async (question) => {
    expect((await ask(question)).corrected).toEqual([]);
  });
});

describe('between sure and unsure', () => {
  const question = 'How many vehicles does the harbour bridge carry a day?';
  test('passages that may not answer are given as such', async () => {
    const { confidence } = await ask(question);
    expect(await ask(question, { answerConfidence: confidence })).toMatchObject({
      answered: true,
      reason: null,
    });
    const close = await ask(question, { answerConfidence: Math.min(1, confidence * 1.2) });
    expect(close).toMatchObject({ answered: false, reason: 'weak-match' });
    expect(close.passages.length).toBeGreaterThan(0);
    expect(close.passages.length).toBeLessThanOrEqual(3);
    expect(close.passages[0]?.holds).toContain('bridge');
    expect((await ask('What is the boiling point of mercury?')).passages).toEqual([]);
  });

  test('GIVEN 1 THEN nothing is an answer; GIVEN 0 THEN whatever comes nearest is', async () => {
    expect((await ask(question, { answerConfidence: 1 })).answered).toBe(false);
    expect((await ask('Who painted the lighthouse of Calder Mouth?', { answerConfidence: 0 })).answered).toBe(
      true,
    );
  });
});

describe('what several articles print', () => {
  const wire = (id: string, publishedAt: string, words: string) =>
    exampleArticle(
      id,
      [`The Selmer tunnel will open for goods trains in ${words}, the railway said on Friday.`],
      {
        title: `Tunnel, by ${id}`,
        publishedAt,
      },
    );
  const copies = buildSearchIndex([
    wire('old', '2021-05-01', 'the second week of October'),
    wire('new', '2021-05-03', 'the second week of October'),
    wire('middle', '2021-05-02', 'the second week of October, the operator of'),
    wire('other', '2021-05-04', 'five years, once the floods in Lower Selmer have been pumped out'),
  ]);

  test('is one passage with all its sources, the newest first', async () => {
    const { passages } = await answerQuestion(copies, 'When will the Selmer tunnel open for goods trains?', {
      filters: {},
      snapshot: 'test',
    });
    const [first] = passages.filter(({ text }) => text.includes('second week'));
    expect(passages.filter(({ text }) => text.includes('second week'))).toHaveLength(1);
    expect([first?.article.id, ...(first?.also.map(({ article }) => article.id) ?? [])]).toEqual([
      'new',
      'middle',
      'old',
    ]);
    expect(passages.some(({ article }) => article.id === 'other')).toBe(true);
  });

  test('is not what gives another number or another name in the same words', async () => {
    const told = (id: string, count: string, town: string) =>
      exampleArticle(id, [
        `The ferry company said on Friday that ${count} passengers from ${town} were taken off the ship in the harbour.`,
      ]);
    const index = buildSearchIndex([
      told('one', '14', 'Wrenfield'),
      told('two', '15', 'Wrenfield'),
      told('three', '14', 'Oldhaven'),
    ]);
    const { passages } = await answerQuestion(
      index,
      'How many passengers were taken off the ship in the harbour?',
      {
        filters: {},
        snapshot: 'test',
      },
    );
    expect(passages.map(({ article, also }) => [article.id, also.length])).toHaveLength(3);
  });
});
