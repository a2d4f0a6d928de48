import { describe, expect, test } from 'vitest';
import { articleOf, PROSE } from './read-text.js';

const BODY = PROSE.join('\n\n');

function header(text: string, name?: string) {
  const { title, publication, tagline, authors, publishedAt, url, paragraphs, removed } = articleOf(
    text,
    name,
  );
  return { title, publication, tagline, authors, publishedAt, url, first: paragraphs[0], removed };
}

describe('the lines above the first paragraph of a plain text', () => {
  test('GIVEN only a headline THEN it is the title', () => {
    expect(header(`Harbour dredging to start in May\n\n${BODY}`)).toMatchObject({
      title: 'Harbour dredging to start in May',
      publication: null,
      tagline: null,
      first: PROSE[0],
    });
  });

  test('GIVEN no header THEN the title comes from the file name and no paragraph is lost', () => {
    expect(header(BODY, 'news/harbour-dredging_2023.txt')).toMatchObject({
      title: 'harbour dredging 2023',
      first: PROSE[0],
    });
  });

  test('GIVEN publication, tagline and headline THEN each is found', () => {
    const text = `The Wrenfield Courier\n\nThe Voice of the Estuary\n\nHarbour dredging to start in May after delay\n\n${BODY}`;
    expect(header(text)).toMatchObject({
      publication: 'The Wrenfield Courier',
      tagline: 'The Voice of the Estuary',
      title: 'Harbour dredging to start in May after delay',
      first: PROSE[0],
    });
  });

  test('GIVEN publication and headline THEN there is no tagline', () => {
    expect(header(`Wrenfield Gazette\n\nHarbour dredging to start in May\n\n${BODY}`)).toMatchObject({
      publication: 'Wrenfield Gazette',
      tagline: null,
      title: 'Harbour dredging to start in May',
    });
  });

  test('GIVEN a line below the headline THEN it stays in the text', () => {
    const text = `Harbour dredging to start in May\n\nTwo-year delay ends as council agrees to pay\n\n${BODY}`;
    expect(header(text)).toMatchObject({
      title: 'Harbour dredging to start in May',
      first: 'Two-year delay ends as council agrees to pay',
    });
  });

  test('GIVEN a headline that ends in a full stop THEN it is still the title', () => {
    const text = `Harbour Dredging To Begin After Two Years of Waiting for a Permit.\n\n${BODY}`;
    expect(header(text)).toMatchObject({
      title: 'Harbour Dredging To Begin After Two Years of Waiting for a Permit.',
      first: PROSE[0],
    });
  });

  test('GIVEN the name of a section above the headline THEN it is not the title', () => {
    const { title, removed } = header(`Politics\n\nHarbour dredging to start in May\n\n${BODY}`);
    expect(title).toBe('Harbour dredging to start in May');
    expect(removed).toEqual([{ text: 'Politics', line: 1, reason: 'the name of a section' }]);
  });

  test('GIVEN labelled lines and an address THEN they are read', () => {
    const text = `Title: Harbour dredging\nAuthor: Ines Calloway\nDate: 14 March 2023\nSource: The Wrenfield Courier\nhttps://courier.example.com/dredging\n\n${BODY}`;
    expect(header(text)).toMatchObject({
      title: 'Harbour dredging',
      authors: ['Ines Calloway'],
      publishedAt: '2023-03-14',
      publication: 'The Wrenfield Courier',
      url: 'https://courier.example.com/dredging',
      first: PROSE[0],
    });
  });

  test('GIVEN an address that must not be linked THEN there is no url', () => {
    const { url, removed } = header(`Harbour dredging to start\nURL: javascript:alert(1)\n\n${BODY}`);
    expect(url).toBeNull();
    expect(removed).toHaveLength(1);
  });
});

describe('bylines', () => {
  test.each([
    ['By Jane Roe', ['Jane Roe']],
    ['BY JANE ROE', ['JANE ROE']],
    ['By: Jane Roe', ['Jane Roe']],
    ['By Jane Roe and Tobias Quill', ['Jane Roe', 'Tobias Quill']],
    ['By Jane Roe, Tobias Quill & Zoë van der Linde', ['Jane Roe', 'Tobias Quill', 'Zoë van der Linde']],
    ['By Jane Roe, Political Editor', ['Jane Roe']],
    ['By Jane Roe, CNN', ['Jane Roe']],
    ['Words by Jane Roe', ['Jane Roe']],
  ])('%s', (line, authors) => {
    expect(header(`Harbour dredging to start in May\n${line}\n\n${BODY}`)).toMatchObject({
      authors,
      first: PROSE[0],
    });
  });

  test('a sentence that starts with "By" is none', () => {
    const line = 'By spring the boats will have moved to the outer quay';
    expect(header(`Harbour dredging to start in May\n\n${line}\n\n${BODY}`)).toMatchObject({
      authors: [],
      first: line,
    });
  });
});

describe('date lines', () => {
  test.each([
    ['20 January 2022', '2022-01-20'],
    ['January 20, 2022', '2022-01-20'],
    ['Thursday, 20th January 2022', '2022-01-20'],
    ['Thu 20 Jan 2022 17.00 GMT', '2022-01-20'],
    ['Published: 09:30, 20 January 2022', '2022-01-20'],
    ['Published 2022-01-20T09:30:00Z', '2022-01-20'],
    ['Sept. 5, 2021 at 3:14 p.m. EST', '2021-09-05'],
    ['20 January 2022 • 9:44pm', '2022-01-20'],
  ])('%s', (line, publishedAt) => {
    expect(header(`Harbour dredging to start in May\n${line}\n\n${BODY}`)).toMatchObject({
      publishedAt,
      first: PROSE[0],
    });
  });

  test.each([
    '2 hours ago',
    'Yesterday',
    'Published: today at 9:30',
    '03/04/2022',
    '9:34 p.m.',
    '31 February 2022',
  ])('%s names no day for certain', (line) => {
    expect(header(`Harbour dredging to start in May\n${line}\n\n${BODY}`).publishedAt).toBeNull();
  });

  test('the day of publication counts, not that of an update, whichever comes first', () => {
    const text = `Harbour dredging to start\nUpdated 21 January 2022\nPublished 20 January 2022\n\n${BODY}`;
    expect(header(text).publishedAt).toBe('2022-01-20');
    expect(header(`Harbour dredging to start\nUpdated 21 January 2022\n\n${BODY}`).publishedAt).toBe(
      '2022-01-21',
    );
  });

  test('byline, newspaper and date can share a line', () => {
    const text = `Harbour dredging to start\nBy Jane Roe | The Wrenfield Courier | 20 January 2022\n\n${BODY}`;
    expect(header(text)).toMatchObject({
      authors: ['Jane Roe'],
      publishedAt: '2022-01-20',
      removed: [{ text: 'The Wrenfield Courier', line: 2, reason: 'beside the byline' }],
    });
    expect(header(`Harbour dredging to start\nBy Jane Roe, 20 January 2022\n\n${BODY}`)).toMatchObject({
      authors: ['Jane Roe'],
      publishedAt: '2022-01-20',
    });
  });
});
