import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ArticleSchema } from '../../../src/articles/article.js';
import { readArticle } from '../../../src/articles/read.js';
import { HEADLINE, PROSE, page } from './made-up-page.js';

const read = (html: string | Uint8Array, name = 'a.html') =>
  readArticle(typeof html === 'string' ? Buffer.from(html) : html, { name });

describe('a saved page', () => {
  it('is read as an article', () => {
    const head =
      '<link rel="canonical" href="https://gazette.example/harbour"><meta name="author" content="Jane Orme">';
    const { articles, problems } = read(page({ head }));
    expect(problems).toEqual([]);
    expect(articles[0]).toMatchObject({
      title: HEADLINE,
      authors: ['Jane Orme'],
      url: 'https://gazette.example/harbour',
      paragraphs: [...PROSE],
    });
    expect(ArticleSchema.safeParse(articles[0]).success).toBe(true);
  });

  it('marks its subheadings and list items by their places', () => {
    const inside = '<h2>What comes next</h2><ul><li>Dredge the basin.</li><li>Mend the crane.</li></ul>';
    const [article] = read(page({ inside })).articles;
    expect(article?.headings?.map((place) => article.paragraphs[place])).toEqual(['What comes next']);
    expect(article?.listItems?.map((place) => article.paragraphs[place])).toEqual([
      'Dredge the basin.',
      'Mend the crane.',
    ]);
  });

  it('lists what was taken out of the article, each with its line, but not the menus around it', () => {
    const [article] = read(page({ inside: '<p>Advertisement</p>' })).articles;
    expect(article?.removed).toEqual(
      [
        { text: HEADLINE, line: 3, reason: expect.any(String) },
        { text: 'Advertisement', line: 3, reason: 'advertisement' },
      ].filter(({ text }) => article?.removed.some((part) => part.text === text)),
    );
    expect(article?.removed.map(({ text }) => text)).not.toContain('Home');
  });

  it.each([
    ['a doctype', '<!DOCTYPE html><p>x', 'a.txt'],
    ['an XML declaration', '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><p>x', 'a'],
    ['a comment before it', '<!-- saved from url=(0014)about:internet -->\n<html><p>x', 'a.txt'],
    ['its name and a tag', '<p>x</p>', 'a.htm'],
  ])('is known by %s', (_, html, name) => {
    const text = html.replace('<p>x', `<p>${PROSE.join(' ')}`);
    expect(read(text, name).articles[0]?.text).toBe(PROSE.join(' '));
  });

  it('is not mistaken for what only speaks of HTML', () => {
    const text = `${HEADLINE}\n\nThe page began with <html> and ended with nothing, said the clerk.`;
    expect(read(text, 'a.txt').articles[0]?.text).toContain('<html>');
  });

  it('without a title is called after its file', () => {
    expect(read(`<html><p>${PROSE.join(' ')}</p>`, 'old/harbour-works.html').articles[0]?.title).toBe(
      'harbour works',
    );
  });

  it('without an article is a problem', () => {
    expect(read('<html><body><nav>Home</nav></body></html>').problems[0]).toMatchObject({ rejected: true });
  });
});

describe('the encoding of a page', () => {
  const odile = 'Mayor Odile Tarrànt said “yes” – and the clerk of the harbour wrote it down, as he had to.';
  const html = (charset: string) =>
    `<html><head><meta ${charset}></head><body><h1>T</h1><p>${odile}</p></body></html>`;

  it.each([
    ['meta charset', 'charset="windows-1252"', 'windows-1252'],
    ['http-equiv', 'http-equiv="Content-Type" content="text/html; charset=windows-1252"', 'windows-1252'],
    ['a Latin-1 label that means Windows-1252', 'charset=iso-8859-1', 'windows-1252'],
    ['another set', 'charset=macintosh', 'macintosh'],
    ['no label at all', 'name="x"', 'windows-1252'],
    ['a label that is unknown', 'charset="klingon"', 'windows-1252'],
    ['UTF-8 that claims to be something else', 'charset="windows-1252"', 'utf-8'],
  ])('is found by %s', (_, declared, encoding) => {
    expect(read(iconv.encode(html(declared), encoding)).articles[0]?.text).toBe(odile);
  });

  it('is found by an XML declaration', () => {
    const xml = `<?xml version="1.0" encoding="windows-1251"?><html><body><h1>T</h1><p>Гавань Солтмира останется открытой всю зиму, решил совет.</p></body></html>`;
    expect(read(iconv.encode(xml, 'windows-1251')).articles[0]?.text).toMatch(/^Гавань Солтмира/);
  });

  it('is found by a UTF-16 mark', () => {
    expect(read(iconv.encode(html('charset=utf-8'), 'utf-16le', { addBOM: true })).articles[0]?.text).toBe(
      odile,
    );
  });
});
