import { expect, test } from 'vitest';
import { evidence } from '../../commands/evidence.js';
import type { QuoteQuery } from '../../src/archive/archive.js';
import { quotationDigest, snapshotDigest } from '../../src/discord/custom-id.js';
import { en } from '../../src/words/en.js';
import { contextWith } from '../discord/fakes.js';
import { article, quotation, quotes, turning } from '../discord/made-up.js';

const ALL = Array.from({ length: 120 }, (_, i) => quotation(`Words number ${i}.`));

async function open(words: string, at: number, since: string) {
  const queries: QuoteQuery[] = [];
  const context = contextWith({
    quotes: async (query) => {
      queries.push(query);
      const { offset = 0, limit = 10 } = query;
      return quotes(ALL.slice(offset, offset + limit), { query, total: ALL.length });
    },
  });
  const prepared = evidence.prepare([{ name: 'person', value: 'Mabel Orr' }], en);
  if (!prepared.ok) throw new Error(prepared.why);
  const item = quotationDigest(article.id, words);
  const view = await prepared.run({
    ...context,
    turning: { ...turning, at, item, since: snapshotDigest(since) },
  });
  return { queries, shown: JSON.stringify(view) };
}

test('the evidence of a quotation is asked for where it stands', async () => {
  const { queries, shown } = await open('Words number 7.', 7, 'snapshot-1');
  expect(queries).toEqual([{ person: 'Mabel Orr', offset: 7, limit: 1 }]);
  expect(shown).toContain('“Words number 7.”');
  expect(shown).not.toContain('has changed');
});

test('where the archive has changed, the same quotation is found again, and that is said', async () => {
  const { shown } = await open('Words number 77.', 7, 'older');
  expect(shown).toContain('“Words number 77.”');
  expect(shown).not.toContain('Words number 7.');
  expect(shown).toContain('The archive has changed since this was asked.');
});

test('where it is no longer in the archive, that is said, and no other is shown in its place', async () => {
  const { shown } = await open('Gone words.', 7, 'older');
  expect(shown).toContain('no longer there');
  expect(shown).not.toContain('Words number');
});
