import { describe, expect, test } from 'vitest';
import { articleOf, PROSE, wrap } from './read-text.js';

const TITLE = 'Harbour dredging to start in May';

describe('the lines of a plain text', () => {
  test('GIVEN paragraphs with a blank line between THEN each is one', () => {
    expect(articleOf([TITLE, ...PROSE].join('\n\n')).paragraphs).toEqual(PROSE);
  });

  test('GIVEN one paragraph a line and no blank lines THEN each is one', () => {
    expect(articleOf([TITLE, ...PROSE].join('\n')).paragraphs).toEqual(PROSE);
  });

  test.each([60, 72, 80, 100])('GIVEN lines wrapped at %i columns THEN they are joined', (width) => {
    const text = [TITLE, ...PROSE].map((paragraph) => wrap(paragraph, width)).join('\n\n');
    expect(articleOf(text)).toMatchObject({ title: TITLE, paragraphs: PROSE });
  });

  test('GIVEN paragraphs of one sentence a line, about as long as each other, THEN each is one', () => {
    const sentences = [
      'The council of Wrenfield met on Monday to hear what the dredging of its harbour would cost the town.',
      'Agnes Tolliver told the meeting that the channel had become too narrow for the ferry in most winters.',
      'The harbour master said that boats would have to be moved to the outer quay before work could begin.',
      'Families that fish from the inner basin asked for money to make up for weeks without a catch at sea.',
      'The vessel that is to lift the silt is expected in the last days of April if the weather is kind too.',
      'Nobody at the meeting spoke against the plan, though several asked why it had taken two whole years.',
    ];
    expect(articleOf([TITLE, ...sentences].join('\n')).paragraphs).toEqual(sentences);
  });

  test('GIVEN wrapped lines and indented paragraphs without blank lines THEN they are told apart', () => {
    const text = `${TITLE}\n\n${PROSE.map((paragraph) => wrap(paragraph, 72, '   ')).join('\n')}`;
    expect(articleOf(text).paragraphs).toEqual(PROSE);
  });

  test('GIVEN a promo on the line next to a wrapped paragraph THEN only the promo goes', () => {
    const [first = '', ...rest] = PROSE.map((paragraph) => wrap(paragraph, 72));
    const { paragraphs, removed } = articleOf(
      [TITLE, `${first}\nREAD MORE: Lighthouse to be painted`, ...rest].join('\n\n'),
    );
    expect(paragraphs).toEqual(PROSE);
    expect(removed).toMatchObject([{ text: 'READ MORE: Lighthouse to be painted' }]);
  });

  test('GIVEN a promo that was itself wrapped THEN it goes as a whole', () => {
    const promo = 'READ MORE: Lighthouse above the estuary to be painted in red and white again';
    const text = [TITLE, ...PROSE.slice(0, 3), promo, ...PROSE.slice(3)].map((paragraph) =>
      wrap(paragraph, 72),
    );
    const { paragraphs, removed } = articleOf(text.join('\n\n'));
    expect(paragraphs).toEqual(PROSE);
    expect(removed).toMatchObject([{ text: promo }]);
  });

  test('GIVEN a sentence broken over lines in a file that is not wrapped THEN it is mended', () => {
    const text = [TITLE, ...PROSE.slice(1), 'The harbour master said\nthat the ferry would wait.'].join(
      '\n\n',
    );
    expect(articleOf(text).paragraphs.at(-1)).toBe('The harbour master said that the ferry would wait.');
  });

  test('GIVEN a word broken at a line end THEN its hyphen stays and no space comes in', () => {
    const text = [TITLE, ...PROSE, 'It was a week-\nlong wait for the boats.'].join('\n\n');
    expect(articleOf(text).paragraphs.at(-1)).toBe('It was a week-long wait for the boats.');
  });

  test.each(['\r\n', '\r', '\u2028', '\u0085'])(
    'GIVEN line ends of the kind %j THEN they are seen',
    (end) => {
      expect(articleOf([TITLE, ...PROSE].join(end + end)).paragraphs).toEqual(PROSE);
    },
  );
});

describe('white space inside a paragraph', () => {
  const inText = (sentence: string) => {
    const article = articleOf([TITLE, ...PROSE, sentence].join('\n\n'));
    const start = article.text.lastIndexOf('\n\n') + 2;
    return { text: article.text.slice(start), gaps: article.gaps.map((gap) => gap - start) };
  };

  test.each(['  ', ' \u00A0', '\u00A0\u00A0', '   '])(
    'a run %j between words is closed up and marked as a gap',
    (run) => {
      expect(inText(`The boats of${run}must move before the dredger comes.`)).toEqual({
        text: 'The boats of must move before the dredger comes.',
        gaps: [12],
      });
    },
  );

  test.each(['. ', '.” ', '? ', '! ', '… ', ': ', '.) '])(
    'a double space after %j is only typography',
    (end) => {
      expect(inText(`The boats must move${end} The dredger comes in May.`).gaps).toEqual([]);
    },
  );

  test('a single no-break space is a space', () => {
    expect(inText('The boats\u00A0must move before the dredger comes.')).toEqual({
      text: 'The boats must move before the dredger comes.',
      gaps: [],
    });
  });

  test('a tab is layout, not a lost link', () => {
    expect(inText('The boats\t must move before the dredger comes.').gaps).toEqual([]);
  });
});

describe('characters', () => {
  test('zero-width, bidi and control characters are dropped, and gaps still point at spaces', () => {
    const hidden =
      'The bo\u200Bats \u202Eof\u202C \u00A0 must\u0007 m\u00ADove\u2066 soon\u2069 for the dredger.';
    const { text, gaps } = articleOf([TITLE, ...PROSE, hidden].join('\n\n'));
    expect(text.endsWith('\n\nThe boats of must move soon for the dredger.')).toBe(true);
    expect(gaps.map((gap) => text.slice(gap - 3, gap + 5))).toEqual([' of must']);
  });

  test('curly quotation marks, accents and decomposed letters stay as they are', () => {
    const words = 'Zoë said “it’s a café” — the cafe\u0301 by the quay, she meant.';
    expect(articleOf([TITLE, ...PROSE, words].join('\n\n')).text.endsWith(words)).toBe(true);
  });
});
