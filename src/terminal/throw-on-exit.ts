import type { Command } from 'commander';
import { printable } from './printable.js';
import type { Streams } from './screen.js';

/** How Commander begins what it says of an option that is none. */
const UNKNOWN_OPTION = 'error: unknown option';
const AFTER_DASHES = 'Words that begin with a dash come after "--": ask -- "-5 degrees"\n';

/** Makes a program and its verbs throw a `CommanderError` where they would end the process, and write to `streams`. */
export function throwOnExit(program: Command, { output, errors }: Pick<Streams, 'output' | 'errors'>): void {
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void output.write(text),
      writeErr: (text) => void errors.write(printable(text)),
      outputError: (text, write) => write(text.startsWith(UNKNOWN_OPTION) ? text + AFTER_DASHES : text),
    });
  }
}
