import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Context } from '../../src/discord/command.js';
import { helpEntries } from '../../src/discord/help.js';
import type { View } from '../../src/discord/view.js';
import { wordsFor } from '../../src/words/words.js';
import { contextWith } from '../discord/fakes.js';
import { article, person, quotation, quotes } from '../discord/made-up.js';

const help = commands.find(({ name }) => name === 'help');
const words = wordsFor('en-GB');

async function ask(more: Partial<Context> = {}): Promise<View> {
  const prepared = help?.prepare([], words);
  if (!prepared?.ok) throw new Error('/help takes nothing');
  expect(prepared.private).toBe(true);
  return prepared.run({
    ...contextWith({
      status: async () => ({
        snapshot: 'snapshot-1',
        builtAt: '2026-01-01T00:00:00Z',
        directory: 'articles',
        articles: 3,
        passages: 9,
        quotations: 2,
        people: 1,
        engine: 'lunr',
        problems: 0,
      }),
      person: async (query) => ({
        query,
        snapshot: 'snapshot-1',
        matched: 'full-name',
        others: [],
        person: {
          ...person,
          roleHistory: [],
          topics: ['bridge'],
          quotedIn: [{ article, quotations: 2 }],
        },
      }),
      quotes: async (query) =>
        quotes([quotation('Never'), quotation('We will mend the bridge by Easter')], { query }),
    }),
    ...more,
  });
}

const textOf = ({ components }: View) =>
  components
    .flatMap(({ components: parts }) => parts.map((part) => ('content' in part ? part.content : '')))
    .join('\n');

describe('/help', () => {
  test('lists every command there is, so that none can be forgotten', () => {
    const entries = helpEntries(commands, new Map(), true, words);
    for (const { name, definition } of commands) {
      const typed = 'description' in definition ? `/${name}` : name;
      expect(entries.some((entry) => entry.name === typed || entry.name.startsWith(`${typed} `))).toBe(true);
    }
  });

  test('says of each what it does in its own words, in the reader’s language', () => {
    const [ask] = helpEntries(commands, new Map(), false, wordsFor('fr'));
    expect(ask).toMatchObject({ name: '/ask', description: wordsFor('fr').ask.description });
  });

  test('gives examples of what this archive holds', async () => {
    const text = textOf(await ask());
    expect(text).toContain('This archive holds 3 articles.');
    expect(text).toContain('/ask question: What did Mabel Orr say about bridge?');
    expect(text).toContain('/quote person: Mabel Orr');
    expect(text).toContain('/verify quote: We will mend the bridge by Easter');
    expect(text).toContain('/timeline topic: bridge');
  });

  test('shows what admins may do to admins only', async () => {
    expect(textOf(await ask())).not.toContain('/reload');
    const asker = { ...contextWith().asker, isAdmin: true };
    expect(textOf(await ask({ asker }))).toContain('/reload');
  });

  test('names only what can be filled in, of any commands', () => {
    fc.assert(
      fc.property(fc.subarray(['person', 'topic', 'quote', 'question', 'name']), (known) => {
        const entries = helpEntries(commands, new Map(known.map((name) => [name, 'x'])), true, words);
        for (const { example } of entries)
          for (const [, option = ''] of (example ?? '').matchAll(/ (\w+): /g))
            expect(known).toContain(option);
      }),
    );
  });

  test('works where the archive is empty', async () => {
    const nobody = contextWith({
      people: async (query = {}) => ({ query, snapshot: 'snapshot-1', total: 0, people: [] }),
      articles: async () => [],
    });
    const text = textOf(await ask({ archive: { ...nobody.archive, status: async () => emptyStatus } }));
    expect(text).toContain('**/ask**');
    expect(text).not.toContain('For example');
  });
});

const emptyStatus = {
  snapshot: 'snapshot-1',
  builtAt: '2026-01-01T00:00:00Z',
  directory: 'articles',
  articles: 0,
  passages: 0,
  quotations: 0,
  people: 0,
  engine: 'lunr',
  problems: 0,
};
