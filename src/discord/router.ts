import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.js';
import { UNKNOWN } from '../state/servers.js';
import type { State } from '../state/state.js';
import { wordsFor } from '../words/words.js';
import { isShared, readAction, withAction, withSharer } from './actions.js';
import {
  type Command,
  type House,
  MESSAGE_CONTENT,
  type Opener,
  type Prepared,
  type Turning,
} from './command.js';
import { readCustomId } from './custom-id.js';
import { loggable } from './errors.js';
import { createGuard, failureId } from './guard.js';
import { createNewest } from './newest.js';
import type { RawOption } from './options.js';
import { type Asker, rightsOf } from './permissions.js';
import { isPrivate, privacyBy } from './privacy.js';
import { createRateLimit } from './rate-limit.js';
import { notice } from './render/notice.js';
import {
  type Completable,
  deferReply,
  deferUpdate,
  offer,
  type Repliable,
  show,
  showMeanwhile,
  tell,
} from './respond.js';
import { componentsOf, createSharing, type PressedMessage } from './sharing.js';
import { readBack } from './state.js';
import { choices } from './suggest.js';
import type { View } from './view.js';
import { type Kind, type Result, type RouterWatch, unwatched, watched } from './watch.js';

// Whoever types on is answered for what they have typed by then.
const LONGEST_SUGGESTION_MS = 300;

const say = ({ title, words }: { title: string; words: string }) => notice(title, words);

/** A slash command as it arrived. */
export type Asked = Repliable & Asker & { commandName: string; options: { data: readonly RawOption[] } };
/** A command chosen on a message. */
export type Chosen = Repliable & Asker & { commandName: string; targetMessage: { content: string } };
/** A press of a button. */
export type Pressed = PressedMessage & { customId: string };
/** An option that is being typed. */
export type Typed = Completable &
  Asker & {
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
  watch = unwatched,
}: {
  commands: readonly Command[];
  openers: readonly Opener[];
  archive: Archive;
  state: State;
  house: House;
  operators: readonly string[];
  logger: Logger;
  watch?: RouterWatch | undefined;
}): Router {
  const byName = new Map(commands.map((command) => [command.name, command]));
  const pressable = new Map<string, Opener>(
    [...commands.filter(({ turns }) => turns), ...openers].map((each) => [each.name, each]),
  );
  const guarded = createGuard(logger);
  const privacyOf = privacyBy(state);
  const rateLimit = createRateLimit();
  const typing = createNewest(LONGEST_SUGGESTION_MS);
  const sharing = createSharing({ mayPost: (asker) => privacyOf(asker) !== 'only-private', logger });

  /** The archive as far as a server may see it: nothing else answers its members. */
  function seenBy(guild: string | null): Archive {
    const { publications } = state.servers.of(guild);
    return publications ? archive.only(publications) : archive;
  }

  /** Whether nobody knows what a server may be shown. What is for its admins alone is for them to mend that with. */
  function isShut(
    command: Pick<Command, 'adminOnly' | 'orChannelManagers'> | undefined,
    asker: Asker,
  ): boolean {
    return !(command && isForAdminsAlone(command)) && state.servers.of(asker.guildId) === UNKNOWN;
  }

  /** Whether somebody may run this. Who ran what is for admins, and who tried to, is in the log. */
  function isAllowed(command: Command | Opener, asker: Asker): boolean {
    if (!command.adminOnly) return true;
    const allowed = mayRun(command, asker, operators);
    logger.info({ command: command.name, user: asker.user.id, allowed }, 'admin command');
    return allowed;
  }

  /** Answers, and makes the answer ready to be sent as `finish` says. */
  async function run(
    interaction: Repliable & Asker,
    prepared: Prepared,
    turning: Turning,
    finish: (view: View) => View = (view) => view,
  ): Promise<Result> {
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
          missing(part, error) {
            const id = failureId();
            logger.error({ id, part, err: loggable(error) }, 'a part of a reply is missing');
            return id;
          },
        })
      : notice(words.router.notQuiteRight, prepared.why);
    await show(interaction, prepared.ok ? finish(view) : view);
    return prepared.ok ? 'answered' : 'refused';
  }

  /** Runs `work` if this person may ask now, else says in words that it must wait. */
  async function allowed(asked: Repliable & Asker, work: () => Promise<Result>): Promise<Result> {
    const entry = rateLimit.begin(asked.user.id);
    if (entry.ok) return work().finally(entry.end);
    const { busy, often } = wordsFor(asked.locale).limits;
    logger.debug({ user: asked.user.id, why: entry.why }, 'somebody must wait');
    return refuseAtOnce(
      asked,
      entry.why === 'busy' ? say(busy) : notice(often.title, often.words(entry.seconds)),
    );
  }

  async function refuse(interaction: Repliable, view: View): Promise<Result> {
    await deferReply(interaction, true);
    await show(interaction, view);
    return 'refused';
  }

  async function refuseAtOnce(interaction: Repliable, view: View): Promise<Result> {
    await tell(interaction, view);
    return 'refused';
  }

  /** Progress is a courtesy: failing to show it must not stop the work. */
  async function updateQuietly(interaction: Repliable, view: View): Promise<void> {
    try {
      await showMeanwhile(interaction, view);
    } catch (error) {
      logger.warn({ err: loggable(error) }, 'progress could not be shown');
    }
  }

  async function answer(
    kind: Kind,
    asked: Repliable & Asker & { commandName: string },
    options: () => readonly RawOption[],
  ): Promise<void> {
    const command = byName.get(asked.commandName);
    const words = wordsFor(asked.locale);
    const seen = watch.arrived(kind, command?.name ?? 'unknown');
    const work = async () => {
      if (!command) return refuse(asked, say(words.router.unknownCommand));
      if (isShut(command, asked)) return refuse(asked, say(words.router.settingsUnread));
      if (!isAllowed(command, asked)) return refuse(asked, say(words.router.notAdmin));
      const prepared = command.prepare(options(), words);
      const hidden = !prepared.ok || isPrivate(prepared.private, privacyOf(asked));
      await deferReply(asked, hidden);
      seen.acknowledged();
      const owner = asked.user.id;
      return run(
        asked,
        prepared,
        { at: 0, owner, private: hidden, since: null, choice: null, item: null },
        (view) => (command.shareable ? withAction(view, hidden, owner, words) : view),
      );
    };
    await guarded(
      { command: asked.commandName },
      words,
      watched(seen, () => allowed(asked, work)),
      // A deferred reply is still waiting for its words; it becomes the message.
      (view) => (asked.deferred ? show(asked, view) : tell(asked, view)),
    );
  }

  const router: Router = {
    ask: (asked) => answer('command', asked, () => asked.options.data),

    choose: (chosen) =>
      answer('message', chosen, () => [{ name: MESSAGE_CONTENT, value: chosen.targetMessage.content }]),

    async press(pressed) {
      const words = wordsFor(pressed.locale);
      const action = readAction(pressed.customId);
      const page = readCustomId(pressed.customId);
      const command = page ? pressable.get(page.command) : undefined;
      // A stranger's press gives that person a private copy, and so does one that opens; only the owner's turns the page.
      const mine = page?.owner === pressed.user.id && command?.turns === true;
      // Where nothing may be public any more, a page of a public message opens in private.
      const owned = mine && (page.private || privacyOf(pressed) !== 'only-private');
      const seen = watch.arrived('button', action?.what ?? command?.name ?? 'unknown');
      const turn = async () => {
        if (!page || !command) return refuseAtOnce(pressed, say(words.router.unknownButton));
        if (isShut(command, pressed)) return refuseAtOnce(pressed, say(words.router.settingsUnread));
        if (!isAllowed(command, pressed)) return refuseAtOnce(pressed, say(words.router.notAdmin));
        const components = componentsOf(pressed);
        const prepared = command.prepare(readBack(components), words);
        if (!prepared.ok) return refuseAtOnce(pressed, say(words.router.unknownButton));
        await (owned ? deferUpdate(pressed) : deferReply(pressed, true));
        seen.acknowledged();
        const owner = pressed.user.id;
        const hidden = !owned || page.private;
        return run(
          pressed,
          prepared,
          {
            at: page.at,
            owner,
            private: hidden,
            since: page.snapshot,
            choice: page.choice,
            item: page.item,
          },
          (view) => {
            if (!byName.get(command.name)?.shareable) return view;
            const signed = owned && isShared(components) ? withSharer(view, owner, words) : view;
            return withAction(signed, hidden, owner, words);
          },
        );
      };
      const act = async () => {
        if (!action) return turn();
        if (action.what === 'share' && isShut(undefined, pressed))
          return refuseAtOnce(pressed, say(words.router.settingsUnread));
        const act = action.what === 'share' ? sharing.share : sharing.remove;
        await act(pressed, action.owner, words);
        return 'answered' as const;
      };
      await guarded(
        { command: action?.what ?? command?.name, press: true },
        words,
        watched(seen, () => allowed(pressed, act)),
        (view) => (pressed.deferred && !owned ? show(pressed, view) : tell(pressed, view)),
      );
    },

    async complete(typed) {
      const seen = watch.arrived('autocomplete', byName.get(typed.commandName)?.name ?? 'unknown');
      const found = await typing.run(typed.user.id, () => suggestions(typed));
      // Too late, or somebody has typed on: Discord hears nothing.
      if (found === null) return seen.over('gone');
      try {
        await offer(typed, found ?? []);
        seen.over(found ? 'answered' : 'failed');
      } catch (error) {
        seen.over('gone');
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
        watched(watch.arrived('other', 'unknown'), () =>
          refuseAtOnce(interaction, say(interaction.isMessageComponent() ? unknownButton : unknownCommand)),
        ),
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
      if (!command || !suggest || isShut(command, typed)) return [];
      if (command.adminOnly && !mayRun(command, typed, operators)) return [];
      const seen = isForAdminsAlone(command) ? archive : seenBy(typed.guildId);
      const from = { state, guild: typed.guildId };
      return choices(await suggest(seen, value.slice(0, 100), wordsFor(typed.locale), from));
    } catch (error) {
      logger.warn({ command: typed.commandName, err: loggable(error) }, 'no choices could be offered');
      return undefined;
    }
  }
}

/** Those who manage a channel alone see no more than the members of its server. */
const isForAdminsAlone = ({
  adminOnly,
  orChannelManagers,
}: Pick<Command, 'adminOnly' | 'orChannelManagers'>) => adminOnly && !orChannelManagers;

function mayRun(
  { orChannelManagers }: Pick<Command, 'orChannelManagers'>,
  asker: Asker,
  operators: readonly string[],
): boolean {
  const { isAdmin, managesChannel } = rightsOf(asker, operators);
  return isAdmin || (orChannelManagers && managesChannel);
}

// These only state, for the type checker, that discord.js's objects are what the router needs.
const asking = (interaction: ChatInputCommandInteraction): Asked => interaction;
const choosing = (interaction: MessageContextMenuCommandInteraction): Chosen => interaction;
const pressing = (interaction: ButtonInteraction): Pressed => interaction;
const completing = (interaction: AutocompleteInteraction): Typed => interaction;
