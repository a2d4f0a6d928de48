/** The permissions that tests name; anything else can be given as its bits. */
const BITS = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  UseApplicationCommands: 1n << 31n,
} as const;

export type Permission = keyof typeof BITS;
/** Names, or the bits themselves. */
export type Permissions = readonly Permission[] | bigint;

/** What a new server lets everyone do. */
export const EVERYONE =
  BITS.ViewChannel |
  BITS.SendMessages |
  BITS.EmbedLinks |
  BITS.AttachFiles |
  BITS.ReadMessageHistory |
  BITS.UseApplicationCommands;

const ALL = (1n << 53n) - 1n;

export function bitsOf(permissions: Permissions): bigint {
  return typeof permissions === 'bigint'
    ? permissions
    : permissions.reduce((bits, name) => bits | BITS[name], 0n);
}

/** What Discord writes into an interaction: an administrator has every permission. */
export function effective(bits: bigint): bigint {
  return (bits & BITS.Administrator) === 0n ? bits : ALL;
}
