import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';
import { findPeople, suggestPeople } from '../../src/quotes/lookup.js';
import { article, peopleOf } from './people-of.js';

const named = (...paragraphs: string[]) =>
  extractQuotes(paragraphs.join('\n\n')).map(({ speaker }) => speaker?.name ?? null);

/** The people of some articles, each of which has these paragraphs. */
const peopleIn = (...articles: string[][]) =>
  peopleOf(
    articles.map((paragraphs, at) => {
      const one = article(`article-${at}`, ...paragraphs);
      return { article: one, quotations: extractQuotes(one.text) };
    }),
  ).people;

const FATHER = '“We will win big in every town,” President Peter Lang said on Monday.';
const PAUSE = ['It rained all day.', 'It rained the next day too.'];

describe('a name with a suffix and the same name without one', () => {
  test.each(['Jr.', 'Jr', 'Junior', 'Jnr', 'II', 'III'])('are two people: %s', (suffix) => {
    const son = `“My father has done it again,” Peter Lang ${suffix} told the crowd.`;
    expect(named(FATHER, son)).toEqual(['Peter Lang', `Peter Lang ${suffix}`]);
    expect(named(son, FATHER)).toEqual([`Peter Lang ${suffix}`, 'Peter Lang']);
    // However far apart, with a title that the son has not.
    expect(named(son, ...PAUSE, FATHER)).toEqual([`Peter Lang ${suffix}`, 'Peter Lang']);
  });

  test('are two people where one is the other’s father', () => {
    const son = '“I will stand,” Peter Lang said on Monday.';
    expect(named(son, ...PAUSE, 'His father, Peter Lang Sr, said: “I am proud of the boy.”')).toEqual([
      'Peter Lang',
      'Peter Lang Sr',
    ]);
    expect(named('“We will not sell,” said Louis Marel père.', '“We will,” said Louis Marel fils.')).toEqual([
      'Louis Marel père',
      'Louis Marel fils',
    ]);
    const third = '“I will stand,” Peter Lang III said on Monday.';
    expect(named(third, ...PAUSE, 'His father, Peter Lang, said: “I am proud of the boy.”')).toEqual([
      'Peter Lang III',
      'Peter Lang',
    ]);
  });

  test('are one where the article goes on without the suffix', () => {
    const first = '“We march on,” the Rev. Peter Lang Jr. told the crowd.';
    const later = ['“We are tired of waiting,” Peter Lang said.', '“We are tired,” said Lang.'];
    expect(named(first, ...PAUSE, ...later)).toEqual(['Peter Lang Jr.', 'Peter Lang Jr.', 'Peter Lang Jr.']);
  });

  test('keep the surname with the suffix, and the president, apart', () => {
    const text = [
      '“My father has done it again,” Lang Jr. told the crowd.',
      '“It is late,” Lang Junior added.',
    ];
    expect(named(FATHER, ...text)).toEqual(['Peter Lang', 'Lang Jr.', 'Lang Jr.']);
    const son = '“My father has done it again,” Peter Lang Jr. told the crowd.';
    expect(named(son, '“It is late,” President Lang said.')).toEqual(['Peter Lang Jr.', 'Lang']);
    expect(named(son, '“It is late,” Mr Lang said.')).toEqual(['Peter Lang Jr.', 'Peter Lang Jr.']);
  });
});

describe('whom a name with a suffix finds', () => {
  const son = '“My father has done it again,” Peter Lang Jr. told the crowd.';
  const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

  test('is nobody without it', () => {
    const people = peopleIn([FATHER]);
    for (const typed of ['Lang Jr', 'Peter Lang Jr.', 'Peter Lang, Junior', 'lang jr', 'Peter Lang Sr']) {
      expect(findPeople(people, typed), typed).toEqual({ matched: null, people: [] });
      expect(suggestPeople(people, typed, 5), typed).toEqual([]);
    }
  });

  test.each([
    ['in one article', peopleIn([FATHER, son])],
    ['in two articles', peopleIn([FATHER], [son])],
  ])('is the one who bears it, of those quoted %s', (_, people) => {
    expect(names(findPeople(people, 'Peter Lang Jr').people)).toEqual(['Peter Lang Jr.']);
    expect(names(findPeople(people, 'Lang Junior').people)).toEqual(['Peter Lang Jr.']);
    expect(names(findPeople(people, 'Peter Lang').people)).toEqual(['Peter Lang']);
    expect(names(findPeople(people, 'Lang').people).sort()).toEqual(['Peter Lang', 'Peter Lang Jr.']);
  });

  test('is found without it where nobody else is meant', () => {
    expect(names(findPeople(peopleIn([son]), 'Peter Lang').people)).toEqual(['Peter Lang Jr.']);
  });

  test('is not the surname alone of another in the same article', () => {
    const people = peopleIn(['“It is late,” President Lang said.', '“It is early,” Lang Jr. said.']);
    expect(names(people).sort()).toEqual(['Lang', 'Lang Jr.']);
  });
});
