import { Events } from 'discord.js';

const LONGEST_AWAY_MS = 10 * 60_000;

/** What of discord.js's client is listened to; `shard` is the number of a connection. */
type Connections = {
  on(
    event: Events.ShardReconnecting | Events.ShardResume | Events.ShardReady,
    listener: (shard: number) => void,
  ): unknown;
};

/**
 * Calls `end` where a lost connection did not come back for ten minutes. discord.js tries again by itself, but a new process may have
 * more luck.
 */
export function whenAwayForLong(connections: Connections, end: () => void): void {
  const away = new Map<number, NodeJS.Timeout>();
  const back = (shard: number) => {
    clearTimeout(away.get(shard));
    away.delete(shard);
  };
  connections.on(Events.ShardReconnecting, (shard) => {
    if (!away.has(shard)) away.set(shard, setTimeout(end, LONGEST_AWAY_MS).unref());
  });
  connections.on(Events.ShardResume, back);
  connections.on(Events.ShardReady, back);
}
