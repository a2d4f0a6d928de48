import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/search/answer-question.js';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { exampleArticle, seedArticle, townArticles } from './example-articles.js';

const articles = [seedArticle(), ...townArticles];
const index = buildSearchIndex(articles);
const ask = (question: string, filters = {}) =>
  answerQuestion(index, question, { filters, snapshot: 'test' });

async function answerSentence(question: string): Promise<string> {
  const [first] = (await ask(question)).passages;
  const text = articles.find(({ id }) => id === first?.article.id)?.text ?? '';
  return text.slice(first?.answerSentence.start, first?.answerSentence.end);
}

describe('the seed article answers', () => {
  it.each([
    ['How many are camped near the Ukrainian border?', '100,000'],
    [
      'What did Stoltenberg say about the risk of conflict?',
      '“a real risk for new armed conflict in Europe”',
    ],
    ["Who is Canada's foreign minister and where did she travel?", 'Mélanie Joly, travelled to Kyiv'],
    ['How many have been killed in the fighting?', '14,000'],
    ['What does the United Kingdom supply?', 'anti-tank weapons'],
    ['Who chaired the meeting in Brussels?', 'Jens Stoltenberg, who chaired'],
    ['what did stoltenberg say about the risk of conflict', '“a real risk'],
    ['When did Russia take control of Crimea?', '2014'],
  ])('%s', async (question, words) => {
    expect(await answerSentence(question)).toContain(words);
  });
});

describe('it says when it does not know', () => {
  it.each([
    'Who won the 2018 World Cup?',
    'What did Emmanuel Macron say?',
    'How many have been killed in Afghanistan?',
    'What did Boris Johnson say about Ukraine?',
    'What did Angela Merkel say about NATO?',
    'When was the Berlin Wall built?',
  ])('%s', async (question) => {
    const answer = await ask(question);
    expect(answer.answered).toBe(false);
    expect(answer.passages).toEqual([]);
  });

  it('names the words that the archive does not hold', async () => {
    expect((await ask('What did Emmanuel Macron say about NATO?')).unmatched).toEqual(['Emmanuel', 'Macron']);
  });

  it('tells an empty question from one without a match', async () => {
    expect((await ask('?! … and the of')).reason).toBe('empty-question');
    expect((await ask('zyzzyva')).reason).toBe('no-match');
    const empty = await answerQuestion(buildSearchIndex([]), 'Who?', { filters: {}, snapshot: 'test' });
    expect(empty).toMatchObject({ answered: false, reason: 'empty-archive', unmatched: [] });
  });
});

describe('filters', () => {
  const bridge = 'When will the harbour bridge close?';

  it('compares publications without case and accents, and by containment', async () => {
    const answer = await ask(bridge, { publication: 'mouth echo' });
    expect(answer.passages.map(({ article }) => article.id)).toEqual(expect.arrayContaining(['bridge']));
    expect((await ask(bridge, { publication: 'London Defender' })).answered).toBe(false);
  });

  it('includes both ends of a range of dates, and leaves out articles without a date', async () => {
    const sailings = 'What did Tobias Marsh say?';
    const only = async (from: string, to: string) =>
      new Set((await ask(sailings, { from, to })).passages.map(({ article }) => article.id));
    expect(await only('2023-04-02', '2023-04-02')).toEqual(new Set(['bridge']));
    expect(await only('2023-05-10', '2024-01-01')).toEqual(new Set(['ferry']));
    expect((await ask(sailings, { from: '2024-01-01' })).reason).toBe('nothing-in-filter');
  });

  it.each([
    [{}, 0],
    [{ publication: 'London Defender' }, 0],
    [{ from: '2023-01-01' }, 1],
    [{ to: '2023-04-02', publication: 'London Defender' }, 1],
    [{ from: '2023-01-01', publication: 'Calder Mouth' }, 0],
  ])('%j: it is told how many articles the dates leave out for want of one: %i', async (filters, count) => {
    expect((await ask(bridge, filters)).undatedLeftOut).toBe(count);
  });
});

describe('quoted phrases', () => {
  it('are required, word for word', async () => {
    const answer = await ask('Who said “put this off for too long”?');
    expect(answer.passages.map(({ text }) => text)).toEqual([
      '“We have put this off for too long,” said Tobias Marsh, who owns the ferry company.',
    ]);
  });

  it('give no answer where no passage holds them', async () => {
    expect((await ask('Who said “put the bridge off”?')).answered).toBe(false);
    expect((await ask('Who said “put this off for too length”?')).answered).toBe(false);
  });

  it('are only words again between the marks of nothing', async () => {
    expect((await ask('Who chaired "the" meeting in Brussels?')).answered).toBe(true);
  });
});

it('shows what a passage points back at', async () => {
  const [first] = (await ask('What did Stoltenberg say about significant differences?')).passages;
  expect(first?.text).toContain('Jens Stoltenberg, who chaired');
  expect(first?.text).toContain('“significant differences”');
  expect(first?.lastParagraph).toBe((first?.paragraph ?? 0) + 1);
});

describe('a passage that begins with a word for somebody', () => {
  const told = (...paragraphs: string[]) => buildSearchIndex([exampleArticle('ferry', paragraphs)]);
  const question = 'What was painted blue in the harbour of Calder Mouth?';
  const answer = '“In the harbour of Calder Mouth everything was painted blue,” he said.';
  const shown = async (...paragraphs: string[]) => {
    const { passages } = await answerQuestion(told(...paragraphs), question, {
      filters: {},
      snapshot: 'test',
    });
    return passages[0]?.text;
  };

  it('is shown with the ones that tell who it is', async () => {
    const who = ['The engineer Bo Ray came.', 'She had never met him.'];
    expect(await shown('A ferry sank.', ...who, answer)).toBe([...who, answer].join('\n\n'));
  });

  it('is shown by itself below a heading', async () => {
    expect(await shown('The engineer Bo Ray came.', 'Work in progress', answer)).toBe(answer);
  });
});

describe('beside an answer', () => {
  const told = buildSearchIndex([
    exampleArticle(
      'bridge',
      [
        'The Ostley bridge will be closed from April because its piers are cracked, the council said on Monday.',
        'Lorries have used the bridge since the ring road was shut in 2019.',
      ],
      { title: 'Ostley bridge to close for repairs' },
    ),
    exampleArticle('goose', ['A goose stopped traffic in Ostley for an hour, and was led away with a bun.']),
    exampleArticle('clock', ['The clock tower of Ostley will be closed while its bells are cast again.']),
    exampleArticle('letter', [
      'The Ostley bridge must be closed, because its piers are cracked and old, a reader writes.',
    ]),
    exampleArticle('tram', ['The tram line from Wrenfield opened on Saturday with free rides.']),
  ]);

  it('stand only passages that come near it', async () => {
    const question = 'Why will the Ostley bridge be closed?';
    const { answered, passages } = await answerQuestion(told, question, { filters: {}, snapshot: 'test' });
    expect(answered).toBe(true);
    expect(passages.map(({ article }) => article.id).sort()).toEqual(['bridge', 'letter']);
  });
});
