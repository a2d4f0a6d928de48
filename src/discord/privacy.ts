import type { Asker } from './permissions.js';

/**
 * Who sees a reply where somebody asks: everybody unless they say `private`, only they unless they say otherwise, or only they
 * whatever they say.
 */
export type Privacy = 'public' | 'private' | 'only-private';

/** Decides that for one interaction, at once. */
export type PrivacyOf = (asker: Asker) => Privacy;

/** Without settings of a server replies are public. */
export const PUBLIC: PrivacyOf = () => 'public';

/** Whether a reply is private, by what whoever asks said (null: nothing). */
export function isPrivate(said: boolean | null, privacy: Privacy): boolean {
  if (privacy === 'only-private') return true;
  return said ?? privacy === 'private';
}
