import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../src/articles/archived-copy.js';
import { articleRef } from '../../src/articles/article.js';
import { contentHash } from '../../src/articles/identity.js';
import { record, response } from './containers/packed.js';
import { HTML, PARAGRAPHS, read, readOne, reasonsIn } from './made.js';

const COPY = 'https://copies.example/2024/roof';
const WAYBACK = 'https://web.archive.org/web/20240302093000/https://courier.example/roof';
const front = (line: string) => `---\ntitle: Library roof\n${line}\n---\n\n${PARAGRAPHS.join('\n\n')}`;
const page = (head: string) =>
  `<!doctype html><html><head><title>Library roof</title>${head}</head><body><article><h1>Library roof</h1>${HTML}</article></body></html>`;
const linked = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Library roof', ...fields })}</script>`;
const story = (fields: object) =>
  JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'Library roof',
    articleBody: PARAGRAPHS.join('\n\n'),
    ...fields,
  });
const own = (fields: object) => JSON.stringify({ title: 'Library roof', paragraphs: PARAGRAPHS, ...fields });

describe('the archived copy of an article', () => {
  test.each([
    ['front matter', 'a.md', front(`archivedUrl: ${COPY}`)],
    ['this project’s own JSON', 'a.json', own({ archivedUrl: COPY })],
    ['schema.org', 'a.json', story({ archivedAt: COPY })],
    ['schema.org, as an object', 'a.json', story({ archivedAt: { '@type': 'WebPage', url: COPY } })],
    ['a page’s JSON-LD', 'a.html', page(linked({ archivedAt: COPY }))],
  ])('is read from %s', (_, name, text) => {
    const article = readOne(text, name);
    expect(article.archivedUrl).toBe(COPY);
    expect(articleRef(article).archivedUrl).toBe(COPY);
  });

  test.each([
    [
      'front matter',
      'a.md',
      front('archivedUrl: javascript:alert(1)'),
      '"javascript:alert(1)" is no web address',
    ],
    ['JSON', 'a.json', own({ archivedUrl: 'ftp://x.example' }), '"ftp://x.example" is no web address'],
    ['schema.org', 'a.json', story({ archivedAt: 'nowhere' }), '"nowhere" is no web address'],
  ])('that is no web address in %s is left out with a warning', (_, name, text, why) => {
    expect(read(text, name).articles[0]).not.toHaveProperty('archivedUrl');
    expect(reasonsIn(text, name).map(([, reason]) => reason)).toEqual([why]);
  });

  test('is what is left out of an article that has none, whose contents are other contents', () => {
    const without = readOne(front('publication: Courier'), 'a.md');
    const having = readOne(front(`publication: Courier\narchivedUrl: ${COPY}`), 'a.md');
    expect(Object.keys(articleRef(without))).not.toContain('archivedUrl');
    expect([having.id === without.id, contentHash(having) === contentHash(without)]).toEqual([true, false]);
  });
});

describe('an address of the Wayback Machine', () => {
  test('is the copy’s, and that of the article is the one in it', () => {
    expect(addressesOf({ url: WAYBACK })).toEqual({
      url: 'https://courier.example/roof',
      archivedUrl: WAYBACK,
    });
    expect(addressesOf({ url: WAYBACK, archivedUrl: COPY }).archivedUrl).toBe(COPY);
    const article = readOne(front(`url: ${WAYBACK}`), 'a.md');
    expect(article.id).toBe(readOne(front('url: https://courier.example/roof'), 'a.md').id);
  });

  test('that a page was fetched from is the copy of the address that the page names', () => {
    const canonical = page('<link rel="canonical" href="https://courier.example/roof">');
    const [article] = read(record(response(canonical), { url: WAYBACK }), 'crawl.warc').articles;
    expect(article).toMatchObject({ url: 'https://courier.example/roof', archivedUrl: WAYBACK });
  });

  test.each([
    'https://web.archive.org/web/20240302093000/javascript:alert(1)',
    'https://web.archive.org/save/https://courier.example/roof',
    'https://evil.example/web/20240302093000/https://courier.example/roof',
  ])('is not %s', (url) => expect(addressesOf({ url })).toEqual({ url }));
});
