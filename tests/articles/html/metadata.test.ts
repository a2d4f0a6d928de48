import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/articles/html/page.js';
import { HEADLINE, page } from './made-up-page.js';

const metadataOf = (head: string, before = '') => readPage(page({ head, before })).metadata;
const namesIn = (head: string, before = '') => metadataOf(head, before).authors.map(({ name }) => name);
const dateIn = (head: string, before = '') => metadataOf(head, before).publishedAt;
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const article = (fields: object) => jsonLd({ '@type': 'NewsArticle', headline: HEADLINE, ...fields });

describe('the title of a page', () => {
  it('is what most of its places agree on, without the name of the site', () => {
    const { title, sources } = metadataOf('<meta property="og:title" content="Harbour to stay open">');
    expect(title).toBe(HEADLINE);
    expect(sources.title).toBe('headline');
  });

  it('leaves the others as alternates', () => {
    expect(metadataOf('<meta property="og:title" content="Harbour to stay open">').alternates).toContain(
      'Harbour to stay open',
    );
  });

  it('is read through one escaping too many', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'Tarrant &amp; Sons &quot;sold&quot;' });
    expect(metadataOf(head).alternates).toContain('Tarrant & Sons "sold"');
  });
});

describe('the authors of a page', () => {
  it('come from JSON-LD first', () => {
    const head = `<meta name="author" content="Desk">${article({ author: [{ '@type': 'Person', name: 'Jane Orme' }] })}`;
    expect(namesIn(head)).toEqual(['Jane Orme']);
    expect(metadataOf(head).sources.authors).toBe('JSON-LD');
  });

  it('are found through references in a graph, and through given and family names', () => {
    const graph = [
      {
        '@type': 'Article',
        headline: HEADLINE,
        author: [{ '@id': '#jane' }, { givenName: 'Hal', familyName: 'Poe' }],
      },
      { '@type': 'Person', '@id': '#jane', name: 'Jane Orme' },
    ];
    expect(namesIn(jsonLd({ '@graph': graph }))).toEqual(['Jane Orme', 'Hal Poe']);
  });

  it.each([
    ['By Jane Orme and Hal Poe', ['Jane Orme', 'Hal Poe']],
    ['Von Jane Orme und Hal Poe', ['Jane Orme', 'Hal Poe']],
    ['Jane Orme, Hal Poe', ['Jane Orme', 'Hal Poe']],
    ['Jane Orme, Harbour Correspondent', ['Jane Orme']],
    ['Jane Orme und Hal Poe, dpa', ['Jane Orme', 'Hal Poe', 'dpa']],
    ['Jane Orme (jor)', ['Jane Orme']],
    ['https://www.facebook.com/gazette', []],
    ['desk@gazette.example', []],
  ])('are split and cleaned: %s', (value, names) => {
    expect(namesIn(`<meta name="author" content="${value}">`)).toEqual(names);
  });

  it('are told apart from agencies', () => {
    const { authors } = metadataOf('<meta name="author" content="Jane Orme, Reuters">');
    expect(authors.map(({ agency }) => agency)).toEqual([false, true]);
  });

  it('are not the site itself where the page names people', () => {
    const head = `<meta property="og:site_name" content="The Saltmere Gazette"><meta name="author" content="The Saltmere Gazette">`;
    expect(namesIn(head, '<p class="byline">By Jane Orme</p>')).toEqual(['Jane Orme']);
    expect(namesIn(head)).toEqual(['The Saltmere Gazette']);
  });

  it('are not taken from teasers for other stories', () => {
    const html = page({
      before: '<div class="meta"><span class="author">Jane Orme</span></div>',
      after: '<div class="other"><div><span class="author">Hal Poe</span></div></div>',
    });
    expect(readPage(html).metadata.authors.map(({ name }) => name)).toEqual(['Jane Orme']);
  });
});

describe('the date of a page', () => {
  it.each([
    ['2024-04-28T14:07:00+02:00', '2024-04-28T14:07:00+02:00'],
    ['2024-04-28T14:07Z', '2024-04-28T14:07:00Z'],
    ['2024-04-28T14:07:00.123+0200', '2024-04-28T14:07:00+02:00'],
    ['20240428T140700Z', '2024-04-28T14:07:00Z'],
    ['2024-04-28 14:07:00', '2024-04-28'],
    ['Sun, 28 Apr 2024 14:07:00 GMT', '2024-04-28T14:07:00Z'],
    ['Sun Apr 28 14:07:36 CEST 2024', '2024-04-28'],
    ['1714313220', '2024-04-28T14:07:00Z'],
    ['28 avril 2024', '2024-04-28'],
    ['2024年4月28日', '2024-04-28'],
    ['2024-02-30', null],
    ['yesterday', null],
    ['3/4/2024', null],
  ])('is read from %s', (value, date) => {
    expect(dateIn(`<meta property="article:published_time" content="${value}">`)).toBe(date);
  });

  it('comes from JSON-LD first, and says so', () => {
    const head = `<meta name="date" content="2020-01-01">${article({ datePublished: '2024-04-28' })}`;
    expect(dateIn(head)).toBe('2024-04-28');
    expect(metadataOf(head).sources.publishedAt).toBe('JSON-LD');
  });

  it.each([
    ['<p class="byline">Jane Orme | 28 April 2024</p>', '2024-04-28'],
    ['<p>Do 25.04.24 | 14:07 Uhr</p>', '2024-04-25'],
    ['<time datetime="2024-04-28T10:00:00Z">2 hours ago</time>', '2024-04-28T10:00:00Z'],
    ['<p>2 hours ago</p>', null],
  ])('is read from the lines at the headline: %s', (before, date) => {
    expect(dateIn('', before)).toBe(date);
  });

  it('is in the address where nothing else has it', () => {
    expect(dateIn('<link rel="canonical" href="https://gazette.example/2024/04/28/harbour">')).toBe(
      '2024-04-28',
    );
  });

  it('is never that of a change', () => {
    expect(dateIn('<meta property="article:modified_time" content="2024-05-01">')).toBeNull();
  });
});

describe('the address, the publication and the language of a page', () => {
  it('are read from where pages put them', () => {
    const head =
      '<link rel="canonical" href="https://gazette.example/harbour"><meta property="og:site_name" content="The Saltmere Gazette">';
    const { url, publication, language, sources } = metadataOf(head);
    expect({ url, publication, language }).toEqual({
      url: 'https://gazette.example/harbour',
      publication: 'The Saltmere Gazette',
      language: 'en',
    });
    expect(sources).toMatchObject({ url: 'link canonical', publication: 'meta og:site_name' });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '/harbour'])('are never %s', (href) => {
    expect(metadataOf(`<link rel="canonical" href="${href}">`).url).toBeNull();
  });
});

describe('JSON-LD', () => {
  it.each([
    ['raw line ends in strings', '{"@type":"NewsArticle","headline":"Harbour\n news"}'],
    ['a comment around it', '<!--{"@type":"NewsArticle","headline":"Harbour news"}-->'],
    ['a semicolon after it', '{"@type":"NewsArticle","headline":"Harbour news"};'],
  ])('is read with %s', (_, script) => {
    expect(metadataOf(`<script type="application/ld+json">${script}</script>`).alternates).toContain(
      'Harbour news',
    );
  });

  it('that is no JSON, or holds the wrong types, is passed over', () => {
    const head = `<script type="application/ld+json">{oops</script>${article({ author: 7, datePublished: {}, publisher: [] })}`;
    expect(metadataOf(head)).toMatchObject({ title: HEADLINE, authors: [], publishedAt: null });
  });
});
