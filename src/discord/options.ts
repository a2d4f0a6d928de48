import type { Archive } from '../archive/archive.js';
import { isCalendarDate } from '../text/dates.js';
import type { Words } from '../words/words.js';
import { oneLine } from './escape.js';

/** What a person may pick while typing: shown as `name`, sent as `value`. */
export type Choice = { name: string; value: string };

/** Gives choices for what has been typed so far. May throw: the caller then offers none. */
export type Suggest = (archive: Archive, typed: string, words: Words) => Promise<Choice[]>;

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
export type FlagOption = { kind: 'flag' };
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
export function readOptions<O extends OptionSpecs>(
  specs: O,
  raw: readonly RawOption[],
  { wrong }: Words,
): ReadOptions<O> {
  const values: Record<string, string | boolean> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = raw.find((option) => option.name === name)?.value;
    if (spec.kind === 'flag') {
      values[name] = value === true;
      continue;
    }
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return { ok: false, why: wrong.notText(name) };
    const words = oneLine(value);
    const why = spec.kind === 'date' ? wrongDate(name, words, wrong) : wrongLength(name, words, spec, wrong);
    if (why) return { ok: false, why };
    values[name] = words;
  }
  const missing = Object.entries(specs).find(
    ([name, spec]) => spec.kind === 'text' && spec.required && values[name] === undefined,
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
