import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphOf, safeUrl, sourceLine } from '../../../src/discord/render/source.js';
import { en } from '../../../src/words/en.js';
import { anyArticle, anyText, article } from '../made-up.js';

describe('a source line', () => {
  test('names the title, linked, the publication, the day and the place', () => {
    expect(sourceLine(article, en, paragraphOf(en, 6))).toBe(
      '[Bridge at Wickhollow to close](https://post.example/bridge) · Wickhollow Post · 20 January 2022 · paragraph 7',
    );
  });

  test('leaves out what the article does not say', () => {
    expect(sourceLine({ ...article, url: null, publication: null, publishedAt: null }, en)).toBe(
      'Bridge at Wickhollow to close',
    );
  });

  test('keeps a title with square brackets out of the link, which they could end', () => {
    expect(
      sourceLine(
        { ...article, title: 'x](https://evil.example) [y', publication: null, publishedAt: null },
        en,
      ),
    ).toBe('x\\](https\\://evil.example) \\[y · [link](https://post.example/bridge)');
  });

  test('is one line without a bracket in play but those of its one link, for any article', () => {
    fc.assert(
      fc.property(anyArticle, (any) => {
        const line = sourceLine(any, en).replace(/\\[^0-9A-Za-z\s]/g, 'x');
        expect(line).not.toContain('\n');
        const rest = line.replace(/\[[^[\]]*\]\(https?:\/\/[^\s()<>[\]]+\)/, '');
        expect(rest).not.toMatch(/[[\]]/);
      }),
    );
  });

  test('links to the words that stand there, and to an archived copy', () => {
    const archivedUrl = 'https://copies.example/a_(b)';
    const linked = { text: 'We will mend it' };
    expect(sourceLine({ ...article, archivedUrl }, en, 'paragraph 7', linked)).toBe(
      '[Bridge at Wickhollow to close](https://post.example/bridge#:~:text=We%20will%20mend%20it) · Wickhollow Post · 20 January 2022 · paragraph 7 · [archived copy](https://copies.example/a_%28b%29)',
    );
    expect(sourceLine({ ...article, archivedUrl: 'javascript:alert(1)' }, en, '', linked)).not.toContain(
      'javascript',
    );
  });

  test('counts paragraphs from one', () => {
    expect(paragraphOf(en, 0)).toBe('paragraph 1');
    expect(paragraphOf(en, 6, 7)).toBe('paragraphs 7–8');
  });
});

describe('an address to link to', () => {
  test.each([
    ['https://post.example/a_(b)', 'https://post.example/a_%28b%29'],
    ['https://post.example/?q="x" y', 'https://post.example/?q=%22x%22%20y'],
    [
      'https://post.example/a)[b](https://evil.example',
      'https://post.example/a%29%5Bb%5D%28https://evil.example',
    ],
  ])('%s is encoded so that it cannot end the link', (address, encoded) => {
    expect(safeUrl(address)).toBe(encoded);
  });

  test('keeps a directive that leads to words of the page, and no other tilde', () => {
    const url = 'https://post.example/~a#:~:text=mend';
    expect(safeUrl(url)).toBe('https://post.example/%7Ea#:~:text=mend');
    expect(safeUrl('https://post.example/:~:/~~b~~')).toBe('https://post.example/:%7E:/%7E%7Eb%7E%7E');
    expect(sourceLine({ ...article, url }, en, '', { text: 'other words' })).toContain('#:~:text=mend)');
  });

  test.each([
    'javascript:alert(1)',
    'ftp://post.example',
    'https://bank.example@evil.example/',
    'no address',
    `https://post.example/${'a'.repeat(400)}`,
    null,
  ])('%s is not linked', (address) => expect(safeUrl(address)).toBeNull());

  test('never holds what could end a link', () => {
    fc.assert(
      fc.property(anyText(), (path) => {
        const url = safeUrl(`https://x.example/${path}`);
        if (url !== null) expect(url.replaceAll(':~:', '')).not.toMatch(/[\s()<>[\]\\|"'`*~^{}]/);
      }),
    );
  });
});
