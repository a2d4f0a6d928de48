import type { Flaw } from './errors.js';
import {
  isObject,
  type Json,
  type JsonObject,
  lengthOf,
  listOf,
  numberOf,
  objectOf,
  objectsOf,
  stringOf,
} from './json.js';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Say = (at: string[], code: string, message: string) => void;

/** What Discord would refuse in a list of commands, as PUT sends it. */
export function commandListFlaws(list: Json[]): Flaw[] {
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  for (const [index, command] of list.entries()) {
    const at = [String(index)];
    const { name, type } = objectOf(command);
    const key = `${numberOf(type) ?? 1} ${stringOf(name)}`;
    if (seen.has(key))
      flaws.push({
        path: [...at, 'name'],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    seen.add(key);
    flaws.push(...commandFlaws(objectOf(command), at));
  }
  return flaws;
}

/** What Discord would refuse in one command; `partial`: a PATCH, which may leave anything out. */
export function commandFlaws(command: JsonObject, path: string[] = [], partial = false): Flaw[] {
  const flaws: Flaw[] = [];
  const flaw: Say = (at, code, message) => flaws.push({ path: [...path, ...at], code, message });
  const slash = (numberOf(command['type']) ?? 1) === 1;
  if (!(partial && command['name'] === undefined)) nameFlaws(command, [], flaw, slash);
  if (slash && !(partial && command['description'] === undefined)) descriptionFlaws(command, [], flaw);
  if (!slash && (stringOf(command['description']) ?? '') !== '')
    flaw(
      ['description'],
      'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
      'Context menu commands cannot have description',
    );
  const permissions = command['default_member_permissions'];
  if (permissions != null && !/^\d+$/.test(String(permissions)))
    flaw(['default_member_permissions'], 'NUMBER_TYPE_COERCE', `Value "${String(permissions)}" is not int.`);
  for (const field of ['contexts', 'integration_types']) {
    const values = command[field];
    if (Array.isArray(values) && (values.length === 0 || new Set(values).size < values.length))
      flaw([field], 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'Must be a non-empty set of values.');
  }
  optionFlaws(command['options'], ['options'], flaw, 0);
  if (weightOf(command) > 8000)
    flaw([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (8000)`);
  return flaws;
}

function nameFlaws(named: JsonObject, at: string[], flaw: Say, slash = true): void {
  const name = stringOf(named['name']);
  if (name === undefined) {
    flaw([...at, 'name'], 'BASE_TYPE_REQUIRED', 'This field is required');
    return;
  }
  const names: [string[], string][] = [
    [[...at, 'name'], name],
    ...Object.entries(objectOf(named['name_localizations'])).map(([locale, text]): [string[], string] => [
      [...at, 'name_localizations', locale],
      String(text),
    ]),
  ];
  for (const [where, text] of names) {
    if (lengthOf(text) < 1 || lengthOf(text) > 32)
      flaw(where, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 32 in length.');
    else if (slash && (!NAME.test(text) || text !== text.toLowerCase()))
      flaw(where, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function descriptionFlaws(described: JsonObject, at: string[], flaw: Say): void {
  const texts: [string[], Json | undefined][] = [
    [[...at, 'description'], described['description']],
    ...Object.entries(objectOf(described['description_localizations'])).map(
      ([locale, text]): [string[], Json | undefined] => [[...at, 'description_localizations', locale], text],
    ),
  ];
  for (const [where, text] of texts) {
    const length = lengthOf((stringOf(text) ?? '').trim());
    if (length < 1) flaw(where, 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (length > 100) flaw(where, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  }
}

function optionFlaws(list: Json | undefined, at: string[], flaw: Say, depth: number): void {
  const options = objectsOf(list);
  if (options.length > 25) flaw(at, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  const names = new Set<string>();
  let optionalSeen = false;
  for (const [index, option] of options.entries()) {
    const here = [...at, String(index)];
    const type = numberOf(option['type']) ?? 0;
    if (type < 1 || type > 11)
      flaw(
        [...here, 'type'],
        'BASE_TYPE_CHOICES',
        'Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.',
      );
    nameFlaws(option, here, flaw);
    descriptionFlaws(option, here, flaw);
    const name = stringOf(option['name']) ?? '';
    if (names.has(name))
      flaw([...here, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'Option names must be unique');
    names.add(name);
    if (type <= 2) {
      if (depth > 1 || (type === 2 && depth > 0))
        flaw(
          [...here, 'type'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command option types are invalid here',
        );
      optionFlaws(option['options'], [...here, 'options'], flaw, depth + (type === 2 ? 1 : 2));
      continue;
    }
    if (option['required'] === true && optionalSeen)
      flaw(
        here,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    optionalSeen ||= option['required'] !== true;
    if (option['autocomplete'] === true && listOf(option['choices']).length > 0)
      flaw(
        here,
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
        'Cannot have both choices and autocomplete',
      );
    for (const problem of choiceFlaws(option['choices'], type))
      flaw([...here, 'choices', ...problem.path], problem.code, problem.message);
  }
  if (new Set(options.map((option) => (numberOf(option['type']) ?? 0) <= 2)).size > 1)
    flaw(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
}

/** What Discord would refuse in the choices of an option or an autocomplete answer; paths start at the list. */
export function choiceFlaws(list: Json | undefined, optionType?: number): Flaw[] {
  const flaws: Flaw[] = [];
  const choices = listOf(list);
  if (choices.length > 25)
    flaws.push({ path: [], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 25 or fewer in length.' });
  for (const [index, choice] of choices.entries()) {
    const { name, value } = objectOf(choice);
    const say = (field: string, code: string, message: string) =>
      flaws.push({ path: [String(index), field], code, message });
    const length = lengthOf(stringOf(name) ?? '');
    if (length < 1 || length > 100)
      say('name', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
    if (typeof value === 'string') {
      if (optionType === 4 || optionType === 10)
        say('value', 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
      else if (lengthOf(value) > 100) say('value', 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.');
    } else if (typeof value === 'number') {
      if (optionType === 3) say('value', 'STRING_TYPE_CONVERT', `Could not convert "${value}" to string.`);
      if (optionType === 4 && !Number.isInteger(value))
        say('value', 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    } else say('value', 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  return flaws;
}

/** The characters of a command that count towards its 8000: names, descriptions and values, the longest translation of each. */
function weightOf(part: JsonObject): number {
  const longest = (field: string) =>
    Math.max(
      ...[part[field], ...Object.values(objectOf(part[`${field}_localizations`]))].map((text) =>
        lengthOf(stringOf(text) ?? ''),
      ),
    );
  const inner = [...listOf(part['options']), ...listOf(part['choices'])].filter(isObject);
  return (
    longest('name') +
    longest('description') +
    lengthOf(stringOf(part['value']) ?? '') +
    inner.reduce((sum, child) => sum + weightOf(child), 0)
  );
}
