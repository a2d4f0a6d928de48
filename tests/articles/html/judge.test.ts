import { describe, expect, it } from 'vitest';
import { explainPage } from '../../../src/articles/html/explain.js';
import { readPage } from '../../../src/articles/html/page.js';
import { HEADLINE, PROSE, page } from './made-up-page.js';

const kept = (html: string) => readPage(html).paragraphs.map(({ text }) => text);
const ruleOf = (html: string, text: string) =>
  explainPage(html).blocks.find((block) => block.text.startsWith(text))?.rule;

const LINE = 'A grey seal was seen in the harbour basin again, the second one in this month.';

describe('the article of a page', () => {
  it('is its prose, without menus, headline and footer', () => {
    expect(kept(page())).toEqual(PROSE);
  });

  it('keeps subheadings and list items, marked as such', () => {
    const inside =
      '<h2>What comes next</h2><p>Two things are left to do.</p><ul><li>Dredge the basin.</li></ul>';
    const { paragraphs } = readPage(page({ inside }));
    expect(paragraphs).toContainEqual({ text: 'What comes next', kind: 'heading' });
    expect(paragraphs).toContainEqual({ text: 'Dredge the basin.', kind: 'item' });
  });

  it('keeps quotations and posts that the text shows', () => {
    expect(kept(page({ inside: `<blockquote><p>${LINE}</p></blockquote>` }))).toContain(LINE);
  });

  it('cuts paragraphs where old pages have two line breaks, and keeps one', () => {
    const html = `<html><body><h1>T</h1><div>${PROSE[0]}<br><br>${PROSE[1]}<br>${PROSE[2]}</div></body></html>`;
    expect(kept(html)).toEqual([PROSE[0], `${PROSE[1]} ${PROSE[2]}`]);
  });

  it('finds the parts of an article that lie apart, by their look', () => {
    const part = (text: string) => `<div class="chunk"><p class="body">${text}</p></div>`;
    const many = PROSE.map((text) => part(text.repeat(3))).join('');
    const html = `<html><body><h1>T</h1><div><div class="w">${part(LINE)}</div><div class="x"><div>${many}</div></div></div></body></html>`;
    expect(kept(html)[0]).toBe(LINE);
  });

  it('reads layout tables as text', () => {
    const rows = PROSE.map((text) => `<tr><td>${text}</td></tr>`).join('');
    expect(kept(`<html><body><h1>T</h1><table>${rows}</table></body></html>`)).toEqual(PROSE);
  });

  it('believes the name of the element that holds the text over the longest text', () => {
    const long = `<div><p>${LINE.repeat(8)}</p></div>`;
    const html = `<html><body><h1>T</h1><div itemprop="articleBody">${PROSE.map((text) => `<p>${text}</p>`).join('')}</div>${long}</body></html>`;
    expect(kept(html)).toEqual(PROSE);
  });

  it('is taken from the data of a page that shows only its beginning', () => {
    const body = PROSE.map((text) => text.repeat(3)).join('\\n');
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"T","articleBody":"${body}"}</script>`;
    const html = `<html><head>${head}</head><body><h1>T</h1><p>${PROSE[0]}</p></body></html>`;
    const read = readPage(html);
    expect(read.fromData).toBe(true);
    expect(read.paragraphs).toHaveLength(4);
  });

  it('is empty for a page without prose, and no confidence is put in it', () => {
    const read = readPage('<html><body><ul><li><a href="/a">One</a></li></ul></body></html>');
    expect(read.paragraphs).toEqual([]);
    expect(read.confidence).toBe(0);
  });
});

describe('what is taken out of an article', () => {
  it.each([
    ['related stories', `<div class="related-stories"><p>${LINE}</p></div>`, 'related stories: "related"'],
    [
      'newsletter boxes',
      `<div class="newsletterBox"><p>${LINE}</p></div>`,
      'newsletter or subscription: "newsletter"',
    ],
    ['comments', `<section id="comments"><p>${LINE}</p></section>`, 'comments: "comments"'],
    ['share bars', `<div class="share-bar"><span>${LINE}</span></div>`, 'share bar: "share"'],
    ['pull quotes', `<blockquote class="pullquote">${LINE}</blockquote>`, 'pull quote: "pullquote"'],
    ['captions', `<figure><img src="a.jpg"><figcaption>${LINE}</figcaption></figure>`, 'caption'],
    ['asides', `<aside><p>${LINE}</p></aside>`, 'aside'],
    ['what is hidden', `<div style="display: none"><p>${LINE}</p></div>`, 'hidden'],
    ['author boxes', `<div class="author-bio"><p>${LINE}</p></div>`, 'byline: "author"'],
  ])('%s, with the rule that took them', (_, inside, rule) => {
    const html = page({ inside });
    expect(kept(html)).toEqual(PROSE);
    const found = ruleOf(html, LINE);
    expect(found === rule || found === 'picture').toBe(true);
  });

  it.each([
    ['Advertisement', 'advertisement'],
    ['3 min read', 'reading time'],
    ['Photo: Hal Orme', 'source line'],
    ['14 May 2024', 'date line'],
    ['28.04.2024, 14:07 Uhr', 'date line'],
    ['2 hours ago', 'date line'],
    ['By Jane Orme', 'byline'],
    ['Leave a comment', 'comments'],
    ['Share this on Facebook', 'share bar'],
    ['Follow us on Twitter and Facebook', 'newsletter or subscription'],
    ['© 2024 Saltmere Gazette', 'rights'],
    ['* * *', 'no words'],
  ])('the line "%s"', (line, rule) => {
    const html = page({ inside: `<p>${line}</p>` });
    expect(kept(html)).toEqual(PROSE);
    expect(ruleOf(html, line)).toBe(rule);
  });

  it('lines that are nothing but links, and lists of them', () => {
    const links =
      '<p><a href="/a">Seal seen in harbour again</a></p><ul><li><a href="/b">Dredger sold</a></li></ul>';
    expect(kept(page({ inside: links }))).toEqual(PROSE);
  });

  it('the cells of a table of data', () => {
    expect(kept(page({ inside: '<table><tr><td>Ships</td><td>14</td></tr></table>' }))).toEqual(PROSE);
  });

  it('a paragraph that stands there twice', () => {
    expect(kept(page({ inside: `<p>${PROSE[0]}</p>` }))).toEqual(PROSE);
  });

  it('the headline where it is repeated in the text', () => {
    const head = `<meta property="og:title" content="${HEADLINE}">`;
    expect(kept(page({ head, inside: `<h2>${HEADLINE}</h2>` }))).toEqual(PROSE);
  });

  it('a heading below which everything was taken away', () => {
    const stories =
      '<h3>More stories of the harbour and of all those who have worked there since</h3><p>Advertisement</p>';
    const html = page().replace('</div></main>', `${stories}</div></main>`);
    expect(kept(html)).toEqual(PROSE);
    expect(ruleOf(html, 'More stories of')).toBe('heading of nothing');
  });

  it('other articles beside or inside this one', () => {
    const teaser = `<article><h3><a href="/x">Seal</a></h3><p>${LINE}</p></article>`;
    const html = page().replace('<main>', '<main><article>').replace('</main>', `${teaser}</article></main>`);
    expect(kept(html)).toEqual(PROSE);
  });

  it('labels before the first sentence and after the last one', () => {
    const html = page()
      .replace('<div class="prose">', '<div class="prose"><div>Harbour news</div>')
      .replace('</div></main>', '<span>Topics</span></div></main>');
    expect(kept(html)).toEqual(PROSE);
  });

  it('but not in a zone that holds most of the page, whatever its name', () => {
    expect(kept(page().replace('class="prose"', 'class="sidebar"'))).toEqual(PROSE);
    expect(kept(page().replace('class="prose"', 'class="related"'))).toEqual(PROSE);
  });

  it('but not for what an element only has', () => {
    expect(kept(page().replace('class="prose"', 'class="has-comments article-body"'))).toEqual(PROSE);
  });

  it('but not a paragraph marked as one, however short: letters end with a place', () => {
    const html = page().replace('</div></main>', '<p>Porth Ellyn</p></div></main>');
    expect(kept(html).at(-1)).toBe('Porth Ellyn');
  });
});

describe('the lines under the headline', () => {
  const long = `${LINE} ${LINE}`;

  it('are text where they are as long as a paragraph', () => {
    const html = page({ before: `<header><p class="standfirst">${long}</p></header>` });
    expect(kept(html)[0]).toBe(long);
    expect(ruleOf(html, long)).toBe('standfirst');
  });

  it('are a second headline where they are shorter', () => {
    expect(kept(page({ before: `<p class="subtitle">${LINE}</p>` }))).toEqual(PROSE);
  });
});
