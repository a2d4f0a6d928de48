import { privateBefore } from '../state/privacy.js';
import type { State } from '../state/state.js';
import type { Posting, Seen } from './post.js';

/**
 * Whether the bot may post for everybody in a channel of a server: `not-public` where the server lets it answer in public elsewhere only;
 * or why that cannot be known. Asks Discord only where the channel itself is not allowed: a thread goes with the channel above it.
 * Never throws.
 */
export async function mayPost(
  { channel, guild }: { channel: string; guild: string },
  { state, posting }: { state: Pick<State, 'servers'>; posting: Pick<Posting, 'check'> },
): Promise<'yes' | 'not-public' | Exclude<Seen['is'], 'seen'>> {
  if (privateBefore(state, guild, [channel]) !== 'only-private') return 'yes';
  const found = await posting.check(channel, guild);
  if (found.is !== 'seen') return found.is;
  return privateBefore(state, guild, found.places) === 'only-private' ? 'not-public' : 'yes';
}
