import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StandIn } from '../support/discord/driver.js';
import { buttonsOf, isEphemeral, seen, textOf } from '../support/discord/messages.js';
import { startOverArticles } from '../support/discord/over-articles.js';

// The real bot process on articles about an invented town, against a Discord of our own.
let discord: StandIn;
let articles: string;

const article = (title: string, publication: string, date: string, ...paragraphs: string[]) =>
  `---\ntitle: ${title}\npublication: ${publication}\npublishedAt: ${date}\n---\n\n${paragraphs.join('\n\n')}\n`;
const NAMES =
  'Ann Elm,Ben Copse,Cora Dell,Dan Elder,Eve Fenn,Finn Gorse,Gwen Heath,Hal Ivy,Ida Knoll,Jon Lark,Kate Moor';
const ARTICLES = {
  'bridge.md': article(
    'The bridge at Wickhollow',
    'Wickhollow Post',
    '2022-01-20',
    '“We will not close the bridge before the winter,” said Mabel Thrale, the harbour master.',
    'Edwin Thrale, who runs the ferry, said the county had “never once asked the people who cross it”.',
  ),
  'again.md': article(
    'Bridge stays open',
    'Lind Valley Echo',
    '2022-02-01',
    'Mabel Thrale, the mayor of Wickhollow, told the Echo: “We will NOT close the bridge before the winter.”',
  ),
  'ferry.md': article(
    'A ferry for the night',
    'Wickhollow Post',
    '2023-03-05',
    '“Nobody in this town has to swim,” said Mabel Thrale, the mayor.',
  ),
  'market.md': article(
    'Voices from the market',
    'Wickhollow Post',
    '2021-05-01',
    ...NAMES.split(',').map((name) => `“The price of eels is up again this year,” said ${name}.`),
  ),
};

beforeAll(async () => {
  ({ discord, articles } = await startOverArticles(ARTICLES));
});

const people = (options = {}) => discord.slash('people', options);
const quote = (person: string, more = {}) => discord.slash('quote', { person, ...more });

describe('/people', () => {
  test('lists who is quoted, most quoted first, with counts, role and dates', async () => {
    const text = seen(await people().reply());
    expect(text).toContain('13 people, most quoted first');
    expect(text).toContain('in 3 articles · 20 January 2022 – 5 March 2023');
    expect(text.indexOf('**Mabel Thrale**')).toBeLessThan(text.indexOf('**Ann Elm**'));
    expect(text).toContain('**Ann Elm**\n-# 1 quotation in 1 article · 1 May 2021');
  });

  test('has pages that its owner turns in place and others get for themselves', async () => {
    const first = await people().reply();
    expect(textOf(first)).toContain('People 1–10 of 13');
    const copy = await discord.press(first, 'Next', { user: discord.user('stranger') }).reply();
    expect([copy.id === first.id, isEphemeral(copy)]).toEqual([false, true]);
    expect(textOf(copy)).toContain('People 11–13 of 13');
    const second = await discord.press(first, 'Next').reply();
    expect(second.id).toBe(first.id);
    expect(textOf(second)).toContain('People 11–13 of 13');
    expect(textOf(await discord.press(second, 'Previous').reply())).toBe(textOf(first));
  });

  test('can be searched, with suggestions', async () => {
    const text = seen(await people({ name: 'Thrale' }).reply());
    expect(text).toContain('Name: Thrale');
    expect(text).toContain('2 people');
    expect(text).toContain('**Edwin Thrale**');
    expect(seen(await people({ name: 'Zebedee' }).reply())).toContain('quotes nobody called “Zebedee”');
    const choices = await discord.autocomplete('people', { name: 'edw' }).choices();
    expect(choices).toEqual([{ name: expect.stringMatching(/^Edwin Thrale/), value: 'Edwin Thrale' }]);
  });

  test('person: roles over time with article and date, and the articles', async () => {
    const text = seen(await people({ person: 'Mabel Thrale' }).reply());
    expect(text).toContain('### Mabel Thrale');
    expect(text).toMatch(/- mayor · A ferry for the night · Wickhollow Post · 5 March 2023/);
    expect(text).toMatch(/- harbour master · The bridge at Wickhollow · Wickhollow Post · 20 January 2022/);
    expect(text.indexOf('- mayor ·')).toBeLessThan(text.indexOf('- harbour master'));
    expect(text).toContain('- Bridge stays open · Lind Valley Echo · 1 February 2022 · 1 quotation');
  });

  test('person: a name of several has a button for each of the others', async () => {
    const first = await people({ person: 'Thrale' }).reply();
    expect(seen(first)).toContain('### Mabel Thrale\n-# Asked for: Thrale');
    const second = await discord.press(first, 'Edwin Thrale').reply();
    expect(second.id).toBe(first.id);
    expect(seen(second)).toContain('### Edwin Thrale\n-# Asked for: Thrale');
    expect(buttonsOf(second).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Mabel Thrale, /),
      'Delete',
    ]);
  });

  test('takes a name or a person, not both; private is private', async () => {
    expect(seen(await people({ name: 'a', person: 'b' }).reply())).toContain('not both');
    expect(isEphemeral(await people({ private: true }).reply())).toBe(true);
  });
});

describe('/quote', () => {
  test('shows the same words once, with every article that prints them and the role at the time', async () => {
    const text = seen(await quote('Mabel Thrale').reply());
    expect(text).toContain('2 quotations');
    expect(text.match(/not close the bridge/gi)).toHaveLength(2);
    expect(text).toContain(
      '> “We will NOT close the bridge before the winter.”\n-# Bridge stays open · Lind Valley Echo · 1 February 2022 · paragraph 1\n' +
        '-# Also in The bridge at Wickhollow · Wickhollow Post · 20 January 2022 · paragraph 1\n' +
        '-# Described there as: mayor of Wickhollow\n-# Evidence: ',
    );
  });

  test('filters before it merges', async () => {
    const text = seen(await quote('Mabel Thrale', { to: '2022-01-31' }).reply());
    expect(text).toContain('Described there as: harbour master');
    expect(text).not.toContain('Also in');
  });
});

describe('/quote for a name that fits several people', () => {
  test('shows the most quoted and a button for the other, which its owner presses in place', async () => {
    const first = await quote('Thrale').reply();
    expect(seen(first)).toContain('### Mabel Thrale');
    const second = await discord.press(first, 'Edwin Thrale').reply();
    expect(second.id).toBe(first.id);
    expect(seen(second)).toContain('### Edwin Thrale\n-# Asked for: Thrale');
    expect(seen(second)).toContain('never once asked the people who cross it');
    const [back] = buttonsOf(second);
    expect(seen(await discord.press(second, back?.label ?? '').reply())).toContain('### Mabel Thrale');
  });

  test('gives anyone else who presses a copy of their own', async () => {
    const first = await quote('Thrale').reply();
    const copy = await discord.press(first, 'Edwin Thrale', { user: discord.user('stranger') }).reply();
    expect([copy.id === first.id, isEphemeral(copy)]).toEqual([false, true]);
    expect(seen(copy)).toContain('### Edwin Thrale');
    expect(textOf(discord.latest(first) ?? first)).toBe(textOf(first));
  });

  test('does the same for a misspelling that fits several', async () => {
    const first = await quote('Thralle').reply();
    const text = seen(first);
    expect(text).toContain('Showing Mabel Thrale, the nearest name');
    expect(seen(await discord.press(first, 'Edwin Thrale').reply())).toContain('### Edwin Thrale');
  });
});

/** The buttons beside the quotations of a message, by custom id. */
const moreOf = (message: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(message).flatMap(({ custom_id: id }) => (id?.startsWith('p1.more.') ? [id] : []));

describe('the evidence for a quotation of /quote', () => {
  test('opens for whoever presses and for nobody else', async () => {
    const first = await quote('Edwin Thrale').reply();
    const [id = ''] = moreOf(first);
    for (const user of [discord.reader, discord.user('stranger')]) {
      const opened = await discord.press(first, id, { user }).reply();
      expect([opened.id === first.id, isEphemeral(opened)]).toEqual([false, true]);
      const shown = seen(await discord.press(opened, 'Evidence', { user }).reply());
      expect(shown).toContain('“never once asked the people who cross it”');
      expect(shown).toContain('**Edwin Thrale**');
      expect(shown).toContain('Certain: the speaker and the word for speaking come before the quotation.');
      expect(shown).toContain('> **Edwin Thrale**, who runs the ferry, **said** the county had');
      expect(shown).toContain('The bridge at Wickhollow');
    }
  });

  test('opens the right one of several, also of a person chosen among namesakes', async () => {
    const first = await quote('Mabel Thrale').reply();
    const ids = moreOf(first);
    expect(ids).toHaveLength(2);
    expect(seen(await discord.press(first, ids[1] ?? '').reply())).toMatch(
      /close the bridge before the winter/i,
    );
  });
});

describe('the button beside a quotation after the archive has changed', () => {
  test('finds the same quotation again, says so, and says when it is gone', async () => {
    const first = await quote('Mabel Thrale').reply();
    const [id = ''] = moreOf(first);
    const manager = discord.user('keeper');
    discord.member(discord.home, manager, { permissions: ['ManageGuild'] });
    const reload = () =>
      discord
        .slash('reload', {}, { user: manager })
        .replyWhere('it is done', (message) => textOf(message).includes('Reloaded'));
    await writeFile(
      join(articles, 'newest.md'),
      article(
        'A lamp for the pier',
        'Wickhollow Post',
        '2023-06-01',
        '“Let there be one lamp at least on this pier,” said Mabel Thrale.',
      ),
    );
    await reload();
    const opened = seen(await discord.press(first, id).reply());
    expect(opened).toContain('Nobody in this town has to swim,');
    expect(opened).toContain('The archive has changed since this was asked.');
    expect(opened).not.toContain('one lamp');
    await rm(join(articles, 'ferry.md'));
    await reload();
    expect(seen(await discord.press(first, id).reply())).toContain('no longer there');
  });
});
