import { Routes } from 'discord.js';
import { z } from 'zod';
import { connectionError } from './errors.js';
import { createRest } from './register.js';
import { bareToken } from './token.js';

const GatewaySchema = z.object({
  shards: z.int().min(1),
  session_start_limit: z.object({ max_concurrency: z.int().min(1) }),
});

/**
 * How many connections Discord recommends to the bot, and how many of them may begin within 5 seconds.
 * @throws {TokenRefusedError | DiscordConnectionError}
 */
export async function askGateway({
  token,
  apiUrl,
}: {
  token: string;
  apiUrl: string | undefined;
}): Promise<{ recommended: number; atOnce: number }> {
  const rest = createRest(bareToken(token), apiUrl);
  try {
    const { shards, session_start_limit } = GatewaySchema.parse(await rest.get(Routes.gatewayBot()));
    return { recommended: shards, atOnce: session_start_limit.max_concurrency };
  } catch (error) {
    throw connectionError(error);
  }
}
