import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArchiveError } from '../../src/archive/errors.js';
import {
  readArticleQuery,
  readArticlesQuery,
  readAsk,
  readPeopleQuery,
  readPersonQuery,
  readQuoteQuery,
  readVerifyQuery,
} from '../../src/archive/requests.js';

describe('a request', () => {
  test.each([
    ['a text in place of a query', () => readQuoteQuery('Joly'), /\{ person: "Joly" \}.*not the text “Joly”/],
    ['nothing', () => readVerifyQuery(undefined), /\{ quote: .*undefined/],
    ['a list', () => readPeopleQuery(['Joly']), /\{ name: .*a list/],
    ['filters that are a text', () => readAsk('Who?', 'Joly'), /such as \{ person/],
    [
      'a filter that there is not',
      () => readAsk('Who?', { form: '2022-01-01' }),
      /“form” is not known here.*“from”/,
    ],
    ['a field that there is not', () => readQuoteQuery({ person: 'Joly', topic: 'x' }), /“topic”.*“about”/],
    ['no name', () => readQuoteQuery({ about: 'tanks' }), /“person” is missing/],
    ['a function', () => readAsk('Who?', { person: () => 'Joly' }), /“person” is not text/],
    ['a question that is none', () => readAsk(7, {}), /“question” is not text/],
    ['no article', () => readArticleQuery({ offset: 1 }), /“title” or “id”/],
    [
      'a place that is none',
      () => readArticleQuery({ id: 'x', find: { start: -1, length: 1, digest: '' } }),
      /“find.start” is below 0/,
    ],
    ['nobody', () => readPersonQuery({}), /“person” \(a name\) or “id”/],
  ])('with %s is refused, and what is wrong is said', (_what, ask, message) => {
    expect(ask).toThrow(ArchiveError);
    expect(ask).toThrow(message);
  });

  test('with fields left undefined is as if they were left out', () => {
    expect(readAsk('Who?', { person: undefined, from: '2022-01-01' })).toEqual([
      'Who?',
      { from: '2022-01-01' },
    ]);
  });

  test('of any kind is refused or gives what can be sent to another thread', () => {
    const field = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(undefined),
      fc.func(fc.string()),
      fc.constantFrom('2022-01-20', Symbol('x'), 3n),
    );
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom('person', 'from', 'to', 'limit', 'id', 'name', 'title', 'within', '__proto__'),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(key, field)), (value) => {
        for (const read of [
          readArticleQuery,
          readArticlesQuery,
          readQuoteQuery,
          readPeopleQuery,
          readPersonQuery,
          readVerifyQuery,
        ]) {
          try {
            structuredClone(read(value));
          } catch (error) {
            expect(error).toBeInstanceOf(ArchiveError);
          }
        }
      }),
    );
  });
});
