import type { Archive } from '../archive/archive.js';
import { isCalendarDate } from '../text/dates.js';
import { oneLine } from './escape.js';

/** What a person may pick while typing: shown as `name`, sent as `value`. */
export type Choice = { name: string; value: string };

/** Gives choices for what has been typed so far. May throw: the caller then offers none. */
export type Suggest = (archive: Archive, typed: string) => Promise<Choice[]>;

/** Words. Lengths count characters (code points) after white space was tidied. */
export type TextOption = {
  kind: 'text';
  description: string;
  min?: number;
  max: number;
  required?: true;
  suggest?: Suggest;
};
/** A calendar date, written `2022-01-20`. */
export type DateOption = { kind: 'date'; description: string };
/** Yes or no; no when left out. */
export type FlagOption = { kind: 'flag'; description: string };
export type OptionSpec = TextOption | DateOption | FlagOption;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Required<O extends OptionSpecs> = {
  [K in keyof O]: O[K] extends { required: true } | { kind: 'flag' } ? K : never;
}[keyof O];

/** The values that a command's handler gets, by its option definitions. */
export type Values<O extends OptionSpecs> = {
  [K in Required<O>]: O[K] extends { kind: 'flag' } ? boolean : string;
} & {
  [K in Exclude<keyof O, Required<O>>]?: string;
};

/** An option as it arrives: nothing about it is certain. */
export type RawOption = { name: string; value?: unknown };

/** The values, or a sentence for the person that says what to change. */
export type ReadOptions<O extends OptionSpecs> = { ok: true; values: Values<O> } | { ok: false; why: string };

/** Reads and bounds what arrived by the definitions; what they do not name is left out. */
export function readOptions<O extends OptionSpecs>(specs: O, raw: readonly RawOption[]): ReadOptions<O> {
  const values: Record<string, string | boolean> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = raw.find((option) => option.name === name)?.value;
    if (spec.kind === 'flag') {
      values[name] = value === true;
      continue;
    }
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return { ok: false, why: `The option \`${name}\` must be text.` };
    const words = oneLine(value);
    const why = spec.kind === 'date' ? wrongDate(name, words) : wrongLength(name, words, spec);
    if (why) return { ok: false, why };
    values[name] = words;
  }
  const missing = Object.entries(specs).find(
    ([name, spec]) => spec.kind === 'text' && spec.required && values[name] === undefined,
  );
  if (missing) return { ok: false, why: `The option \`${missing[0]}\` is missing.` };
  return fits(specs, values)
    ? { ok: true, values }
    : { ok: false, why: 'Some options could not be read. Try again.' };
}

/** Why two dates make no period, or null. */
export function wrongPeriod({ from, to }: { from?: string; to?: string }): string | null {
  if (from === undefined || to === undefined || from <= to) return null;
  return `\`from\` (${from}) is later than \`to\` (${to}). Swap them, or leave one out.`;
}

function wrongLength(name: string, words: string, { min = 1, max }: TextOption): string | null {
  const length = [...words].length;
  if (length < min) return `The option \`${name}\` is empty. Write a few words there.`;
  if (length > max) {
    return `The option \`${name}\` takes at most ${max} characters; this has ${length}.`;
  }
  return null;
}

function wrongDate(name: string, words: string): string | null {
  return isCalendarDate(words)
    ? null
    : `The option \`${name}\` needs a calendar date, as year, month and day: for example \`2022-01-20\`.`;
}

/** Proves what `readOptions` built, so that nothing has to be believed. */
function fits<O extends OptionSpecs>(specs: O, values: unknown): values is Values<O> {
  if (typeof values !== 'object' || values === null) return false;
  const found = new Map<string, unknown>(Object.entries(values));
  return Object.entries(specs).every(([name, spec]) => {
    const value = found.get(name);
    if (spec.kind === 'flag') return typeof value === 'boolean';
    if (value === undefined) return !(spec.kind === 'text' && spec.required);
    return typeof value === 'string';
  });
}
