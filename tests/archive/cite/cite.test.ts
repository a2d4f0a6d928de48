import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citeBibtex } from '../../../src/archive/cite/bibtex.js';
import type { Citation } from '../../../src/archive/cite/citation.js';
import { citeMarkdown } from '../../../src/archive/cite/markdown.js';
import { citePlain } from '../../../src/archive/cite/plain.js';
import { citeRis } from '../../../src/archive/cite/ris.js';

const citation: Citation = {
  words: 'We will mend it before the winter',
  article: {
    id: 'wick-1',
    file: 'wick/bridge.md',
    title: 'Bridge at Wickhollow to close',
    publication: 'Wickhollow Post',
    authors: ['Anna Fenn', 'Lind Valley News Agency'],
    publishedAt: '2022-01-20T09:30:00Z',
    url: 'https://post.example/bridge',
    archivedUrl: 'https://copies.example/2022/https://post.example/bridge',
  },
  paragraph: 6,
  lastParagraph: 6,
  speaker: { name: 'Mabel Orr', role: 'Mayor of Wickhollow' },
};
const bare: Citation = {
  ...citation,
  article: { id: 'x', file: 'x', title: 'Fog', publication: null, authors: [], publishedAt: null, url: null },
  lastParagraph: 8,
  speaker: null,
};

describe('a citation as plain text', () => {
  test('has the words, who said them, the reference and the addresses', () => {
    expect(citePlain(citation)).toBe(
      [
        '“We will mend it before the winter” (Mabel Orr, Mayor of Wickhollow)',
        'Anna Fenn, Lind Valley News Agency, “Bridge at Wickhollow to close”, Wickhollow Post, 20 January 2022, paragraph 7.',
        'https://post.example/bridge',
        'Archived copy: https://copies.example/2022/https://post.example/bridge',
      ].join('\n'),
    );
  });

  test('leaves out what is not known', () => {
    expect(citePlain(bare)).toBe('“We will mend it before the winter”\n“Fog”, paragraphs 7–9.');
  });
});

describe('a citation as Markdown', () => {
  test('is a block quote with a linked reference', () => {
    expect(citeMarkdown(citation)).toBe(
      '> We will mend it before the winter\n\n— Mabel Orr, Mayor of Wickhollow, Anna Fenn, Lind Valley News Agency, [“Bridge at Wickhollow to close”](<https://post.example/bridge>), *Wickhollow Post*, 20 January 2022, paragraph 7, [archived copy](<https://copies.example/2022/https://post.example/bridge>)',
    );
  });

  test('shows marks as they stand, and keeps paragraphs apart', () => {
    const words = '# *Not* a [title](x)\n\n- nor a list\n\n1. nor this';
    expect(citeMarkdown({ ...bare, words })).toBe(
      '> \\# \\*Not\\* a \\[title\\]\\(x\\)\n>\n> \\- nor a list\n>\n> 1\\. nor this\n\n— “Fog”, paragraphs 7–9',
    );
  });
});

describe('a citation as BibTeX', () => {
  test('is an entry with the words in its note', () => {
    expect(citeBibtex(citation)).toBe(
      [
        '@article{fenn2022bridge,',
        '  author = {Fenn, Anna and {Lind Valley News Agency}},',
        '  title = {{Bridge at Wickhollow to close}},',
        '  journal = {Wickhollow Post},',
        '  year = {2022},',
        '  month = jan,',
        '  day = {20},',
        '  url = {https://post.example/bridge},',
        '  note = {“We will mend it before the winter” (Mabel Orr, Mayor of Wickhollow), paragraph 7. Archived copy: https://copies.example/2022/https://post.example/bridge}',
        '}',
      ].join('\n'),
    );
    expect(citeBibtex(bare)).toMatch(/^@misc\{article,\n {2}title = \{\{Fog\}\},\n {2}note = /);
  });

  test('escapes what means something in it', () => {
    const entry = citeBibtex({ ...bare, words: 'a {b} \\c $5 & 50% #1 x_y ~^' });
    expect(entry).toContain(
      'a \\textbraceleft{}b\\textbraceright{} \\textbackslash{}c \\$5 \\& 50\\% \\#1 x\\_y \\textasciitilde{}\\textasciicircum{}',
    );
  });
});

describe('a citation as RIS', () => {
  test('is a record of lines that each begin with a tag', () => {
    expect(citeRis(citation).split('\r\n')).toEqual([
      'TY  - NEWS',
      'AU  - Fenn, Anna',
      'AU  - Lind Valley News Agency',
      'TI  - Bridge at Wickhollow to close',
      'T2  - Wickhollow Post',
      'PY  - 2022',
      'DA  - 2022/01/20/',
      'UR  - https://post.example/bridge',
      'L2  - https://copies.example/2022/https://post.example/bridge',
      'N1  - “We will mend it before the winter” (Mabel Orr, Mayor of Wickhollow), paragraph 7',
      'ER  - ',
      '',
    ]);
  });

  test('keeps a value with a line break in it from becoming a tag', () => {
    expect(citeRis({ ...bare, words: 'one\nER  - \nTY  - JOUR' })).toContain('N1  - “one ER - TY - JOUR”');
  });
});

// Text with what each format gives a meaning, and anything else.
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\u2028',
        '{',
        '}',
        '\\',
        '{{',
        'ER  - ',
        '@article{x,',
        '](https://evil.example)',
        '```',
        '> ',
        '# ',
        '%',
        '"',
        '<b>',
        ' and ',
        ',',
        'été',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const anyCitation: fc.Arbitrary<Citation> = fc.record({
  words: hostile,
  article: fc.record({
    id: fc.constant('a'),
    file: fc.constant('a'),
    title: hostile,
    publication: fc.option(hostile),
    authors: fc.array(hostile, { maxLength: 3 }),
    publishedAt: fc.option(fc.oneof(hostile, fc.constant('2022-12-31'))),
    url: fc.option(
      fc.oneof(
        hostile,
        hostile.map((path) => `https://x.example/${path}`),
      ),
    ),
    archivedUrl: hostile.map((path) => `https://x.example/${path}`),
  }),
  paragraph: fc.nat(),
  lastParagraph: fc.nat(),
  speaker: fc.option(fc.record({ name: hostile, role: fc.option(hostile) })),
});

describe('whatever an article holds', () => {
  test('BibTeX is one entry whose braces pair, and nothing ends it early', () => {
    fc.assert(
      fc.property(anyCitation, (any) => {
        const entry = citeBibtex(any);
        let depth = 0;
        for (const [at, character] of [...entry].entries()) {
          if (character === '{') depth += 1;
          if (character === '}') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(
            at === [...entry].length - 1 ? 0 : 1 - Number(at < entry.indexOf('{')),
          );
        }
        expect(depth).toBe(0);
        expect(
          entry
            .split('\n')
            .slice(1, -1)
            .every((line) => /^ {2}(?:[a-z]+ = \{.*\}|month = [a-z]{3}),?$/u.test(line)),
        ).toBe(true);
        expect(entry).toMatch(/^@(?:article|misc)\{[a-z0-9]+,\n/);
      }),
    );
  });

  test('RIS has a known tag on every line, and one record', () => {
    fc.assert(
      fc.property(anyCitation, (any) => {
        const lines = citeRis(any).split('\r\n');
        expect(
          lines.slice(0, -1).every((line) => /^(?:TY|AU|TI|T2|PY|DA|UR|L2|N1|ER) {2}- .*$/u.test(line)),
        ).toBe(true);
        expect(lines.filter((line) => /^(?:TY|ER)/.test(line))).toEqual(['TY  - NEWS', 'ER  - ']);
        expect(citeRis(any).replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });

  test('Markdown has no link but to the article’s own addresses, no HTML and no code', () => {
    fc.assert(
      fc.property(anyCitation, (any) => {
        const shown = citeMarkdown(any).replace(/\\[\p{P}\p{S}]/gu, '');
        const rest = shown.replace(/\[[^[\]]*\]\(<https?:\/\/[^\s<>]*>\)/g, '');
        expect(rest.replace(/^> ?/gm, '')).not.toMatch(/[[\]<>`]/);
      }),
    );
  });

  test('plain text has as many lines as it has parts', () => {
    fc.assert(
      fc.property(anyCitation, (any) => {
        expect(citePlain(any).split(/[\r\n\u2028\u2029]/).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
