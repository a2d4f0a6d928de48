import { expect, it } from 'vitest';
import { rowsOfPassages } from '../../src/search/rows.js';
import { tableOf } from './engine-contract.js';

it('finds passages by their rows, also above 2³², and passes over rows that are none of theirs', () => {
  const table = tableOf(['The ferry left.', 'The bridge stands.', 'The mayor spoke.']);
  const far = 3 * 2 ** 32;
  const { passageOf, rowOf } = rowsOfPassages(
    [
      { key: 'b', first: 5, passages: 1 },
      { key: 'gone', first: 7, passages: 2 },
      { key: 'c', first: far + 1, passages: 1 },
      { key: 'a', first: far + 4, passages: 1 },
    ],
    table,
    ['a', 'b', 'c'],
  );
  expect([5, far + 1, far + 4].map(passageOf)).toEqual([1, 2, 0]);
  expect([0, 1].map(rowOf)).toEqual([far + 4, 5]);
  for (const row of [0, 4, 6, 7, 8, far, far + 2, far + 5]) expect(passageOf(row)).toBeUndefined();
});
