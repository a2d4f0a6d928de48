import type { Probed } from './probe.js';

/** Whether the bot can answer people now, and if not, which part is missing; plain data for whoever looks after it. */
export type Health = {
  ready: boolean;
  archive: Probed['archive'];
  discord: 'connected' | 'is not connected';
};

/** Ready only when the archive answers and Discord is connected. */
export function healthOf({ archive }: Pick<Probed, 'archive'>, connected: boolean): Health {
  return {
    ready: archive === 'answers' && connected,
    archive,
    discord: connected ? 'connected' : 'is not connected',
  };
}
