import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** What Discord itself computed about whoever asks; nothing else of a payload is believed. */
export type Asker = {
  user: { id: string };
  /** Discord's name of the language that they read ("en-GB"). */
  locale: string;
  guildId: string | null;
  channelId: string | null;
  inGuild(): boolean;
  memberPermissions: Readonly<PermissionsBitField> | null;
};

/** Whether someone may run admin commands: operators anywhere, others where they manage the server. */
export function isAdmin(asker: Asker, operators: readonly string[]): boolean {
  if (operators.includes(asker.user.id)) return true;
  return asker.inGuild() && (asker.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);
}
