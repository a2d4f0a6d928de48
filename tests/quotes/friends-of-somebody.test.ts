import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';

const NOUNS =
  'friend supporter brother ally lawyer spokesman wife daughter critic biographer relative neighbour'.split(
    ' ',
  );

/** The people named as speakers; null for words of nobody who is named. */
const named = (text: string) =>
  extractQuotes(text).map(({ speaker }) => (speaker?.kind === 'person' ? speaker.name : null));

describe('a friend of somebody', () => {
  test.each(NOUNS)('the words of a %s of somebody are not theirs', (noun) => {
    for (const whom of ['Helen Ward', 'Mr Ward', 'President Helen Ward', 'the mayor, Helen Ward,']) {
      const after = `“I never trusted the bridge builders,” said a ${noun} of ${whom} on Monday.`;
      expect(named(after), after).toEqual([null]);
      const before = `A former ${noun} of ${whom} said: “I never trusted the bridge builders.”`;
      expect(named(before), before).toEqual([null]);
      const source = `According to the ${noun} of ${whom}, the bridge is “unsafe at any speed”.`;
      expect(named(source), source).toEqual([null]);
    }
  });

  test('is shown with what they are', () => {
    const [quotation] = extractQuotes('“I never trusted them,” said a close friend of Helen Ward on Monday.');
    expect(quotation?.speaker).toMatchObject({ kind: 'unnamed', name: 'a close friend of Helen Ward' });
  });

  test.each([
    ['“We will build the road,” said president of Brazil Luiz Costa.', 'Luiz Costa'],
    ['“We will build the road,” said the president of Brazil, Luiz Costa.', 'Luiz Costa'],
    ['“We will build the road,” said Secretary of State Helen Ward.', 'Helen Ward'],
    ['“We will build the road,” said head of Northern Lines Helen Ward.', 'Helen Ward'],
    ['“We will build the road,” said Ann Lee, a friend of Helen Ward.', 'Ann Lee'],
    ['“We will build the road,” said a friend of Helen Ward, Ann Lee.', 'Ann Lee'],
    ['The daughter of Helen Ward, Ann Lee, said: “We will build the road.”', 'Ann Lee'],
  ])('leaves a name that follows an office or a friend: %s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });
});
