import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { articleId } from '../../src/articles/identity.js';
import { recordOf } from '../../src/articles/record.js';
import { collectStories } from '../../src/articles/same-story.js';
import { inSet } from '../../src/articles/survey.js';

function made(file: string, fields: Partial<Article> = {}): Article {
  const article = {
    file,
    title: 'Library roof leaks',
    publication: null,
    tagline: null,
    authors: [],
    publishedAt: null,
    url: null,
    paragraphs: ['The roof leaks.'],
    text: 'The roof leaks.',
    removed: [],
    gaps: [],
    ...fields,
  };
  return { id: articleId(article), ...article };
}

function collect(...articles: Article[]) {
  const collected = collectStories();
  const problems = articles.flatMap((article, number) => collected.add(recordOf(article), number) ?? []);
  const stories = collected.stories().flatMap(({ number, otherFiles }) => {
    const article = articles[number];
    return article ? [inSet(article, otherFiles)] : [];
  });
  return { articles: stories, problems };
}
const url = 'https://courier.example/roof';

describe('the same story', () => {
  test('in two files is one article that names both', () => {
    const { articles, problems } = collect(made('a.txt'), made('b.txt'), made('c.txt'));
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([{ file: 'a.txt', otherFiles: ['b.txt', 'c.txt'] }]);
  });

  test('as text and as a saved page is the page, which says where it is from', () => {
    const { articles } = collect(
      made('a.txt'),
      made('z.txt', { title: 'Z', text: 'Z.', paragraphs: ['Z.'] }),
      made('b.html', { url }),
    );
    expect(articles).toMatchObject([{ file: 'b.html', url, otherFiles: ['a.txt'] }, { file: 'z.txt' }]);
  });

  test('GIVEN one id in both THEN the one that says more of itself stays', () => {
    const { articles } = collect(made('a.txt'), made('b.txt', { authors: ['Cy Lark'] }));
    expect(articles).toMatchObject([{ file: 'b.txt', authors: ['Cy Lark'], otherFiles: ['a.txt'] }]);
  });

  test('GIVEN one text in two publications or on two days THEN these are two articles', () => {
    const two = (one: Partial<Article>, other: Partial<Article>) =>
      collect(made('a.txt', one), made('b.txt', other)).articles;
    expect(two({ publication: 'Courier' }, { publication: 'Gazette' })).toHaveLength(2);
    expect(two({ publishedAt: '2020-01-01' }, { publishedAt: '2020-01-02' })).toHaveLength(2);
    expect(two({ publication: 'Courier' }, {})).toHaveLength(1);
  });

  test('GIVEN a short text under many titles THEN each is an article', () => {
    const titles = Array.from({ length: 200 }, (_, day) => `Notice ${day}`);
    const notices = titles.map((title) => made(`${title}.txt`, { title }));
    expect(collect(...notices, ...notices).articles.map(({ title }) => title)).toEqual(titles);
  });

  test('GIVEN another text under one id THEN the first stays and the problem says so', () => {
    const { articles, problems } = collect(
      made('a.html', { url }),
      made('b.html', { url, text: 'Dry.', paragraphs: ['Dry.'] }),
    );
    expect(articles.map(({ file }) => file)).toEqual(['a.html']);
    expect(problems).toMatchObject([
      { file: 'b.html', what: 'it is the same article as a.html', rejected: true },
    ]);
  });
});
