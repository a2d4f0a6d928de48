import { describe, expect, it } from 'vitest';
import { lunrBuilder, lunrEngineFrom } from '../../src/search/lunr.js';

const builder = lunrBuilder();
for (const terms of [['ferri', 'harbour'], ['ferri'], ['bridg'], ['ferri'], []]) builder.add(terms);
const built = builder.build();
const loaded = lunrEngineFrom(JSON.parse(JSON.stringify(built)));
const terms = (...list: string[]) => list.map((term) => ({ term, weight: 1 }));

describe.each([
  ['as built', built],
  ['as loaded', loaded],
])('Lunr %s', (_, engine) => {
  const propose = async (query: Partial<Parameters<typeof engine.propose>[0]>) =>
    (await engine.propose({ terms: [], required: [], allowed: null, limit: 10, ...query })).map(
      ({ passage }) => passage,
    );

  it('proposes the passages that hold a term, equal ones in order', async () => {
    expect(await propose({ terms: terms('ferri') })).toEqual([1, 3, 0]);
  });

  it('proposes only allowed passages, and as many as asked for', async () => {
    expect(await propose({ terms: terms('ferri', 'bridg'), allowed: (passage) => passage > 1 })).toEqual([
      2, 3,
    ]);
    expect(await propose({ terms: terms('ferri', 'bridg'), limit: 1 })).toEqual([2]);
  });

  it('leaves out passages without a required term', async () => {
    expect(await propose({ terms: terms('ferri'), required: ['harbour'] })).toEqual([0]);
    expect(await propose({ required: ['harbour', 'nowhere'] })).toEqual([]);
  });

  it('takes terms as they are, operators too', async () => {
    expect(await propose({ terms: terms('ferr*', '+ferri', 'p:ferri', '__proto__') })).toEqual([]);
    expect(await propose({})).toEqual([]);
  });
});
