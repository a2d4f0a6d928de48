import { z } from 'zod';
import type { Probed } from './probe.js';

/** Whether the bot can answer people now, and if not, which part is missing; plain data for whoever looks after it. */
export type Health = {
  ready: boolean;
  archive: Probed['archive'];
  discord: 'connected' | 'is not connected';
  state: 'is known' | 'was never read' | 'is still being opened';
};

/** Ready only when the archive answers, Discord is connected, and it is known what servers may be shown. */
export function healthOf(
  { archive }: Pick<Probed, 'archive'>,
  connected: boolean,
  state: Health['state'],
): Health {
  return {
    ready: archive === 'answers' && connected && state === 'is known',
    archive,
    discord: connected ? 'connected' : 'is not connected',
    state,
  };
}

const HealthSchema = z.object({
  ready: z.boolean(),
  archive: z.string(),
  discord: z.string(),
  state: z.string(),
});

/** The health of a bot of several processes: ready only when all are. */
export type HealthOfAll = {
  ready: boolean;
  processes: ({ shards: string } & z.infer<typeof HealthSchema>)[];
};

/** What each process told of itself, by its number; undefined of those that told nothing, null of those that wait for the first. */
export function healthOfAll(told: readonly unknown[], shards: readonly string[]): HealthOfAll {
  const processes = shards.map((each, number) => {
    const read = HealthSchema.safeParse(told[number]);
    if (read.success) return { shards: each, ...read.data };
    const archive = told[number] === null ? 'is still being opened' : 'does not answer';
    return { shards: each, ...healthOf({ archive }, false, 'is still being opened') };
  });
  return { ready: processes.every(({ ready }) => ready), processes };
}
