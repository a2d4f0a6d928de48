import type { State } from './state.js';

/**
 * Who sees a reply where somebody asks.
 * - `only-private`: they alone, whatever they say: the server lets the bot answer in public elsewhere only, and such a reply must not
 *   be shared there either
 * - `private`: they alone, the server's default; `private:false` makes it public
 * - `public`: everybody, unless they say `private`
 */
export type Privacy = 'public' | 'private' | 'only-private';

/** Whether a reply begins private. `places` are the ids of its channel and, in a thread, of the channel above it. */
export function privateBefore(
  { servers }: Pick<State, 'servers'>,
  guild: string | null,
  places: readonly string[],
): Privacy {
  const settings = servers.of(guild);
  if (settings.channels && !settings.channels.some((channel) => places.includes(channel)))
    return 'only-private';
  return settings.private ? 'private' : 'public';
}
