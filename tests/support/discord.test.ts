import {
  Client,
  DiscordAPIError,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { COMMANDS, client, closing, page, registered, standIn } from './discord/client.js';
import type { StandIn } from './discord/driver.js';
import { buttonsOf, isEphemeral, textOf } from './discord/messages.js';

describe('logging in', () => {
  test('a bot with the right token becomes ready and sees its server', async () => {
    const discord = await standIn();
    const { bot } = await client(discord);
    expect(bot.user.username).toBe('cuttings');
    expect(bot.guilds.cache.map((guild) => guild.name)).toEqual(['The Reading Room']);
    expect(discord.gateway.sessions[0]?.intents).toBe(1);
  });

  test('a wrong token is refused as Discord refuses it', async () => {
    const discord = await standIn();
    const bot = new Client({ intents: [], rest: { api: discord.apiUrl } });
    await expect(bot.login('MTAw.wrong.token')).rejects.toThrow('An invalid token was provided');
  });

  test('intents that must be switched on first close the connection', async () => {
    const discord = await standIn();
    const bot = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: discord.apiUrl } });
    closing.push(() => bot.destroy());
    await expect(bot.login(discord.token)).rejects.toThrow('disallowed intents');
  });
});

describe('commands', () => {
  test('come back with what Discord adds, and the same again changes no version', async () => {
    const discord = await standIn();
    const { bot } = await registered(discord);
    const [first] = discord.commands.list(undefined, true);
    expect(first).toMatchObject({
      application_id: bot.user.id,
      name: 'ask',
      name_localizations: null,
      default_member_permissions: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      options: [
        { name: 'question', required: true },
        { name: 'person', autocomplete: true },
        { name: 'private' },
      ],
    });
    await bot.application.commands.set(COMMANDS);
    expect(discord.commands.list(undefined, true)).toEqual([first]);
    const fetched = await bot.application.commands.fetch();
    expect(fetched.map((command) => command.name)).toEqual(['ask']);
  });

  test('with a name that Discord refuses are refused', async () => {
    const discord = await standIn();
    const { bot } = await client(discord);
    const wrong = bot.rest.put(`/applications/${bot.user.id}/commands`, {
      body: [{ name: 'Ask Me', description: 'x' }],
    });
    await expect(wrong).rejects.toMatchObject({ code: 50035, status: 400 });
  });
});

describe('answering', () => {
  test('a deferred reply is loading until it is edited', async () => {
    const discord = await standIn();
    await registered(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [page(`You asked: ${interaction.options.getString('question', true)}`, 1)],
      });
      await interaction.followUp({ content: 'That is all.' });
    });
    const answer = discord.slash('ask', { question: 'who?', private: true });
    expect(await answer.acknowledged()).toMatchObject({ type: 5, flags: 64, ephemeral: true });
    const reply = await answer.reply();
    expect(textOf(reply)).toBe('You asked: who?');
    expect(isEphemeral(reply)).toBe(true);
    expect(reply.components[0]).toMatchObject({ type: 17, id: 1, components: [{ id: 2 }, { id: 3 }] });
    expect((await answer.followUps()).map(textOf)).toEqual(['That is all.']);
    expect(answer.requests().map(({ ctx }) => ctx)).toEqual([
      { interactionType: 2 },
      { messageFlags: 192 },
      {},
    ]);
  });

  test('a deferral keeps no flag but the ephemeral one, and the reply must bring the others', async () => {
    const discord = await standIn();
    await registered(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { id, token } = interaction;
      const body = { type: 5, data: { flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } };
      await interaction.client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
      await interaction.webhook.editMessage('@original', { content: 'plain' });
    });
    const answer = discord.slash('ask', { question: 'who?' });
    expect((await answer.reply()).flags).toBe(MessageFlags.Ephemeral);
    expect(discord.warnings).toEqual([
      'a deferral carried the flags 32832: only EPHEMERAL (64) counts there',
    ]);
  });

  test('a pressed button brings its message, and the update changes that message', async () => {
    const discord = await standIn();
    await registered(discord, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [page('page 1', 1)] });
      if (interaction.isButton()) {
        const from = interaction.message.components.length;
        await interaction.update({ components: [page(`page 2 of a message with ${from}`, 2)] });
      }
    });
    const reply = await discord.slash('ask', { question: 'who?' }).reply();
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Next']);
    const pressed = discord.press(reply, 'Next');
    expect(await pressed.acknowledged()).toMatchObject({ type: 7 });
    expect(textOf(await pressed.reply())).toBe('page 2 of a message with 1');
    expect(discord.latest(reply)?.id).toBe(reply.id);
    expect(() => discord.press(reply, 'Back')).toThrow('it has "Next" (page:3)');
  });

  test('autocomplete gets what is typed and gives choices', async () => {
    const discord = await standIn();
    await registered(discord, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]);
    });
    const choices = await discord.autocomplete('ask', { question: 'who', person: 'Jol' }).choices();
    expect(choices).toEqual([{ name: 'Jol!', value: 'v' }]);
  });

  test('files are taken and listed', async () => {
    const discord = await standIn();
    await registered(discord, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({
          content: 'here',
          files: [{ attachment: Buffer.from('a,b\n'), name: 'list.csv' }],
        });
    });
    const reply = await discord.slash('ask', { question: 'who?' }).reply();
    expect(reply.attachments).toMatchObject([{ filename: 'list.csv', size: 4 }]);
    expect(discord.requests.at(-1)?.files).toEqual([{ field: 'files[0]', filename: 'list.csv', size: 4 }]);
  });

  test('who asks, and what they may do, is in the interaction', async () => {
    const discord = await standIn();
    const seen: unknown[] = [];
    await registered(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push([
        interaction.user.username,
        interaction.memberPermissions?.has('ManageGuild'),
        interaction.inGuild(),
      ]);
      await interaction.reply('ok');
    });
    const admin = discord.user('admin');
    discord.member(discord.home, admin, { permissions: ['ManageGuild'] });
    await discord.slash('ask', { question: 'who?' }, { user: admin }).reply();
    await discord.slash('ask', { question: 'who?' }).reply();
    await discord.slash('ask', { question: 'who?' }, { permissions: ['Administrator'] }).reply();
    await discord.slash('ask', { question: 'who?' }, { guild: null }).reply();
    expect(seen).toEqual([
      ['admin', true, true],
      ['reader', false, true],
      ['reader', true, true],
      ['reader', undefined, false],
    ]);
  });

  test('a wait that ends in vain says what had arrived', async () => {
    const discord = await standIn();
    await registered(discord, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    const answer = discord.slash('ask', { question: 'who?' });
    await answer.acknowledged();
    await expect(answer.reply(100)).rejects.toThrow(
      /The reply of \/ask: not within 100 ms[\s\S]*acknowledged with type 5/,
    );
  });
});

describe('refusals', () => {
  /** What the bot gets when it does this with a command. */
  async function failure(
    handle: (interaction: Interaction, discord: StandIn) => Promise<unknown>,
  ): Promise<DiscordAPIError> {
    const discord = await standIn();
    const { errors } = await registered(discord, (interaction) => handle(interaction, discord));
    discord.slash('ask', { question: 'who?' });
    await expect.poll(() => errors.length).toBe(1);
    const [error] = errors;
    if (!(error instanceof DiscordAPIError)) throw new Error(`Not an API error: ${String(error)}`);
    return error;
  }

  test('a body over a limit is refused with its place', async () => {
    const error = await failure(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('x'.repeat(2001));
    });
    expect(error.code).toBe(50035);
    expect(error.message).toContain('data.content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.');
  });

  test('components without their flag, or too much text in them, are refused', async () => {
    const error = await failure(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ components: [page('no flag', 1)] });
    });
    expect(error.message).toContain('components[0].type[UNION_TYPE_CHOICES]');
    const long = await failure(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({
          flags: MessageFlags.IsComponentsV2,
          components: [page('x'.repeat(2001), 1), new TextDisplayBuilder().setContent('y'.repeat(2000))],
        });
    });
    expect(long.message).toContain('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED');
  });

  test('a second first answer is refused', async () => {
    const error = await failure(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('once');
      const { id, token } = interaction;
      await interaction.client.rest.post(`/interactions/${id}/${token}/callback`, {
        body: { type: 5 },
        auth: false,
      });
    });
    expect(error.code).toBe(40060);
  });

  test('a first answer after three seconds finds no interaction', async () => {
    const error = await failure(async (interaction, discord) => {
      discord.clock.advance(3001);
      if (interaction.isChatInputCommand()) await interaction.reply('late');
    });
    expect(error).toMatchObject({ code: 10062, status: 404 });
  });

  test('an edit after fifteen minutes has no token', async () => {
    const error = await failure(async (interaction, discord) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      discord.clock.advance(15 * 60_000 + 1);
      await interaction.editReply('late');
    });
    expect(error).toMatchObject({ code: 50027, status: 401 });
  });
});
