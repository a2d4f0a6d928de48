import { z } from 'zod';

/** In the environment of a process that a manager has started: its number, from 0. */
export const PROCESS_NUMBER = 'CUTTINGS_PROCESS';

/** What a manager can ask a process for. */
export type Told = 'health' | 'metrics';

/** From a process to its manager. */
export const ToManagerSchema = z.discriminatedUnion('type', [
  /** It would like to begin this connection to Discord. */
  z.object({ type: z.literal('begin'), shard: z.int() }),
  /** What it was asked for. */
  z.object({ type: z.literal('told'), id: z.int(), value: z.unknown() }),
]);
export type ToManager = z.infer<typeof ToManagerSchema>;

/** From a manager to a process. */
export const ToProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('may-begin'), shard: z.int() }),
  z.object({ type: z.literal('tell'), id: z.int(), what: z.enum(['health', 'metrics']) }),
]);
export type ToProcess = z.infer<typeof ToProcessSchema>;
