import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotProcess, startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import { isEphemeral, type Message, textOf } from '../support/discord/messages.js';

let discord: StandIn;
let articles: string;

beforeEach(async () => {
  discord = await startStandIn();
  articles = await mkdtemp(join(tmpdir(), 'cuttings-articles-'));
  await put('ferry', 4);
});

afterEach(async () => {
  await discord.stop();
  await rm(articles, { recursive: true, force: true });
});

const put = (name: string, berths: number) =>
  writeFile(
    join(articles, `${name}.txt`),
    `Norlund Line opens berths at ${name}\n\nThe ferry company Norlund Line opened ${berths} berths in ${name} harbour on Tuesday.\n`,
  );
const start = (env: Record<string, string> = {}): Promise<BotProcess> =>
  startBot(discord, { env: { ARTICLES_DIR: articles, ...env } });
const manager = () => {
  const user = discord.user('manager');
  discord.member(discord.home, user, { permissions: ['ManageGuild'] });
  return user;
};
const done = (message: Message) => /Reloaded|keeps answering|Nothing has changed/i.test(textOf(message));
const berths = async (user = discord.reader) =>
  textOf(
    await discord.slash('ask', { question: 'How many berths did Norlund Line open?' }, { user }).reply(),
  );

describe('/reload', () => {
  test('by somebody who manages the server: reads the articles again and says what changed', async () => {
    await start();
    expect(await berths()).toContain('opened 4 berths');
    await put('ferry', 5);
    await put('school', 9);
    await writeFile(join(articles, 'empty.txt'), '');
    const reply = await discord.slash('reload', {}, { user: manager() }).replyWhere('it is done', done);
    expect(isEphemeral(reply)).toBe(true);
    const text = textOf(reply);
    expect(text).toMatch(/Added 1\n.*school/i);
    expect(text).toMatch(/Changed 1|Changed 0/i);
    expect(text).toContain('empty.txt');
    expect(await berths()).toContain('opened 5 berths');
  });

  test('by others is refused, whatever else the payload claims', async () => {
    await start();
    const boss = manager();
    for (const forge of [
      (payload: object) => payload,
      (payload: object) => ({ ...payload, app_permissions: String((1n << 53n) - 1n), user: { id: boss.id } }),
      (payload: object) => ({ ...payload, authorizing_integration_owners: { '0': boss.id, '1': boss.id } }),
    ]) {
      const text = textOf(
        await discord
          .slash('reload', {}, { forge: (payload) => JSON.parse(JSON.stringify(forge(payload))) })
          .reply(),
      );
      expect(text).toContain('This is for admins.');
    }
  });

  test('by an operator works without rights in the server', async () => {
    const operator = discord.user('operator');
    await start({ OPERATOR_IDS: operator.id });
    await discord.slash('reload', {}, { user: operator }).replyWhere('it is done', done);
    expect(textOf(await discord.slash('reload').reply())).toContain('This is for admins.');
  });

  test('GIVEN a folder that has gone THEN the admin is told why and the bot keeps answering', async () => {
    await start();
    await rm(articles, { recursive: true });
    const text = textOf(
      await discord.slash('reload', {}, { user: manager() }).replyWhere('it is done', done),
    );
    expect(text).toMatch(/keeps answering/i);
    expect(text).toContain('There is no folder');
    expect(await berths()).toContain('opened 4 berths');
  });

  test('WHILE it runs every question is answered', async () => {
    for (let number = 0; number < 150; number++) await put(`place-${number}`, number);
    await start();
    await put('ferry', 7);
    const user = manager();
    const reload = discord.slash('reload', {}, { user });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) => berths(discord.user(`reader-${number}`))),
    );
    for (const text of answers) expect(text).toMatch(/opened \d+ berths/);
    await reload.replyWhere('it is done', done);
    expect(await berths()).toMatch(/opened \d+ berths/);
  });
});
