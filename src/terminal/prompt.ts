import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import { printable } from './printable.js';
import { throwOnExit } from './throw-on-exit.js';
import {
  articleVerb,
  askVerb,
  peopleVerb,
  quoteVerb,
  reloadVerb,
  type Session,
  timelineVerb,
  verifyVerb,
} from './verbs.js';

const PROMPT = 'cuttings> ';
const HELP = `Type a question, or one of these:
  ask QUESTION    the passages that answer it, word for word
  quote NAME      what a person said, with the evidence for who said it
  verify QUOTE    what the archive holds of a quote that somebody claims
  article TITLE   an article, with its quotations marked
  people [NAME]   who is quoted
  timeline TOPIC  how often, and when, the articles speak of it
  reload          read the articles again
  help VERB       a verb’s options, such as --from 2022-01-01
  exit            leave; so does Ctrl-D
`;

/**
 * Answers lines of standard input until it ends: a prompt with history on a terminal, else line by line.
 * A line that starts with none of the verbs is a question.
 */
export async function runPrompt(session: Session): Promise<void> {
  const { input, output, errors } = session.streams;
  const terminal = input.isTTY === true && output.isTTY === true;
  const lines = createInterface({ input, output, terminal, prompt: terminal ? PROMPT : '' });
  lines.on('SIGINT', () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    if (/^\s*(exit|quit)\s*$/.test(line)) break;
    if (line.trim()) {
      try {
        await runLine(session, line.trim());
      } catch (error) {
        errors.write(printable(`${error instanceof Error ? error.message : error}\n`));
      }
      if (!terminal) output.write('\n');
    }
    lines.prompt();
  }
  lines.close();
}

async function runLine(session: Session, line: string): Promise<void> {
  const { output, errors } = session.streams;
  const [first = '', ...rest] = line.split(/\s+/);
  if (first === 'help' && rest.length === 0) {
    output.write(HELP);
    return;
  }
  const program = new Command('prompt');
  for (const verb of [askVerb, quoteVerb, verifyVerb, articleVerb, peopleVerb, timelineVerb, reloadVerb])
    program.addCommand(verb(session));
  throwOnExit(program, { output, errors });
  const known = first === 'help' || program.commands.some((command) => command.name() === first);
  try {
    await program.parseAsync(known ? [first, ...rest] : ['ask', first, ...rest], { from: 'user' });
  } catch (error) {
    // Help and usage errors have been written already.
    if (!(error instanceof CommanderError)) throw error;
  }
}
