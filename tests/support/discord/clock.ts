/** The stand-in's time: the real one, which a test may move forward. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves this clock forward by so many milliseconds, at once. */
  advance(ms: number): void;
  /** A new id, later than every id before it and carrying its own time as Discord's do. */
  snowflake(): string;
};

/** Discord counts its ids from the first second of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000n;

export function createClock(): Clock {
  let ahead = 0;
  let last = 0n;
  const now = () => Date.now() + ahead;
  return {
    now,
    advance(ms) {
      ahead += ms;
    },
    snowflake() {
      const fresh = (BigInt(now()) - DISCORD_EPOCH) << 22n;
      last = fresh > last ? fresh : last + 1n;
      return String(last);
    },
  };
}
