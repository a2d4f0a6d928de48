import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, MAIN, startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import { textOf } from '../support/discord/messages.js';
import type { Guild } from '../support/discord/world.js';

const CONNECTIONS = 6;
const AT_ONCE = 3;

let parent: string;
let articles: string;
let port: number;
let discord: StandIn;
let bot: BotProcess;
let inFirst: Guild;
let inSecond: Guild;

// One bot for all of it: its two processes and six connections are what takes time here.
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-processes-'));
  articles = join(parent, 'set');
  await mkdir(articles);
  await put(
    'ferry',
    'The ferry company Norlund Line opened four berths in Wrenfield harbour.\n\n“We have waited ten years,” said Ines Valdén, the harbour master.',
  );
  port = await freePort();
  discord = await startStandIn({ shards: { recommended: CONNECTIONS, atOnce: AT_ONCE } });
  inFirst = guildOf(1);
  inSecond = guildOf(5);
  bot = await startBot(discord, {
    env: {
      ARTICLES_DIR: articles,
      HTTP_PORT: String(port),
      CACHE_DIR: join(parent, 'cache'),
      STATE_DIR: join(parent, 'state'),
    },
  });
  await until(async () => ((await health()).status === 200 ? true : undefined));
}, 60_000);

afterAll(async () => {
  await discord.stop();
  await rm(parent, { recursive: true, force: true });
});

const put = (name: string, text: string) => writeFile(join(articles, `${name}.txt`), text);
const health = () => fetch(`http://127.0.0.1:${port}/healthz`);
const ask = async (guild: Guild, question = 'How many berths did the ferry company Norlund Line open?') =>
  textOf(await discord.slash('ask', { question }, { guild }).reply());
const shardsBegun = () => discord.gateway.sessions.map(({ shard: [id] }) => id);

/** A server whose events one connection gets. */
function guildOf(connection: number): Guild {
  for (;;) {
    discord.clock.advance(1);
    const guild = discord.guild('A server');
    if (Number((BigInt(guild.id) >> 22n) % BigInt(CONNECTIONS)) === connection) return guild;
  }
}

/** The process ids that the log has for some connections, oldest first. */
const pidsOf = (shards: string) =>
  logged('process started')
    .filter((line) => line.shards === shards)
    .map((line) => line.process);
const logged = (msg: string): { shards?: string; process: number; pid: number; added?: number }[] =>
  bot
    .stdout()
    .split('\n')
    .filter((line) => line.includes(`"msg":"${msg}"`))
    .map((line) => JSON.parse(line));

describe('a bot for which Discord recommends more connections than a process has', () => {
  test('runs in two processes that both answer, and its commands were sent once', async () => {
    expect(await ask(inFirst)).toContain('four berths');
    expect(await ask(inSecond)).toContain('four berths');
    expect(shardsBegun().toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    const puts = discord.requests.filter(
      ({ method, path }) => method === 'PUT' && path.includes('/commands'),
    );
    expect(puts).toHaveLength(1);
    expect(bot.stdout() + bot.stderr()).not.toContain(discord.token);
  });

  test('begins no more connections within five seconds than Discord lets it, over both processes', () => {
    for (let key = 0; key < AT_ONCE; key++) {
      const times = discord.gateway.sessions
        .filter(({ shard: [id] }) => id % AT_ONCE === key)
        .map(({ begunAt }) => begunAt);
      expect(times).toHaveLength(2);
      // The stand-in sees it a moment later than it was begun.
      expect(Math.abs((times[1] ?? 0) - (times[0] ?? 0))).toBeGreaterThan(4500);
    }
  });

  test('tells the health and the metrics of both on one port', async () => {
    expect(await (await health()).json()).toEqual({
      ready: true,
      processes: [
        { shards: '0-2/6', ready: true, archive: 'answers', discord: 'connected', state: 'is known' },
        { shards: '3-5/6', ready: true, archive: 'answers', discord: 'connected', state: 'is known' },
      ],
    });
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    for (const process of [0, 1]) {
      expect(text).toContain(`cuttings_process_up{process="${process}"} 1`);
      expect(text).toContain(
        `cuttings_interactions_total{kind="command",command="ask",result="answered",process="${process}"} 1`,
      );
    }
    expect(text.match(/^# HELP cuttings_interactions_total/gm)).toHaveLength(1);
  });

  test('GIVEN a reload is asked in one of its servers THEN both processes answer from the new archive, and one posts what is new', async () => {
    const user = discord.user('admin');
    discord.member(inSecond, user, { permissions: ['ManageGuild'] });
    const asAdmin = { guild: inSecond, user };
    await discord.slash('follow person', { person: 'Ines Valdén' }, asAdmin).reply();
    await put(
      'bakery',
      'The bakery on Mill Street won the county bread prize for its rye loaf on Sunday.\n\n“The rye loaf is what sailors ask for,” said Ines Valdén, the harbour master.',
    );
    const reloaded = discord.slash('reload', {}, asAdmin);
    await reloaded.replyWhere('it is done', (message) => textOf(message).includes('2 articles'));
    await bot.printed(/archive taken over from another process/);
    await discord.until('the post', () => discord.posts(inSecond.channelId)[0]);
    const question = 'What did the bakery on Mill Street win for its rye loaf?';
    expect(await ask(inFirst, question)).toContain('county bread prize');
    expect(await ask(inSecond, question)).toContain('county bread prize');
    expect(logged('archive taken over from another process')).toMatchObject([{ added: 1 }]);
  });

  test('GIVEN an indexer that watches the folder THEN the processes answer from what it built', async () => {
    const indexer = await startBot(discord, {
      command: [MAIN, 'index', '--watch', '1', '--articles', articles],
      env: { CACHE_DIR: join(parent, 'cache'), DISCORD_TOKEN: '' },
      until: 'started',
    });
    await indexer.printed(/The archive holds 2 articles/);
    await put('library', 'The library on Canal Road lends bicycles from the first of May.');
    await indexer.printed(/1 added/);
    await until(async () =>
      logged('archive taken over from another process').length === 3 ? true : undefined,
    );
    for (const guild of [inFirst, inSecond])
      expect(await ask(guild, 'What does the library on Canal Road lend?')).toContain('bicycles');
    expect(await indexer.stop()).toEqual({ code: 0, signal: null });
  });

  test('GIVEN one process is killed THEN it comes back and answers, and the other was never away', async () => {
    const [pid = 0] = pidsOf('3-5/6');
    process.kill(pid, 'SIGKILL');
    await until(async () => ((await health()).status === 503 ? true : undefined));
    expect(await ask(inFirst)).toContain('four berths');
    await until(async () => ((await health()).status === 200 ? true : undefined));
    expect(await ask(inSecond)).toContain('four berths');
    expect(shardsBegun().toSorted()).toEqual([0, 1, 2, 3, 3, 4, 4, 5, 5]);
    expect(pidsOf('0-2/6')).toHaveLength(1);
    expect(discord.posts(inSecond.channelId)).toHaveLength(1);
  });

  test('GIVEN SIGTERM THEN all its processes end, with code 0', async () => {
    const pids = [...pidsOf('0-2/6'), ...pidsOf('3-5/6')];
    expect(pids).toHaveLength(3);
    expect(await bot.stop()).toEqual({ code: 0, signal: null });
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(discord.gateway.connected()).toEqual([]);
  });
});

describe('what only a person can mend', () => {
  test('GIVEN a wrong token THEN the bot ends with code 78, having said so once, and has started nothing', async () => {
    const wrong = await startBot(discord, {
      env: { DISCORD_TOKEN: 'MTAw.wrong.token', SHARDS: '6', ARTICLES_DIR: articles },
      until: 'started',
    });
    expect(await wrong.exited()).toEqual({ code: 78, signal: null });
    expect(wrong.stderr().match(/refused the bot’s token/g)).toHaveLength(1);
    expect(wrong.stdout()).not.toContain('process started');
  });

  test('GIVEN far more connections than Discord recommends THEN the bot ends with code 78, and has started nothing', async () => {
    const slip = await startBot(discord, {
      env: { SHARDS: String(CONNECTIONS * 10 + 1), ARTICLES_DIR: articles },
      until: 'started',
    });
    expect(await slip.exited()).toEqual({ code: 78, signal: null });
    expect(slip.stderr()).toContain(`${CONNECTIONS} would do`);
    expect(slip.stdout()).not.toContain('process started');
  });

  test('GIVEN a process ends with code 78 THEN all end, with that code', async () => {
    const refused = await startBot(discord, {
      env: { SHARDS: '0-5/12', ARTICLES_DIR: articles, CACHE_DIR: join(articles, 'cache') },
      until: 'started',
    });
    expect(await refused.exited()).toEqual({ code: 78, signal: null });
    expect(refused.stderr().match(/lies inside the folder of the articles/g)).toHaveLength(1);
    expect(refused.stderr()).toContain('0-2/12 ended with code 78');
  });

  test('GIVEN the manager is killed THEN its processes end by themselves', async () => {
    bot = await startBot(discord, { env: { SHARDS: '6', ARTICLES_DIR: articles }, until: 'started' });
    await bot.printed(/process started/);
    const [pid = 0] = pidsOf('0-2/6');
    await bot.stop('SIGKILL');
    await until(async () => {
      try {
        process.kill(pid, 0);
        return undefined;
      } catch {
        return true;
      }
    });
  });
});

// Each has a Discord of its own, and waits for it.
describe.concurrent('a bot that has grown past its connections', () => {
  test.each([
    ['as many as Discord recommends, of which it will be asked again', 'auto', 6, 1],
    ['a number that somebody set', '6', 6, 78],
    ['what Discord recommends, in one process', 'auto', 1, 1],
    ['a number that somebody set, in one process', '1', 1, 78],
  ])('GIVEN %s THEN it ends and says why', async (_, shards, recommended, code) => {
    const grown = await startStandIn({ shards: { recommended, atOnce: 1, fewest: 12 } });
    try {
      const refused = await startBot(grown, {
        env: { SHARDS: shards, ARTICLES_DIR: articles },
        until: 'started',
      });
      expect(await refused.exited()).toEqual({ code, signal: null });
      expect(refused.stderr()).toContain('ShardingRequired (4011)');
    } finally {
      await grown.stop();
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came\n${bot?.stdout()}`);
}
