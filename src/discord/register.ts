import { isDeepStrictEqual } from 'node:util';
import { REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Command } from './command.js';

const LONGEST_WAIT_MS = 30_000;

const ApplicationSchema = z.object({ id: z.string().regex(/^\d{1,20}$/) });

/** What Discord leaves out, or sends as null, where a definition says nothing. */
const missing = <T extends z.ZodType, D>(schema: T, fallback: D) =>
  schema.nullish().transform((value) => value ?? fallback);

const OptionSchema = z.object({
  type: z.int(),
  name: z.string(),
  description: z.string(),
  description_localizations: missing(z.record(z.string(), z.string()), {}),
  required: missing(z.boolean(), false),
  autocomplete: missing(z.boolean(), false),
  min_length: missing(z.number(), null),
  max_length: missing(z.number(), null),
  min_value: missing(z.number(), null),
  max_value: missing(z.number(), null),
  choices: missing(z.array(z.unknown()), []),
  channel_types: missing(z.array(z.unknown()), []),
  options: missing(z.array(z.unknown()), []),
});

/** A command in one form, whether we wrote it or Discord sent it: what must be equal for nothing to be done. */
const ComparableSchema = z.object({
  type: missing(z.int(), 1),
  name: z.string(),
  // A command on a message has none.
  description: missing(z.string(), ''),
  description_localizations: missing(z.record(z.string(), z.string()), {}),
  options: missing(z.array(OptionSchema), []),
  default_member_permissions: missing(z.string(), null),
  contexts: missing(z.array(z.int()), null).transform((list) => list?.toSorted((a, b) => a - b) ?? null),
  integration_types: missing(z.array(z.int()), [0]).transform((list) => list.toSorted((a, b) => a - b)),
  nsfw: missing(z.boolean(), false),
});

/** Whether Discord's list of commands is what we would send it. Anything unreadable counts as different. */
export function sameCommands(ours: readonly unknown[], theirs: unknown): boolean {
  const list = z.array(ComparableSchema);
  const [mine, found] = [list.safeParse(ours), list.safeParse(theirs)];
  if (!mine.success || !found.success) return false;
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  return isDeepStrictEqual(mine.data.toSorted(byName), found.data.toSorted(byName));
}

/**
 * Tells Discord about the commands, if it has others. A new list takes the place of the old one.
 * @throws what `rest` throws
 */
export async function syncCommands(
  rest: REST,
  commands: readonly Command[],
  logger: Logger,
): Promise<{ changed: boolean; commands: string[] }> {
  const application = ApplicationSchema.parse(await rest.get(Routes.currentApplication()));
  const route = Routes.applicationCommands(application.id);
  const definitions = commands.map((command) => command.definition);
  const names = commands.map((command) => command.name);
  const changed = !sameCommands(
    definitions,
    await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }),
  );
  if (changed) await rest.put(route, { body: definitions });
  logger.info({ commands: names, changed }, changed ? 'commands registered' : 'commands are up to date');
  return { changed, commands: names };
}

/** Discord's REST API with a token. `apiUrl` is without the version: `https://discord.com/api`. */
export function createRest(token: string, apiUrl: string | undefined): REST {
  return new REST({
    version: '10',
    // Registering too often can mean a wait of hours; better to say so.
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > LONGEST_WAIT_MS,
    ...(apiUrl !== undefined && { api: apiUrl }),
  }).setToken(token);
}
