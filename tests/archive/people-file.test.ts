import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeopleFile } from '../../src/archive/people-file.js';

const parse = (text: string) => parsePeopleFile(text, 'people.yaml');
const problemsOf = (text: string) => parse(text).problems.map(({ line, why }) => `${line}: ${why}`);

describe('the file of corrections of people', () => {
  test('gives its entries with their lines', () => {
    const { corrections, problems } = parse(
      '# who is who\npeople:\n  - name: Robert Moss\n    rename: Sir Robert Moss\n    aliases: [Bobby Moss, RM]\n    merge:\n      - Moss\n' +
        '  - name: Ann Lee\n    split:\n      - name: Ann Lee (cyclist)\n        articles: [sport/tour.md]\n',
    );
    expect(problems).toEqual([]);
    expect(corrections).toEqual([
      {
        name: 'Robert Moss',
        rename: 'Sir Robert Moss',
        aliases: ['Bobby Moss', 'RM'],
        merge: ['Moss'],
        split: [],
        line: 3,
      },
      {
        name: 'Ann Lee',
        aliases: [],
        merge: [],
        split: [{ name: 'Ann Lee (cyclist)', articles: ['sport/tour.md'] }],
        line: 8,
      },
    ]);
  });

  test.each([
    ['people:\n- nam: x', ['2: “name” is no text']],
    ['people:\n- name: x\n  alias: [y]', ['3: there is no field “alias”']],
    ['people:\n- name: x\n  merge: y', ['3: “merge” is no list']],
    ['people:\n- name: x\n  merge:\n  - y\n  - [z]', ['5: “merge 2” is no text']],
    ['people:\n- name: x\n  split:\n  - name: y', ['4: “split 1 articles” is no list']],
    ['people:\n- just a name', ['2: it is no entry with a “name:”']],
    ['persons: []', ['1: “people” is no list']],
    ['- name: x', ['1: it has no list “people:”']],
    ['people:\n- name: x\n  name: y', ['3: “name” stands there twice']],
    ['people:\n- &a name: x\n- *a', [expect.stringMatching(/^\d: /)]],
    ['people: [', [expect.stringMatching(/^\d: /)]],
    ['x'.repeat(300_000), [expect.stringContaining('longer than')]],
  ])('%# tells the line and what is wrong', (text, expected) => {
    const { problems } = parse(text);
    expect(problemsOf(text)).toEqual(expected);
    for (const { file, remedy } of problems)
      expect([file, remedy]).toEqual(['people.yaml', expect.stringContaining('docs/operating.md')]);
  });

  test('keeps the good entries beside a bad one; an empty file has none', () => {
    expect(parse('people:\n- name: x\n- {}\n- name: z').corrections.map(({ name }) => name)).toEqual([
      'x',
      'z',
    ]);
    expect(parse('')).toMatchObject({ corrections: [], problems: [] });
    expect(parse('people: []')).toMatchObject({ corrections: [], problems: [] });
  });

  test('of any text at all never throws', () => {
    const line = fc.constantFrom(
      'people:',
      '- name: x',
      '  merge: [',
      '  - ',
      '? ',
      '&a',
      '*a',
      '!!js',
      '__proto__: 1',
      '{',
      ']',
    );
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => void parse(lines.join('\n'))));
  });
});
