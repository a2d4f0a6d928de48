import { privateBefore } from '../state/privacy.js';
import type { State } from '../state/state.js';
import type { Asker } from './permissions.js';

/**
 * Who sees a reply where somebody asks: everybody unless they say `private`, only they unless they say otherwise, or only they
 * whatever they say.
 */
export type Privacy = 'public' | 'private' | 'only-private';

/** Decides that for one interaction, at once. */
export type PrivacyOf = (asker: Asker) => Privacy;

/** By the settings of the servers. */
export function privacyBy(state: Pick<State, 'servers'>): PrivacyOf {
  return (asker) => privateBefore(state, asker.guildId, placesOf(asker));
}

/** The channel of an interaction and, of a thread, the one that it belongs to. */
function placesOf({ channelId, channel }: Asker): string[] {
  const parent: unknown = channel && 'parentId' in channel ? channel.parentId : null;
  return [channelId, parent].filter((id) => typeof id === 'string');
}

/** Whether a reply is private, by what whoever asks said (null: nothing). */
export function isPrivate(said: boolean | null, privacy: Privacy): boolean {
  if (privacy === 'only-private') return true;
  return said ?? privacy === 'private';
}
