import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readArticle } from '../../src/articles/read.js';
import { extractQuotes } from '../../src/quotes/extract.js';

const SAMPLES = new URL('../../data/articles/samples/', import.meta.url);

/** Speaker and first words of each quotation of the samples, file by file; null is nobody whom the archive names. */
function spoken(file: string): [string | null, string][] {
  const [article] = readArticle(readFileSync(new URL(file, SAMPLES)), { name: file }).articles;
  return extractQuotes(article?.text ?? '').map(({ speaker, text }) => [
    speaker?.kind === 'person' ? speaker.name : null,
    text.split(' ').slice(0, 4).join(' '),
  ]);
}

test('every quotation of the samples is given to whoever said it, two Tollivers included', () => {
  expect(Object.fromEntries(readdirSync(SAMPLES).map((file) => [file, spoken(file)]))).toEqual({
    'wrenfield-ferry-timetable.md': [
      ['Edwin Tolliver', 'deeper than it has'],
      ['Edwin Tolliver', 'We found a barge'],
      ['Edwin Tolliver', 'The divers were very'],
      ['Edwin Tolliver', 'But she is out'],
      ['Renée Okafor-Lind', 'They paid what they'],
      [null, 'brisk'],
    ],
    'wrenfield-harbour-dredging.md': [
      ['Agnes Tolliver', 'could not go on'],
      ['Agnes Tolliver', 'Every month we wait,'],
      ['Agnes Tolliver', 'We have the money,'],
      ['Edwin Tolliver', 'I would ask people'],
      ['Edwin Tolliver', 'You cannot dig out'],
      ['Renée Okafor-Lind', 'the best weeks of'],
      ['Renée Okafor-Lind', 'Nobody asked us about'],
      ['Renée Okafor-Lind', 'In October we would'],
    ],
    'wrenfield-library-roof.md': [
      ['Zoë Castellane', 'It will be cramped,'],
      ['Zoë Castellane', 'But nobody in this'],
      ['Zoë Castellane', 'for as long as'],
      ['Agnes Tolliver', 'We could have put'],
      ['Agnes Tolliver', 'I would rather do'],
      ['Edwin Tolliver', 'They have been under'],
      ['Edwin Tolliver', 'so a little rain'],
      ['Zoë Castellane', 'no buckets'],
    ],
  });
});

test('GIVEN a given name that tells nothing THEN the title of address keeps two people of one surname apart', () => {
  const text = [
    'Councillor Quillan Tarn, who leads the committee, spoke first. Harbour master Bram Tarn, no relation, listened.',
    '“We wait,” Ms Tarn said.',
    '“We sail,” Mr Tarn said.',
  ].join('\n\n');
  const names = extractQuotes(text).map(({ speaker }) => speaker?.name ?? null);
  expect(names[0]).not.toBe('Bram Tarn');
  expect(names[1]).not.toBe('Quillan Tarn');
});

test.each([
  'Bram Tarn never said “we will sail tomorrow”.',
  'Bram Tarn did not say that “we will sail tomorrow”.',
  'Bram Tarn denied that he had said “we will sail tomorrow”.',
  'Bram Tarn refused to say “we will sail tomorrow”.',
])('words that somebody is said not to have said are not theirs: %s', (text) => {
  expect(extractQuotes(text).filter(({ speaker }) => speaker?.kind === 'person')).toEqual([]);
});
