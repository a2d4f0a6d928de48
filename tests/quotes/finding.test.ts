import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

const texts = (text: string) => extractQuotes(text).map((quotation) => quotation.text);

describe('finding quotations', () => {
  it.each([
    ['curly', '“The bridge is safe,” Ann Moss said.'],
    ['straight', '"The bridge is safe," Ann Moss said.'],
    ['doubled', "''The bridge is safe,'' Ann Moss said."],
    ['guillemets', '«The bridge is safe,» Ann Moss said.'],
    ['low and high', '„The bridge is safe,“ Ann Moss said.'],
    ['a wrong way round', '”The bridge is safe,” Ann Moss said.'],
  ])('reads %s marks', (_name, text) => {
    expect(texts(text)).toEqual(['The bridge is safe,']);
  });

  it('keeps a quotation inside a quotation as part of it', () => {
    expect(texts('“He told me ‘never again’ and “not ever” and left,” Ann Moss said.')).toHaveLength(1);
  });

  it('reads inches and minutes as no marks', () => {
    expect(texts('The shelf is 6\'2" high and 5" deep, Ann Moss said.')).toEqual([]);
  });

  it('gives one quotation for each paragraph of a long one', () => {
    expect(texts('Ann Moss said: “The bridge is safe.\n\n“It was always safe.”')).toEqual([
      'The bridge is safe.',
      'It was always safe.',
    ]);
  });

  it('leaves out titles of works, nicknames and words in scare quotes', () => {
    expect(texts('Ann Moss reads “The Long Winter” to the children.')).toEqual([]);
    expect(texts('Joseph “Joe” Moss runs the so-called “winter school”.')).toEqual([]);
    expect(texts('In her book, “The Long Winter”, Ann Moss said it would snow.')).toEqual([]);
  });

  it('keeps longer words that nobody is known to have said, without a name', () => {
    const [quotation] = extractQuotes(
      'Ann Moss travelled to Marl to “strengthen the ties between two old towns”.',
    );
    expect(quotation?.speaker).toBeNull();
  });

  it('tells a whole statement from a quoted part', () => {
    const kinds = extractQuotes(
      '“The bridge is safe,” Ann Moss said, adding that it was “as good as new”.',
    ).map((quotation) => quotation.kind);
    expect(kinds).toEqual(['direct', 'mixed']);
  });

  it('counts paragraphs from 0', () => {
    const [quotation] = extractQuotes('It rained.\n\n“The bridge is safe,” Ann Moss said.');
    expect(quotation?.paragraph).toBe(1);
  });

  it('shows the sentence, the mention and the cue that prove the speaker', () => {
    const text =
      'It rained all day. The mayor, Ann Moss, told reporters that the bridge was “safe enough for carts”. It stopped.';
    const [quotation] = extractQuotes(text);
    expect(quotation?.speaker).toMatchObject({
      name: 'Ann Moss',
      role: 'mayor',
      mention: { text: 'Ann Moss' },
      cue: { text: 'told' },
      evidence: { text: 'The mayor, Ann Moss, told reporters that the bridge was “safe enough for carts”.' },
    });
  });
});

describe('an article in single marks', () => {
  const article = [
    'Speaking at the town hall on Tuesday, Nora Pettigrew said: ‘I’ve seen children who’d never owned a book walk out with six.’',
    '‘It’s the boys’ club that decides everything,’ she added, ‘and it always has been.’',
    'Council leader Graham Oakes insisted that the closure was ‘regrettable but necessary’.',
    '‘We haven’t the money,’ Mr Oakes told the Gazette. ‘If we kept it open we’d have to close the pool.’',
    '‘They don’t listen to us,’ said Tobias Lund, 34, a father of two.',
  ].join('\n\n');

  it('tells apostrophes from closing marks', () => {
    expect(texts(article)).toEqual([
      'I’ve seen children who’d never owned a book walk out with six.',
      'It’s the boys’ club that decides everything,',
      'and it always has been.',
      'regrettable but necessary',
      'We haven’t the money,',
      'If we kept it open we’d have to close the pool.',
      'They don’t listen to us,',
    ]);
  });

  it('finds the speakers', () => {
    expect(extractQuotes(article).map(({ speaker }) => speaker?.name)).toEqual([
      'Nora Pettigrew',
      'Nora Pettigrew',
      'Nora Pettigrew',
      'Graham Oakes',
      'Graham Oakes',
      'Graham Oakes',
      'Tobias Lund',
    ]);
  });

  it('reads straight single marks too', () => {
    expect(
      texts("'The boats don't sail in winter,' said Ann Moss. 'They never did, and they won't.'"),
    ).toEqual(["The boats don't sail in winter,", "They never did, and they won't."]);
  });
});
