import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import { askVerb, quoteVerb, reloadVerb, type Session } from './verbs.js';

const PROMPT = 'cuttings> ';

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
        errors.write(`${error instanceof Error ? error.message : error}\n`);
      }
      if (!terminal) output.write('\n');
    }
    lines.prompt();
  }
  lines.close();
}

async function runLine(session: Session, line: string): Promise<void> {
  const program = promptProgram(session);
  const words = line.split(/\s+/);
  const verbs = ['help', ...program.commands.map((command) => command.name())];
  if (!verbs.includes(words[0] ?? '')) words.unshift('ask');
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    // Help and usage errors have been written already.
    if (!(error instanceof CommanderError)) throw error;
  }
}

function promptProgram(session: Session): Command {
  const { output, errors } = session.streams;
  const program = new Command('')
    .usage('ask|quote|reload …')
    .description('Type a question, or one of these; Ctrl-D leaves.')
    .helpOption(false);
  for (const verb of [askVerb(session), quoteVerb(session), reloadVerb(session)]) program.addCommand(verb);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void output.write(text),
      writeErr: (text) => void errors.write(text),
    });
  }
  return program;
}
