import { expect, test } from 'vitest';
import { speaksIn } from '../../src/quotes/speaks-in.js';

/** Whether the last sentence of a text, which begins at the last “|”, has somebody speak. */
function speaks(marked: string, name: string): boolean {
  const start = Math.max(0, marked.lastIndexOf('|'));
  const text = marked.replaceAll('|', '');
  return speaksIn(text, { start, end: text.length }, name);
}

test.each([
  ['Tove Ambry told the council that the weir would hold.', 'Tove Ambry'],
  ['Tove Ambry told the council that the weir would hold.', 'ambry'],
  ['The weir would hold, Ms Ambry of the water board said on Monday.', 'Ambry'],
  ['The weir, according to Ambry, would hold.', 'Tove Ambry'],
  ['Tove Ambry and Ruan Pelt said that the weir would hold.', 'Ambry'],
  ['A spokeswoman for Ambry said that the weir would hold.', 'Ambry'],
  ['Ambry’s spokesman said that the weir would hold.', 'Ambry'],
  ['Ambry walked along the weir. |She said that it would hold.', 'Ambry'],
  ['Ambry walked along the weir.\n\n|She said that it would hold.', 'Ambry'],
  ['The Ostley Trust said that the weir would hold.', 'the Ostley Trust'],
])('“%s” tells what %s said', (text, name) => {
  expect(speaks(text, name)).toBe(true);
});

test.each([
  ['Ruan Pelt said that some of Tove Ambry’s demands were foolish.', 'Tove Ambry'],
  ['Ruan Pelt told Ambry that the weir would break.', 'Ambry'],
  ['Ambry’s rival said that the weir would break.', 'Ambry'],
  ['An Ambry confidant said that the weir would break.', 'Ambry'],
  ['Ruan Ambry said that the weir would break.', 'Tove Ambry'],
  ['Ambry walked along the weir. Pelt watched. |He said that it would break.', 'Ambry'],
  ['Ambry said that the weir would hold. |Pelt walked away.', 'Ambry'],
  ['Tove Ambry opened the weir.', 'Ambry'],
  ['', 'Ambry'],
  ['Ambry said so.', ''],
])('“%s” does not tell what %s said', (text, name) => {
  expect(speaks(text, name)).toBe(false);
});
