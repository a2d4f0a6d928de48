import { type Privacy, privateBefore } from '../state/privacy.js';
import type { State } from '../state/state.js';
import type { Asker } from './permissions.js';

/** Decides who sees the reply to one interaction, at once. */
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
