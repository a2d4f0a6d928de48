#!/usr/bin/env node
import dotenv from 'dotenv';
import { readSettings, type Settings, SettingsError } from './config.js';
import { runProgram } from './terminal/program.js';

dotenv.config({ quiet: true });
// Whoever reads our output may stop reading, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const settings = readSettings(process.env);
  // The threads that read articles get a copy of the environment, and need no token.
  delete process.env['DISCORD_TOKEN'];
  const streams = { input: process.stdin, output: process.stdout, errors: process.stderr };
  process.exitCode = await runProgram(process.argv.slice(2), streams, settings, {
    bot: async (articles) => (await loadBot()).runBot({ ...settings, articles, token: tokenOf(settings) }),
    register: async () => (await loadBot()).runRegister({ ...settings, token: tokenOf(settings) }),
  });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

// The terminal starts faster without discord.js.
function loadBot() {
  return import('./discord/run.js');
}

function tokenOf({ token }: Settings): string {
  if (token) return token;
  throw new SettingsError(
    'DISCORD_TOKEN is not set. Put the token of your bot into .env (see .env.example and "Adding the bot to a server" in README.md).',
  );
}
