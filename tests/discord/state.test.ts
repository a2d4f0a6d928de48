import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine } from '../../src/discord/escape.js';
import { answerView } from '../../src/discord/render/answer.js';
import { quotesView } from '../../src/discord/render/quotes.js';
import { readBack } from '../../src/discord/state.js';
import type { View } from '../../src/discord/view.js';
import { en } from '../../src/words/en.js';
import { wordsFor } from '../../src/words/words.js';
import { answer, anyText, passage, quotation, quotes, turning } from './made-up.js';

const optionsOf = (view: View) =>
  Object.fromEntries(readBack(view.components).map(({ name, value }) => [name, value]));

/** One line, as the commands let it in. */
const line = (characters: number) =>
  anyText(characters)
    .map((text) => [...oneLine(text)].slice(0, characters).join('').trim())
    .filter((text) => text !== '');

describe('what a page button needs is in the message', () => {
  test('GIVEN any question and filters that /ask takes THEN the message gives them back', () => {
    const asked = fc.record({
      question: line(300),
      filters: fc.record(
        { person: line(100), publication: line(100), from: fc.constant('2022-01-20') },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(asked, ({ question, filters }) => {
        const view = answerView(answer([passage(['It closes.'])], { question, filters }), turning, en);
        expect(optionsOf(view)).toEqual({ question, ...filters });
      }),
    );
  });

  test('the same in French, which has a space before its colons', () => {
    const filters = { person: 'Ann: Lee', publication: 'Le Courrier : soir', from: '2022-01-20' };
    const result = answer([passage(['It closes.'])], { question: 'Who?', filters });
    expect(optionsOf(answerView(result, turning, wordsFor('fr')))).toEqual({ question: 'Who?', ...filters });
  });

  test('GIVEN any name that /quote takes THEN the message gives it back, whoever was found', () => {
    fc.assert(
      fc.property(line(100), line(200), (person, about) => {
        const query = { person, about, offset: 0, limit: 10 };
        expect(optionsOf(quotesView(quotes([quotation('No.')], { query }), turning, en))).toEqual({
          person,
          about,
        });
        expect(optionsOf(quotesView(quotes([], { query, person: null }), turning, en))).toEqual({
          person,
          about,
        });
      }),
    );
  });

  test('GIVEN components of any shape THEN it does not throw', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (components) => {
        expect(readBack(components)).toEqual([]);
      }),
    );
  });
});
