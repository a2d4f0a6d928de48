import { type InteractionEditReplyOptions, type InteractionReplyOptions, MessageFlags } from 'discord.js';
import { measure, withinLimits } from './limits.js';
import type { Choice } from './options.js';
import type { View } from './view.js';

/** What can be answered with a message, by discord.js's own names. */
export type Repliable = {
  deferred: boolean;
  replied: boolean;
  deferReply(options: { flags?: MessageFlags.Ephemeral }): Promise<unknown>;
  editReply(options: InteractionEditReplyOptions): Promise<unknown>;
  reply(options: InteractionReplyOptions): Promise<unknown>;
  followUp(options: InteractionReplyOptions): Promise<unknown>;
};
/** What can be answered by changing the message that it came from. */
export type Pressable = Repliable & { deferUpdate(): Promise<unknown> };
/** What can be answered with choices. */
export type Completable = { respond(choices: Choice[]): Promise<unknown> };

// Every message of the bot is made of these: nobody is pinged, nothing is previewed.
const FLAGS = [MessageFlags.SuppressEmbeds, MessageFlags.IsComponentsV2] as const;

/** What every message of the bot has. @throws {RangeError} where Discord would not take it: a defect of a render */
export function messageBody(view: View) {
  if (!withinLimits(view.components)) {
    throw new RangeError(`a message is over Discord's limits: ${JSON.stringify(measure(view.components))}`);
  }
  const files = view.files?.map(({ name, data, description }) => ({
    attachment: data,
    name,
    ...(description !== undefined && { description }),
  }));
  return { components: view.components, allowedMentions: { parse: [] }, ...(files && { files }) };
}

/** Says at once that an answer is coming. Only here can it be made private. */
export async function deferReply(interaction: Repliable, isPrivate: boolean): Promise<void> {
  // Discord ignores every other flag on a deferred reply; the rest comes with the edit.
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

/** Says at once that the message itself is going to change. */
export async function deferUpdate(interaction: Pressable): Promise<void> {
  await interaction.deferUpdate();
}

/** Puts a view where the deferred reply or the pressed message is. */
export async function show(interaction: Repliable, view: View): Promise<void> {
  await interaction.editReply({ ...messageBody(view), flags: FLAGS });
}

/** Tells only the person who asked, whatever was answered before, and leaves that as it is. */
export async function tell(interaction: Repliable, view: View): Promise<void> {
  const message = { ...messageBody(view), flags: [...FLAGS, MessageFlags.Ephemeral] as const };
  if (interaction.deferred || interaction.replied) await interaction.followUp(message);
  else await interaction.reply(message);
}

/** Offers choices for an option that is being typed. */
export async function offer(interaction: Completable, choices: Choice[]): Promise<void> {
  await interaction.respond(choices);
}
