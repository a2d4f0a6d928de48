import { describe, expect, test } from 'vitest';
import { articleOf, PROSE, readText } from './read-text.js';

const read = (text: string) => articleOf(text, 'news/harbour-dredging.md');
const BODY = PROSE.join('\n\n');

describe('the body of a Markdown file', () => {
  test('marks go, words stay, and links lose their targets', () => {
    const text = `# Dredging\n\nThe *town* council **agreed** to [pay for it](https://example.org/a?b=c "why") in \`May\`.`;
    expect(read(text).paragraphs).toEqual(['The town council agreed to pay for it in May.']);
  });

  test('headings, list items and quotations are paragraphs of their own', () => {
    const text =
      '# Dredging\n\n## What it costs\n\n- Silt\n- Boats\n  - Small ones\n\n> Wait and see.\n\n1. First\n2. Then';
    expect(read(text).paragraphs).toEqual([
      'What it costs',
      'Silt',
      'Boats',
      'Small ones',
      'Wait and see.',
      'First',
      'Then',
    ]);
  });

  test('wrapped lines and hard breaks are one paragraph', () => {
    expect(read('# Dredging\n\nThe council\nagreed  \nto pay\\\nfor it.').paragraphs).toEqual([
      'The council agreed to pay for it.',
    ]);
  });

  test('code, HTML and pictures are removed, with their lines', () => {
    const text =
      '---\ntitle: Dredging\n---\n```js\nlet x\n```\n\n<div>ad</div>\n\nThe ![plan](p.png)council<br>agreed.';
    const { paragraphs, removed } = read(text);
    expect(paragraphs).toEqual(['The council agreed.']);
    expect(removed).toEqual([
      { text: 'let x', line: 4, reason: 'code' },
      { text: '<div>ad</div>', line: 8, reason: 'HTML' },
      { text: 'plan', line: 10, reason: 'picture' },
      { text: '<br>', line: 10, reason: 'HTML' },
    ]);
  });

  test('an indented paragraph is prose, not code', () => {
    expect(read(`# Dredging\n\n    ${PROSE[0]}`).paragraphs).toEqual([PROSE[0]]);
  });

  test('entities become characters, and those that hide or break text are dropped', () => {
    expect(read('# Dredging\n\nCaf&eacute; &amp; quay&#x202e; &#0;open.').paragraphs[0]).toMatch(
      /^Café & quay .?open\.$/,
    );
  });

  test('promo lines go, as in plain text', () => {
    const text = `# Dredging\n\n${PROSE[0]}\n\n**READ MORE:** [Lighthouse to be painted](x.html)\n\n${BODY}`;
    expect(read(text).removed).toEqual([
      { text: 'READ MORE: Lighthouse to be painted', line: 5, reason: 'promo: leads to another story' },
    ]);
  });

  test('a paragraph that is nothing but a headline with a link goes; a link in a sentence does not', () => {
    const text = `# Dredging\n\n${PROSE[0]}\n\n[Ferry to use the outer quay](x.html)\n\n[The council agreed to pay.](y.html)\n\n${BODY}`;
    const { removed, paragraphs } = read(text);
    expect(removed.map(({ text }) => text)).toEqual(['Ferry to use the outer quay']);
    expect(paragraphs).toContain('The council agreed to pay.');
  });

  test('a heading is never taken for the headline of another story', () => {
    const heading = 'Royal baker Gideon Thrupp LIVE: Millions for sourdough! Pastry queen faces backlash';
    expect(read(`# Dredging\n\n${BODY}\n\n## ${heading}\n\n${BODY}`).paragraphs).toContain(heading);
  });

  test('the words of a lost link leave a gap', () => {
    const { text, gaps } = read('# Dredging\n\nThe boats of &nbsp;must move before the dredger comes.');
    expect(gaps.map((gap) => text.slice(gap - 2, gap + 5))).toEqual(['of must']);
  });

  test('a text too tangled for the Markdown parser is read as plain text, with a warning', () => {
    const { articles, problems } = readText(`Dredging\n\n${BODY}\n\n${'> '.repeat(50)}deep`, 'a.md');
    expect(articles[0]?.paragraphs).toContain(PROSE[1]);
    expect(problems).toMatchObject([{ rejected: false, what: 'it was read as plain text, not as Markdown' }]);
  });
});

describe('the title of a Markdown file', () => {
  test('comes from front matter; the same heading is not repeated in the text', () => {
    const article = read(`---\ntitle: Harbour dredging\n---\n# Harbour  Dredging\n\n${BODY}`);
    expect(article).toMatchObject({ title: 'Harbour dredging', paragraphs: PROSE });
  });

  test('a first heading that says something else stays in the text', () => {
    const article = read(`---\ntitle: Harbour dredging\n---\n# Two years late\n\n${BODY}`);
    expect(article.paragraphs).toEqual(['Two years late', ...PROSE]);
  });

  test('falls back to the first heading, then to the file name', () => {
    expect(read(`# Two *years* late\n\n${BODY}`)).toMatchObject({
      title: 'Two years late',
      paragraphs: PROSE,
    });
    expect(read(BODY)).toMatchObject({ title: 'harbour dredging', paragraphs: PROSE });
  });
});
