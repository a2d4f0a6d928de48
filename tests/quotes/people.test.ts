import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import type { Correction } from '../../src/quotes/corrections.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { findPeople, suggestPeople } from '../../src/quotes/lookup.js';
import { article, peopleOf } from './people-of.js';

const people = (...articles: Article[]) =>
  peopleOf(articles.map((one) => ({ article: one, quotations: extractQuotes(one.text) })));

const bridge = article(
  'bridge',
  'Mayor Nóra Lindqvist said the bridge was “safe enough for carts”.',
  '“I walk over it daily,” Ms Lindqvist said.',
  'Karl Lindqvist, a fisherman, said it was “a heap of rust and hope”.',
);
const well = article('well', '“The well is dry,” said Nóra Lindqvist, the chairwoman of the water board.');

describe('buildPeople', () => {
  it('makes one person of one full name over the articles, with roles and articles collected', () => {
    const { people: found } = people(bridge, well);
    expect(found).toMatchObject([
      {
        id: 'nora-lindqvist',
        name: 'Nóra Lindqvist',
        quotations: 3,
        articles: ['bridge', 'well'],
        aliases: ['Mayor Nóra Lindqvist', 'Ms Lindqvist'],
      },
      {
        id: 'karl-lindqvist',
        name: 'Karl Lindqvist',
        quotations: 1,
        roles: ['fisherman'],
        articles: ['bridge'],
      },
    ]);
    expect(found[0]?.roles).toEqual(['Mayor', 'chairwoman of the water board']);
  });

  it('tells for each quotation whose it is', () => {
    const quotations = extractQuotes(bridge.text);
    const { personOf } = peopleOf([{ article: bridge, quotations }]);
    expect(quotations.map((quotation) => personOf.get(quotation))).toEqual([
      'nora-lindqvist',
      'nora-lindqvist',
      'karl-lindqvist',
    ]);
  });

  it('keeps a surname alone apart from a full name in another article, unless a role agrees', () => {
    const alone = article('alone', '“I will not pay for it,” Mr Amsel said. Mr Amsel said no more.');
    const full = article('full', '“It is cheap at the price,” said Peter Amsel.');
    expect(people(alone, full).people).toHaveLength(2);
    const titled = article('titled', '“I will not pay for it,” President Amsel said.');
    const president = article('president', '“It is cheap at the price,” said President Peter Amsel.');
    expect(people(titled, president).people).toMatchObject([{ name: 'Peter Amsel', quotations: 2 }]);
  });

  it('leaves out those who are only named', () => {
    expect(people(article('named', 'Nóra Lindqvist opened the bridge on Monday.')).people).toEqual([]);
  });
});

describe('people of one name', () => {
  const dated = (id: string, publishedAt: string | null, ...paragraphs: string[]) => ({
    ...article(id, ...paragraphs),
    publishedAt,
  });
  const striker = dated(
    'cup',
    '2022-01-20',
    '“We wanted that goal,” said Ann Moss, the Wick United striker.',
  );
  const judge = dated('court', '2022-03-01', '“The fine stands,” said Ann Moss, a county judge.');
  const names = (...articles: Article[]) =>
    people(...articles).people.map(({ id, roles, articles }) => [id, roles.join('; '), articles.join()]);

  it('are kept apart where nobody is both at the time', () => {
    expect(names(striker, judge)).toEqual([
      ['ann-moss', 'Wick United striker', 'cup'],
      ['ann-moss-2', 'county judge', 'court'],
    ]);
  });

  it('are one where an article links the two, dates lie far apart or are missing, or a role is a former one', () => {
    const both = dated('both', '2022-02-01', '“I do both,” said Ann Moss, a judge and striker.');
    const later = dated('court', '2032-03-01', ...judge.paragraphs);
    const undated = dated('court', null, ...judge.paragraphs);
    const former = dated('past', '2022-01-20', '“I miss it,” said Ann Moss, a former striker.');
    for (const set of [
      [striker, judge, both],
      [striker, later],
      [striker, undated],
      [former, judge],
    ])
      expect(names(...set)).toHaveLength(1);
  });

  it('are one where trades go together, as of politicians who change office', () => {
    const mayor = dated('mayor', '2022-01-20', '“It is done,” said Ann Moss, the mayor.');
    const senator = dated('senator', '2022-05-01', '“It is not,” said Ann Moss, a senator.');
    const prosecutor = dated('law', '2021-05-01', '“It never was,” said Ann Moss, a prosecutor.');
    expect(names(mayor, senator, prosecutor)).toHaveLength(1);
  });

  it('leave words that fit neither to an entry of their own, and those that fit one to that one', () => {
    const plain = dated('plain', '2022-02-01', '“Eels are dear,” said Ann Moss.');
    const again = dated(
      'again',
      '2022-02-02',
      '“A fine goal,” said Ann Moss, the former Wick United striker.',
    );
    expect(names(striker, judge, plain, again)).toEqual([
      ['ann-moss', expect.stringContaining('striker'), 'cup,again'],
      ['ann-moss-2', 'county judge', 'court'],
      ['ann-moss-3', '', 'plain'],
    ]);
  });

  it('are made one, or parted otherwise, by the file of corrections', () => {
    const correct = (more: Partial<Correction>) =>
      peopleOf(
        [striker, judge].map((one) => ({ article: one, quotations: extractQuotes(one.text) })),
        [{ name: 'Ann Moss', aliases: [], merge: [], split: [], line: 2, ...more }],
      );
    expect(correct({ merge: ['Ann Moss'] })).toMatchObject({ people: [{ quotations: 2 }], misfits: [] });
    const parted = correct({ split: [{ name: 'Ann Moss (judge)', articles: ['court.txt'] }] });
    expect(parted.people.map(({ name }) => name)).toEqual(['Ann Moss', 'Ann Moss (judge)']);
    expect(parted.misfits).toEqual([]);
    expect(correct({ aliases: ['AM'] }).misfits).toMatchObject([{ why: expect.stringContaining('“merge”') }]);
  });
});

describe('corrections', () => {
  const quoted = [bridge, well].map((one) => ({ article: one, quotations: extractQuotes(one.text) }));
  const quotations = quoted.flatMap((one) => one.quotations);
  const corrected = (...corrections: Partial<Correction>[]) =>
    peopleOf(
      quoted,
      corrections.map((one) => ({
        name: 'Nóra Lindqvist',
        aliases: [],
        merge: [],
        split: [],
        line: 7,
        ...one,
      })),
    );

  it('rename, and add aliases to find by', () => {
    const { people: found, misfits } = corrected({ rename: 'Dame Nóra Lindqvist', aliases: ['NL'] });
    expect(misfits).toEqual([]);
    expect(findPeople(found, 'NL').people).toMatchObject([{ name: 'Dame Nóra Lindqvist', quotations: 3 }]);
    expect(findPeople(found, 'Nora Lindqvist').people).toMatchObject([{ name: 'Dame Nóra Lindqvist' }]);
  });

  it('merge people', () => {
    const { people: found } = corrected({ merge: ['karl lindqvist'] });
    expect(found).toMatchObject([{ name: 'Nóra Lindqvist', quotations: 4, articles: ['bridge', 'well'] }]);
    expect(found).toHaveLength(1);
  });

  it('split people by article, and the name then fits both', () => {
    const { people: found, personOf } = corrected({
      split: [{ name: 'Nóra Lindqvist (chair)', articles: ['well.txt'] }],
    });
    expect(findPeople(found, 'Nora Lindqvist').people).toMatchObject([
      { name: 'Nóra Lindqvist', quotations: 2, articles: ['bridge'], roles: ['Mayor'] },
      { name: 'Nóra Lindqvist (chair)', quotations: 1, articles: ['well'] },
    ]);
    expect(new Set(quotations.map((quotation) => personOf.get(quotation))).size).toBe(3);
  });

  it('that fit nobody are told with their line, and change nothing', () => {
    const { people: found, misfits } = corrected(
      { name: 'Zebedee' },
      { merge: ['Zebedee'] },
      { split: [{ name: 'X', articles: ['nowhere.txt'] }] },
    );
    expect(misfits.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '7 the entry for “Zebedee” was not used',
      '7 “Zebedee” was not merged into “Nóra Lindqvist”',
      '7 the split of “Nóra Lindqvist” was not used',
    ]);
    expect(found).toEqual(people(bridge, well).people);
  });
});

describe('findPeople', () => {
  const { people: all } = people(bridge, well);
  const found = (name: string) => {
    const { matched, people: fitting } = findPeople(all, name);
    return [matched, ...fitting.map((person) => person.id)];
  };

  it.each([
    ['the full name', 'Nóra Lindqvist', ['full-name', 'nora-lindqvist']],
    ['without accents and capitals', 'nora lindqvist', ['full-name', 'nora-lindqvist']],
    ['a title before it', 'Mayor Nora Lindqvist', ['full-name', 'nora-lindqvist']],
    ['a surname of two, most quoted first', 'Lindqvist', ['surname', 'nora-lindqvist', 'karl-lindqvist']],
    ['a title and surname', 'Ms Lindqvist', ['surname', 'nora-lindqvist', 'karl-lindqvist']],
    ['a possessive', 'Lindqvist’s', ['surname', 'nora-lindqvist', 'karl-lindqvist']],
    ['a given name', 'Karl', ['alias', 'karl-lindqvist']],
    ['a misspelling', 'Lindquist', ['spelling', 'nora-lindqvist', 'karl-lindqvist']],
    ['a misspelt full name', 'Nora Lindquist', ['spelling', 'nora-lindqvist']],
  ])('finds by %s', (_how, name, expected) => {
    expect(found(name)).toEqual(expected);
  });

  it('finds nobody for another given name, an empty name or a stranger', () => {
    for (const name of ['Anna Lindqvist', '', '   ', '’', 'Emma Stone', 'Li'])
      expect(found(name)).toEqual([null]);
  });

  it('is not troubled by names of any length', () => {
    expect(found('Lindqvist '.repeat(100_000))).toEqual([null]);
    expect(suggestPeople(all, 'x'.repeat(1_000_000), 25)).toEqual([]);
  });
});

describe('suggestPeople', () => {
  const { people: all } = people(bridge, well);
  const suggested = (typed: string, limit = 25) =>
    suggestPeople(all, typed, limit).map((person) => person.id);

  it('goes on from the start of any name, most quoted first', () => {
    expect(suggested('lind')).toEqual(['nora-lindqvist', 'karl-lindqvist']);
    expect(suggested('KA')).toEqual(['karl-lindqvist']);
    expect(suggested('nora l')).toEqual(['nora-lindqvist']);
  });

  it('offers the most quoted before anything is typed, within the limit', () => {
    expect(suggested('', 1)).toEqual(['nora-lindqvist']);
  });

  it('falls back on a similar spelling', () => {
    expect(suggested('lindquist')).toEqual(['nora-lindqvist', 'karl-lindqvist']);
  });
});
