import { describe, expect, test } from 'vitest';
import { PARAGRAPHS, placesIn, read, readOne, reasonsIn } from '../made.js';

const BODY = PARAGRAPHS.join('\n\n');
const STORY = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Library roof leaks again',
  author: { '@type': 'Person', name: 'Cy Lark' },
  publisher: { '@type': 'Organization', name: 'The Wrenfield Courier' },
  datePublished: '2024-03-02T09:30:00+01:00',
  url: 'https://courier.example/roof',
  inLanguage: 'en-GB',
  articleBody: BODY,
};

function story(changes: object): string {
  return JSON.stringify({ ...STORY, ...changes });
}

describe('a schema.org article', () => {
  test('gives its fields and its paragraphs', () => {
    expect(readOne(JSON.stringify(STORY), 'roof.json')).toMatchObject({
      file: 'roof.json',
      title: 'Library roof leaks again',
      authors: ['Cy Lark'],
      publication: 'The Wrenfield Courier',
      publishedAt: '2024-03-02T09:30:00+01:00',
      url: 'https://courier.example/roof',
      language: 'en-GB',
      paragraphs: PARAGRAPHS,
    });
  });

  test('is known by its content under any name', () => {
    expect(readOne(JSON.stringify(STORY, null, 2), 'roof.txt').title).toBe('Library roof leaks again');
  });

  test.each([
    ['a text', 'By Cy Lark and Di Wren', ['Cy Lark', 'Di Wren']],
    ['a list', [{ name: 'Cy Lark' }, 'Di Wren'], ['Cy Lark', 'Di Wren']],
    ['nothing that names anyone', [{ url: 'https://courier.example/cy' }, 7, null], []],
  ])('takes authors from %s', (_, author, authors) => {
    expect(readOne(story({ author }), 'a.json').authors).toEqual(authors);
  });

  test('does not take media credits, editors or contributors for authors', () => {
    const others = { creditText: 'Photo Person', editor: { name: 'Ed Itor' }, contributor: 'Con Tributor' };
    expect(readOne(story({ author: undefined, ...others }), 'a.json').authors).toEqual([]);
  });

  test('reads a body of HTML by its block tags, without pictures and scripts', () => {
    const articleBody = `<h2>Slates</h2><p>One<br>two &amp; three.</p><script>x()</script><figure><figcaption>A roof</figcaption></figure><ul><li>Four.</li></ul>`;
    const { paragraphs, removed } = readOne(story({ articleBody }), 'a.json');
    expect(paragraphs).toEqual(['Slates', 'One two & three.', 'Four.']);
    expect(removed).toEqual([{ text: 'A roof', line: null, reason: 'picture or caption' }]);
  });

  test('resolves authors and publisher in a graph, and passes over what is no article', () => {
    const graph = {
      '@graph': [
        { '@type': 'Organization', '@id': '#courier', name: 'The Wrenfield Courier' },
        { '@type': 'Person', '@id': '#cy', name: 'Cy Lark' },
        { ...STORY, author: [{ '@id': '#cy' }], publisher: { '@id': '#courier' } },
      ],
    };
    expect(readOne(JSON.stringify(graph), 'page.json')).toMatchObject({
      authors: ['Cy Lark'],
      publication: 'The Wrenfield Courier',
    });
  });

  test('keeps the day where an instant has no zone, and guesses nothing', () => {
    const dated = (datePublished: unknown) =>
      read(story({ datePublished }), 'a.json').articles[0]?.publishedAt;
    expect(dated('2024-03-02T09:30:00')).toBe('2024-03-02');
    expect(dated('2024-02-30')).toBe(null);
    expect(dated('yesterday')).toBe(null);
    expect(dated(1_709_370_000)).toBe(null);
  });

  test.each([['javascript:alert(1)'], ['file:///etc/passwd'], ['/roof']])(
    'has no url where it says %s',
    (url) => {
      const { articles, problems } = read(story({ url }), 'a.json');
      expect(articles[0]?.url).toBe(null);
      expect(problems).toMatchObject([{ rejected: false, what: 'its url was ignored' }]);
    },
  );
});

describe('an IPTC ninjs item', () => {
  const ITEM = {
    uri: 'urn:newsml:wrenfield.example:20240302:1',
    type: 'text',
    firstcreated: '2024-03-02T09:30:00Z',
    versioncreated: '2024-03-02T11:00:00Z',
    language: 'en',
    copyrightholder: 'Wrenfield Wire',
  };
  const EXPECTED = {
    title: 'Library roof leaks again',
    authors: ['Cy Lark'],
    publication: 'Wrenfield Wire',
    publishedAt: '2024-03-02T09:30:00Z',
    url: null,
    language: 'en',
    paragraphs: PARAGRAPHS,
  };

  test('of version 1 is read', () => {
    const item = {
      ...ITEM,
      byline: 'By Cy Lark',
      headline: 'Library roof leaks again',
      body_text: PARAGRAPHS.join(' '),
      body_html: PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''),
    };
    expect(readOne(JSON.stringify(item), 'wire.json')).toMatchObject(EXPECTED);
  });

  test('of version 2 and 3 is read', () => {
    const item = {
      ...ITEM,
      by: 'Cy Lark',
      headlines: [
        { role: 'short', value: 'Leak' },
        { role: 'main', value: 'Library roof leaks again' },
      ],
      bodies: [{ role: 'main', contenttype: 'text/plain', value: BODY }],
    };
    expect(readOne(JSON.stringify(item), 'wire.json')).toMatchObject(EXPECTED);
  });

  test.each([
    [{ pubstatus: 'canceled' }, 'its publisher marks it as canceled'],
    [{ type: 'picture' }, 'it is of the type picture, not text'],
    [{}, 'it has no body that is text'],
  ])('with %o is left out', (changes, why) => {
    expect(reasonsIn(JSON.stringify({ ...ITEM, ...changes }), 'wire.json')).toEqual([['wire.json', why]]);
  });
});

describe('what "cuttings read --json" prints', () => {
  test('gives the same article again, with its gaps', () => {
    const source = `Library roof leaks\n\n${PARAGRAPHS[0]}\n\nThe council  said nothing more about the roof, or so the builders in the town were told.`;
    const first = readOne(source, 'roof.txt');
    expect(first.gaps).toHaveLength(1);
    const printed = JSON.stringify({ file: 'roof.txt', articles: [first], problems: [] });
    const { id, gaps, text, title } = readOne(`${printed}\n`, 'export.jsonl');
    expect({ id, gaps, text, title }).toEqual({
      id: first.id,
      gaps: first.gaps,
      text: first.text,
      title: first.title,
    });
  });

  test('of several files is JSON Lines, and each article keeps its place', () => {
    const line = (n: number) =>
      JSON.stringify({ articles: [{ title: `Story ${n}`, paragraphs: [PARAGRAPHS[n]] }], problems: [] });
    expect(placesIn(`${line(0)}\n${line(1)}\n`, 'export')).toEqual(['export#1', 'export#2']);
  });

  test('with paragraphs of another type is left out', () => {
    expect(reasonsIn('{"title":"A","paragraphs":["one",2]}', 'a.json')).toEqual([
      ['a.json', 'its paragraphs are not all text: one is a number'],
    ]);
  });
});

describe('a list of articles', () => {
  test.each([
    ['a list', (list: string) => `[${list}]`],
    ['a list in an object', (list: string) => `{"total": 2, "articles": [${list}]}`],
    ['a graph', (list: string) => `{"@context": "https://schema.org", "@graph": [${list}]}`],
  ])('may be %s', (_, wrap) => {
    const list = [
      story({}),
      story({ headline: 'Roof mended', url: 'https://courier.example/mended' }),
    ].join();
    expect(placesIn(wrap(list), 'all.json')).toEqual(['all.json#1', 'all.json#2']);
  });

  test('loses only its bad items, each named with its line and the reason', () => {
    const { articles, problems } = read(
      `[\n${story({})},\n{"@type": "NewsArticle", "headline": "x"},\n{"a": tru},\n7,\n${story({ headline: 9 })},\n{"who": "knows"}\n]`,
      'all.json',
    );
    expect(articles.map(({ file }) => file)).toEqual(['all.json#1', 'all.json#5']);
    expect(
      problems.filter(({ rejected }) => rejected).map(({ file, line, why }) => [file, line, why]),
    ).toEqual([
      ['all.json#2', 3, 'it has no articleBody'],
      ['all.json#3', 4, expect.stringContaining('it is not valid JSON')],
      ['all.json#4', 5, 'it is a number, not an object'],
      ['all.json#6', 7, 'an object with who is no article in a form that is read'],
    ]);
    expect(problems.filter(({ rejected }) => !rejected)).toMatchObject([
      { file: 'all.json#5', what: 'its headline was ignored', why: 'it is a number, not text' },
      { file: 'all.json#5', what: 'its title is made of its first words' },
    ]);
  });

  test('says which name stands twice', () => {
    const twice = story({}).replace('{', '{"headline": "Another", ');
    expect(read(twice, 'a.json').problems).toMatchObject([
      { what: 'its headline stands twice', rejected: false },
    ]);
  });

  test('that ends too early keeps the items before its end', () => {
    const { articles, problems } = read(`[${story({})},\n${story({}).slice(0, 200)}`, 'all.json');
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([
      { file: 'all.json', line: 2, rejected: false, what: 'not all of it was read' },
    ]);
  });

  test('that is empty, or about other things, is a problem', () => {
    expect(reasonsIn('[]', 'a.json')).toHaveLength(1);
    expect(reasonsIn('{"@type": "Person", "name": "Cy Lark"}', 'a.json')).toHaveLength(1);
    expect(reasonsIn('not json', 'a.json')).toHaveLength(1);
  });
});

describe('JSON Lines', () => {
  test('lose only a bad line', () => {
    const { articles, problems } = read(`${story({})}\n{"@type": "News\n\n${story({})}\n`, 'all.jsonl');
    expect(articles.map(({ file }) => file)).toEqual(['all.jsonl#1', 'all.jsonl#3']);
    expect(problems).toMatchObject([{ file: 'all.jsonl#2', line: 2, rejected: true }]);
  });

  test('are known by two lines of objects, whatever their name', () => {
    expect(placesIn(`${story({})}\r\n${story({})}`, 'dump')).toEqual(['dump#1', 'dump#2']);
  });
});
