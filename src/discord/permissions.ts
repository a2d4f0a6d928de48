import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** What Discord itself computed about whoever asks; nothing else of a payload is believed. */
export type Asker = {
  user: { id: string };
  /** Discord's name of the language that they read ("en-GB"). */
  locale: string;
  guildId: string | null;
  channelId: string | null;
  /** The channel itself where discord.js knows it; of a thread, it names the channel that the thread belongs to. */
  channel?: object | null;
  inGuild(): boolean;
  memberPermissions: Readonly<PermissionsBitField> | null;
};

/** What someone may do. */
export type Rights = {
  /** One of the operators of the bot, who may do everything everywhere. */
  isOperator: boolean;
  /** An operator, or somebody who manages the server. */
  isAdmin: boolean;
  /** Manages the channel where they are. */
  managesChannel: boolean;
};

/** The rights of whoever asks, where they ask. */
export function rightsOf(asker: Asker, operators: readonly string[]): Rights {
  const isOperator = operators.includes(asker.user.id);
  const may = (right: bigint) => asker.inGuild() && (asker.memberPermissions?.has(right) ?? false);
  return {
    isOperator,
    isAdmin: isOperator || may(PermissionFlagsBits.ManageGuild),
    managesChannel: may(PermissionFlagsBits.ManageChannels),
  };
}
