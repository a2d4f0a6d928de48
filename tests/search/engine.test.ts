import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPassageTable } from '../../src/search/build-passage-table.js';
import { lunrEngine } from '../../src/search/lunr.js';
import { holdsTerm } from '../../src/search/passage-table.js';
import { exampleArticle } from './example-articles.js';

const weighted = (...list: string[]) => list.map((term) => ({ term, weight: 1 }));

/** An engine over articles of one paragraph each, and what it proposes. */
function engineOver(paragraphs: string[]) {
  const articles = paragraphs.map((paragraph, at) => exampleArticle(String(at), [paragraph]));
  const table = buildPassageTable(articles, () => {});
  const engine = lunrEngine(table);
  const propose = async (query: Partial<Parameters<typeof engine.propose>[0]>) =>
    (await engine.propose({ terms: [], required: [], allowed: null, limit: 10, ...query })).map(
      ({ passage }) => passage,
    );
  return { table, engine, propose };
}

describe('Lunr', () => {
  const { propose } = engineOver(['Ferry harbour.', 'Ferry.', 'Bridge.', 'Ferry.', 'The.']);

  it('proposes the passages that hold a term, equal ones in order', async () => {
    expect(await propose({ terms: weighted('ferri') })).toEqual([1, 3, 0]);
  });

  it('proposes only allowed passages, and as many as asked for', async () => {
    const terms = weighted('ferri', 'bridg');
    expect(await propose({ terms, allowed: (passage) => passage > 1 })).toEqual([2, 3]);
    expect(await propose({ terms, limit: 1 })).toEqual([2]);
  });

  it('leaves out passages without a required term', async () => {
    expect(await propose({ terms: weighted('ferri'), required: ['harbour'] })).toEqual([0]);
    expect(await propose({ required: ['harbour', 'nowhere'] })).toEqual([]);
  });

  it('takes terms as they are, operators too', async () => {
    expect(await propose({ terms: weighted('ferr*', '+ferri', 'p:ferri', '__proto__') })).toEqual([]);
    expect(await propose({ terms: weighted('the') })).toEqual([]);
    expect(await propose({})).toEqual([]);
  });
});

describe('whatever the passages are', () => {
  const word = fc.constantFrom(
    'ferry',
    'bridge',
    'harbour',
    'mayor',
    'vote',
    'constructor',
    '__proto__',
    '日本',
    '1990s',
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
  const archive = fc.array(paragraph, { minLength: 1, maxLength: 20 });

  it('a term is found in all the passages that hold it, and in no others', async () => {
    await fc.assert(
      fc.asyncProperty(archive, async (paragraphs) => {
        const { table, propose } = engineOver(paragraphs);
        for (const [number, term] of table.vocabulary.entries()) {
          const holding = [...table.start.keys()].filter((passage) => holdsTerm(table, passage, number));
          const found = await propose({ terms: weighted(term), limit: 1000 });
          // A word that stands in titles only is in no passage.
          expect(found.sort((one, other) => one - other)).toEqual(holding);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('what is not allowed or lacks a required term is left out before the best are picked', async () => {
    await fc.assert(
      fc.asyncProperty(archive, fc.integer({ min: 1, max: 20 }), async (paragraphs, limit) => {
        const { table, propose } = engineOver(paragraphs);
        const terms = table.vocabulary.map((term) => ({ term, weight: 1 }));
        const allowed = (passage: number) => passage % 2 === 0;
        const all = await propose({ terms, limit: 1000 });
        expect(await propose({ terms, limit })).toEqual(all.slice(0, limit));
        expect(await propose({ terms, limit, allowed })).toEqual(all.filter(allowed).slice(0, limit));
      }),
      { numRuns: 50 },
    );
  });
});
