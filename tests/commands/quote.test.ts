import { expect, test } from 'vitest';
import { quote } from '../../commands/quote.js';
import type { QuoteQuery } from '../../src/archive/archive.js';
import { en } from '../../src/words/en.js';
import { contextWith } from '../discord/fakes.js';
import { quotation, quotes, turning } from '../discord/made-up.js';

const ALL = Array.from({ length: 12 }, (_, i) => quotation(`Words number ${i}`));

async function show(at: number, total = 12) {
  const queries: QuoteQuery[] = [];
  const context = contextWith({
    quotes: async (query) => {
      queries.push(query);
      const { offset = 0, limit = 10 } = query;
      return quotes(ALL.slice(0, total).slice(offset, offset + limit), { query, total });
    },
  });
  const prepared = quote.prepare([{ name: 'person', value: 'Mabel Orr' }], en);
  if (!prepared.ok) throw new Error(prepared.why);
  const view = await prepared.run({ ...context, turning: { ...turning, at } });
  return { queries, words: JSON.stringify(view) };
}

test('/quote asks for a page on each side of the one it shows', async () => {
  const { queries, words } = await show(5);
  expect(queries).toEqual([{ person: 'Mabel Orr', offset: 2, limit: 6 }]);
  expect(words).toContain('Quotations 6–8 of 12');
  expect(words).toContain('Words number 5”');
  expect(words).not.toContain('Words number 4”');
});

test('/quote shows the last page', async () => {
  const { words } = await show(10);
  expect(words).toContain('Quotations 11–12 of 12');
});

test('/quote starts again where the page is no longer there', async () => {
  const { words } = await show(10, 6);
  expect(words).toContain('Quotations 1–3 of 6');
});
