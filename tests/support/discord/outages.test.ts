import { Events, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { registered, standIn } from './client.js';
import { textOf } from './messages.js';

describe('faults', () => {
  test('a rate limit is waited for, a broken answer asked again', async () => {
    const discord = await standIn();
    discord.faults.add({ kind: 'rate-limit', method: 'PUT', path: /commands$/, ms: 50 });
    discord.faults.add({ kind: '500', method: 'PUT', path: /commands$/, nth: 2 });
    discord.faults.add({ kind: '502', method: 'PUT', path: /commands$/, nth: 3 });
    discord.faults.add({ kind: 'reset', method: 'PUT', path: /commands$/, nth: 4 });
    await registered(discord);
    const puts = discord.requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ status }) => status)).toEqual([429, 500, 502, 0, 200]);
  });

  test('an answer that is lost after it took effect is acknowledged already when it is sent again', async () => {
    const discord = await standIn();
    const { errors } = await registered(discord, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('hello');
    });
    discord.faults.add({ kind: 'reset', path: /callback$/, applied: true });
    expect(textOf(await discord.slash('ask', { question: 'who?' }).reply())).toBe('hello');
    await discord.until('The refusal', () => discord.requests.find(({ status }) => status === 400));
    await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
  });
});

describe('the gateway', () => {
  const answering = async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('here');
  };

  test('a dropped bot resumes and gets what it missed', async () => {
    const discord = await standIn();
    await registered(discord, answering);
    discord.gateway.close(4000);
    await discord.until('The drop', () => (discord.gateway.connected().length === 0 ? true : undefined));
    const answer = discord.slash('ask', { question: 'still there?' });
    expect(textOf(await answer.reply())).toBe('here');
    expect(discord.gateway.sessions).toHaveLength(1);
    expect(discord.gateway.sessions[0]).toMatchObject({ resumes: 1, replayed: 1 });
  });

  test('a bot that is told to reconnect resumes; one whose session is over begins anew', async () => {
    const discord = await standIn({ waitMs: 15_000 });
    const { bot } = await registered(discord, answering);
    const [session] = discord.gateway.sessions;
    const resumed = () => new Promise((resolve) => bot.once(Events.ShardResume, resolve));
    const first = resumed();
    discord.gateway.reconnect();
    await first;
    const second = resumed();
    discord.gateway.invalidate(true);
    await second;
    expect(session?.resumes).toBe(2);
    discord.gateway.invalidate(false);
    await discord.identified(2);
    expect(textOf(await discord.slash('ask', { question: 'new?' }).reply())).toBe('here');
  });

  test('a connection that falls silent is left by the bot', async () => {
    const discord = await standIn({ heartbeatIntervalMs: 100 });
    const { bot } = await registered(discord, answering);
    bot.on(Events.ShardError, () => undefined);
    await discord.until('A heartbeat', () => (discord.gateway.heartbeats() > 1 ? true : undefined));
    discord.gateway.acknowledge(false);
    await discord.until('The drop', () => (discord.gateway.connected().length === 0 ? true : undefined));
    discord.gateway.acknowledge(true);
    await discord.until('The resume', () => (discord.gateway.sessions[0]?.resumes === 1 ? true : undefined));
  });

  test('a bot that is turned away for a while tries again', async () => {
    const discord = await standIn();
    const { bot } = await registered(discord, answering);
    bot.on(Events.ShardError, () => undefined);
    discord.gateway.refuse();
    discord.gateway.close(1006);
    await discord.until('Two attempts', () => (discord.gateway.attempts() > 2 ? true : undefined));
    discord.gateway.accept();
    expect(textOf(await discord.slash('ask', { question: 'back?' }).reply())).toBe('here');
  });
});
