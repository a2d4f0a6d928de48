import { describe, expect, test } from 'vitest';
import { HTML, PARAGRAPHS, placesIn, read, readOne, reasonsIn } from '../made.js';

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';
const CONTENT = `<content:encoded><![CDATA[${HTML}]]></content:encoded>`;

function rss(
  items: string,
  channel = '<title>The Wrenfield Courier</title><language>en-gb</language>',
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}><channel>${channel}${items}</channel></rss>`;
}

function atom(entry: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wrenfield Notes</title><author><name>Di Wren</name><email>di@notes.example</email></author><entry>${entry}</entry></feed>`;
}

const ITEM = `<item>
  <title>Library roof &amp;amp; its slates</title>
  <link>https://courier.example/roof</link>
  <pubDate>Sat, 02 Mar 2024 09:30:00 +0100</pubDate>
  <dc:creator><![CDATA[By Cy Lark and Bo Finch]]></dc:creator>
  <media:credit>Photo Person</media:credit><media:title>A roof</media:title>
  <description>The roof leaks…</description>
  ${CONTENT}
</item>`;

describe('RSS', () => {
  test('gives the fields of an item and the paragraphs of its content', () => {
    expect(readOne(rss(ITEM), 'feed.xml')).toMatchObject({
      file: 'feed.xml',
      title: 'Library roof & its slates',
      authors: ['Cy Lark', 'Bo Finch'],
      publication: 'The Wrenfield Courier',
      publishedAt: '2024-03-02T09:30:00+01:00',
      url: 'https://courier.example/roof',
      language: 'en-gb',
      paragraphs: PARAGRAPHS,
    });
  });

  test('keeps the place of each of several items', () => {
    expect(placesIn(rss(ITEM + ITEM.replaceAll('roof', 'porch')), 'feed.xml')).toEqual([
      'feed.xml#1',
      'feed.xml#2',
    ]);
  });

  test('of version 1.0 has its items beside the channel', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/" ${NAMESPACES}><channel rdf:about="x"><title>Old News</title></channel><item rdf:about="y"><title>Roof</title><link>https://old.example/roof</link><d:date>2004-03-02</d:date><d:creator>Cy Lark</d:creator>${CONTENT}</item></rdf:RDF>`;
    expect(readOne(rdf, 'old.rdf')).toMatchObject({
      title: 'Roof',
      publication: 'Old News',
      publishedAt: '2004-03-02',
      authors: ['Cy Lark'],
      url: 'https://old.example/roof',
    });
  });

  test('names the author beside an address of mail, and never the address', () => {
    const author = (value: string) =>
      readOne(rss(`<item><title>A</title><author>${value}</author>${CONTENT}</item>`), 'a.rss').authors;
    expect(author('desk@courier.example (Cy Lark)')).toEqual(['Cy Lark']);
    expect(author('desk@courier.example')).toEqual([]);
  });

  test('takes its guid for the address only where that is one', () => {
    const url = (guid: string) => readOne(rss(`<item><title>A</title>${guid}${CONTENT}</item>`), 'a.rss').url;
    expect(url('<guid>https://courier.example/1</guid>')).toBe('https://courier.example/1');
    expect(url('<guid isPermaLink="false">https://courier.example/1</guid>')).toBe(null);
    expect(url('<guid>courier-1</guid>')).toBe(null);
  });

  test.each([
    ['Sat, 02 Mar 2024 09:30:00 GMT', '2024-03-02T09:30:00Z'],
    ['2 Mar 24 09:30 EST', '2024-03-02T09:30:00-05:00'],
    ['Sat, 02 Mar 2024 09:30:00 CET', '2024-03-02'],
    ['Sat, 02 Mar 2024', '2024-03-02'],
    ['2024-03-02T09:30:00Z', '2024-03-02T09:30:00Z'],
    ['Sat, 31 Feb 2024 09:30:00 GMT', null],
    ['03/02/2024', null],
  ])('reads the date %s as %s', (pubDate, publishedAt) => {
    const feed = rss(`<item><title>A</title><pubDate>${pubDate}</pubDate>${CONTENT}</item>`);
    expect(read(feed, 'a.rss').articles[0]?.publishedAt).toBe(publishedAt);
  });

  test('with mistakes that feeds often have is read all the same', () => {
    const broken = rss(`<item><title>Slates & lead</title><description>${HTML}<br></description></item>`);
    expect(readOne(broken, 'a.rss')).toMatchObject({ title: 'Slates & lead', paragraphs: PARAGRAPHS });
  });

  test('in another encoding that it declares is read by that', () => {
    const text = rss(ITEM).replace('UTF-8', 'windows-1251').replace('Cy Lark', 'CYR');
    const bytes = Buffer.from(text.replace('“', '"').replace('”', '"'), 'latin1');
    const name = Buffer.from([0xc0, 0xed, 0xed, 0xe0]);
    const at = bytes.indexOf('CYR');
    const marked = Buffer.concat([bytes.subarray(0, at), name, bytes.subarray(at + 3)]);
    expect(readOne(marked, 'a.rss').authors).toEqual(['Анна', 'Bo Finch']);
  });
});

describe('Atom', () => {
  const CONTENT = `<content type="html">${HTML.replaceAll('<', '&lt;')}</content>`;

  test('gives the fields of an entry', () => {
    const entry = `<title type="html">A &lt;b&gt;leaking&lt;/b&gt; roof</title><link rel="edit" href="https://notes.example/edit"/><link href="https://notes.example/roof"/><id>urn:1</id><published>2024-03-02T09:30:00Z</published><updated>2024-03-05T09:30:00Z</updated><author><name>Cy Lark</name></author>${CONTENT}`;
    expect(readOne(atom(entry), 'notes.atom')).toMatchObject({
      title: 'A leaking roof',
      authors: ['Cy Lark'],
      publication: 'Wrenfield Notes',
      publishedAt: '2024-03-02T09:30:00Z',
      url: 'https://notes.example/roof',
      language: 'en',
      paragraphs: PARAGRAPHS,
    });
  });

  test('gives the feed’s author where an entry has none', () => {
    expect(readOne(atom(`<title>A</title>${CONTENT}`), 'a.atom').authors).toEqual(['Di Wren']);
  });

  test('may hold its content as XHTML', () => {
    const div = `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${HTML}<p>Slates &amp; lead &lt; gold.</p></div></content>`;
    expect(readOne(atom(`<title>A</title>${div}`), 'a.atom').paragraphs).toEqual([
      ...PARAGRAPHS,
      'Slates & lead < gold.',
    ]);
  });
});

describe('a teaser', () => {
  test.each([
    ['breaks off', `<p>${PARAGRAPHS[0]} The scaffold…</p>`, 'it breaks off with an ellipsis'],
    [
      'leads on',
      `<p>${PARAGRAPHS[0]}</p><p><a href="x">Continue reading</a></p>`,
      'it ends in "Continue reading"',
    ],
    ['is short', '<p>The roof leaks.</p>', 'it has 3 words'],
  ])('that %s is left out, with the reason', (_, text, why) => {
    const teaser = `<item><title>A</title><description><![CDATA[${text}]]></description></item>`;
    const { articles, problems } = read(rss(teaser + ITEM), 'feed.xml');
    expect(articles.map(({ file }) => file)).toEqual(['feed.xml#2']);
    expect(problems).toMatchObject([{ file: 'feed.xml#1', line: 2, why: `it is only a teaser: ${why}` }]);
  });

  test('is no long description, which may be the whole text', () => {
    const feed = rss(`<item><title>A</title><description><![CDATA[${HTML}]]></description></item>`);
    expect(readOne(feed, 'a.rss').paragraphs).toEqual(PARAGRAPHS);
  });
});

describe('a feed that something is wrong with', () => {
  test('keeps what was complete where it ends too early', () => {
    const { articles, problems } = read(rss(ITEM + ITEM).slice(0, -400), 'feed.xml');
    expect(articles.map(({ file }) => file)).toEqual(['feed.xml#1']);
    expect(problems).toMatchObject([
      { file: 'feed.xml', rejected: false, what: 'not all of it was read' },
      { file: 'feed.xml#2', rejected: true, why: 'the feed ends in the middle of it' },
    ]);
  });

  test('is refused where it declares entities, and not for an old document type', () => {
    const entities = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://old.example/rss.dtd">';
    const typed = (type: string) => rss(ITEM).replace('<rss', `${type}<rss`);
    expect(reasonsIn(typed(entities), 'a.rss')).toEqual([['a.rss', expect.stringContaining('entities')]]);
    expect(readOne(typed(old), 'a.rss').paragraphs).toEqual(PARAGRAPHS);
  });

  test('expands no entity but those of XML and HTML', () => {
    const feed = rss(
      `<item><title>&secret;</title><description><![CDATA[${HTML}<p>&secret;</p>]]></description></item>`,
    );
    const { title, paragraphs } = readOne(feed, 'a.rss');
    expect([title, paragraphs.at(-1)]).toEqual(['&secret;', '&secret;']);
  });

  test('without items, or an XML file that is no feed, is a problem', () => {
    expect(reasonsIn(rss(''), 'a.rss')).toEqual([['a.rss', 'the feed has no items']]);
    expect(reasonsIn('<?xml version="1.0"?><note/>', 'a.xml')).toMatchObject([
      ['a.xml', expect.stringContaining('an XML file that is no feed')],
    ]);
  });
});
