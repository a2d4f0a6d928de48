import { Command, CommanderError } from 'commander';
import type { Archive } from '../archive/archive.js';
import { openArchive } from '../archive/open.js';
import type { Settings } from '../config.js';
import { runPrompt } from './prompt.js';
import { createScreen, type Streams } from './screen.js';
import { askVerb, checkVerb, quoteVerb, readVerb, type Session } from './verbs.js';

/** What the program does besides answering in the terminal; main.ts gives them, so that no Discord is loaded here. */
export type BotVerbs = {
  bot(articles: string): Promise<void>;
  register(): Promise<void>;
};

/**
 * Runs the command line and gives the exit code: 0 done, 1 failed (or `check` and `read` found a file that
 * cannot be used), 2 wrong usage.
 * @param words the command line without the program's own name
 */
export async function runProgram(
  words: readonly string[],
  streams: Streams,
  settings: Settings,
  botVerbs: BotVerbs,
): Promise<number> {
  let exitCode = 0;
  const session: Session = {
    streams,
    screen: createScreen(streams.output),
    articles: settings.articles,
    async withArchive(directory, use) {
      const archive = await openArchive({ articles: directory, queryTimeout: settings.queryTimeout });
      try {
        await use(archive);
      } finally {
        await archive.close();
      }
    },
    fail(code) {
      exitCode = code;
    },
  };
  try {
    await createProgram(session, settings, botVerbs).parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has written its own message; help ends with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    streams.errors.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

function createProgram(session: Session, settings: Settings, botVerbs: BotVerbs): Command {
  const { output, errors } = session.streams;
  const program = new Command('cuttings')
    .description(
      'Answers questions from an archive of articles, word for word, with sources.\n' +
        'Without a verb: the Discord bot if DISCORD_TOKEN is set, else a prompt.',
    )
    .option('--articles <folder>', 'the folder of articles', settings.articles)
    .enablePositionalOptions()
    .action(async ({ articles }: { articles: string }) => {
      if (settings.token) return botVerbs.bot(articles);
      await session.withArchive(articles, (archive) => openPrompt(session, archive));
    });
  const bot = new Command('bot')
    .description('run the Discord bot')
    .option('--articles <folder>', 'the folder of articles', settings.articles)
    .action(({ articles }: { articles: string }) => botVerbs.bot(articles));
  const register = new Command('register')
    .description("register the bot's commands with Discord, if they differ from what it has, and end")
    .action(() => botVerbs.register());
  const verbs = [askVerb(session), quoteVerb(session), readVerb(session), checkVerb(session), bot, register];
  for (const verb of verbs) program.addCommand(verb);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void output.write(text),
      writeErr: (text) => void errors.write(text),
    });
  }
  return program;
}

async function openPrompt(session: Session, archive: Archive): Promise<void> {
  const { articles } = await archive.status();
  session.streams.errors.write(
    `No DISCORD_TOKEN is set, so this is the terminal, on ${articles} articles. Ask a question, or type help.\n`,
  );
  // The prompt's verbs all ask the one archive that is open.
  await runPrompt({ ...session, withArchive: (_directory, use) => use(archive) });
}
