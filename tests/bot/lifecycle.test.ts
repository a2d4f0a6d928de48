import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import { isEphemeral, textOf } from '../support/discord/messages.js';

let discord: StandIn;

beforeEach(async () => {
  discord = await startStandIn();
});

afterEach(() => discord.stop());

const QUESTION = 'Tell me about the talks between Russia and NATO';
const ask = (question = QUESTION) => discord.slash('ask', { question });
const puts = () =>
  discord.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/commands'));

describe('starting', () => {
  test('asks for the Guilds intent alone', async () => {
    await startBot(discord);
    expect((await discord.identified()).intents).toBe(1);
  });

  test('registers its commands once, and not again while Discord has the same', async () => {
    const first = await startBot(discord);
    expect(puts()).toHaveLength(1);
    await first.stop();
    await startBot(discord);
    expect(puts()).toHaveLength(1);
  });

  test('GIVEN a wrong token THEN it ends with code 78 and a sentence, not a stack, and never the token', async () => {
    const token = 'MTAw.wrong.token-that-is-secret';
    const bot = await startBot(discord, { env: { DISCORD_TOKEN: token }, until: 'started' });
    expect(await bot.exited()).toEqual({ code: 78, signal: null });
    const output = bot.stdout() + bot.stderr();
    expect(bot.stderr()).toMatch(/token/i);
    expect(output).not.toMatch(/\n\s+at /);
    expect(output).not.toContain(token);
  });

  test('GIVEN a token that is revoked while it runs THEN it ends with code 78 and a sentence', async () => {
    const bot = await startBot(discord);
    discord.gateway.close(4004, 'Authentication failed.');
    expect((await bot.exited()).code).toBe(78);
    expect(bot.stderr()).toMatch(/token/i);
  });

  test('GIVEN Discord will not have this bot as it is set up THEN it ends with code 78 and the reason', async () => {
    const bot = await startBot(discord);
    discord.gateway.close(4014, 'Disallowed intent(s).');
    expect((await bot.exited()).code).toBe(78);
    expect(bot.stderr()).toContain('DisallowedIntents (4014)');
  });

  test('GIVEN nobody answers where Discord should be THEN it ends with code 1 and says so', async () => {
    const bot = await startBot(discord, {
      env: { DISCORD_API_URL: 'http://127.0.0.1:9' },
      until: 'started',
    });
    expect((await bot.exited()).code).toBe(1);
    expect(bot.stderr()).toContain('Discord could not be reached');
  });

  test('GIVEN a cache among the articles THEN it ends with code 78 and says what to change', async () => {
    const bot = await startBot(discord, {
      env: { ARTICLES_DIR: '/srv/set', CACHE_DIR: '/srv/set/cache' },
      until: 'started',
    });
    expect((await bot.exited()).code).toBe(78);
    expect(bot.stderr()).toContain('CACHE_DIR');
  });

  test('GIVEN wrong settings THEN all of them are named at once', async () => {
    const bot = await startBot(discord, { env: { LOG_LEVEL: 'loud', OPERATOR_IDS: 'me' }, until: 'started' });
    expect((await bot.exited()).code).toBe(78);
    expect(bot.stderr()).toContain('LOG_LEVEL');
    expect(bot.stderr()).toContain('OPERATOR_IDS');
  });

  test('GIVEN Discord does not answer at start THEN a signal still ends it at once, with code 0', async () => {
    discord.faults.add({ kind: 'delay', path: /gateway/, ms: 60_000, times: 99 });
    const asksFirst = await startBot(discord, { until: 'started' });
    const knows = await startBot(discord, { env: { SHARDS: '1' }, until: 'started' });
    await discord.until('the question', () => (discord.requests.length > 0 ? true : undefined));
    await knows.printed(/archive open/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const bot of [asksFirst, knows])
      expect(await bot.stop('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  test('GIVEN no folder of articles, which may come back, THEN it ends with code 1 and says what to do', async () => {
    const bot = await startBot(discord, { env: { ARTICLES_DIR: '/nowhere/at-all' }, until: 'started' });
    expect((await bot.exited()).code).toBe(1);
    expect(bot.stderr()).toContain('/nowhere/at-all');
  });
});

describe('a restart', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('by %s between two presses loses nothing', async (signal) => {
    const bot = await startBot(discord);
    const first = await ask().reply();
    const exit = await bot.stop(signal);
    if (signal === 'SIGTERM') expect(exit.code).toBe(0);
    await startBot(discord);
    const second = await discord.press(first, 'Next').reply();
    expect(textOf(second)).toContain('Passages 4–5 of 5');
    expect(textOf(second)).not.toContain('has changed');
  });

  test('on other articles says so when a page is turned', async () => {
    const articles = await mkdtemp(join(tmpdir(), 'cuttings-articles-'));
    const put = (name: string) =>
      writeFile(
        join(articles, `${name}.txt`),
        Array.from(
          { length: 8 },
          (_, n) => `The ferry company Norlund Line opened berth ${n} in ${name} harbour.`,
        ).join('\n\n'),
      );
    await put('Wrenfield');
    const bot = await startBot(discord, { env: { ARTICLES_DIR: articles } });
    const first = await ask('Which berth did the ferry company Norlund Line open?').reply();
    await bot.stop();
    await put('Oldhaven');
    await startBot(discord, { env: { ARTICLES_DIR: articles } });
    expect(textOf(await discord.press(first, 'Next').reply())).toContain(
      'The archive has changed since this was asked.',
    );
    await rm(articles, { recursive: true });
  });
});

describe('a restart where the folder of articles is gone', () => {
  test('GIVEN what the last run kept THEN it answers from that, and says so in the log', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'cuttings-gone-'));
    const articles = await mkdtemp(join(parent, 'set-'));
    await writeFile(
      join(articles, 'ferry.txt'),
      'The ferry company Norlund Line opened four berths in Wrenfield harbour.',
    );
    const env = { ARTICLES_DIR: articles, CACHE_DIR: join(parent, 'cache') };
    const question = 'How many berths did the ferry company Norlund Line open?';
    const bot = await startBot(discord, { env });
    const before = await ask(question).reply();
    await bot.stop();
    await rename(articles, `${articles}-away`);
    const again = await startBot(discord, { env });
    expect(textOf(await ask(question).reply())).toBe(textOf(before));
    expect(textOf(before)).toContain('four berths');
    expect(again.stdout() + again.stderr()).toContain('There is no folder');
    await rm(parent, { recursive: true });
  });
});

describe('hostile events', () => {
  test('GIVEN an event that discord.js cannot read THEN it is dropped, logged, and the bot goes on', async () => {
    const bot = await startBot(discord);
    discord.slash(
      'ask',
      { question: QUESTION },
      { forge: (payload) => ({ ...payload, member: {}, user: 7 }) },
    );
    await bot.printed(/an event was dropped/);
    expect(textOf(await ask().reply())).toContain('Passages 1–3 of 5');
  });

  test('GIVEN a custom id that is not ours THEN a kind sentence, privately', async () => {
    await startBot(discord);
    const message = await ask().reply();
    for (const custom_id of [
      'x',
      'p1.ask.3.1.o.',
      'p1.reload.0.1.o.abcdefghijkl',
      'p0.ask.3.1.o.abcdefghijkl',
    ]) {
      const answer = discord.press(message, 'Next', {
        forge: (payload) => ({ ...payload, data: { component_type: 2, id: 1, custom_id } }),
      });
      const reply = await answer.reply();
      expect(isEphemeral(reply)).toBe(true);
      expect(textOf(reply)).toContain('This button no longer works.');
    }
  });
});
