import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ArticleSchema } from '../../src/articles/article.js';
import { readArticle } from '../../src/articles/read.js';

const bytes = readFileSync(new URL('../../data/articles/london-defender.txt', import.meta.url));
const { articles, problems } = readArticle(bytes, { name: 'london-defender.txt' });
const [seed] = articles;

test('the shipped article is read without a problem', () => {
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(1);
  expect(ArticleSchema.safeParse(seed).success).toBe(true);
});

test('its header gives publication, tagline and headline, and no date that is not there', () => {
  expect(seed).toMatchObject({
    file: 'london-defender.txt',
    publication: 'London Defender',
    tagline: 'The Daily Mirror of the Great Britain',
    title: 'Canada joins forces with UK in bid to stop Putin as special forces sent into Russia',
    authors: [],
    publishedAt: null,
    url: null,
  });
});

test('its four promo lines are removed, and nothing else', () => {
  expect(seed?.removed.map(({ line, text }) => [line, text])).toEqual([
    [29, 'READ MORE: Russia vs Ukraine: How EU delays are putting the world on brink of war'],
    [41, 'Beth Rigby ERUPTS at Boris ‘that sounds ridiculous!’ [BREAKING]'],
    [43, 'Royal Family LIVE: Sussexes got millions! Harry faces backlash [LIVE]'],
    [44, '‘Weak and spineless’ EU blasted as Army and RAF drafted to Ukraine [BREAKING]'],
  ]);
  expect(seed?.paragraphs).toHaveLength(21);
  expect(seed?.paragraphs[0]).toMatch(/^The deployment of a small unit/);
  expect(seed?.paragraphs.at(-1)).toMatch(/region known as the Donbas\.$/);
});

test('the places where the words of a link were lost are closed up and marked', () => {
  expect(seed?.gaps).toEqual([144, 193, 432]);
  expect(seed?.gaps.map((gap) => seed.text.slice(gap - 12, gap + 12))).toEqual([
    ' conflict in broke down ',
    'ated 100,000 remain camp',
    'rawal of all troops from',
  ]);
  expect(seed?.text).not.toMatch(/\u00A0| {2}/);
});

test('its curly quotation marks and accents stay as they are', () => {
  expect(seed?.text).toContain('“a real risk for new armed conflict in Europe”.');
  expect(seed?.text).toContain('Canada’s foreign minister, Mélanie Joly, travelled');
});
