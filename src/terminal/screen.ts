import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';

/** Where the terminal verbs read and write: the process's own streams, or a test's. */
export type Streams = {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable & { isTTY?: boolean };
};

/** How text is laid out: colour and wrapping only where a person looks at it. */
export type Screen = {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  /** `text` broken into lines that fit, each after `indent`. */
  wrap(text: string, indent?: string): string;
};

// Longer lines are hard to read, however wide the window is.
const WIDEST = 100;

/** A screen for `output`; plain text unless it is a terminal and `NO_COLOR` is unset. */
export function createScreen(
  output: Streams['output'],
  environment: Record<string, string | undefined> = process.env,
): Screen {
  const terminal = output.isTTY === true;
  const colour = terminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  const style = (format: 'bold' | 'dim' | 'cyan') => (text: string) =>
    // Whether to colour is decided here, for this stream, and not by styleText for stdout.
    colour ? styleText(format, text, { validateStream: false }) : text;
  const width = terminal ? Math.min(output.columns ?? WIDEST, WIDEST) : undefined;
  return {
    bold: style('bold'),
    dim: style('dim'),
    accent: style('cyan'),
    wrap(text, indent = '') {
      const lines = width === undefined ? text : wrapAnsi(text, Math.max(width - indent.length, 20));
      return lines
        .split('\n')
        .map((line) => (line ? indent + line : line))
        .join('\n');
    },
  };
}
