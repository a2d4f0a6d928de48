import { randomBytes } from 'node:crypto';
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.js';
import { ArchiveError } from '../archive/errors.js';
import { StateError } from '../state/errors.js';
import { privateBefore } from '../state/privacy.js';
import type { State } from '../state/state.js';
import { type Words, wordsFor } from '../words/words.js';
import {
  type Command,
  type House,
  MESSAGE_CONTENT,
  type Opener,
  type Prepared,
  type Turning,
} from './command.js';
import { readCustomId } from './custom-id.js';
import { shorten } from './cut.js';
import { isGone, loggable } from './errors.js';
import type { RawOption } from './options.js';
import { type Asker, rightsOf } from './permissions.js';
import { notice } from './render/notice.js';
import {
  type Completable,
  deferReply,
  deferUpdate,
  offer,
  type Pressable,
  type Repliable,
  show,
  tell,
} from './respond.js';
import { readBack } from './state.js';
import { choices } from './suggest.js';
import type { View } from './view.js';

const say = ({ title, words }: { title: string; words: string }) => notice(title, words);

/** A slash command as it arrived. */
export type Asked = Repliable & Asker & { commandName: string; options: { data: readonly RawOption[] } };
/** A command chosen on a message. */
export type Chosen = Repliable & Asker & { commandName: string; targetMessage: { content: string } };
/** A press of a button. */
export type Pressed = Pressable &
  Asker & { customId: string; message: { components: readonly { toJSON(): unknown }[] } };
/** An option that is being typed. */
export type Typed = Completable &
  Asker & {
    locale: string;
    commandName: string;
    options: { data: readonly RawOption[]; getFocused(full: true): { name: string; value: string } };
  };

/** Answers whatever arrives. No method ever throws. */
export type Router = {
  interaction(interaction: Interaction): Promise<void>;
  ask(asked: Asked): Promise<void>;
  choose(chosen: Chosen): Promise<void>;
  press(pressed: Pressed): Promise<void>;
  complete(typed: Typed): Promise<void>;
};

/** The one place that every interaction goes through: it defers, runs, and turns every failure into a message. */
export function createRouter({
  commands,
  openers,
  archive,
  state,
  house,
  operators,
  logger,
}: {
  commands: readonly Command[];
  openers: readonly Opener[];
  archive: Archive;
  state: State;
  house: House;
  operators: readonly string[];
  logger: Logger;
}): Router {
  const byName = new Map(commands.map((command) => [command.name, command]));
  const pages = commands.filter(({ turns }) => turns).map((command) => ({ ...command, inPlace: true }));
  const pressable = new Map<string, Opener>([...pages, ...openers].map((each) => [each.name, each]));

  /** The archive as far as a server may see it: nothing else answers its members. */
  function seenBy(guild: string | null): Archive {
    const { publications } = state.servers.of(guild);
    return publications ? archive.only(publications) : archive;
  }

  async function run(interaction: Repliable & Asker, prepared: Prepared, turning: Turning): Promise<void> {
    const words = wordsFor(interaction.locale);
    const view = prepared.ok
      ? await prepared.run({
          archive: seenBy(interaction.guildId),
          whole: archive,
          state,
          house,
          turning,
          words,
          asker: {
            user: interaction.user.id,
            guild: interaction.guildId,
            channel: interaction.channelId,
            ...rightsOf(interaction, operators),
          },
          update: (view) => updateQuietly(interaction, view),
        })
      : notice(words.router.notQuiteRight, prepared.why);
    await show(interaction, view);
  }

  async function refuse(interaction: Repliable, view: View): Promise<void> {
    await deferReply(interaction, true);
    await show(interaction, view);
  }

  /** Progress is a courtesy: failing to show it must not stop the work. */
  async function updateQuietly(interaction: Repliable, view: View): Promise<void> {
    try {
      await show(interaction, view);
    } catch (error) {
      logger.warn({ err: loggable(error) }, 'progress could not be shown');
    }
  }

  /** Runs `work`; a failure is told to the person by `report` and logged under the same id. */
  async function guarded(
    what: Record<string, unknown>,
    words: Words,
    work: () => Promise<void>,
    report: (view: View) => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isGone(error)) {
        logger.info({ ...what, err: loggable(error) }, 'nothing left to answer to');
        return;
      }
      const id = randomBytes(4).toString('hex');
      logger.error({ id, ...what, err: loggable(error) }, 'an interaction failed');
      try {
        const why = whyFailed(error, words);
        await report(notice(words.router.failed.title, words.router.failed.words(why, id)));
      } catch (second) {
        logger.warn({ id, ...what, err: loggable(second) }, 'the failure could not be told');
      }
    }
  }

  async function answer(
    asked: Repliable & Asker & { commandName: string },
    options: () => readonly RawOption[],
  ): Promise<void> {
    const command = byName.get(asked.commandName);
    const words = wordsFor(asked.locale);
    await guarded(
      { command: asked.commandName },
      words,
      async () => {
        if (!command) return refuse(asked, say(words.router.unknownCommand));
        if (command.adminOnly) {
          const allowed = mayRun(command, asked, operators);
          logger.info({ command: command.name, user: asked.user.id, allowed }, 'admin command');
          if (!allowed) return refuse(asked, say(words.router.notAdmin));
        }
        const prepared = command.prepare(options(), words);
        const isPrivate = !prepared.ok || prepared.private || beginsPrivate(asked, options());
        await deferReply(asked, isPrivate);
        await run(asked, prepared, {
          at: 0,
          owner: asked.user.id,
          private: isPrivate,
          since: null,
          choice: null,
          item: null,
        });
      },
      // A deferred reply is still waiting for its words; it becomes the message.
      (view) => (asked.deferred ? show(asked, view) : tell(asked, view)),
    );
  }

  /** Whether a server's settings make a reply private that its options do not. */
  function beginsPrivate(asked: Asker, options: readonly RawOption[]): boolean {
    const before = privateBefore(state, asked.guildId, placesOf(asked));
    const isAsked = options.some(({ name, value }) => name === 'private' && value === false);
    return before === 'always' || (before === 'unless-asked' && !isAsked);
  }

  const router: Router = {
    ask: (asked) => answer(asked, () => asked.options.data),

    choose: (chosen) =>
      answer(chosen, () => [{ name: MESSAGE_CONTENT, value: chosen.targetMessage.content }]),

    async press(pressed) {
      const page = readCustomId(pressed.customId);
      const command = page ? pressable.get(page.command) : undefined;
      // A stranger's press gives that person a private copy, and so does an opener's; only the owner's turns the page.
      const mine = page?.owner === pressed.user.id && command?.inPlace === true;
      // Where nothing may be public any more, a page of a public message opens in private.
      const owned =
        mine && (page.private || privateBefore(state, pressed.guildId, placesOf(pressed)) !== 'always');
      const words = wordsFor(pressed.locale);
      await guarded(
        { command: command?.name, press: true },
        words,
        async () => {
          if (!page || !command) return tell(pressed, say(words.router.unknownButton));
          if (command.adminOnly && !mayRun(command, pressed, operators))
            return tell(pressed, say(words.router.notAdmin));
          const prepared = command.prepare(
            readBack(pressed.message.components.map((component) => component.toJSON())),
            words,
          );
          if (!prepared.ok) return tell(pressed, say(words.router.unknownButton));
          await (owned ? deferUpdate(pressed) : deferReply(pressed, true));
          await run(pressed, prepared, {
            at: page.at,
            owner: pressed.user.id,
            private: !owned || page.private,
            since: page.snapshot,
            choice: page.choice,
            item: page.item,
          });
        },
        (view) => (pressed.deferred && !owned ? show(pressed, view) : tell(pressed, view)),
      );
    },

    async complete(typed) {
      const found = await suggestions(typed);
      try {
        await offer(typed, found);
      } catch (error) {
        logger.debug({ command: typed.commandName, err: loggable(error) }, 'choices came too late');
      }
    },

    async interaction(interaction) {
      if (interaction.isAutocomplete()) return router.complete(completing(interaction));
      if (interaction.isChatInputCommand()) return router.ask(asking(interaction));
      if (interaction.isMessageContextMenuCommand()) return router.choose(choosing(interaction));
      if (interaction.isButton()) return router.press(pressing(interaction));
      if (!interaction.isRepliable()) return;
      const words = wordsFor(interaction.locale);
      const { unknownButton, unknownCommand } = words.router;
      await guarded(
        { type: interaction.type },
        words,
        () => tell(interaction, say(interaction.isMessageComponent() ? unknownButton : unknownCommand)),
        (view) => tell(interaction, view),
      );
    },
  };
  return router;

  async function suggestions(typed: Typed) {
    try {
      const { name, value } = typed.options.getFocused(true);
      const command = byName.get(typed.commandName);
      const suggest = command?.suggest(name, typed.options.data);
      if (!suggest || (command?.adminOnly && !mayRun(command, typed, operators))) return [];
      // Those who manage a channel alone see no more than the members of its server.
      const seen = command?.adminOnly && !command.orChannelManagers ? archive : seenBy(typed.guildId);
      const from = { state, guild: typed.guildId };
      return choices(await suggest(seen, value.slice(0, 100), wordsFor(typed.locale), from));
    } catch (error) {
      logger.warn({ command: typed.commandName, err: loggable(error) }, 'no choices could be offered');
      return [];
    }
  }
}

/** A failure of the archive in the reader's words where there are some, else in its own. */
function whyFailed(error: unknown, { router: { failed }, state }: Words): string {
  if (error instanceof StateError) return state[error.code];
  if (!(error instanceof ArchiveError)) return failed.ours;
  const { code, message } = error;
  return code === 'timeout' || code === 'busy' || code === 'stopped' || code === 'closed'
    ? failed[code]
    : shorten(message, 400);
}

function mayRun(
  { orChannelManagers }: Pick<Command, 'orChannelManagers'>,
  asker: Asker,
  operators: readonly string[],
): boolean {
  const { isAdmin, managesChannel } = rightsOf(asker, operators);
  return isAdmin || (orChannelManagers && managesChannel);
}

/** The channel of an interaction and, of a thread, the one that it belongs to. */
function placesOf({ channelId, channel }: Asker): string[] {
  const parent: unknown = channel && 'parentId' in channel ? channel.parentId : null;
  return [channelId, parent].filter((id) => typeof id === 'string');
}

// These only state, for the type checker, that discord.js's objects are what the router needs.
const asking = (interaction: ChatInputCommandInteraction): Asked => interaction;
const choosing = (interaction: MessageContextMenuCommandInteraction): Chosen => interaction;
const pressing = (interaction: ButtonInteraction): Pressed => interaction;
const completing = (interaction: AutocompleteInteraction): Typed => interaction;
