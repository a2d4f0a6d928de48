import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';

const definitions = new Map(commands.map((command) => [command.name, command.definition]));
const optionsOf = (name: string) =>
  (definitions.get(name)?.options ?? []).map((option) => [
    option.name,
    'required' in option && option.required === true,
    'autocomplete' in option && option.autocomplete === true,
  ]);

describe('what Discord is told about the commands', () => {
  test('is the list of them', () => {
    expect([...definitions.keys()]).toEqual(['ask', 'quote', 'reload']);
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
      ['from', false, false],
      ['to', false, false],
      ['private', false, false],
    ]);
  });

  test('/reload is for those who manage the server', () => {
    expect(definitions.get('reload')?.default_member_permissions).toBe(
      String(PermissionFlagsBits.ManageGuild),
    );
    expect(definitions.get('ask')?.default_member_permissions).toBeNull();
  });

  test('every text has bounds, and every command is for servers only', () => {
    for (const { options = [], contexts, integration_types } of definitions.values()) {
      expect([contexts, integration_types]).toEqual([[0], [0]]);
      for (const option of options) {
        if (option.type !== ApplicationCommandOptionType.String) continue;
        expect('min_length' in option && option.min_length).toBe(1);
        expect('max_length' in option && option.max_length).toBeLessThanOrEqual(300);
      }
    }
  });
});
