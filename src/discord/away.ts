import { Events } from 'discord.js';

const LONGEST_AWAY_MS = 10 * 60_000;

/** What of discord.js's client is listened to. */
type Connection = {
  on(event: Events.ShardReconnecting | Events.ShardResume | Events.ShardReady, listener: () => void): unknown;
};

/**
 * Calls `end` where a lost connection did not come back for ten minutes. discord.js tries again by itself, but a new process may have
 * more luck.
 */
export function whenAwayForLong(connection: Connection, end: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const back = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  connection.on(Events.ShardReconnecting, () => {
    timer ??= setTimeout(end, LONGEST_AWAY_MS).unref();
  });
  connection.on(Events.ShardResume, back);
  connection.on(Events.ShardReady, back);
}
