import type { State } from './state.js';

/**
 * Whether a reply begins private. `places` are the ids of its channel and, in a thread, of the channel above it.
 * - `only-private`: its server lets the bot answer in public elsewhere only; such a reply must not be shared there either
 * - `private`: the server's default; `private:false` makes it public
 * - `public`
 */
export function privateBefore(
  { servers }: Pick<State, 'servers'>,
  guild: string | null,
  places: readonly string[],
): 'only-private' | 'private' | 'public' {
  const settings = servers.of(guild);
  if (settings.channels && !settings.channels.some((channel) => places.includes(channel)))
    return 'only-private';
  return settings.private ? 'private' : 'public';
}
