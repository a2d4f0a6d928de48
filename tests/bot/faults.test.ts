import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../support/discord/answer.js';
import { MAIN } from '../support/discord/bot-child.js';
import { type BotProcess, startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import type { FaultKind } from '../support/discord/faults.js';
import { type Message, textOf } from '../support/discord/messages.js';

// One bot process for all of it, on the archive that ships: what befalls it in one test is what the next begins with.
let discord: StandIn;
let bot: BotProcess;
let articles: string;

const PRELOAD = fileURLToPath(new URL('../support/faulty-process.mjs', import.meta.url));
const put = (name: string, berths: number) =>
  writeFile(
    join(articles, `${name}.txt`),
    `Norlund Line opens berths at ${name}\n\nThe ferry company Norlund Line opened ${berths} berths in ${name} harbour on Tuesday.\n`,
  );
const start = () =>
  startBot(discord, {
    env: { ARTICLES_DIR: articles, CACHE_DIR: join(articles, '..', 'cache') },
    command: ['--import', PRELOAD, MAIN, 'bot'],
  });

beforeAll(async () => {
  articles = join(await mkdtemp(join(tmpdir(), 'cuttings-faults-')), 'set');
  await mkdir(articles);
  for (let number = 0; number < 40; number++) await put(`place-${number}`, number + 2);
  discord = await startStandIn({ ackTimeoutMs: 3000, heartbeatIntervalMs: 400 });
  bot = await start();
});

afterEach(() => discord.faults.clear());

afterAll(async () => {
  expect(discord.warnings).toEqual([]);
  await discord.stop();
  await rm(join(articles, '..'), { recursive: true, force: true });
});

const ask = (user = discord.reader) =>
  discord.slash('ask', { question: 'How many berths did Norlund Line open?' }, { user });
const ANSWER = /opened \d+ berths/;
const answered = async (answer: Answer) => {
  expect(textOf(await answer.reply())).toMatch(ANSWER);
  // Nothing beside it, and what stands there was put there once.
  expect(answer.interaction.followUps).toEqual([]);
  expect(answer.states()).toHaveLength(1);
};
const manager = () => {
  const user = discord.user('manager');
  discord.member(discord.home, user, { permissions: ['ManageGuild'] });
  return user;
};
const isDone = (message: Message) => /Reloaded|keeps answering|Nothing has changed/i.test(textOf(message));
const away = () =>
  discord.until('The drop', () => (discord.gateway.connected().length === 0 ? true : undefined));
const back = () =>
  discord.until('The return', () => (discord.gateway.connected().length > 0 ? true : undefined));

describe('the gateway', () => {
  test.each([
    ['drops the connection', () => discord.gateway.close(1006)],
    ['closes it', () => discord.gateway.close(4000)],
    ['asks to connect again', () => discord.gateway.reconnect()],
    ['says that the session is invalid but can be resumed', () => discord.gateway.invalidate(true)],
    ['says that the session is over', () => discord.gateway.invalidate(false)],
    [
      'has forgotten the session',
      () => {
        discord.gateway.forgetSessions();
        discord.gateway.close(1006);
      },
    ],
  ])('%s THEN the bot comes back and answers', async (_, strike) => {
    const before = discord.gateway.identifies.length + resumes();
    strike();
    await discord.until('A new beginning', () =>
      discord.gateway.identifies.length + resumes() > before && alive() ? true : undefined,
    );
    await answered(ask());
  });

  const resumes = () => discord.gateway.sessions.reduce((sum, session) => sum + session.resumes, 0);
  const alive = () => discord.gateway.connected().some((session) => session.alive);

  test('drops the connection THEN what is asked meanwhile is answered after the return', async () => {
    discord.gateway.close(1006);
    await away();
    await answered(ask());
  });

  test('no longer acknowledges heartbeats THEN the bot leaves that connection and answers on another', async () => {
    discord.gateway.acknowledge(false);
    await away();
    discord.gateway.acknowledge(true);
    await back();
    await answered(ask());
  });

  test.each(['unavailable', 'reset'] as const)(
    'refuses connections for a while (%s) THEN the bot tries until it is let in',
    async (how) => {
      const attempts = discord.gateway.attempts();
      discord.gateway.refuse(how);
      discord.gateway.close(1006);
      await discord.until('Two attempts', () =>
        discord.gateway.attempts() > attempts + 1 ? true : undefined,
      );
      discord.gateway.accept();
      await discord.until('The return', () => (discord.gateway.connected().length > 0 ? true : undefined));
      await answered(ask());
    },
  );
});

describe('an answer', () => {
  const KINDS: FaultKind[] = ['500', '502', 'reset', 'hang-up', 'rate-limit', 'global-rate-limit'];
  const CALLS = [
    ['callback', 'POST', /\/callback$/],
    ['edit', 'PATCH', /@original$/],
  ] as const;
  const cases = CALLS.flatMap(([call, method, path]) =>
    KINDS.flatMap((kind) =>
      // What is limited was not done.
      (kind.endsWith('rate-limit') ? [false] : [false, true]).map(
        (applied) =>
          [kind, call, applied ? 'which was taken' : 'which was not', { method, path, applied }] as const,
      ),
    ),
  );
  test.each(cases)('GIVEN %s on its %s, %s THEN it is there once', async (kind, _, __, fault) => {
    discord.faults.add({ ...fault, kind, ms: 200 });
    const answer = ask();
    expect(textOf(await answer.reply())).toMatch(ANSWER);
    await discord.until('The end', () =>
      answer.requests().some(({ method, status }) => method === 'PATCH' && status === 200) ? true : undefined,
    );
    expect(answer.interaction.followUps).toEqual([]);
    // An edit that was taken may be made again: it is the same message with the same words.
    expect(new Set(answer.states().map(textOf)).size).toBe(1);
  });

  test('GIVEN Discord is out of order for longer THEN it is there when that is over', async () => {
    discord.faults.add({ kind: '502', method: 'PATCH', path: /@original$/, times: 9 });
    await answered(ask());
  });

  test('GIVEN a limit on the post of a shared one THEN it waits and is posted once', async () => {
    const first = await discord
      .slash('ask', { question: 'How many berths did Norlund Line open?', private: true })
      .reply();
    discord.faults.add({ kind: 'rate-limit', method: 'POST', path: /\/webhooks\//, ms: 200 });
    const pressed = discord.press(first, 'Share');
    const [post] = await pressed.followUps();
    expect(post && textOf(post)).toMatch(ANSWER);
    await pressed.replyWhere('it is shared', ({ components }) =>
      JSON.stringify(components).includes('Shared'),
    );
    expect(pressed.interaction.followUps).toHaveLength(1);
  });

  test('GIVEN another process has answered THEN that stands', async () => {
    discord.faults.add({ kind: 'delay', path: /\/callback$/, ms: 300 });
    const answer = ask();
    await discord.until('The callback', () => answer.requests()[0]);
    const { id, token } = answer.interaction;
    await fetch(`${discord.apiUrl}/v10/interactions/${id}/${token}/callback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 4, data: { content: 'from elsewhere' } }),
    });
    await bot.printed(/answered by another process/);
    expect(textOf(await answer.reply())).toBe('from elsewhere');
    expect(answer.states()).toHaveLength(1);
  });

  test('GIVEN it is too late for one, at first or after a while THEN the log notes it and the bot goes on', async () => {
    const noted = () => bot.stdout().split('nothing left to answer to').length;
    for (const [late, method, path] of [
      [3001, 'POST', /\/callback$/],
      [15 * 60_000 + 1, 'PATCH', /@original$/],
    ] as const) {
      const before = noted();
      discord.faults.add({ kind: 'delay', method, path, ms: 200 });
      const answer = ask();
      await discord.until('The call', () => answer.requests().find((request) => request.method === method));
      discord.clock.advance(late);
      await expect.poll(noted).toBe(before + 1);
    }
    await answered(ask());
  });
});

describe('two hundred people at once', () => {
  test('are each told in time that an answer is coming, and get it', async () => {
    const answers = Array.from({ length: 200 }, (_, number) => ask(discord.user(`reader-${number}`)));
    await Promise.all(answers.map((answer) => answer.reply(20_000)));
    // The stand-in takes no acknowledgement after Discord's own deadline.
    expect(answers.filter(({ interaction }) => interaction.acknowledgement?.type === 5)).toHaveLength(200);
    for (const answer of answers) await answered(answer);
  });
});

describe('the process', () => {
  test('GIVEN its search thread is killed THEN everybody is answered or told to ask again, and then answered', async () => {
    const asked = Array.from({ length: 20 }, (_, number) => ask(discord.user(`reader-${number}`)));
    process.kill(bot.pid, 'SIGUSR2');
    const texts = await Promise.all(asked.map(async (answer) => textOf(await answer.reply())));
    for (const text of texts) expect(text).toMatch(/opened \d+ berths|Please ask again/);
    await bot.printed(/search thread lost/);
    await answered(ask());
  });

  test('GIVEN its search thread is killed during a reload THEN the admin is told how that ended', async () => {
    await put('place-0', 99);
    const reload = discord.slash('reload', {}, { user: manager() });
    await reload.acknowledged();
    process.kill(bot.pid, 'SIGUSR2');
    expect(textOf(await reload.reply())).not.toBe('');
    await reload.replyWhere('it ends', (message) => isDone(message) || /did not work/.test(textOf(message)));
    await answered(ask());
  });

  test('GIVEN its clock jumps back and forth THEN it answers and reloads all the same', async () => {
    for (const _ of ['back', 'forth', 'back']) {
      process.kill(bot.pid, 'SIGHUP');
      await answered(ask());
      await discord.slash('reload', {}, { user: manager() }).replyWhere('it is done', isDone);
    }
    // More than what discord.js would send in one second of that clock.
    const many = Array.from({ length: 60 }, (_, number) => ask(discord.user(`late-${number}`)));
    for (const answer of many) await answered(answer);
  });

  test('GIVEN it is killed during a reload THEN the next one answers from the articles as they are', async () => {
    await put('place-1', 77);
    const reload = discord.slash('reload', {}, { user: manager() });
    await reload.acknowledged();
    await bot.stop('SIGKILL');
    bot = await start();
    await answered(ask());
    const last = await discord.slash('reload', {}, { user: manager() }).replyWhere('it is done', isDone);
    expect(textOf(last)).toMatch(/No article was added, changed or removed\.|Nothing has changed/);
  });
});
