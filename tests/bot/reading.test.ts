import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Doing, StandIn } from '../support/discord/driver.js';
import { buttonsOf, isEphemeral, type Message, seen, textOf } from '../support/discord/messages.js';
import { startOverArticles } from '../support/discord/over-articles.js';

// The real bot process on articles about an invented town, against a Discord of our own.
let discord: StandIn;
let articles: string;

const front = (fields: Record<string, string>) =>
  ['---', ...Object.entries(fields).map(([key, value]) => `${key}: ${value}`), '---', ''].join('\n');
const BRIDGE = [
  'The council of Wickhollow met on Monday to talk about the old bridge over the Lind.',
  '“We will not close the bridge before the winter, whatever the county says,” said Mabel Thrale, the harbour master.',
  'Edwin Thrale, who runs the ferry, said the county had “never once asked the people who cross it”.',
  ...Array.from({ length: 30 }, (_, at) =>
    `The pillar numbered ${at + 1} was looked at by the engineers of the county. ${'They wrote down what they saw, and went on to the next one. '.repeat(4)}`.trim(),
  ),
  'The council meets again in May.',
];
const bridge = (paragraphs: string[]) =>
  front({
    title: 'The bridge at Wickhollow',
    publication: 'Wickhollow Post',
    authors: 'Anna Fenn',
    publishedAt: '2022-01-20',
    url: 'https://post.example/bridge',
    archivedUrl: 'https://copies.example/bridge',
  }) + paragraphs.join('\n\n');
const ARTICLES = {
  'bridge.md': bridge(BRIDGE),
  'again.md': `${front({ title: 'The bridge stays open', publishedAt: '2022-02-01' })}The bridge at Wickhollow stays open, the council decided.`,
  'ferry.md': `${front({ title: 'A ferry for the night' })}“Nobody in this town has to swim,” Mabel Thrale told the Wickhollow Post.`,
};

beforeAll(async () => {
  ({ discord, articles } = await startOverArticles(ARTICLES));
});

const QUOTE = 'We will not close the bridge before the winter, whatever the county says,';
const moreOf = (message: Message) =>
  buttonsOf(message).flatMap(({ custom_id: id }) => (id?.startsWith('p1.more.') ? [id] : []));
const open = async (message: Message, index = 0, doing: Doing = {}) =>
  discord.press(message, moreOf(message)[index] ?? 'no such button', doing).reply();
const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);

describe('“More” beside a quotation of /quote', () => {
  test('opens it in context for whoever presses, and for nobody else', async () => {
    const first = await discord.slash('quote', { person: 'Mabel Thrale', from: '2022-01-01' }).reply();
    for (const doing of [{}, { user: discord.user('stranger') }]) {
      const opened = await open(first, 0, doing);
      expect([opened.id === first.id, isEphemeral(opened)]).toEqual([false, true]);
      const shown = seen(opened);
      expect(shown).toContain('### In context');
      expect(shown).toContain(`> “**${QUOTE}**” said Mabel Thrale, the harbour master.`);
      expect(shown).toContain('The council of Wickhollow met on Monday');
      expect(labels(opened)).toEqual(['Earlier', 'Later', 'In context', 'Evidence', 'Cite']);
    }
    expect(textOf(discord.latest(first) ?? first)).toBe(textOf(first));
  });

  test('reads on to the end and back, in place, the words always in bold', async () => {
    const first = await discord.slash('quote', { person: 'Mabel Thrale', from: '2022-01-01' }).reply();
    const opened = await open(first);
    let page = opened;
    let turns = 0;
    while (buttonsOf(page).some(({ label, disabled }) => label === 'Later' && disabled !== true)) {
      page = await discord.press(page, 'Later').reply();
      expect(page.id).toBe(opened.id);
      expect(++turns).toBeLessThan(10);
    }
    expect(turns).toBeGreaterThan(1);
    expect(seen(page)).toContain('The council meets again in May.');
    while (buttonsOf(page).some(({ label, disabled }) => label === 'Earlier' && disabled !== true))
      page = await discord.press(page, 'Earlier').reply();
    expect(seen(page)).toContain(`“**${QUOTE}**”`);
  });

  test('leads to what proves who said it, and to the ways to cite it', async () => {
    const first = await discord.slash('quote', { person: 'Edwin Thrale' }).reply();
    const opened = await open(first);
    const proof = await discord.press(opened, 'Evidence').reply();
    expect(proof.id).toBe(opened.id);
    expect(seen(proof)).toContain('> **Edwin Thrale**, who runs the ferry, **said** the county had');
    expect(seen(proof)).toContain(
      'Certain: the speaker and the word for speaking come before the quotation.',
    );
    const cited = await discord.press(proof, 'Cite').reply();
    expect([cited.id, isEphemeral(cited)]).toEqual([opened.id, true]);
    expect(textOf(cited)).toContain(
      '```text\n“never once asked the people who cross it” (Edwin Thrale)\nAnna Fenn, “The bridge at Wickhollow”, Wickhollow Post, 20 January 2022, paragraph 3.\nhttps://post.example/bridge\nArchived copy: https://copies.example/bridge\n```',
    );
    const bibtex = textOf(await discord.press(cited, 'BibTeX').reply());
    expect(bibtex).toContain('```bib\n@article{fenn2022bridge,\n  author = {Fenn, Anna},');
    expect(textOf(await discord.press(cited, 'RIS').reply())).toContain('TY  - NEWS\nAU  - Fenn, Anna\n');
    expect(textOf(await discord.press(cited, 'Markdown').reply())).toContain('```md\n> never once asked');
    expect(seen(await discord.press(cited, 'In context').reply())).toContain('### In context');
  });
});

test('“More” opens the right one of several quotations', async () => {
  const first = await discord.slash('quote', { person: 'Mabel Thrale' }).reply();
  expect(moreOf(first)).toHaveLength(2);
  expect(seen(await open(first, 0))).toContain(`“**${QUOTE}**”`);
  expect(seen(await open(first, 1))).toContain('“**Nobody in this town has to swim,**”');
});

describe('“More” elsewhere', () => {
  test('is beside each passage of /ask, whose links lead to the passage and to an archived copy', async () => {
    const answer = await discord
      .slash('ask', { question: 'What did the county never ask the people who cross the bridge?' })
      .reply();
    const text = textOf(answer);
    expect(text).toContain(
      '[The bridge at Wickhollow](https://post.example/bridge#:~:text=Edwin%20Thrale%2C%20who%20runs%20the%20ferry,asked%20the%20people%20who%20cross%20it)',
    );
    expect(text).toContain('[archived copy](https://copies.example/bridge)');
    expect(moreOf(answer).length).toBe(text.match(/> /g)?.length);
    const opened = seen(await open(answer));
    expect(opened).toContain('> **Edwin Thrale, who runs the ferry, said the county had “never once asked');
  });

  test('is beside each result of /verify', async () => {
    const found = await discord.slash('verify', { quote: 'Nobody in this town has to swim' }).reply();
    expect(moreOf(found)).toHaveLength(1);
    expect(seen(await open(found))).toContain('> “**Nobody in this town has to swim,**” Mabel Thrale told');
  });
});

describe('/article', () => {
  const article = (title: string, doing: Doing = {}) => discord.slash('article', { title }, doing);

  test('suggests titles, and reads the one that is chosen', async () => {
    const choices = await discord.autocomplete('article', { title: 'bridge wick' }).choices();
    expect(choices).toEqual([
      {
        name: 'The bridge at Wickhollow (Wickhollow Post, 20 January 2022)',
        value: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
    const newest = await discord.autocomplete('article', { title: '' }).choices();
    expect(newest.map(({ name }) => name)).toEqual([
      'The bridge stays open (1 February 2022)',
      'The bridge at Wickhollow (Wickhollow Post, 20 January 2022)',
      'A ferry for the night',
    ]);
    const read = await article(String(choices[0]?.['value'])).reply();
    expect(isEphemeral(read)).toBe(false);
    expect(seen(read)).toContain(
      '### The bridge at Wickhollow\n-# Wickhollow Post · 20 January 2022 · by Anna Fenn',
    );
    expect(seen(read)).toContain(
      `> “**${QUOTE}**” said Mabel Thrale, the harbour master.\n-# Said by Mabel Thrale`,
    );
    expect(seen(read)).toMatch(/Paragraphs 1–\d+ of 34/);
  });

  test('turns pages in place for its owner and gives others a private copy', async () => {
    const first = await article('The bridge at Wickhollow').reply();
    const copy = await discord.press(first, 'Next', { user: discord.user('stranger') }).reply();
    expect([copy.id === first.id, isEphemeral(copy)]).toEqual([false, true]);
    const second = await discord.press(first, 'Next').reply();
    expect([second.id, seen(second)]).toEqual([first.id, seen(copy)]);
    expect(seen(second)).not.toContain('The council of Wickhollow met');
    expect(seen(await discord.press(second, 'Previous').reply())).toContain('The council of Wickhollow met');
  });

  test('asks which where a title fits several, and says where none does', async () => {
    const which = await article('the bridge').reply();
    expect(seen(which)).toContain('That fits 2 articles. Which do you mean?');
    const read = await discord.press(which, '2. The bridge at Wickhollow').reply();
    expect([read.id, seen(read).split('\n')[0]]).toEqual([which.id, '### The bridge at Wickhollow']);
    expect(seen(await article('zebra').reply())).toContain(
      'No article of the archive has a title like “zebra”.',
    );
  });

  test('reads in the reader’s language', async () => {
    expect(seen(await article('ferry', { locale: 'fr' }).reply())).toContain('Dit par Mabel Thrale');
  });
});

describe('commands on a message', () => {
  test('“Search the archive for this” asks the message’s words, for whoever chose it', async () => {
    const message = discord.says(
      'What did the county never ask the people who cross the bridge? <@1234567890123>',
    );
    const answer = await discord.onMessage('Search the archive for this', message).reply();
    expect(isEphemeral(answer)).toBe(true);
    expect(seen(answer)).toContain('### What did the county never ask the people who cross the bridge?');
    expect(seen(answer)).toContain('never once asked');
  });

  test('“Search the archive for this” says so where there are no words', async () => {
    const answer = await discord
      .onMessage('Search the archive for this', discord.says('https://x.example'))
      .reply();
    expect(seen(answer)).toContain('That message has no words to search for.');
  });
});

describe('where the bot is only installed by the user', () => {
  const owner = (payload: Parameters<NonNullable<Doing['forge']>>[0], context: number) => ({
    ...payload,
    context,
    authorizing_integration_owners: { '1': discord.reader.id },
  });
  // A group of people outside any server; and a server that the bot has never heard of.
  const PRIVATE: Doing = { guild: null, forge: (payload) => owner(payload, 2) };
  const ELSEWHERE: Doing = {
    forge: (payload) => ({
      ...owner(payload, 0),
      guild_id: '1200000000000000001',
      guild: { id: '1200000000000000001', locale: 'en-US', features: [] },
    }),
  };

  test.each([
    ['a private channel', PRIVATE],
    ['a server without the bot', ELSEWHERE],
  ])('everything that reads works in %s', async (_, doing) => {
    expect(seen(await discord.slash('article', { title: 'ferry' }, doing).reply())).toContain('has to swim');
    const answer = await discord.slash('ask', { question: 'What did the county never ask?' }, doing).reply();
    expect(seen(answer)).toContain('never once asked');
    expect(seen(await open(answer, 0, doing))).toContain('### In context');
    for (const name of ['Verify this quote', 'Search the archive for this']) {
      const reply = await discord
        .onMessage(name, discord.says('“Nobody in this town has to swim”'), doing)
        .reply();
      expect([isEphemeral(reply), seen(reply).includes('has to swim')]).toEqual([true, true]);
    }
  });

  test('what admins do is not offered there', async () => {
    expect(() => discord.slash('reload', {}, PRIVATE)).toThrow('not offered');
  });
});

// Last, because it changes the articles.
describe('after the archive has changed', () => {
  const reload = async () => {
    const manager = discord.user('keeper');
    discord.member(discord.home, manager, { permissions: ['ManageGuild'] });
    await discord
      .slash('reload', {}, { user: manager })
      .replyWhere('it is done', (message) => textOf(message).includes('Reloaded'));
  };

  test('the words are found where they stand now, which is said, and that they are gone where they are', async () => {
    const first = await discord.slash('quote', { person: 'Mabel Thrale', from: '2022-01-01' }).reply();
    const opened = await open(first);
    await writeFile(join(articles, 'bridge.md'), bridge(['Corrected on Tuesday by the editors.', ...BRIDGE]));
    await reload();
    for (const message of [await open(first), await discord.press(opened, 'Evidence').reply()]) {
      expect(seen(message)).toContain('The archive has changed since this was asked.');
      expect(seen(message)).toContain('We will not close the bridge');
    }
    const above = await discord.press(await open(first), 'Earlier').reply();
    expect(seen(above)).toContain('Corrected on Tuesday');
    await writeFile(join(articles, 'bridge.md'), bridge(BRIDGE.slice(2)));
    await reload();
    expect(seen(await open(first))).toContain('These words are no longer there.');
  });
});
