import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Words } from '../words/words.js';
import type { Prepared } from './command.js';
import { type Command, type CommandSource, defineCommand, described } from './command.js';
import type { OptionSpecs, RawOption, Suggest } from './options.js';

/** One sub-command, its option types already folded away. */
export type Subcommand = {
  name: string;
  definition: APIApplicationCommandSubcommandOption;
  prepare(raw: readonly RawOption[], words: Words): Prepared;
  suggest(option: string): Suggest | undefined;
};

/** Makes a sub-command of its description, which says nothing about who may run it: its command does. */
export function defineSubcommand<const O extends OptionSpecs>(
  source: Omit<CommandSource<O>, 'adminOnly' | 'turns'>,
): Subcommand {
  const { definition, ...command } = defineCommand(source);
  const options = 'options' in definition ? (definition.options ?? []) : [];
  return {
    ...command,
    definition: {
      type: ApplicationCommandOptionType.Subcommand,
      name: source.name,
      ...described((words) => source.says(words).description),
      // An option of a command without sub-commands is a basic one.
      options: options.filter(isBasic),
    },
  };
}

/** Sub-commands under one more name: `/server channels allow`. */
export type SubcommandGroup = {
  name: string;
  says(words: Words): string;
  subcommands: readonly Subcommand[];
};

/** Makes a command for admins that is called by its sub-commands. */
export function defineSubcommands(source: {
  name: string;
  says(words: Words): string;
  /** Also those who manage the channel where they are may run it. */
  orChannelManagers?: boolean;
  turns?: boolean;
  subcommands: readonly (Subcommand | SubcommandGroup)[];
}): Command {
  const { name, subcommands, orChannelManagers = false } = source;
  const right = orChannelManagers ? PermissionFlagsBits.ManageChannels : PermissionFlagsBits.ManageGuild;
  return {
    name,
    adminOnly: true,
    orChannelManagers,
    turns: source.turns ?? false,
    shareable: false,
    definition: {
      type: ApplicationCommandType.ChatInput,
      name,
      ...described(source.says),
      options: subcommands.map((part) => ('definition' in part ? part.definition : groupDefinition(part))),
      default_member_permissions: String(right),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    },
    prepare(raw, words) {
      const called = calledOf(subcommands, raw);
      return called
        ? called.subcommand.prepare(called.raw, words)
        : { ok: false, why: words.wrong.unreadable };
    },
    suggest: (option, raw = []) => calledOf(subcommands, raw)?.subcommand.suggest(option),
  };
}

function groupDefinition({
  name,
  says,
  subcommands,
}: SubcommandGroup): APIApplicationCommandSubcommandGroupOption {
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    ...described(says),
    options: subcommands.map(({ definition }) => definition),
  };
}

/** Which sub-command arrived, with its own options; undefined where it is none that we know. */
function calledOf(
  parts: readonly (Subcommand | SubcommandGroup)[],
  raw: readonly RawOption[],
): { subcommand: Subcommand; raw: readonly RawOption[] } | undefined {
  const [first] = raw;
  const part = parts.find(({ name }) => name === first?.name);
  if (!part) return undefined;
  const inner = first?.options ?? [];
  return 'definition' in part ? { subcommand: part, raw: inner } : calledOf(part.subcommands, inner);
}

function isBasic(option: { type: ApplicationCommandOptionType }): option is APIApplicationCommandBasicOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}
