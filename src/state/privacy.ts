import type { State } from './state.js';

/**
 * Whether a reply begins private. `places` are the ids of its channel and, in a thread, of the channel above it.
 * - `always`: its server lets the bot answer in public elsewhere only; such a reply must not be shared there either
 * - `unless-asked`: the server's default; `private:false` makes it public
 * - `no`
 */
export function privateBefore(
  { servers }: Pick<State, 'servers'>,
  guild: string | null,
  places: readonly string[],
): 'always' | 'unless-asked' | 'no' {
  const settings = servers.of(guild);
  if (settings.channels && !settings.channels.some((channel) => places.includes(channel))) return 'always';
  return settings.private ? 'unless-asked' : 'no';
}
