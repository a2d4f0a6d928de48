import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { sameCommands } from '../../src/discord/register.js';

const ours = commands.map((command) => command.definition);

/** A definition as Discord sends it back: ids, versions, nulls and defaults of its own. */
const asDiscordSendsIt = () =>
  ours
    .map((definition, index) => ({
      ...structuredClone(definition),
      id: String(index),
      application_id: '1',
      version: '2',
      name_localizations: null,
      // Of a command on a message there is nothing to translate.
      description_localizations:
        'description_localizations' in definition ? definition.description_localizations : null,
      dm_permission: false,
      nsfw: false,
      description: 'description' in definition ? definition.description : '',
      options: ('options' in definition ? (definition.options ?? []) : []).map((option) => ({
        ...Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false)),
        name_localizations: null,
      })),
    }))
    .reverse();

describe('comparing commands with Discord’s', () => {
  test('finds nothing to do where only Discord’s own additions differ', () => {
    expect(sameCommands(ours, asDiscordSendsIt())).toBe(true);
  });

  test('counts commands without options as equal, however that is said', () => {
    expect(
      sameCommands([{ name: 'a', description: 'b', options: [] }], [{ name: 'a', description: 'b' }]),
    ).toBe(true);
  });

  test.each<[string, (list: ReturnType<typeof asDiscordSendsIt>) => unknown]>([
    ['a command is missing', (list) => list.slice(1)],
    ['a command is new', (list) => [...list, { name: 'old', description: 'x' }]],
    ['a description changed', (list) => list.map((command) => ({ ...command, description: 'x' }))],
    [
      'a translation changed',
      (list) => list.map((command) => ({ ...command, description_localizations: { fr: 'x' } })),
    ],
    [
      'the permission changed',
      (list) => list.map((command) => ({ ...command, default_member_permissions: null })),
    ],
    [
      'the order of options changed',
      (list) => list.map((command) => ({ ...command, options: command.options?.reverse() })),
    ],
    [
      'a bound changed',
      (list) =>
        list.map((command) => ({
          ...command,
          options: command.options?.map((option) => ({ ...option, max_length: 5 })),
        })),
    ],
    ['the answer is no list', () => ({ message: 'no' })],
  ])('finds a difference where %s', (_, change) => {
    expect(sameCommands(ours, change(asDiscordSendsIt()))).toBe(false);
  });
});
