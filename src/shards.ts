/** Some of the connections (shards) that a bot has to Discord, first and last included; each serves its share of the servers. */
export type Shards = { first: number; last: number; of: number };

/**
 * How many connections a process has at most. Each serves some 1,000 servers, which ask a few questions a second when most is asked; one
 * process answers some thirty, and holds all tables of the archive, so that a process for each would cost memory for nothing.
 */
const MOST_IN_A_PROCESS = 5;
const MOST = 10_000;

/** All connections of a bot that has so many. */
export const allShards = (of: number): Shards => ({ first: 0, last: of - 1, of });

/** Of `10` all ten; of `0-4/10` or `3/10` a part. Undefined where it is nothing of these. */
export function readShards(text: string): Shards | undefined {
  const [, first, last = first, of] = /^(?:(\d{1,5})(?:-(\d{1,5}))?\/)?(\d{1,5})$/.exec(text) ?? [];
  const count = Number(of);
  if (!(count >= 1 && count <= MOST)) return undefined;
  if (first === undefined) return allShards(count);
  const shards = { first: Number(first), last: Number(last), of: count };
  return shards.first <= shards.last && shards.last < count ? shards : undefined;
}

/** As `readShards` reads them. */
export const shardsText = ({ first, last, of }: Shards): string => `${first}-${last}/${of}`;

/** Their numbers. */
export const shardIds = ({ first, last }: Shards): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** What each of as few processes as will do has of them: as even as can be. */
export function inProcesses({ first, last, of }: Shards): Shards[] {
  const count = last - first + 1;
  const processes = Math.ceil(count / MOST_IN_A_PROCESS);
  const start = (process: number) => first + Math.floor((process * count) / processes);
  return Array.from({ length: processes }, (_, at) => ({ first: start(at), last: start(at + 1) - 1, of }));
}
