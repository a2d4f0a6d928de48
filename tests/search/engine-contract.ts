import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPassageTable } from '../../src/search/build-passage-table.js';
import type { Engine, EngineQuery } from '../../src/search/engine.js';
import { lunrEngine } from '../../src/search/lunr.js';
import { holdsTerm, type PassageTable } from '../../src/search/passage-table.js';
import { bringUpToDate, type StoredIndex } from '../../src/search/stored-index.js';
import { tokenize } from '../../src/text/tokens.js';
import { exampleArticle } from './example-articles.js';

export const weighted = (...list: string[]) => list.map((term) => ({ term, weight: 1 }));

/** An engine over a new index, which closes with it. */
export async function engineOver(index: StoredIndex, table: PassageTable): Promise<Engine> {
  const engine = await bringUpToDate(index, table, keysOf(table));
  return {
    ...engine,
    async close() {
      await engine.close();
      await index.close();
    },
  };
}

/** Keys of the articles of a table. */
const keysOf = (table: PassageTable) =>
  [...table.firstPassage.keys()].slice(0, -1).map((article) => `article ${article}`);

/** A table of articles of one paragraph each. */
export function tableOf(paragraphs: readonly string[]): PassageTable {
  return buildPassageTable(
    paragraphs.map((paragraph, at) => exampleArticle(String(at), [paragraph])),
    () => {},
  );
}

/** What is asked of every engine, opened over a table by `open`; `runs` is how many archives are made up for each property. */
export function engineContract(
  name: string,
  open: (table: PassageTable) => Promise<Engine>,
  { runs = 25 } = {},
): void {
  describe(`the engine ${name}`, () => {
    /** An engine over articles of one paragraph each, for as long as `use` takes. */
    async function over<T>(
      paragraphs: readonly string[],
      use: (of: {
        table: PassageTable;
        propose(query: Partial<EngineQuery>): Promise<number[]>;
      }) => Promise<T>,
    ): Promise<T> {
      const table = tableOf(paragraphs);
      const engine = await open(table);
      try {
        return await use({
          table,
          propose: async (query) =>
            (await engine.propose({ terms: [], required: [], allowed: null, limit: 10, ...query })).map(
              ({ passage }) => passage,
            ),
        });
      } finally {
        await engine.close();
      }
    }
    const ferries = ['Ferry harbour.', 'Ferry.', 'Bridge.', 'Ferry.', 'The.'];

    it('proposes the passages that hold a term, equal ones in order', () =>
      over(ferries, async ({ propose }) => {
        expect(await propose({ terms: weighted('ferri') })).toEqual([1, 3, 0]);
      }));

    it('proposes only allowed passages, and as many as asked for', () =>
      over(ferries, async ({ propose }) => {
        const terms = weighted('ferri', 'bridg');
        expect(await propose({ terms, allowed: (passage) => passage > 1 })).toEqual([2, 3]);
        expect(await propose({ terms, limit: 1 })).toEqual([2]);
      }));

    it('leaves out passages without a required term', () =>
      over(ferries, async ({ propose }) => {
        expect(await propose({ terms: weighted('ferri'), required: ['harbour'] })).toEqual([0]);
        expect(await propose({ required: ['harbour', 'nowhere'] })).toEqual([]);
      }));

    it('takes terms as they are, operators too', () =>
      over(ferries, async ({ propose }) => {
        expect(
          await propose({ terms: weighted('ferr*', '+ferri', 'p:ferri', '__proto__', '"', 'NOT') }),
        ).toEqual([]);
        expect(await propose({ terms: weighted('the') })).toEqual([]);
        expect(await propose({})).toEqual([]);
      }));

    it('answers over an archive of nothing', () =>
      over([], async ({ propose }) => {
        expect(await propose({ terms: weighted('ferri') })).toEqual([]);
      }));

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
        'near',
        'and',
      );
      const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
      const archive = fc.array(paragraph, { minLength: 1, maxLength: 20 });

      it('a term is found in all the passages that hold it, and in no others', () =>
        fc.assert(
          fc.asyncProperty(archive, (paragraphs) =>
            over(paragraphs, async ({ table, propose }) => {
              for (const [number, term] of table.vocabulary.entries()) {
                // A word that carries no meaning is not indexed.
                if (!table.passagesWith[number]) continue;
                const holding = [...table.length.keys()].filter((passage) =>
                  holdsTerm(table, passage, number),
                );
                const found = await propose({ terms: weighted(term), limit: 1000 });
                expect(found.sort((one, other) => one - other)).toEqual(holding);
              }
            }),
          ),
          { numRuns: runs },
        ));

      it('what is not allowed or lacks a required term is left out before the best are picked', () =>
        fc.assert(
          fc.asyncProperty(archive, fc.integer({ min: 1, max: 20 }), (paragraphs, limit) =>
            over(paragraphs, async ({ table, propose }) => {
              const terms = table.vocabulary.map((term) => ({ term, weight: 1 }));
              const allowed = (passage: number) => passage % 2 === 0;
              const all = await propose({ terms, limit: 1000 });
              expect(await propose({ terms, limit })).toEqual(all.slice(0, limit));
              expect(await propose({ terms, limit, allowed })).toEqual(all.filter(allowed).slice(0, limit));
            }),
          ),
          { numRuns: runs },
        ));

      it('proposes what Lunr proposes, and scores it alike', () =>
        fc.assert(
          fc.asyncProperty(
            archive,
            fc.array(word, { minLength: 1, maxLength: 4 }),
            async (paragraphs, words) => {
              const table = tableOf(paragraphs);
              const query = {
                terms: weighted(...new Set(words.map((each) => tokenize(each)[0]?.term ?? ''))),
                required: [],
                allowed: null,
                limit: 10,
              };
              const engine = await open(table);
              const found = await engine.propose(query).finally(() => engine.close());
              const expected = await lunrEngine(table).propose(query);
              expect(found.map(({ passage }) => passage)).toEqual(expected.map(({ passage }) => passage));
            },
          ),
          { numRuns: runs },
        ));
    });
  });
}

/** What is asked of every index that outlives the process. `opened` gives a new one, and the same one again. */
export function storedIndexContract(
  name: string,
  opened: () => Promise<{ index: StoredIndex; again(): Promise<StoredIndex> }>,
): void {
  describe(`an index that outlives the process, in ${name}`, () => {
    const first = ['The ferry left.', 'The bridge stands.', 'The mayor spoke.'];
    const second = ['The mayor spoke.', 'The harbour froze.'];
    // What an article says is its key here.
    const bring = async (index: StoredIndex, paragraphs: readonly string[]) =>
      bringUpToDate(index, tableOf(paragraphs), paragraphs);
    const holding = async (engine: Engine, term: string) =>
      (await engine.propose({ terms: weighted(term), required: [], allowed: null, limit: 10 })).map(
        ({ passage }) => passage,
      );

    it('goes to the next generation while the one before answers', async () => {
      const { index } = await opened();
      const before = await bring(index, first);
      const after = await bring(index, second);
      expect(await holding(before, 'ferri')).toEqual([0]);
      expect(await holding(before, 'harbour')).toEqual([]);
      expect(await holding(after, 'harbour')).toEqual([1]);
      expect(await holding(after, 'ferri')).toEqual([]);
      expect(await holding(before, 'mayor')).toEqual([2]);
      expect(await holding(after, 'mayor')).toEqual([0]);
      for (const each of [before, after, index]) await each.close();
    });

    it('writes only what changed', async () => {
      const { index } = await opened();
      await (await bring(index, first)).close();
      const written: string[] = [];
      const watched: StoredIndex = {
        ...index,
        async begin() {
          const next = await index.begin();
          return {
            ...next,
            async add(articles) {
              written.push(...articles.map(({ key }) => `+ ${key}`));
              await next.add(articles);
            },
            async remove(keys) {
              written.push(...keys.map((key) => `- ${key}`));
              await next.remove(keys);
            },
          };
        },
      };
      await (await bring(watched, second)).close();
      expect(written.sort()).toEqual(['+ The harbour froze.', '- The bridge stands.', '- The ferry left.']);
      await index.close();
    });

    it('stays as it was where a generation is abandoned, or its program dies', async () => {
      const { index, again } = await opened();
      await (await bring(index, first)).close();
      const next = await index.begin();
      await next.remove(first);
      await next.abandon();
      expect(await index.keys()).toEqual(new Set(first));
      const dying = await index.begin();
      await dying.remove(first);
      await index.close();
      const reopened = await again();
      expect(await reopened.keys()).toEqual(new Set(first));
      await reopened.close();
    });
  });
}
