import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/articles/read.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { findPeople } from '../../src/quotes/lookup.js';
import { peopleOf } from './people-of.js';

const { articles } = readArticle(readFileSync('data/articles/london-defender.txt'), {
  name: 'london-defender.txt',
});
const [article] = articles;
if (!article) throw new Error('the article that ships cannot be read');
const quotations = extractQuotes(article.text);
const said = (name: string) =>
  quotations.filter(({ speaker }) => speaker?.name === name).map(({ text }) => text);

describe('the article that ships', () => {
  it('gives each of four people exactly their words', () => {
    expect(said('Jens Stoltenberg')).toEqual([
      'a real risk for new armed conflict in Europe',
      'a very serious and direct exchange',
      'significant differences',
    ]);
    expect(said('Wendy Sherman')).toEqual([
      'non-starters',
      'We will not slam the door shut on NATO’s open-door policy',
      'We are not going to agree that NATO cannot expand any further.',
    ]);
    expect(said('Mélanie Joly')).toEqual([
      'The amassing of Russian troops and equipment in and around Ukraine jeopardises security in the entire region,',
      'These aggressive actions must be deterred. Canada will work with its international partners to uphold the rules-based international order and preserve the human rights and dignity of Ukrainians.',
    ]);
    expect(said('Jake Sullivan')).toEqual([
      'high',
      'any contingency',
      'We’re prepared to continue with diplomacy to advance security and stability in the Euro Atlantic. We are equally prepared if Russia chooses a different path,',
    ]);
  });

  it('gives nobody else any words', () => {
    const named = quotations
      .filter(({ speaker }) => speaker?.kind === 'person')
      .map(({ speaker }) => speaker?.name);
    expect(new Set(named)).toEqual(
      new Set(['Jens Stoltenberg', 'Wendy Sherman', 'Mélanie Joly', 'Jake Sullivan']),
    );
  });

  it('credits a read-out to its source and not to the person spoken of', () => {
    const further = quotations.find(({ text }) => text.startsWith('further Russian invasion'));
    expect(further?.speaker).toMatchObject({ name: 'US officials', kind: 'unnamed', reason: 'according-to' });
    const pledged = quotations.find(({ text }) => text.startsWith('pledged continued'));
    expect(pledged?.speaker).toBeNull();
  });

  it('knows the roles of those it quotes', () => {
    const { people } = peopleOf([{ article, quotations }]);
    expect(people.map(({ name, roles }) => [name, roles[0]])).toEqual([
      ['Jake Sullivan', 'White House national security adviser'],
      ['Jens Stoltenberg', 'NATO Secretary General'],
      ['Wendy Sherman', 'US Deputy Secretary of State'],
      ['Mélanie Joly', 'Canada’s foreign minister'],
    ]);
  });

  it('finds a person whose name is slightly misspelt', () => {
    const { people } = peopleOf([{ article, quotations }]);
    expect(findPeople(people, 'Stoltenburg')).toMatchObject({
      matched: 'spelling',
      people: [{ name: 'Jens Stoltenberg' }],
    });
    expect(findPeople(people, 'Emmanuel Macron')).toEqual({ matched: null, people: [] });
  });
});
