import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StandIn } from './driver.js';
import { createHub } from './waiting.js';

/** How a process ended: by its own exit code, or by a signal. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** The bot, running as users run it. */
export type BotProcess = {
  /** Its process id. */
  pid: number;
  /** Everything it wrote so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves to its output (both streams) once that matches; rejects if the bot ends without. */
  printed(pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** Resolves when it has ended; rejects if it has not after `timeoutMs`. */
  exited(timeoutMs?: number): Promise<Exit>;
  /** Sends a signal (SIGTERM unless told) and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
};

export type BotOptions = {
  /** Settings for the bot beside its token and Discord's address; nothing else of this process's gets through. */
  env?: Record<string, string>;
  /** Where it runs; by default an empty folder of its own, which is removed afterwards. */
  cwd?: string;
  /** What to wait for: its commands (by default), its log-in alone, or nothing. */
  until?: 'registered' | 'identified' | 'started';
  /** The program and what follows it; by default the built bot. */
  command?: string[];
  timeoutMs?: number;
};

/** The built program. */
export const MAIN = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));
const COMMANDS = /\/applications\/\d+\/(guilds\/\d+\/)?commands(\?|$)/;

const running = new Set<ChildProcess>();
const folders: string[] = [];

/** Ends whatever bots still run; done by itself at the end of this process. */
export function killBots(): void {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

process.once('exit', killBots);

/**
 * Starts the built bot (`node dist/src/main.js bot`) against the stand-in.
 * Rejects with its output if it ends, or is not as far as `until` says within `timeoutMs`.
 */
export async function startBot(discord: StandIn, options: BotOptions = {}): Promise<BotProcess> {
  const { env = {}, until = 'registered', command = [MAIN, 'bot'], timeoutMs = 20_000 } = options;
  const cwd = options.cwd ?? emptyFolder();
  const sessions = discord.gateway.sessions.length;
  const requests = discord.requests.length;
  const child = spawn(process.execPath, command, {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: cwd,
      CACHE_DIR: join(cwd, 'cache'),
      STATE_DIR: join(cwd, 'state'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  let exit: Exit | undefined;
  const hub = createHub(timeoutMs);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    hub.changed();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    hub.changed();
  });
  const output = () => `--- stdout\n${stdout}\n--- stderr\n${stderr}`;
  const early = new Promise<never>((_, reject) => {
    // 'close' and not 'exit': by then all of its output has been read.
    child.once('close', (code, signal) => {
      running.delete(child);
      exit = { code, signal };
      hub.changed();
      reject(new Error(`The bot ended (${code ?? signal}).\n${output()}`));
    });
  });
  early.catch(() => undefined);
  const exited: BotProcess['exited'] = (limitMs) =>
    hub.until('The end of the bot', () => exit, output, limitMs);

  /** Discord has accepted commands from this process, or has shown it those it has already. */
  const registered = () =>
    discord.requests
      .slice(requests)
      .some(
        ({ path, status, answer }) =>
          COMMANDS.test(path) && status === 200 && Array.isArray(answer) && answer.length > 0,
      );
  const arrived = () =>
    discord.gateway.sessions.length > sessions && (until === 'identified' || registered()) ? true : undefined;
  if (until !== 'started') {
    try {
      await Promise.race([discord.until(`The bot (${until})`, arrived, timeoutMs), early]);
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${output()}`);
    }
  }
  return {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    printed: (pattern, limitMs) =>
      Promise.race([
        hub.until(
          `Output like ${pattern}`,
          () => (pattern.test(stdout + stderr) ? stdout + stderr : undefined),
          output,
          limitMs,
        ),
        // What was printed just before the end still counts.
        early.catch((error: unknown) =>
          pattern.test(stdout + stderr) ? stdout + stderr : Promise.reject(error),
        ),
      ]),
    exited,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return exited();
    },
  };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-bot-'));
  folders.push(folder);
  return folder;
}
