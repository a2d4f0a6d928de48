import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../src/search/question.js';
import { coversDay, datesIn } from '../../src/search/question-dates.js';

describe('the kind of answer wanted', () => {
  it.each([
    ['Who chaired the meeting?', 'person'],
    ['In what year was the bridge built?', 'time'],
    ['When was the bridge built?', 'time'],
    ['Where is the ferry?', 'place'],
    ['Which country is it in?', 'place'],
    ['How many cars cross it?', 'count'],
    ['How much did it cost?', 'money'],
    ['How long is the bridge?', 'measure'],
    ['What percentage voted?', 'percent'],
    ['Why did it close?', 'reason'],
    ['What did Edda Marsh say about the ferry?', 'statement'],
    ['What is a ferry?', 'thing'],
  ])('%s', (question, kind) => {
    expect(parseQuestion(question).kind).toBe(kind);
  });
});

it('drops words that ask and mean nothing', () => {
  const { terms } = parseQuestion('What did Edda Marsh say about the ferry?');
  expect(terms.map(({ written }) => written)).toEqual(['Edda', 'Marsh', 'ferry']);
});

it('keeps words of grammar that are names', () => {
  expect(parseQuestion('What happened in May 2022 at the WHO?').terms.map(({ written }) => written)).toEqual([
    'happened',
    'May',
    '2022',
    'WHO',
  ]);
});

it('finds names, each as one run of words', () => {
  const { names, terms } = parseQuestion('Did Edda Marsh, or Ines Okafor, take the ferry?');
  expect(names.map((name) => name.map((at) => terms[at]?.written))).toEqual([
    ['Edda', 'Marsh'],
    ['Ines', 'Okafor'],
  ]);
});

it('reads quoted phrases, with curly quotation marks too', () => {
  expect(parseQuestion('Who said “put this off” or "too long"?').phrases.map(({ words }) => words)).toEqual([
    ['put', 'this', 'off'],
    ['too', 'long'],
  ]);
});

it('reads dates and covers the days in them', () => {
  expect(datesIn('between 3 March 2022 and April 2023, or 1999')).toEqual([
    { from: '2022-03-03', to: '2023-04-31' },
    { from: '1999-01-01', to: '1999-12-31' },
  ]);
  expect(coversDay(datesIn('in April 2023'), '2023-04-30')).toBe(true);
  expect(coversDay(datesIn('in April 2023'), '2023-05-01')).toBe(false);
});

it('never reads more than 64 terms', () => {
  const many = Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ');
  expect(parseQuestion(many).terms).toHaveLength(64);
});
