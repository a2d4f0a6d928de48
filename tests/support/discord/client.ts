import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  SlashCommandBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from './driver.js';

// A small bot in this process, for the tests of the stand-in itself.

// Bodies that are wrong on purpose have no place in the log that is checked for wrong bodies.
delete process.env['STANDIN_LOG'];

/** What to close after the test, last first. */
export const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A stand-in that ends with the test. */
export async function standIn(options: StandInOptions = {}): Promise<StandIn> {
  const discord = await startStandIn({ waitMs: 5000, ...options });
  closing.push(discord.stop);
  return discord;
}

export const COMMANDS = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask the archive')
    .addStringOption((option) => option.setName('question').setDescription('What to ask').setRequired(true))
    .addStringOption((option) => option.setName('person').setDescription('Who').setAutocomplete(true))
    .addBooleanOption((option) => option.setName('private').setDescription('Only to you')),
].map((command) => command.toJSON());

/** A discord.js client that is logged in to the stand-in and handles interactions as given. */
export async function client(
  discord: StandIn,
  handle: (interaction: Interaction) => Promise<unknown> = async () => undefined,
): Promise<{ bot: Client<true>; errors: unknown[] }> {
  const bot = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
  const errors: unknown[] = [];
  closing.push(() => bot.destroy());
  bot.on(Events.Error, (error) => errors.push(error));
  bot.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => bot.once(Events.ClientReady, resolve));
  await bot.login(discord.token);
  return { bot: await ready, errors };
}

/** Such a client whose commands are registered. */
export async function registered(discord: StandIn, handle?: (interaction: Interaction) => Promise<unknown>) {
  const made = await client(discord, handle);
  await made.bot.application.commands.set(COMMANDS);
  return made;
}

/** A box of text with a button for the next page. */
export function page(text: string, number: number) {
  const next = new ButtonBuilder()
    .setCustomId(`page:${number + 1}`)
    .setLabel('Next')
    .setStyle(ButtonStyle.Primary);
  return new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(next));
}
