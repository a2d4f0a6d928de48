import { setTimeout as pause } from 'node:timers/promises';
import {
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  MessageFlags,
} from 'discord.js';
import { AnsweredElsewhereError, isAcknowledged, isGone, isOutage } from './errors.js';
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
  fetchReply(): Promise<{ flags: { has(flag: MessageFlags.Loading): boolean } }>;
};
/** What can be answered by changing the message that it came from. */
export type Pressable = Repliable & {
  deferUpdate(): Promise<unknown>;
  update(options: InteractionUpdateOptions): Promise<unknown>;
  deleteReply(): Promise<unknown>;
};
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

/** A message in the place of another: its files take the place of that one's, also where it is sent twice. */
function bodyInPlace(view: View) {
  return { ...messageBody(view), flags: FLAGS, ...(view.files && { attachments: [] }) };
}

// The first answer has three seconds; an edit has the fifteen minutes that Discord leaves an interaction its token.
const SOON = [200, 600];
const PATIENTLY = [500, 2000, 8000, 30_000, ...Array.from({ length: 12 }, () => 60_000)];

/** Sends again after each of the pauses while Discord is out of order. Only for what may arrive twice. */
async function persist<T>(send: () => Promise<T>, pauses: readonly number[]): Promise<T> {
  for (const milliseconds of pauses) {
    try {
      return await send();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await pause(milliseconds, undefined, { ref: false });
    }
  }
  return send();
}

/** Sends the first answer; true where Discord says that it had one already: ours whose receipt was lost, or another process's. */
async function acknowledge(interaction: Repliable, send: () => Promise<unknown>): Promise<boolean> {
  try {
    await persist(send, SOON);
    return false;
  } catch (error) {
    if (!isAcknowledged(error)) throw error;
    // discord.js knows only of the answers that it has a receipt for.
    interaction.deferred = true;
    return true;
  }
}

/**
 * Says at once that an answer is coming. Only here can it be made private.
 * @throws where it cannot be said, or another process has answered
 */
export async function deferReply(interaction: Repliable, isPrivate: boolean): Promise<void> {
  // Discord ignores every other flag on a deferred reply; the rest comes with the edit.
  const options = isPrivate ? ({ flags: MessageFlags.Ephemeral } as const) : {};
  const before = await acknowledge(interaction, () => interaction.deferReply(options));
  if (!before) return;
  // Whoever else said so may be gone; only where the words are there already is nothing left to do.
  const { flags } = await persist(() => interaction.fetchReply(), PATIENTLY);
  if (!flags.has(MessageFlags.Loading))
    throw new AnsweredElsewhereError('This was answered by another process.');
}

/** Says at once that the message itself is going to change. */
export async function deferUpdate(interaction: Pressable): Promise<void> {
  await acknowledge(interaction, () => interaction.deferUpdate());
}

/** Changes the pressed message at once. */
export async function update(interaction: Pressable, view: View): Promise<void> {
  const message = bodyInPlace(view);
  await acknowledge(interaction, () => interaction.update(message));
}

/** Puts a view where the deferred reply or the pressed message is, also if Discord is out of order for some minutes. */
export async function show(interaction: Repliable, view: View): Promise<void> {
  const message = bodyInPlace(view);
  await persist(() => interaction.editReply(message), PATIENTLY);
}

/** The same for a view that the next one replaces: tried once. */
export async function showMeanwhile(interaction: Repliable, view: View): Promise<void> {
  await interaction.editReply(bodyInPlace(view));
}

/** Tells only the person who asked, whatever was answered before, and leaves that as it is. */
export async function tell(interaction: Repliable, view: View): Promise<void> {
  const message = { ...messageBody(view), flags: [...FLAGS, MessageFlags.Ephemeral] as const };
  if (interaction.deferred || interaction.replied) await interaction.followUp(message);
  else await acknowledge(interaction, () => interaction.reply(message));
}

/**
 * Posts a message for everybody, beside what was answered before. Never sent a second time.
 * @throws {NoAnswerError} where it may be there or not
 */
export async function post(interaction: Repliable, view: View): Promise<void> {
  await interaction.followUp({ ...messageBody(view), flags: FLAGS });
}

/** Deletes the message whose press was acknowledged with `deferUpdate`; that it is gone already is as good. */
export async function remove(interaction: Pressable): Promise<void> {
  try {
    await persist(() => interaction.deleteReply(), PATIENTLY);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Offers choices for an option that is being typed. */
export async function offer(interaction: Completable, choices: Choice[]): Promise<void> {
  await interaction.respond(choices);
}
