import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import type { Archive } from '../archive/archive.js';
import { ArchiveError } from '../archive/errors.js';
import { openArchive } from '../archive/open.js';
import { type Settings, SettingsError } from '../config.js';
import { exitCodeOf, WRONG_USAGE } from '../exit-codes.js';
import { en } from '../words/en.js';
import { indexVerb } from './index-verb.js';
import { printable } from './printable.js';
import { createProgressBar } from './progress.js';
import { runPrompt } from './prompt.js';
import { createScreen, type Streams } from './screen.js';
import { throwOnExit } from './throw-on-exit.js';
import {
  articleVerb,
  askVerb,
  checkVerb,
  peopleVerb,
  quotesVerb,
  quoteVerb,
  readVerb,
  type Session,
  timelineVerb,
  verifyVerb,
} from './verbs.js';

/** What the program does besides answering in the terminal; main.ts gives them, so that no Discord is loaded here. */
export type BotVerbs = {
  bot(articles: string): Promise<void>;
  register(): Promise<void>;
};

/**
 * Runs the command line and gives the exit code: 0 done, 1 failed (or `check` and `read` found a file that
 * cannot be used), 2 wrong usage, 78 wrong settings.
 * @param words the command line without the program's own name
 */
export async function runProgram(
  words: readonly string[],
  streams: Streams,
  settings: Settings,
  botVerbs: BotVerbs,
): Promise<number> {
  let exitCode = 0;
  const session = {
    streams,
    screen: createScreen(streams.output),
    articles: settings.articles,
    peopleFile: settings.peopleFile,
    async withArchive(
      directory: string | undefined,
      use: (archive: Archive) => Promise<void>,
      how?: { lastFirst: boolean },
    ) {
      const bar = createProgressBar(streams.errors);
      const archive = await openArchive({
        articles: directory ?? settings.articles,
        peopleFile: settings.peopleFile,
        cache: settings.cache,
        engine: settings.engine,
        opensearch: settings.opensearch,
        answerConfidence: settings.answerConfidence,
        timeZone: settings.timeZone,
        queryTimeout: settings.queryTimeout,
        lastFirst: how?.lastFirst,
        onProgress: bar.show,
      })
        .catch((error: unknown) => {
          // Nothing was asked yet: what means nothing to the archive are the settings.
          throw isInvalid(error) ? new SettingsError(error.message) : error;
        })
        .finally(bar.done);
      try {
        const { articles, directory: folder } = await archive.status();
        const problems = await archive.problems();
        for (const { file, why, rejected } of problems)
          if (file === '.' && rejected)
            streams.errors.write(printable(`${why} This is the archive as it was before.\n`));
        const { peopleFile } = settings;
        for (const { file, what, why, rejected } of problems)
          if (rejected && peopleFile !== undefined && file === basename(peopleFile))
            streams.errors.write(printable(`PEOPLE_FILE (${peopleFile}): ${what}, since ${why}.\n`));
        if (articles === 0)
          streams.errors.write(
            printable(`No article was read from the folder ${folder}. “check ${folder}” says why.\n`),
          );
        await use(archive);
      } finally {
        await archive.close();
      }
    },
    fail(code: number) {
      exitCode = code;
    },
  } satisfies Session & { peopleFile: string | undefined };
  try {
    const program = createProgram(session, settings, botVerbs);
    const [first = ''] = words;
    const verbs = ['help', ...program.commands.map((command) => command.name())];
    if (/^\w/.test(first) && !verbs.includes(first)) {
      streams.errors.write(printable(`There is no verb “${first}”. The verbs are ${verbs.join(', ')}.\n`));
      return WRONG_USAGE;
    }
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has written its own message; help ends with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    streams.errors.write(printable(`${error instanceof Error ? error.message : error}\n`));
    return isInvalid(error) ? WRONG_USAGE : exitCodeOf(error);
  }
}

/** Whether what was asked for means nothing. */
const isInvalid = (error: unknown): error is ArchiveError =>
  error instanceof ArchiveError && error.code === 'invalid';

function createProgram(
  session: Session & { articles: string; peopleFile: string | undefined },
  settings: Settings,
  botVerbs: BotVerbs,
): Command {
  const program = new Command('cuttings')
    .description(
      'Answers questions from an archive of articles, word for word, with sources.\n' +
        'Without a verb: the Discord bot if DISCORD_TOKEN is set, else a prompt.',
    )
    .version(ownVersion())
    .option('--articles <folder>', 'the folder of articles', settings.articles)
    .enablePositionalOptions()
    .helpCommand('help [verb]', 'explain a verb')
    .action(async ({ articles }: { articles: string }) => {
      if (settings.token) return botVerbs.bot(articles);
      await session.withArchive(articles, (archive) => openPrompt(session, archive));
    });
  const bot = new Command('bot')
    .description('run the Discord bot')
    .option('--articles <folder>', 'the folder of articles', settings.articles)
    .action(({ articles }: { articles: string }) => botVerbs.bot(articles));
  const register = new Command('register')
    .description('register the bot’s commands with Discord, if they differ from what it has, and end')
    .action(() => botVerbs.register());
  const verbs = [
    askVerb(session),
    quoteVerb(session),
    verifyVerb(session),
    articleVerb(session),
    peopleVerb(session),
    timelineVerb(session),
    quotesVerb(session),
    readVerb(session),
    checkVerb(session),
    indexVerb(session),
    bot,
    register,
  ];
  for (const verb of verbs) program.addCommand(verb);
  throwOnExit(program, session.streams);
  return program;
}

/** The version of the package that this program stands in, three folders up. */
function ownVersion(): string {
  const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

async function openPrompt(session: Session, archive: Archive): Promise<void> {
  const { articles } = await archive.status();
  session.streams.errors.write(
    `No DISCORD_TOKEN is set, so this is the terminal, on ${en.count.articles(articles)}. Ask a question, or type help.\n`,
  );
  // The prompt's verbs all ask the one archive that is open.
  await runPrompt({ ...session, articles: null, withArchive: (_directory, use) => use(archive) });
}
