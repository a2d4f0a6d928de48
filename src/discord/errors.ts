import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import { FAILED, WRONG_SETTINGS } from '../exit-codes.js';

/** Where a token comes from, for people who have a wrong one. */
const WHERE =
  'Get one in the Discord Developer Portal (https://discord.com/developers/applications): your application, "Bot", "Reset Token". Then put it into DISCORD_TOKEN.';

/** Discord does not take the bot's token: it was never right, or has been reset. Never holds the token. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
  readonly exitCode = WRONG_SETTINGS;
  constructor() {
    super(`Discord refused the bot’s token. ${WHERE}`);
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
    readonly exitCode = FAILED,
  ) {
    super(message);
  }
}

/** What went wrong while the bot connected, as its two kinds of error, never with a token in the message. */
export function connectionError(error: unknown): TokenRefusedError | DiscordConnectionError {
  if (error instanceof TokenRefusedError || error instanceof DiscordConnectionError) return error;
  const refused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof Error && 'code' in error && error.code === 'TokenInvalid') ||
    // @discordjs/ws has no code for this one.
    (error instanceof Error && error.message === 'Authentication failed');
  if (refused) return new TokenRefusedError();
  const why = error instanceof Error ? error.message : String(error);
  return new DiscordConnectionError(`Discord could not be reached or refused the connection: ${why}`);
}

// The interaction or its message is gone: too late, answered elsewhere, or deleted. Nobody waits for an answer.
const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Whether an error only says that there is nothing left to answer to. */
export function isGone(error: unknown): boolean {
  if (error instanceof AnsweredElsewhereError) return true;
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

/** Another process of the bot, with the same token, has answered. */
export class AnsweredElsewhereError extends Error {
  override name = 'AnsweredElsewhereError';
}

/** Whether an error says that the interaction has its first answer already, from whomever. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Discord gave no answer to a message that must not be sent twice, so it may be there or not. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

/** Whether an error says that Discord could not be reached or failed on its side, so that trying again later may help. */
export function isOutage(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  // What the system and undici call a connection that failed; discord.js gives up slow requests with an AbortError.
  const code = 'code' in error ? String(error.code) : '';
  return error.name === 'AbortError' || /^(?:E[A-Z]+|EAI_AGAIN|UND_ERR_[A-Z_]+)$/.test(code);
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
