import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { startBot } from './bot-process.js';
import { type StandIn, startStandIn } from './driver.js';
import { textOf } from './messages.js';

const discordJs = pathToFileURL(createRequire(import.meta.url).resolve('discord.js'));
/** A bot in its own process, in as few lines as will do. */
const PROGRAM = `
  import discord from '${discordJs}';
  const client = new discord.Client({ intents: [1], rest: { api: process.env.DISCORD_API_URL } });
  client.on('interactionCreate', (interaction) => interaction.reply(Object.keys(process.env).sort().join(' ')));
  client.once('clientReady', () => client.application.commands.set([{ name: 'ask', description: 'd' }]));
  process.on('SIGTERM', () => client.destroy().then(() => { console.log('bye'); process.exitCode = 7; }));
  client.login(process.env.DISCORD_TOKEN).catch((error) => { console.error(error.message); process.exit(1); });
`;
const command = ['--input-type=module', '-e', PROGRAM];

let discord: StandIn | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await discord?.stop();
});

test('a bot process is started with a clean environment, answers, and ends when told', async () => {
  vi.stubEnv('DISCORD_SECRET_OF_THE_MACHINE', 'x');
  discord = await startStandIn();
  const bot = await startBot(discord, { command, env: { SETTING: '1' } });
  const reply = await discord.slash('ask').reply();
  expect(textOf(reply).split(' ')).toEqual([
    'CACHE_DIR',
    'DISCORD_API_URL',
    'DISCORD_TOKEN',
    'HOME',
    'PATH',
    'SETTING',
    'STATE_DIR',
  ]);
  expect(await bot.stop()).toEqual({ code: 7, signal: null });
  expect(bot.stdout()).toBe('bye\n');
});

test('a bot that ends instead of logging in is reported with its output', async () => {
  discord = await startStandIn();
  const start = startBot(discord, { command, env: { DISCORD_TOKEN: 'wrong' } });
  await expect(start).rejects.toThrow(/The bot ended \(1\)[\s\S]*An invalid token was provided/);
});

test('a killed bot that is started again answers from then on', async () => {
  discord = await startStandIn();
  const first = await startBot(discord, { command });
  expect(await first.stop('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  await startBot(discord, { command });
  expect(discord.gateway.sessions).toHaveLength(2);
  await discord.slash('ask').reply();
});

test('the log that STANDIN_LOG names has a line for each request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standin-log-'));
  const file = join(folder, 'requests.jsonl');
  vi.stubEnv('STANDIN_LOG', file);
  discord = await startStandIn();
  await startBot(discord, { command });
  await discord.slash('ask').reply();
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  expect(lines).toHaveLength(discord.requests.length);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    method: 'POST',
    body: { type: 4 },
    files: [],
    ctx: { interactionType: 2 },
  });
});
