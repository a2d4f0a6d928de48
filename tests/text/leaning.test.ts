import { expect, test } from 'vitest';
import { leansBack } from '../../src/text/leaning.js';

test.each([
  'He said the ferry would sail.',
  'This was not the first time.',
  'But he did not sign.',
  'Such a bridge costs millions.',
  'The two met in March.',
  'The latter was shut.',
  'Both were taken to hospital.',
  'It was built in 1931.',
  'They left at noon.',
  'That is the third fire this year.',
  'Those boats are gone.',
  'His brother was there too.',
  'Her boat sank.',
  'Meanwhile, he opened a bakery.',
  'And yet she stayed.',
  'When they arrived, the gate was shut.',
  'In his speech the mayor was brief.',
  'Asked about the locks, she said nothing.',
  'On Tuesday, he opened a market.',
  'In 2015 she moved to the coast.',
  '“We would rather open them,” he said.',
  '“Nobody owns the water,” she told the meeting.',
  '“Not yet.” They laughed.',
])('cannot stand alone: %s', (text) => {
  expect(leansBack(text)).toBe(true);
});

test.each([
  'The council met on Tuesday.',
  'Ewa Dorn said she would resign.',
  'But Ewa Dorn said she would resign.',
  'Both the council and the mayor were there.',
  'This week the council meets.',
  'Those who waited were given soup.',
  'When Ewa Dorn arrived, she was tired.',
  'The farmer said he would sell.',
  '“We wait,” said Ewa Dorn. She laughed.',
  'Hers Lane is shut.',
  'Thesis and theory: a lecture.',
  'Two boats sank.',
  '',
])('can stand alone: %s', (text) => {
  expect(leansBack(text)).toBe(false);
});
