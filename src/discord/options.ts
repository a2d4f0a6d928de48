import type { ApplicationCommandOptionAllowedChannelType } from 'discord.js';
import { z } from 'zod';
import type { Archive } from '../archive/archive.js';
import type { State } from '../state/state.js';
import { isCalendarDate } from '../text/dates.js';
import type { Words } from '../words/words.js';
import { oneLine } from './escape.js';

/** What a person may pick while typing: shown as `name`, sent as `value`. */
export type Choice = { name: string; value: string };

/** Gives choices for what has been typed so far. May throw: the caller then offers none. */
export type Suggest = (
  archive: Archive,
  typed: string,
  words: Words,
  from: { state: State; guild: string | null },
) => Promise<Choice[]>;

/** Words. Lengths count characters (code points) after white space was tidied. */
export type TextOption = {
  kind: 'text';
  min?: number;
  max: number;
  required?: true;
  suggest?: Suggest;
};
/** A calendar date, written `2022-01-20`. */
export type DateOption = { kind: 'date' };
/** Yes or no; no when left out. */
export type FlagOption = { kind: 'flag'; required?: true };
/** A channel of the server, by its id. */
export type ChannelOption = {
  kind: 'channel';
  types: readonly ApplicationCommandOptionAllowedChannelType[];
  required?: true;
};
/** A file that is attached to the command. */
export type FileOption = { kind: 'file'; required?: true };
export type OptionSpec = TextOption | DateOption | FlagOption | ChannelOption | FileOption;

/** An attached file as Discord describes it: its name is what its sender claims. */
const AttachedSchema = z.object({ name: z.string(), url: z.string() });
export type Attached = z.infer<typeof AttachedSchema>;

type ValueOf<S extends OptionSpec> = S extends { kind: 'flag' }
  ? boolean
  : S extends { kind: 'file' }
    ? Attached
    : string;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Required<O extends OptionSpecs> = {
  [K in keyof O]: O[K] extends { required: true } | { kind: 'flag' } ? K : never;
}[keyof O];

/** The values that a command's handler gets, by its option definitions. */
export type Values<O extends OptionSpecs> = {
  [K in Required<O>]: ValueOf<O[K]>;
} & {
  [K in Exclude<keyof O, Required<O>>]?: ValueOf<O[K]>;
};

/** An option as it arrives: nothing about it is certain. */
export type RawOption = {
  name: string;
  value?: unknown;
  /** What stands in a sub-command, or in a group of them. */
  options?: readonly RawOption[] | undefined;
  attachment?: unknown;
};

/** The values, or a sentence for the person that says what to change. */
export type ReadOptions<O extends OptionSpecs> = { ok: true; values: Values<O> } | { ok: false; why: string };

/** Reads and bounds what arrived by the definitions; what they do not name is left out. */
export function readOptions<O extends OptionSpecs>(
  specs: O,
  raw: readonly RawOption[],
  { wrong }: Words,
): ReadOptions<O> {
  const values: Record<string, string | boolean | Attached> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const given = raw.find((option) => option.name === name);
    const value = given?.value;
    if (spec.kind === 'file') {
      const file = AttachedSchema.safeParse(given?.attachment);
      if (file.success) values[name] = file.data;
      continue;
    }
    if (spec.kind === 'flag') {
      values[name] = value === true;
      continue;
    }
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return { ok: false, why: wrong.notText(name) };
    if (spec.kind === 'channel') {
      if (/^\d{1,20}$/.test(value)) values[name] = value;
      continue;
    }
    const words = oneLine(value);
    const why = spec.kind === 'date' ? wrongDate(name, words, wrong) : wrongLength(name, words, spec, wrong);
    if (why) return { ok: false, why };
    values[name] = words;
  }
  const missing = Object.entries(specs).find(
    ([name, spec]) => isRequired(spec) && values[name] === undefined,
  );
  if (missing) return { ok: false, why: wrong.missing(missing[0]) };
  return fits(specs, values) ? { ok: true, values } : { ok: false, why: wrong.unreadable };
}

/** Why two dates make no period, or null. */
export function wrongPeriod({ from, to }: { from?: string; to?: string }, { wrong }: Words): string | null {
  if (from === undefined || to === undefined || from <= to) return null;
  return wrong.period(from, to);
}

function wrongLength(
  name: string,
  words: string,
  { min = 1, max }: TextOption,
  wrong: Words['wrong'],
): string | null {
  const length = [...words].length;
  if (length < min) return wrong.empty(name);
  return length > max ? wrong.tooLong(name, max, length) : null;
}

function wrongDate(name: string, words: string, wrong: Words['wrong']): string | null {
  return isCalendarDate(words) ? null : wrong.noDate(name);
}

function isRequired(spec: OptionSpec): boolean {
  return 'required' in spec && spec.required === true;
}

/** Proves what `readOptions` built, so that nothing has to be believed. */
function fits<O extends OptionSpecs>(specs: O, values: unknown): values is Values<O> {
  if (typeof values !== 'object' || values === null) return false;
  const found = new Map<string, unknown>(Object.entries(values));
  return Object.entries(specs).every(([name, spec]) => {
    const value = found.get(name);
    if (spec.kind === 'flag') return typeof value === 'boolean';
    if (value === undefined) return !isRequired(spec);
    return spec.kind === 'file' ? typeof value === 'object' : typeof value === 'string';
  });
}
