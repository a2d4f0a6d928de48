import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBearer, bearerOf, noBearers, renameBearer } from '../../src/quotes/bearers.js';
import { newEntry } from '../../src/quotes/person-entry.js';
import { fold } from '../../src/text/fold.js';
import { fullNamesAgree } from '../../src/text/names.js';

const given = fc.oneof(
  fc.constantFrom(
    ...'Robert Bob Bobby Rob William Bill Will J J. É Mar Mary Marcella Marcellina Ann Annemarie Joe Joseph Ed Ted Éva Eva B.J. ...'.split(
      ' ',
    ),
  ),
  // Long names that begin alike, and short ones.
  fc.string({ unit: fc.constantFrom('l', 'o', 'é'), minLength: 1, maxLength: 10 }),
);
const name = fc
  .tuple(given, fc.option(given, { freq: 2 }), fc.constantFrom('', '', '', 'Jr.', 'Sr'))
  .map(([first, middle, suffix]) => [first, middle, 'Moss', suffix].filter(Boolean).join(' '));

test('of any people of one surname, few or many, a name finds whom it finds when all are looked through', () => {
  let [many, agreed] = [0, 0];
  fc.assert(
    fc.property(fc.array(name, { maxLength: 120, size: 'max' }), (names) => {
      const bearers = noBearers();
      for (const one of names) {
        const exact = bearers.entries.find((entry) => fold(entry.name) === fold(one));
        const agreeing = bearers.entries.filter((entry) => fullNamesAgree(entry.name, one));
        const expected = exact ?? (agreeing.length === 1 ? agreeing[0] : undefined);
        const found = bearerOf(bearers, one);
        expect(found?.name).toBe(expected?.name);
        if (found && !exact) agreed++;
        if (!found) addBearer(bearers, newEntry(one, true));
        else if (one.length > found.name.length) {
          const before = found.name;
          found.name = one;
          renameBearer(bearers, before);
        }
      }
      many = Math.max(many, bearers.entries.length);
    }),
    { numRuns: 200 },
  );
  expect(many).toBeGreaterThan(20);
  expect(agreed).toBeGreaterThan(20);
});
