import { DiscordAPIError, MessageFlags, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { loggable } from './errors.js';
import { messageBody } from './respond.js';
import type { View } from './view.js';

/** What became of a post. `unknown`: Discord failed on the way; it may be there or not. */
export type Outcome = 'posted' | 'gone' | 'forbidden' | 'unknown';

/** A channel as the bot sees it: its id and, of a thread, that of the channel above; or why it does not see it. */
export type Seen = { is: 'seen'; places: string[] } | { is: Exclude<Outcome, 'posted'> };

/** Messages to channels, which nobody has asked for with a command. */
export type Posting = {
  /** Posts once: of the same `name` (at most 25 characters) Discord takes one within some minutes. Never throws. */
  post(channel: string, view: View, name: string): Promise<Outcome>;
  /** Whether a channel is one of a server and the bot sees it. Never throws. */
  check(channel: string, guild: string): Promise<Seen>;
};

const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);
const ChannelSchema = z.object({ guild_id: z.string(), parent_id: z.string().nullish() });

/** Posting by REST, which needs no intent. */
export function createPosting(rest: Pick<REST, 'get' | 'post'>, logger: Logger): Posting {
  const failed = (error: unknown): Exclude<Outcome, 'posted'> => {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return 'gone';
    if (error instanceof DiscordAPIError && error.status === 403) return 'forbidden';
    logger.warn({ err: loggable(error) }, 'a channel could not be reached');
    return 'unknown';
  };
  return {
    async post(channel, view, name) {
      const flags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
      const { components } = messageBody(view);
      const body = { components, flags, allowed_mentions: { parse: [] }, nonce: name, enforce_nonce: true };
      try {
        await rest.post(Routes.channelMessages(channel), { body });
        return 'posted';
      } catch (error) {
        return failed(error);
      }
    },
    async check(channel, guild) {
      try {
        const found = ChannelSchema.safeParse(await rest.get(Routes.channel(channel)));
        if (!found.success || found.data.guild_id !== guild) return { is: 'gone' };
        const { parent_id: above } = found.data;
        return { is: 'seen', places: above ? [channel, above] : [channel] };
      } catch (error) {
        return { is: failed(error) };
      }
    },
  };
}
