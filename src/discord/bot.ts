import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options, Status } from 'discord.js';
import type { Logger } from 'pino';
import { commands, openers } from '../../commands/index.js';
import type { Archive, Progress } from '../archive/archive.js';
import { WRONG_SETTINGS } from '../exit-codes.js';
import { type Shards, shardIds, shardsText } from '../shards.js';
import type { State } from '../state/state.js';
import { dayIn } from '../text/dates.js';
import { createAlerts } from './alerts.js';
import { whenAwayForLong } from './away.js';
import { downloader } from './download.js';
import { connectionError, DiscordConnectionError, loggable, TokenRefusedError } from './errors.js';
import { createPosting } from './post.js';
import { createRest, syncCommands } from './register.js';
import { createRouter } from './router.js';
import { requestOnce } from './send-once.js';
import { bareToken } from './token.js';
import type { RouterWatch } from './watch.js';

export type BotOptions = {
  token: string;
  /** Discord's REST API without its version (`https://discord.com/api`, the default). */
  apiUrl?: string | undefined;
  /** Ids of users who may reload whatever their rights in a server are. */
  operators: readonly string[];
  archive: Archive;
  /** The folder of its articles. */
  articles: string;
  /** Whose day it is. Undefined: the machine's own. */
  timeZone: string | undefined;
  state: State;
  logger: Logger;
  /** Which of the bot's connections are made here. Whoever makes the first also registers the commands and posts what /follow brings. */
  shards: Shards;
  /** The exit code for when Discord wants more connections than it was said to have. */
  tooFew: number;
  /** Waits until a connection may begin, where other processes begin some too. */
  mayBegin?: ((shard: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** Told of every interaction. */
  watch?: RouterWatch | undefined;
};

export type Bot = {
  /** Whether Discord's gateway is connected, on all connections, and sends events now. */
  connected(): boolean;
  /** To be called where the archive has taken over what another process built, or where the state can be used again. */
  lookForAlerts(): void;
  /** Lets what is being answered finish (5 s at most), then leaves Discord. */
  close(): Promise<void>;
  /** Resolves after `close`; rejects with a `TokenRefusedError` or `DiscordConnectionError` where Discord ends it. */
  closed: Promise<'closed'>;
};

const GRACE_MS = 5000;

// Nothing is kept of what people write or who they are; guilds, channels and roles are what discord.js needs.
const NO_CACHES = Options.cacheWithLimits({
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
});

/**
 * Logs in, and registers the commands if they changed.
 * @throws {TokenRefusedError} where Discord does not take the token
 * @throws {DiscordConnectionError} where Discord cannot be reached or refuses the connection
 */
export async function startBot({
  token,
  apiUrl,
  operators,
  archive,
  articles,
  timeZone,
  state,
  logger,
  shards,
  tooFew,
  mayBegin,
  watch,
}: BotOptions): Promise<Bot> {
  const key = bareToken(token);
  const ids = shardIds(shards);
  const isFirst = ids.includes(0);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: ids,
    shardCount: shards.of,
    ...(mayBegin && { ws: { buildIdentifyThrottler: () => ({ waitForIdentify: mayBegin }) } }),
    makeCache: NO_CACHES,
    allowedMentions: { parse: [] },
    // Commands wait until the client counts as ready, and need nothing of a guild that is not there yet.
    waitGuildTimeout: 500,
    rest: {
      // What answers an interaction does not count against Discord's limit over all, so 200 answers need not wait for each other. By the
      // default of 50 a second they would, and where the clock was put back, as long as that.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest: requestOnce,
      ...(apiUrl !== undefined && { api: apiUrl }),
    },
  });

  const posting = createPosting(client.rest, logger);
  const alerts = createAlerts({ archive, state, posting, logger });
  const router = createRouter({
    commands,
    openers,
    archive: { ...archive, reload: reloadThenLook },
    state,
    house: {
      articles,
      hasOperators: operators.length > 0,
      today: () => dayIn(timeZone, new Date()),
      download: downloader(apiUrl),
      posting,
    },
    operators,
    logger,
    watch,
  });

  async function reloadThenLook(onProgress?: (progress: Progress) => void) {
    const report = await archive.reload(onProgress);
    if (report.swapped) lookForAlerts();
    return report;
  }

  // Of several processes one posts: the first, which takes over what the others reload.
  function lookForAlerts(): void {
    if (isFirst) void alerts.look();
  }

  let end: { resolve(how: 'closed'): void; reject(why: Error): void } = { resolve() {}, reject() {} };
  const closed = new Promise<'closed'>((resolve, reject) => {
    end = { resolve, reject };
  });
  // Whoever never looks at `closed` must not be ended by it.
  closed.catch(() => undefined);
  const answering = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const answer = router.interaction(interaction).finally(() => answering.delete(answer));
    answering.add(answer);
  });
  client.on(Events.Error, (error) => logger.error({ err: loggable(error) }, 'discord.js reports an error'));
  client.on(Events.Warn, (message) => logger.warn({ message }, 'discord.js warns'));
  client.on(Events.ShardError, (error) =>
    logger.warn({ err: loggable(error) }, 'the connection has an error'),
  );
  client.on(Events.ShardReconnecting, () => logger.info('connection lost; connecting again'));
  client.on(Events.ShardResume, () => logger.info('connection resumed'));
  client.on(Events.ShardDisconnect, ({ code }) => end.reject(refusal(code, tooFew)));
  whenAwayForLong(client, () =>
    end.reject(new DiscordConnectionError('Discord could not be reached again for ten minutes.')),
  );

  const ready = once(client, Events.ClientReady);
  ready.catch(() => undefined);
  try {
    await Promise.race([client.login(key), closed]);
    await Promise.race([ready, closed]);
    // Only now, so that the commands of an earlier start are answered at once.
    if (isFirst) await registerAtStart(key, apiUrl, logger);
  } catch (error) {
    await client.destroy().catch(() => undefined);
    throw connectionError(error);
  }
  logger.info({ user: client.user?.tag, ...(shards.of > 1 && { shards: shardsText(shards) }) }, 'logged in');
  // What came while the bot was away, or was cut short by its end.
  lookForAlerts();
  return {
    connected: () =>
      client.ws.shards.size === ids.length && client.ws.shards.every(({ status }) => status === Status.Ready),
    lookForAlerts,
    closed,
    async close() {
      client.removeAllListeners(Events.InteractionCreate);
      // Our own leaving is no lost connection.
      client.removeAllListeners(Events.ShardReconnecting);
      const grace = new AbortController();
      const last = Promise.allSettled([...answering, alerts.close()]);
      await Promise.race([last, pause(GRACE_MS, undefined, grace)]);
      grace.abort();
      await client.destroy();
      end.resolve('closed');
    },
  };
}

/**
 * Tells Discord about the commands where it has others; says in the log whether it did.
 * @throws {TokenRefusedError | DiscordConnectionError}
 */
export async function registerCommands(options: {
  token: string;
  apiUrl?: string | undefined;
  logger: Logger;
}): Promise<{ changed: boolean; commands: string[] }> {
  return register(bareToken(options.token), options.apiUrl, options.logger);
}

async function register(token: string, apiUrl: string | undefined, logger: Logger) {
  try {
    return await syncCommands(createRest(token, apiUrl), commands, logger);
  } catch (error) {
    throw connectionError(error);
  }
}

/** Commands of an earlier start still work, so only a refused token stops the bot here. */
async function registerAtStart(token: string, apiUrl: string | undefined, logger: Logger): Promise<void> {
  try {
    await register(token, apiUrl, logger);
  } catch (error) {
    if (error instanceof TokenRefusedError) throw error;
    logger.error({ err: loggable(error) }, 'commands could not be registered; starting all the same');
  }
}

/** Why the gateway closed for good. */
function refusal(code: number, tooFew: number): Error {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new TokenRefusedError();
  return new DiscordConnectionError(
    `Discord ended the connection for good: ${GatewayCloseCodes[code] ?? 'unknown reason'} (${code}).`,
    code === GatewayCloseCodes.ShardingRequired ? tooFew : WRONG_SETTINGS,
  );
}
