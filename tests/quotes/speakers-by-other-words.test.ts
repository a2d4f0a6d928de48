import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

/** Who is named for each quotation of a text; null where nobody is. */
const named = (...paragraphs: string[]) =>
  extractQuotes(paragraphs.join('\n\n')).map(({ speaker }) =>
    speaker?.kind === 'person' ? speaker.name : null,
  );

describe('a name spelt otherwise', () => {
  it('is the one person whose surname is a letter away', () => {
    expect(named('Nora Lindqvist built the quay.', '“It will hold,” Lindqist said.')).toEqual([
      'Nora Lindqvist',
    ]);
    expect(named('Nora Lindqvist and Karl Lindquist met.', '“It will hold,” Lindqist said.')).toEqual([null]);
  });

  it('is no slip where it is short, a plural or used often', () => {
    expect(named('Nora Moss built the quay.', '“It will hold,” Ross said.')).toEqual([null]);
    expect(named('Nora Brandt built the quay.', '“It will hold,” the Brandts said.')).toEqual([null]);
    expect(
      named(
        'Nora Lindqvist built the quay.',
        'Lindquist left. Lindquist came back.',
        '“No,” Lindquist said.',
      ),
    ).toEqual([null]);
  });

  it('is the family name where that comes first, and has no letters after it', () => {
    expect(named('The lamp was built by Chen Wei-Ling.', '“It burns,” said Chen, who tends it.')).toEqual([
      'Chen Wei-Ling',
    ]);
    expect(named('“It burns,” said Nora Lindqvist KC.')).toEqual(['Nora Lindqvist']);
  });
});

describe('an epithet', () => {
  it('means whom the sentence before is about', () => {
    expect(named('Marco Bellini lost again.', '“It was my fault,” said the Italian.')).toEqual([
      'Marco Bellini',
    ]);
    expect(named('Nora Lindqvist lost again.', '“It was my fault,” said the 34-year-old.')).toEqual([
      'Nora Lindqvist',
    ]);
  });

  it('means the one of that age, whoever else was named since', () => {
    expect(
      named(
        'Nora Lindqvist, 34, lost to Ann Moss, 27.',
        'Moss smiled.',
        '“It was my fault,” said the 34-year-old.',
      ),
    ).toEqual(['Nora Lindqvist']);
  });

  it('means nobody where two fit, where the sexes differ, or for an office that somebody else may hold', () => {
    expect(named('Marco Bellini met Luca Ferri.', '“It was close,” said the 34-year-old actress.')).toEqual([
      null,
    ]);
    expect(
      named('Karl Brandt spoke. Brandt waited. Brandt left.', '“We will see,” the Ohio judge said.'),
    ).toEqual([null]);
    expect(
      named(
        'Karl Brandt, the mayor, spoke. Brandt waited. Brandt left.',
        '“We will see,” the Ohio senator said.',
      ),
    ).toEqual([null]);
  });

  it('is what somebody made, or one of several', () => {
    expect(named('The film was directed by Nora Lindqvist.', '“It rained,” the director said.')).toEqual([
      'Nora Lindqvist',
    ]);
    expect(named('One of them, Nora Lindqvist, called it “a long wet summer”.')).toEqual(['Nora Lindqvist']);
  });
});

describe('the words around a quotation', () => {
  it('are read where they are a phrase, hearsay or a reason', () => {
    expect(named('Nora Lindqvist went after the council as “a choir without a tune”.')).toEqual([
      'Nora Lindqvist',
    ]);
    expect(named('Nora Lindqvist was reported to have called it “a wet summer”.')).toEqual([
      'Nora Lindqvist',
    ]);
    expect(named('Nora Lindqvist said she did not mention it because “nobody asked me to”.')).toEqual([
      'Nora Lindqvist',
    ]);
    expect(
      named('Nora Lindqvist declined to speak of it but said that she had “every confidence in it”.'),
    ).toEqual(['Nora Lindqvist']);
  });

  it('give a sentence of quotation alone to whom the one before is about, unless it is about them', () => {
    expect(named('Nora Lindqvist was unmoved. “We have waited longer than this.”')).toEqual([
      'Nora Lindqvist',
    ]);
    expect(named('Nora Lindqvist was arrested on Friday. “We have waited longer than this.”')).toEqual([
      null,
    ]);
    expect(named('Nora Lindqvist was unmoved. “She has waited longer than this.”')).toEqual([null]);
    expect(named('Nora Lindqvist met Karl Brandt. “We have waited longer than this.”')).toEqual([null]);
  });

  it('keep what somebody else says of a person from that person', () => {
    expect(named('Nora Lindqvist blasted critics who called her “too slow”.')).toEqual([null]);
    expect(
      named('Karl Brandt read out a letter from the engineer in which he said it was “an old story”.'),
    ).toEqual([null]);
  });
});
