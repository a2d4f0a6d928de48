import { describe, expect, test } from 'vitest';
import { articleId, contentHash } from '../../src/articles/identity.js';
import { articleOf, PROSE } from './read-text.js';

const base = {
  url: null,
  publication: 'The Wrenfield Courier',
  publishedAt: '2023-03-14',
  title: 'Dredging',
};

describe('the id of an article', () => {
  test('is short and made of hexadecimal digits', () => {
    expect(articleId(base)).toMatch(/^[0-9a-f]{16}$/);
  });

  test('comes from the url where there is one, whatever the title', () => {
    const url = 'https://courier.example.com/dredging';
    expect(articleId({ ...base, url })).toBe(
      articleId({ ...base, url: `${url}#photos`, title: 'Dredging begins' }),
    );
    expect(articleId({ ...base, url })).not.toBe(articleId({ ...base, url: `${url}-2` }));
  });

  test('comes from publication, date and title where there is none', () => {
    expect(articleId(base)).toBe(articleId({ ...base, title: 'DREDGING' }));
    for (const other of [
      { title: 'Ferry' },
      { publishedAt: '2023-03-15' },
      { publication: 'The Harrowmouth Echo' },
    ])
      expect(articleId({ ...base, ...other })).not.toBe(articleId(base));
  });

  test('does not run the parts into each other', () => {
    expect(articleId({ ...base, publication: 'a', title: 'bc' })).not.toBe(
      articleId({ ...base, publication: 'ab', title: 'c' }),
    );
  });

  test('stays when the file is renamed or its text edited', () => {
    const title = 'Harbour dredging to start in May';
    const [before, after] = [
      articleOf(`${title}\n\n${PROSE[0]}`, 'a.txt'),
      articleOf(`${title}\n\n${PROSE[1]}`, 'b.txt'),
    ];
    expect(after.id).toBe(before.id);
  });
});

describe('the content hash', () => {
  const article = articleOf(`Harbour dredging to start in May\n\n${PROSE.join('\n\n')}`, 'a.txt');

  test('stays when only the file name changes', () => {
    expect(contentHash({ ...article, file: 'b.txt' })).toBe(contentHash(article));
  });

  test.each([
    { text: `${article.text} More.` },
    { title: 'Other' },
    { authors: ['Jane Roe'] },
    { publishedAt: '2023-03-14' },
    { gaps: [1] },
  ])('changes with %j', (change) => {
    expect(contentHash({ ...article, ...change })).not.toBe(contentHash(article));
  });
});
