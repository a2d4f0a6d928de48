import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPage } from '../../../src/articles/html/explain.js';
import { MAX_PAGE_BYTES } from '../../../src/articles/limits.js';
import { readArticle } from '../../../src/articles/read.js';
import { PROSE, page } from './made-up-page.js';

const MILLIONS = 2_000_000;
const fill = (part: string) => part.repeat(Math.floor(MILLIONS / part.length));
const count = (part: (index: number) => string) =>
  Array.from({ length: 60_000 }, (_, index) => part(index)).join('');

describe('a hostile page', () => {
  it.each<[string, string]>([
    ['10^5 divs inside each other', `${'<div>'.repeat(100_000)}x`],
    ['10^4 spans inside each other', `<p>${'<span>'.repeat(10_000)}x`],
    ['2 million <', `<p>${'<'.repeat(MILLIONS)}`],
    ['2 MB of links', fill('<a href="http://x.example">A link</a> ')],
    ['2 MB of bold that is never closed', count((index) => `<p><b id=${index}>x</p>`)],
    ['2 MB of links that are never closed', fill('<a href=x>x')],
    ['tables inside each other', fill('<table><tr><td>')],
    ['text in a table', `<table>${fill('x<b>')}`],
    ['60,000 attributes', `<p ${count((index) => `a${index} `)}>x</p>`],
    ['2 MB of line breaks', fill('<br>x')],
    ['2 MB of comments', fill('<!-- -->')],
    ['a comment that never ends', `<!--${fill('<!-')}`],
    ['scripts in a script', `<script>${fill('<!--<script ')}`],
    ['JSON-LD 10^6 deep', `<script type="application/ld+json">${'['.repeat(1_000_000)}</script>`],
    [
      'a deep spine of related stories',
      '<div class="related">'.repeat(500) + fill('<p>Some words that end.</p>'),
    ],
    ['2 MB of articles', fill('<article><h2><a href=x>y</a></h2><p>Some words that end.</p></article>')],
    ['2 MB of lists', fill('<ul><li>some words here</li></ul>')],
    ['2 MB of bylines', `<h1>t</h1>${fill('<span class=author>Jane Orme, </span>')}`],
    ['2 MB of quotation marks', `<p>${fill('"')}x`],
    ['2 MB of spaces', `<p>${fill(' ')}x`],
    [
      'elements named like parts of JavaScript',
      '<constructor role="constructor" class="__proto__">x</constructor>',
    ],
  ])('of %s ends with a result or a problem', (_, body) => {
    const { articles, problems } = readArticle(Buffer.from(`<!doctype html><body>${body}`), {
      name: 'x.html',
    });
    expect(articles.length + problems.length).toBeGreaterThan(0);
  });

  it('larger than the limit is refused', () => {
    const bytes = Buffer.alloc(MAX_PAGE_BYTES + 1, '<p>x</p>');
    expect(readArticle(bytes, { name: 'x.html' }).problems[0]?.what).toBe('it is too large');
  });

  it('that is cut short says so and keeps the article above the cut', () => {
    const html = page({ after: '<div>'.repeat(1_000) });
    const { articles, problems } = readArticle(Buffer.from(html), { name: 'x.html' });
    expect(articles[0]?.paragraphs).toEqual(PROSE);
    expect(problems[0]).toMatchObject({ rejected: false, what: 'it was read only in part' });
  });
});

const TAGS = [
  'p',
  'div',
  'span',
  'b',
  'a href="/x"',
  'ul',
  'li',
  'h2',
  'article',
  'aside',
  'table',
  'td',
  'br',
  'section class="body"',
];
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const piece = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `${words.join(' ')}. `),
  fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
  fc.constantFrom(...TAGS).map((tag) => `</${tag.split(' ')[0]}>`),
);

describe('any page', () => {
  it('keeps only words that stand in it, in their order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        // Tables move text that is misplaced in them, as browsers do, so they are left out here.
        const html = pieces.filter((part) => !/<\/?(?:table|td)/.test(part)).join('');
        const source = html
          .replace(/<[^>]*>/g, ' ')
          .split(/\s+/)
          .filter(Boolean);
        let at = 0;
        for (const { kept, text } of explainPage(html).blocks) {
          if (!kept) continue;
          for (const wanted of text.split(' ')) {
            at = source.indexOf(wanted, at) + 1;
            expect(at, wanted).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
        const { problems } = readArticle(Buffer.from(`<html>${pieces.join('')}`), { name: 'x.html' });
        expect(problems.map(({ remedy }) => remedy)).not.toContain('please report this file as a bug');
      }),
    );
  });
});
