import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';

const definitions = new Map(commands.map((command) => [command.name, command.definition]));
const optionsIn = (definition: (typeof commands)[number]['definition'] | undefined) =>
  definition && 'options' in definition ? (definition.options ?? []) : [];
/** The options of a command and of its sub-commands. */
const allOptions = (options: readonly APIApplicationCommandOption[]): APIApplicationCommandOption[] =>
  options.flatMap((option) => [option, ...('options' in option ? allOptions(option.options ?? []) : [])]);
const optionsOf = (name: string) =>
  optionsIn(definitions.get(name)).map((option) => [
    option.name,
    'required' in option && option.required === true,
    'autocomplete' in option && option.autocomplete === true,
  ]);

describe('what Discord is told about the commands', () => {
  test('is the list of them', () => {
    expect([...definitions.keys()]).toEqual([
      'ask',
      'Search the archive for this',
      'quote',
      'verify',
      'Verify this quote',
      'article',
      'people',
      'timeline',
      'reload',
      'archive',
      'server',
      'follow',
      'help',
    ]);
  });

  test('/ask takes a question and filters', () => {
    expect(optionsOf('ask')).toEqual([
      ['question', true, false],
      ['person', false, true],
      ['publication', false, true],
      ['from', false, false],
      ['to', false, false],
      ['private', false, false],
    ]);
  });

  test('/quote takes a person and filters', () => {
    expect(optionsOf('quote')).toEqual([
      ['person', true, true],
      ['about', false, false],
      ['publication', false, true],
      ['from', false, false],
      ['to', false, false],
      ['private', false, false],
    ]);
  });

  test('/verify takes a quote and who is said to have said it', () => {
    expect(optionsOf('verify')).toEqual([
      ['quote', true, false],
      ['person', false, true],
      ['private', false, false],
    ]);
  });

  test('/people takes a name or a person', () => {
    expect(optionsOf('people')).toEqual([
      ['name', false, true],
      ['person', false, true],
      ['private', false, false],
    ]);
  });

  test('/timeline takes a topic and filters', () => {
    expect(optionsOf('timeline')).toEqual([
      ['topic', true, false],
      ['person', false, true],
      ['publication', false, true],
      ['from', false, false],
      ['to', false, false],
      ['private', false, false],
    ]);
  });

  test('/article takes a title', () => {
    expect(optionsOf('article')).toEqual([
      ['title', true, true],
      ['private', false, false],
    ]);
  });

  test.each(['Verify this quote', 'Search the archive for this'])(
    'the command on a message, “%s”, has a name and nothing else to fill in',
    (name) => {
      expect(definitions.get(name)).toEqual({
        type: ApplicationCommandType.Message,
        name,
        default_member_permissions: null,
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      });
    },
  );

  test('/reload is for those who manage the server', () => {
    expect(definitions.get('reload')?.default_member_permissions).toBe(
      String(PermissionFlagsBits.ManageGuild),
    );
    expect(definitions.get('ask')?.default_member_permissions).toBeNull();
  });

  test('/server has a sub-command, or a group of them, for each setting', () => {
    expect(optionsIn(definitions.get('server')).map(({ name }) => name)).toEqual([
      'show',
      'privacy',
      'channels',
      'publications',
    ]);
  });

  test('admins’ commands are for servers only; all others work in messages to the bot and for whoever has it for themselves', () => {
    for (const { name, adminOnly, definition } of commands) {
      const where = adminOnly
        ? [[0], [0]]
        : [
            [0, 1, 2],
            [0, 1],
          ];
      expect([name, definition.contexts, definition.integration_types]).toEqual([name, ...where]);
    }
  });

  test('every text has bounds', () => {
    for (const definition of definitions.values()) {
      for (const option of allOptions(optionsIn(definition))) {
        if (option.type !== ApplicationCommandOptionType.String) continue;
        expect('min_length' in option && option.min_length).toBe(1);
        expect('max_length' in option && option.max_length).toBeLessThanOrEqual(2000);
      }
    }
  });
});
