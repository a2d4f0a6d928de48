import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SimpleIdentifyThrottler } from 'discord.js';
import type { Logger } from 'pino';
import { TOO_FEW_CONNECTIONS, WRONG_SETTINGS } from '../exit-codes.js';
import { type Shards, shardsText } from '../shards.js';
import { PROCESS_NUMBER, type Told, ToManagerSchema, type ToProcess } from './process-messages.js';

/** The processes of a bot that has too many connections for one. */
export type Processes = {
  /**
   * What each process tells of itself, by its number; undefined where it is not there or does not answer within 3 s, null where it has
   * not been started yet since the first still opens the archive.
   */
  ask(what: Told): Promise<unknown[]>;
  /** Rejects with a `ProcessEndedError` where a process ended so that starting it again cannot help; never resolves. */
  failed: Promise<never>;
  /** Lets all of them end; those that have not after 15 s are killed. */
  close(): Promise<void>;
};

export type ManagerOptions = {
  /** The connections that each process makes. */
  parts: readonly Shards[];
  /** How many connections Discord lets begin within 5 seconds. */
  atOnce: number;
  /** The exit code for when Discord wants more connections than these. */
  tooFew: number;
  token: string;
  articles: string;
  logger: Logger;
};

/** A process of the bot ended so that starting it again, as it was, cannot help. It has said why itself. */
export class ProcessEndedError extends Error {
  override name = 'ProcessEndedError';
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
// A process lets what is being answered finish for 5 s.
const GRACE_MS = 15_000;
const LONGEST_ANSWER_MS = 3000;
// Discord lets a bot begin 1,000 sessions a day: five connections every ten minutes are 720.
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Starts a process for each part, and again whenever one ends, after waits that grow from a second to ten minutes. The first opens the
 * archive alone, so that it is built once and its folders are made once; then the others follow.
 */
export function startProcesses({
  parts,
  atOnce,
  tooFew,
  token,
  articles,
  logger,
}: ManagerOptions): Processes {
  const ending = new AbortController();
  const running = new Map<number, ChildProcess>();
  const answers = new Map<number, (value: unknown) => void>();
  const throttler = new SimpleIdentifyThrottler(atOnce);
  let lastId = 0;
  let isFirstOpen = false;
  let openOthers = () => {};
  const firstIsOpen = new Promise<void>((resolve) => {
    openOthers = () => {
      isFirstOpen = true;
      resolve();
    };
  });
  const everyProcess = Promise.all(parts.map(keepRunning));
  const failed = everyProcess.then(() => new Promise<never>(() => {}));
  // Whoever never looks at `failed` must not be ended by it.
  failed.catch(() => undefined);

  async function keepRunning(part: Shards, number: number): Promise<void> {
    const shards = shardsText(part);
    if (number > 0) await firstIsOpen;
    let wait = FIRST_WAIT_MS;
    while (!ending.signal.aborted) {
      const began = performance.now();
      const [code, signal] = await runOnce(shards, number);
      if (ending.signal.aborted) return;
      if (code === WRONG_SETTINGS)
        throw new ProcessEndedError(
          `The process of the connections ${shards} ended with code ${code}: what it said above must be mended first.`,
          WRONG_SETTINGS,
        );
      if (code === TOO_FEW_CONNECTIONS)
        throw new ProcessEndedError(
          `The process of the connections ${shards} ended: Discord wants more of them than ${part.of}.`,
          tooFew,
        );
      if (performance.now() - began > LONGEST_WAIT_MS) wait = FIRST_WAIT_MS;
      logger.error(
        { shards, code, signal, seconds: wait / 1000 },
        'a process of the bot ended; it is started again',
      );
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => {});
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  async function runOnce(
    shards: string,
    number: number,
  ): Promise<[code: number | null, signal: string | null]> {
    try {
      // Throws at once where the system is out of memory.
      const child = fork(MAIN, ['bot', '--articles', articles], {
        env: { ...process.env, DISCORD_TOKEN: token, SHARDS: shards, [PROCESS_NUMBER]: String(number) },
        // Metrics have numbers that JSON has not.
        serialization: 'advanced',
      });
      child.on('message', (raw) => receive(child, raw));
      running.set(number, child);
      logger.info({ shards, process: child.pid }, 'process started');
      const [code, signal]: (number | string | null)[] = await once(child, 'exit');
      return [typeof code === 'number' ? code : null, typeof signal === 'string' ? signal : null];
    } catch (err) {
      logger.error({ err }, 'a process of the bot could not be started');
      return [null, null];
    } finally {
      running.delete(number);
    }
  }

  async function receive(child: ChildProcess, raw: unknown): Promise<void> {
    const { data } = ToManagerSchema.safeParse(raw);
    if (data?.type === 'told') answers.get(data.id)?.(data.value);
    if (data?.type !== 'begin') return;
    // Whoever wants to begin has opened the archive.
    openOthers();
    await throttler.waitForIdentify(data.shard, ending.signal).then(
      () => send(child, { type: 'may-begin', shard: data.shard }),
      () => {},
    );
  }

  async function askOne(child: ChildProcess | undefined, what: Told): Promise<unknown> {
    if (!child) return undefined;
    const id = ++lastId;
    const waited = new AbortController();
    const told = new Promise<unknown>((resolve) => answers.set(id, resolve));
    const late = sleep(LONGEST_ANSWER_MS, undefined, { signal: waited.signal }).catch(() => undefined);
    send(child, { type: 'tell', id, what });
    const value = await Promise.race([told, late]);
    waited.abort();
    answers.delete(id);
    return value;
  }

  async function end(child: ChildProcess): Promise<void> {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    // A process ends when its manager lets go of it: also of one that was killed and could not say anything.
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await exit;
    clearTimeout(late);
  }

  return {
    ask: (what) =>
      Promise.all(
        parts.map((_, number) => (number > 0 && !isFirstOpen ? null : askOne(running.get(number), what))),
      ),
    failed,
    async close() {
      ending.abort();
      openOthers();
      await Promise.all([...running.values()].map(end));
    },
  };
}

/** A process that ends meanwhile gets nothing any more. */
function send(child: ChildProcess, message: ToProcess): void {
  if (child.connected) child.send(message, () => {});
}
