import { type Logger, pino } from 'pino';
import { clearLeftovers } from '../archive/article-files.js';
import { ArchiveError } from '../archive/errors.js';
import { isInside } from '../archive/is-inside.js';
import { openArchive } from '../archive/open.js';
import { type Settings, SettingsError } from '../config.js';
import { FAILED, TOO_FEW_CONNECTIONS, WRONG_SETTINGS } from '../exit-codes.js';
import type { Watch } from '../http/metrics.js';
import type { Reports } from '../http/reports.js';
import type { Running } from '../http/running.js';
import { allShards, inProcesses, type Shards, shardsText } from '../shards.js';
import { openState, type State } from '../state/state.js';
import type { StoreEvent } from '../state/store.js';
import { registerCommands, startBot } from './bot.js';
import { loggable } from './errors.js';
import { askGateway } from './gateway.js';
import { type Manager, whoManagesUs } from './managed.js';
import { type Processes, startProcesses } from './manager.js';

/** With more passages than this, SQLite takes less memory and is no slower to answer. */
const MANY_FOR_LUNR = 50_000;

/** A bot may have room to grow; one digit too many is a slip. */
const MOST_TIMES_RECOMMENDED = 10;

type BotSettings = Settings & { token: string };

/**
 * Runs the bot until a signal ends it or Discord refuses it: in this process, or in several where it has too many connections for one.
 * @throws an error whose message says why, where the bot cannot start or was ended by Discord
 */
export async function runBot(settings: BotSettings): Promise<void> {
  const logger = createLogger(settings);
  const manager = whoManagesUs();
  const stopping = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
    void manager?.ended.then(resolve);
  });
  // discord.js itself can trip over a malformed event; that must not end the bot for everybody.
  process.on('unhandledRejection', (err) => logger.error({ err: loggable(err) }, 'an event was dropped'));
  if (isInside(settings.state, settings.articles))
    throw new SettingsError(
      `STATE_DIR (${settings.state}) lies inside the folder of the articles, ${settings.articles}, and would be read as articles. Name another folder.`,
    );
  // What a SIGKILL left of the work of an earlier start; once for all processes.
  if (!manager) await clearLeftovers(settings.articles);
  const connections = await Promise.race([connectionsOf(settings), stopping]);
  if (typeof connections === 'string') {
    logger.info({ signal: connections }, 'closing before Discord answered');
    // A request cannot be abandoned, and nobody wants to wait for it.
    process.exit(0);
  }
  const { parts, atOnce } = connections;
  const [shards] = parts;
  // Where Discord said how many there are to be, it says more at the next start; a number that somebody set must be mended.
  const ifTooFew = settings.shards === 'auto' ? FAILED : WRONG_SETTINGS;
  if (parts.length > 1 || !shards)
    return runSeveral(settings, { parts, atOnce, tooFew: ifTooFew, logger, stopping });
  const running: Running = { archive: null, state: null, connected: () => false };
  // Whoever does without the port does without the library behind it too.
  const reports =
    settings.http && (await import('../http/reports.js')).createReports(running, manager?.number);
  if (reports) manager?.answerWith({ health: reports.health, metrics: reports.metricsData });
  const port = manager ? undefined : reports && (await openPort(settings.http, reports, logger));
  try {
    const tooFew = manager ? TOO_FEW_CONNECTIONS : ifTooFew;
    const watch = reports?.watch;
    await runUntilStopped({ ...settings, shards, tooFew, manager, logger, running, watch, stopping });
  } finally {
    port?.close();
  }
}

/**
 * The connections to be made from here, by processes, and how many may begin at once where there are several processes.
 * @throws {SettingsError} where they would be so many that their processes would fill the machine for nothing
 */
async function connectionsOf(settings: BotSettings): Promise<{ parts: Shards[]; atOnce: number }> {
  if (settings.shards !== 'auto') {
    const parts = inProcesses(settings.shards);
    if (parts.length === 1) return { parts, atOnce: 1 };
  }
  const { recommended, atOnce } = await askGateway(settings);
  const shards = settings.shards === 'auto' ? allShards(recommended) : settings.shards;
  const most = recommended * MOST_TIMES_RECOMMENDED;
  if (shards.of > most)
    throw new SettingsError(
      `SHARDS is far more than Discord recommends for this bot: ${shards.of} connections, where ${recommended} would do. Leave it out, or set ${most} at most.`,
    );
  return { parts: inProcesses(shards), atOnce };
}

/** Runs a process for each part, and no archive here. */
async function runSeveral(
  settings: BotSettings,
  {
    stopping,
    ...options
  }: { parts: Shards[]; atOnce: number; tooFew: number; logger: Logger; stopping: Promise<string> },
): Promise<void> {
  const { parts, logger } = options;
  let processes: Processes | undefined;
  const reports =
    settings.http &&
    (await import('../http/reports.js')).reportsOfAll(
      async (what) => (await processes?.ask(what)) ?? [],
      parts.map(shardsText),
    );
  const port = reports && (await openPort(settings.http, reports, logger));
  try {
    processes = startProcesses({ ...options, token: settings.token, articles: settings.articles });
    const signal = await Promise.race([stopping, processes.failed]);
    logger.info({ signal }, 'closing');
  } finally {
    await processes?.close();
    port?.close();
  }
}

async function openPort(address: Settings['http'], reports: Reports, logger: Logger) {
  if (!address) return undefined;
  const port = await (await import('../http/port.js')).openHttpPort(address, { reports, logger });
  logger.info(address, 'HTTP port open');
  return port;
}

async function runUntilStopped({
  manager,
  logger,
  running,
  watch,
  stopping,
  ...settings
}: BotSettings & {
  shards: Shards;
  tooFew: number;
  manager: Manager | undefined;
  logger: Logger;
  running: Running;
  watch: Watch | undefined;
  stopping: Promise<string>;
}): Promise<void> {
  let lookForAlerts = () => {};
  const openingState = openStateOf(settings, (event) => {
    logState(logger, event);
    if (event.kind === 'usable') lookForAlerts();
  });
  const openingArchive = openArchive({
    articles: settings.articles,
    peopleFile: settings.peopleFile,
    cache: settings.cache,
    engine: settings.engine,
    opensearch: settings.opensearch,
    answerConfidence: settings.answerConfidence,
    timeZone: settings.timeZone,
    queryTimeout: settings.queryTimeout,
    onLost(err) {
      logger.error({ err }, 'search thread lost; starting another');
      watch?.lost();
    },
    onTakeOver({ swapped, why, articles, added, changed, removed, milliseconds }) {
      if (!swapped) return logger.warn({ why }, 'what another process built was not taken over');
      const changes = { added: added.length, changed: changed.length, removed: removed.length };
      logger.info({ articles, ...changes, milliseconds }, 'archive taken over from another process');
      lookForAlerts();
    },
    watch,
  }).catch(asSettings);
  const opened = await Promise.race([Promise.all([openingArchive, openingState]), stopping]);
  if (typeof opened === 'string') {
    logger.info({ signal: opened }, 'closing before the archive was built');
    process.exit(0);
  }
  const [archive, state] = opened;
  running.archive = archive;
  running.state = state;
  await state.incoming.clear();
  try {
    const status = await archive.status();
    logger.info(status, 'archive open');
    for (const problem of await archive.problems()) logger.warn({ problem }, 'problem in the article set');
    if (status.engine === 'lunr' && status.passages > MANY_FOR_LUNR)
      logger.warn(
        { passages: status.passages, limit: MANY_FOR_LUNR },
        'Lunr holds more passages in memory than it is meant for; SEARCH_ENGINE=sqlite would serve better',
      );
    if (status.articles === 0) logger.warn({ directory: status.directory }, 'the archive holds no articles');
    const starting = startBot({ ...settings, archive, state, logger, mayBegin: manager?.mayBegin, watch });
    const bot = await Promise.race([starting, stopping]);
    if (typeof bot === 'string') {
      logger.info({ signal: bot }, 'closing before Discord answered');
      // discord.js cannot abandon a log-in, and nobody wants to wait for it.
      process.exit(0);
    }
    running.connected = bot.connected;
    lookForAlerts = bot.lookForAlerts;
    try {
      const signal = await Promise.race([stopping, bot.closed]);
      logger.info({ signal }, 'closing');
    } finally {
      await bot.close();
    }
  } finally {
    await archive.close();
    await state.close();
  }
}

/** What the bot remembers: in a file, or in the cluster where bots share it. */
async function openStateOf(
  { state: folder, keepQuestions, sharedState: name, opensearch: cluster }: BotSettings,
  onEvent: (event: StoreEvent) => void,
): Promise<State> {
  if (name === undefined || !cluster) return openState(folder, { keepQuestions, onEvent });
  // Whoever keeps a file needs no client.
  const { openSharedState } = await import('../state/opensearch/state.js');
  return openSharedState({ cluster, name, folder, keepQuestions, onEvent });
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
  if (event.kind === 'usable') logger.info('the state can be used');
  else if (event.kind === 'taken-over') {
    const { file, servers, follows } = event;
    logger.info({ file, servers, follows }, 'the state file was taken over into the cluster');
  } else if (event.kind === 'moved-aside')
    logger.error(
      { movedTo: event.movedTo },
      'the state file was damaged and was moved aside; servers without settings are shown nothing',
    );
  else if (event.kind === 'unreadable-settings')
    logger.error(
      { servers: event.servers },
      'the settings of some servers cannot be read; nothing is shown in them',
    );
  else if (event.unread)
    logger.error(
      { code: event.error.code, why: event.error.message },
      'the state cannot be read; servers are shown nothing',
    );
  else
    logger.error(
      { code: event.error.code, why: event.error.message },
      'the state cannot be used; changes are refused',
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
