import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { FAILED, WRONG_SETTINGS } from '../exit-codes.js';

/** Where a token comes from, for people who have a wrong one. */
const WHERE =
  'Get one in the Discord Developer Portal (https://discord.com/developers/applications): your application, "Bot", "Reset Token". Then put it into DISCORD_TOKEN.';

/** Discord does not take the bot's token: it was never right, or has been reset. Never holds the token. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
  readonly exitCode = WRONG_SETTINGS;
  constructor() {
    super(`Discord refused the bot's token. ${WHERE}`);
  }
}

/**
 * Discord could not be reached, or ended the connection for good. The message is a sentence; `exitCode` says whether starting again
 * can help.
 */
export class DiscordConnectionError extends Error {
  override name = 'DiscordConnectionError';
  constructor(
    message: string,
    readonly exitCode: typeof FAILED | typeof WRONG_SETTINGS = FAILED,
  ) {
    super(message);
  }
}

// The interaction or its message is gone: too late, answered elsewhere, or deleted. Nobody waits for an answer.
const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Whether an error only says that there is nothing left to answer to. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

/** What of an error may be logged: Discord's own errors carry urls with tokens, and bodies. */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const status = 'status' in error ? error.status : undefined;
  return {
    name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(cause !== undefined && { cause: cause instanceof Error ? cause.message : String(cause) }),
  };
}
