import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Archive } from '../archive/archive.js';
import type { State } from '../state/state.js';
import { en } from '../words/en.js';
import { TRANSLATIONS, type Words } from '../words/words.js';
import type { downloader } from './download.js';
import {
  type OptionSpec,
  type OptionSpecs,
  type RawOption,
  readOptions,
  type Suggest,
  type Values,
} from './options.js';
import type { Rights } from './permissions.js';
import type { Posting } from './post.js';
import type { View } from './view.js';

/** Where a page starts, whose it is, and which snapshot it was first written from. */
export type Turning = {
  /** Index of the first item; in an article's text, a UTF-16 offset. */
  at: number;
  /** Discord id of whoever may turn the pages in place. */
  owner: string;
  private: boolean;
  /** Digest of the snapshot of the message whose button was pressed; null on a fresh question. */
  since: string | null;
  /** Which of several: the digest of a person whom a name fits, or an article's id; null where there is no choice. */
  choice: string | null;
  /** The place in that article of the words that are to be opened; null where a page is asked for. */
  item: string | null;
};

/** What admins' commands work on beside the archive. */
export type House = {
  /** The folder of the article set. */
  articles: string;
  /** Whether somebody is named as operator: then nobody else may change the article set. */
  hasOperators: boolean;
  /** The calendar date that it is now, in the time zone of the settings. */
  today(): string;
  download: ReturnType<typeof downloader>;
  posting: Posting;
};

/** What a handler gets besides its options. */
export type Context = {
  /** The archive as far as the asker's server may see it. */
  archive: Archive;
  /** All of it, for admins alone. */
  whole: Archive;
  state: State;
  house: House;
  turning: Turning;
  /** What is said, in the language of whoever asks. */
  words: Words;
  /** Who asks, and where; `guild` is null outside a server. Discord ids. */
  asker: { user: string; guild: string | null; channel: string | null } & Rights;
  /** Shows something meanwhile. Never throws. */
  update(view: View): Promise<void>;
  /** Logs why a part of the reply is missing; gives the id of that in the log, to be shown in its place. */
  missing(part: string, error: unknown): string;
};

/** A command ready to run, or a sentence for the person that says what to change. */
export type Prepared =
  | { ok: false; why: string }
  /** `private` is null where nobody said, so that the server's own setting decides. */
  | { ok: true; private: boolean | null; run(context: Context): Promise<View> };

/** One command, its option types already folded away. */
export type Command = {
  name: string;
  /** Only for those who manage the server, and for operators. */
  adminOnly: boolean;
  /** Where it is for admins: also for those who manage the channel where they are. */
  orChannelManagers: boolean;
  /** Whether its messages have pages to turn. */
  turns: boolean;
  /** Whether its replies have a button that posts private ones for everybody, or deletes public ones. */
  shareable: boolean;
  /** What Discord is told about it. */
  definition:
    | RESTPostAPIChatInputApplicationCommandsJSONBody
    | RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** Reads options, at once and without side effects. */
  prepare(raw: readonly RawOption[], words: Words): Prepared;
  /** Choices for an option, if it has any. */
  suggest(option: string, raw?: readonly RawOption[]): Suggest | undefined;
};

/** What Discord shows of a command while it is typed; each at most 100 characters. */
export type CommandWords<O extends OptionSpecs> = {
  description: string;
  options: { readonly [option in keyof O]: string };
};

/** A command as its file writes it: plain data, and a handler whose option types follow from that data. */
export type CommandSource<O extends OptionSpecs> = {
  name: string;
  /** Its own words in a language: what it does, and what each option is for. */
  says(words: Words): CommandWords<O>;
  options: O;
  adminOnly?: boolean;
  turns?: boolean;
  /** By default every command is that is not for admins. */
  shareable?: boolean;
  /** Whether only the person who asks sees the reply, where there is no option `private` that says so. */
  private?: (values: Values<O>) => boolean;
  /** What is wrong with the options together, as a sentence, or null. */
  check?: (values: Values<O>, words: Words) => string | null;
  run(values: Values<O>, context: Context): Promise<View>;
};

/** Where a command is offered: what admins do, in servers that have the bot; what only reads, also to whoever has it for themselves. */
const IN_SERVERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Makes a command of its description. */
export function defineCommand<const O extends OptionSpecs>(source: CommandSource<O>): Command {
  return {
    name: source.name,
    adminOnly: source.adminOnly ?? false,
    orChannelManagers: false,
    turns: source.turns ?? false,
    shareable: source.shareable ?? !source.adminOnly,
    definition: {
      type: ApplicationCommandType.ChatInput,
      name: source.name,
      ...described((words) => source.says(words).description),
      options: Object.entries(source.options).map(([name, spec]) =>
        optionDefinition(name, spec, (words) => source.says(words).options[name] ?? name),
      ),
      default_member_permissions: source.adminOnly ? String(PermissionFlagsBits.ManageGuild) : null,
      ...(source.adminOnly ? IN_SERVERS : EVERYWHERE),
    },
    prepare(raw, words) {
      const read = readOptions(source.options, raw, words);
      if (!read.ok) return read;
      const why = source.check?.(read.values, words) ?? null;
      if (why !== null) return { ok: false, why };
      return {
        ok: true,
        private: source.options['private'] ? saidPrivate(raw) : (source.private?.(read.values) ?? null),
        run: (context) => source.run(read.values, context),
      };
    },
    suggest(option) {
      const spec = Object.hasOwn(source.options, option) ? source.options[option] : undefined;
      return spec?.kind === 'text' ? spec.suggest : undefined;
    },
  };
}

/** What the option `private` says; null where it says nothing. */
function saidPrivate(raw: readonly RawOption[]): boolean | null {
  const value = raw.find(({ name }) => name === 'private')?.value;
  return typeof value === 'boolean' ? value : null;
}

/**
 * What a button opens for whoever presses it, in a reply that only they see; where it `turns`, in place of what they have opened
 * already. It has no slash command of its own.
 */
export type Opener = Pick<Command, 'name' | 'turns' | 'adminOnly' | 'orChannelManagers' | 'prepare'>;

/** Makes an opener; `options` are those of the message whose buttons open it, as they are read back from it. */
export function defineOpener<const O extends OptionSpecs>(
  source: Pick<CommandSource<O>, 'name' | 'options' | 'turns' | 'adminOnly' | 'run'>,
): Opener {
  return {
    name: source.name,
    turns: source.turns ?? false,
    adminOnly: source.adminOnly ?? false,
    orChannelManagers: false,
    prepare(raw, words) {
      const read = readOptions(source.options, raw, words);
      if (!read.ok) return read;
      return { ok: true, private: true, run: (context) => source.run(read.values, context) };
    },
  };
}

/** A command on a message, in the menu "Apps" of every message. Its reply is shown only to whoever chose it. */
export type MessageCommandSource = {
  /** As the menu shows it, with capitals and spaces. */
  name: string;
  /** What of the message it works on, or a sentence for the person that says why it cannot. */
  read(content: string, words: Words): { ok: true; value: string } | { ok: false; why: string };
  run(value: string, context: Context): Promise<View>;
};

/** The one option that a command on a message is given: the message's content. */
export const MESSAGE_CONTENT = 'message';

/** Makes a command of its description; the interaction itself brings the message's content, so no intent is needed. */
export function defineMessageCommand({ name, read, run }: MessageCommandSource): Command {
  return {
    name,
    adminOnly: false,
    orChannelManagers: false,
    turns: false,
    shareable: true,
    definition: {
      type: ApplicationCommandType.Message,
      name,
      default_member_permissions: null,
      ...EVERYWHERE,
    },
    prepare(raw, words) {
      const content = raw.find((option) => option.name === MESSAGE_CONTENT)?.value;
      const found = read(typeof content === 'string' ? content : '', words);
      if (!found.ok) return found;
      return { ok: true, private: true, run: (context) => run(found.value, context) };
    },
    suggest: () => undefined,
  };
}

/** A description in English, and in every other language that there is. */
export function described(of: (words: Words) => string) {
  return {
    description: of(en),
    description_localizations: Object.fromEntries(
      TRANSLATIONS.map(({ locale, words }) => [locale, of(words)]),
    ),
  };
}

function optionDefinition(
  name: string,
  spec: OptionSpec,
  says: (words: Words) => string,
): APIApplicationCommandBasicOption {
  const words = described(says);
  const required = 'required' in spec && spec.required === true;
  if (spec.kind === 'flag') return { type: ApplicationCommandOptionType.Boolean, name, ...words, required };
  if (spec.kind === 'file')
    return { type: ApplicationCommandOptionType.Attachment, name, ...words, required };
  if (spec.kind === 'channel')
    return {
      type: ApplicationCommandOptionType.Channel,
      name,
      ...words,
      required,
      channel_types: [...spec.types],
    };
  if (spec.kind === 'date') {
    // Longer than a date, so that a wrong one reaches us and gets a kind answer.
    return { type: ApplicationCommandOptionType.String, name, ...words, min_length: 1, max_length: 30 };
  }
  return {
    type: ApplicationCommandOptionType.String,
    name,
    ...words,
    required,
    min_length: spec.min ?? 1,
    max_length: spec.max,
    autocomplete: spec.suggest !== undefined,
  };
}
