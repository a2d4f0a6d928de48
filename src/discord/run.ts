import { type Logger, pino } from 'pino';
import { clearLeftovers } from '../archive/article-files.js';
import { ArchiveError } from '../archive/errors.js';
import { isInside } from '../archive/is-inside.js';
import { openArchive } from '../archive/open.js';
import { type Settings, SettingsError } from '../config.js';
import type { Watch } from '../http/metrics.js';
import type { Running } from '../http/running.js';
import { openState } from '../state/state.js';
import type { StoreEvent } from '../state/store.js';
import { registerCommands, startBot } from './bot.js';
import { loggable } from './errors.js';

/** With more passages than this, SQLite takes less memory and is no slower to answer. */
const MANY_FOR_LUNR = 50_000;

type BotSettings = Settings & { token: string };

/**
 * Runs the bot until a signal ends it or Discord refuses it.
 * @throws an error whose message says why, where the bot cannot start or was ended by Discord
 */
export async function runBot(settings: BotSettings): Promise<void> {
  const logger = createLogger(settings);
  const stopping = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
  // discord.js itself can trip over a malformed event; that must not end the bot for everybody.
  process.on('unhandledRejection', (err) => logger.error({ err: loggable(err) }, 'an event was dropped'));
  if (isInside(settings.state, settings.articles))
    throw new SettingsError(
      `STATE_DIR (${settings.state}) lies inside the folder of the articles, ${settings.articles}, and would be read as articles. Name another folder.`,
    );
  const running: Running = { archive: null, connected: () => false };
  // Whoever does without the port does without the library behind it too.
  const port =
    settings.http &&
    (await (await import('../http/port.js')).openHttpPort(settings.http, { running, logger }));
  if (port) logger.info(settings.http, 'HTTP port open');
  try {
    await runUntilStopped({ ...settings, logger, running, watch: port?.watch, stopping });
  } finally {
    port?.close();
  }
}

async function runUntilStopped({
  logger,
  running,
  watch,
  stopping,
  ...settings
}: BotSettings & {
  logger: Logger;
  running: Running;
  watch: Watch | undefined;
  stopping: Promise<string>;
}): Promise<void> {
  const state = openState(settings.state, {
    keepQuestions: settings.keepQuestions,
    onEvent: (event) => logState(logger, event),
  });
  // What a SIGKILL left of the work of an earlier start.
  await Promise.all([clearLeftovers(settings.articles), state.incoming.clear()]);
  const opening = openArchive({
    articles: settings.articles,
    peopleFile: settings.peopleFile,
    cache: settings.cache,
    engine: settings.engine,
    opensearch: settings.opensearch,
    answerConfidence: settings.answerConfidence,
    queryTimeout: settings.queryTimeout,
    onLost(err) {
      logger.error({ err }, 'search thread lost; starting another');
      watch?.lost();
    },
    watch,
  }).catch(asSettings);
  const archive = await Promise.race([opening, stopping]);
  if (typeof archive === 'string') {
    logger.info({ signal: archive }, 'closing before the archive was built');
    process.exit(0);
  }
  running.archive = archive;
  try {
    const { problems, ...status } = await archive.status();
    logger.info({ ...status, problems: problems.length }, 'archive open');
    for (const problem of problems) logger.warn({ problem }, 'problem in the article set');
    if (status.engine === 'lunr' && status.passages > MANY_FOR_LUNR)
      logger.warn(
        { passages: status.passages, limit: MANY_FOR_LUNR },
        'Lunr holds more passages in memory than it is meant for; SEARCH_ENGINE=sqlite would serve better',
      );
    if (status.articles === 0) logger.warn({ directory: status.directory }, 'the archive holds no articles');
    const starting = startBot({ ...settings, archive, state, logger, watch });
    const bot = await Promise.race([starting, stopping]);
    if (typeof bot === 'string') {
      logger.info({ signal: bot }, 'closing before Discord answered');
      // discord.js cannot abandon a log-in, and nobody wants to wait for it.
      process.exit(0);
    }
    running.connected = bot.connected;
    try {
      const signal = await Promise.race([stopping, bot.closed]);
      logger.info({ signal }, 'closing');
    } finally {
      await bot.close();
    }
  } finally {
    await archive.close();
    state.close();
  }
}

/** Options that mean nothing come from settings that do. */
function asSettings(error: unknown): never {
  throw error instanceof ArchiveError && error.code === 'invalid' ? new SettingsError(error.message) : error;
}

/** Registers the commands with Discord if they differ from what it has. */
export async function runRegister(settings: BotSettings): Promise<void> {
  await registerCommands({ ...settings, logger: createLogger(settings) });
}

function logState(logger: Logger, event: StoreEvent): void {
  if (event.kind === 'usable') logger.info('the state file can be used');
  else if (event.kind === 'moved-aside')
    logger.error(
      { movedTo: event.movedTo },
      'the state file was damaged and was moved aside; servers without settings are shown nothing',
    );
  else if (event.unread)
    logger.error(
      { code: event.error.code, why: event.error.message },
      'the state file cannot be read; servers are shown nothing',
    );
  else
    logger.error(
      { code: event.error.code, why: event.error.message },
      'the state file cannot be used; changes are refused',
    );
}

function createLogger({ logLevel, token, opensearch }: BotSettings) {
  const secrets = [token, opensearch?.password, opensearch?.apiKey]
    .filter((secret) => secret !== undefined)
    // As it is, and as it stands in JSON.
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return pino({
    level: logLevel,
    // Wherever a secret might turn up, and it should not, it is not printed.
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      streamWrite: (line) => secrets.reduce((left, secret) => left.replaceAll(secret, '[redacted]'), line),
    },
  });
}
