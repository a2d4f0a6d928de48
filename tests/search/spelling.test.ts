import { expect, test } from 'vitest';
import { parseQuestion } from '../../src/search/question.js';
import { misspelt } from '../../src/search/spelling.js';
import { tableOf } from './engine-contract.js';

/** What the words of a question that no article holds are taken for; names begin with a capital. */
function takenFor(word: string, archive: readonly string[], isName: boolean): string | undefined {
  const table = tableOf([`Who spoke of ${archive.join(' and ')}?`]);
  const { terms } = parseQuestion(`Who spoke of ${word}?`);
  const numbers = terms.map(({ term }) => table.vocabulary.indexOf(term));
  const [found] = misspelt(terms, numbers, table, () => isName);
  return found && table.vocabulary[found.number];
}

test.each([
  ['Cartar', ['Cartam'], true, 'cartam'],
  ['Cartar', ['Cartam', 'Cartal'], true, undefined],
  ['Cartar', ['Cartam', 'Cartaar'], true, undefined],
  ['Cartar', ['Cartaar', 'Cartam'], true, undefined],
  ['Cartar', ['Cartil'], true, undefined],
  ['Velarquist', ['Vilarkvist'], true, undefined],
  ['Velarquist', ['Velarkvist'], true, 'velarkvist'],
  ['archipelgo', ['archipelago'], false, 'archipelago'],
  ['archipalego', ['archipelago'], false, undefined],
])('%s in an archive of %s (names: %s) is taken for %s', (word, archive, isName, wanted) => {
  expect(takenFor(word, archive, isName)).toBe(wanted);
});
