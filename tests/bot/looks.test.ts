import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import { buttonsOf, isEphemeral, seen, textOf } from '../support/discord/messages.js';

// The real bot process on articles about an invented town, against a Discord of our own.
let discord: StandIn;
let articles: string;

beforeAll(async () => {
  articles = await mkdtemp(join(tmpdir(), 'cuttings-looks-'));
  for (let month = 1; month <= 6; month++)
    await writeFile(
      join(articles, `${month}.md`),
      `---\ntitle: Ferry news ${month}\npublication: Wickhollow Post\npublishedAt: 2022-0${month}-10\n---\n\n“The ferry is late again for the ${month}th time,” said Mabel Thrale.\n`,
    );
  discord = await startStandIn();
  await startBot(discord, { env: { ARTICLES_DIR: articles } });
});

afterAll(async () => {
  expect(discord.warnings).toEqual([]);
  await discord.stop();
  await rm(articles, { recursive: true, force: true });
});

describe('/timeline', () => {
  test('draws a chart with its counts in words, over dated passages in pages', async () => {
    const first = await discord.slash('timeline', { topic: 'ferry' }).reply();
    expect(seen(first)).toContain('January 2022 to June 2022: 6 of 6 articles speak of it (6 passages)');
    expect(first.attachments).toMatchObject([{ filename: 'timeline.png' }]);
    const description =
      'Bar chart. Articles that speak of “ferry”, January 2022 to June 2022. January 2022: 1,';
    expect(JSON.stringify(first.components)).toContain(description);
    expect(textOf(first)).toContain('Articles 1–4 of 6');
    const second = await discord.press(first, 'Next').reply();
    expect(second.id).toBe(first.id);
    expect(textOf(second)).toContain('Articles 5–6 of 6');
    expect(second.attachments).toHaveLength(1);
  });

  test('draws nothing where nothing was found or there is one month', async () => {
    const none = await discord.slash('timeline', { topic: 'zeppelin' }).reply();
    expect(seen(none)).toContain('The archive does not speak of this.');
    const one = await discord
      .slash('timeline', { topic: 'ferry', from: '2022-02-01', to: '2022-02-28' })
      .reply();
    expect([none.attachments, one.attachments]).toEqual([[], []]);
    expect(seen(one)).toContain('February 2022: 1 of 1 article speaks of it');
  });
});

describe('/help', () => {
  test('gives examples that this archive answers, to the one who asks', async () => {
    const reply = await discord.slash('help').reply();
    expect(isEphemeral(reply)).toBe(true);
    const example = /\/ask question: (.*)/.exec(seen(reply))?.[1] ?? '';
    expect(example).toMatch(/^What did Mabel Thrale say/);
    const answer = await discord.slash('ask', { question: example }).reply();
    expect(seen(answer)).toContain('late again');
    expect(buttonsOf(reply)).toEqual([]);
  });

  test('shows admin commands to admins', async () => {
    expect(seen(await discord.slash('help').reply())).not.toContain('/reload');
    const admin = await discord.slash('help', {}, { permissions: ['ManageGuild'] }).reply();
    expect(seen(admin)).toContain('/reload');
  });
});
