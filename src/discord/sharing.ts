import { type APIComponentInContainer, ComponentType, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import type { Words } from '../words/words.js';
import { withAction, withoutActions, withSharer, withSharing } from './actions.js';
import { readCustomId, writeCustomId } from './custom-id.js';
import { loggable, NoAnswerError } from './errors.js';
import { type Attachment, readMessage } from './own-message.js';
import type { Asker } from './permissions.js';
import { notice } from './render/notice.js';
import { deferUpdate, type Pressable, post, remove, show, tell, update } from './respond.js';
import { view } from './view.js';

/** A press of a button of one of our messages. */
export type PressedMessage = Pressable &
  Asker & {
    message: {
      id: string;
      components: readonly { toJSON(): unknown }[];
      attachments: { values(): Iterable<Attachment> };
    };
  };

export type Sharing = {
  /** Posts the private reply of `owner` that was pressed for everybody, as it is and once, or says why not. */
  share(pressed: PressedMessage, owner: string, words: Words): Promise<void>;
  /** Deletes the public reply that was pressed, for `owner` and for those who may manage messages. */
  remove(pressed: PressedMessage, owner: string, words: Words): Promise<void>;
};

// Presses that were on their way when the button was switched off come within seconds.
const MOST_REMEMBERED = 1000;

// Where Discord keeps the files of messages.
const DISCORD_FILE = /^https:\/\/(?:cdn\.discordapp\.com|media\.discordapp\.net)\//;

const say = (pressed: PressedMessage, { title, words }: { title: string; words: string }) =>
  tell(pressed, notice(title, words));

/** Shares and deletes replies; `mayPost` says whether there may be public ones where somebody asks. */
export function createSharing({
  mayPost,
  logger,
}: {
  mayPost: (asker: Asker) => boolean;
  logger: Logger;
}): Sharing {
  const shared = new Set<string>();

  function remember(message: string): void {
    shared.add(message);
    for (const oldest of shared) {
      if (shared.size <= MOST_REMEMBERED) break;
      shared.delete(oldest);
    }
  }

  return {
    async share(pressed, owner, words) {
      const files = [...pressed.message.attachments.values()].filter(({ url }) => DISCORD_FILE.test(url));
      const parts = readMessage(componentsOf(pressed), files);
      // Nobody but its owner sees a private reply.
      if (!parts || owner !== pressed.user.id) return say(pressed, words.router.unknownButton);
      if (!mayPost(pressed)) return say(pressed, words.share.notHere);
      if (shared.has(pressed.message.id)) return say(pressed, words.share.already);
      remember(pressed.message.id);
      const own = view(withoutActions(parts));
      try {
        // The message says so from now on, so that this holds after a restart too.
        await update(pressed, withSharing(own, owner, words, 'sharing'));
        const open = view(withoutActions(parts).map(forEverybody));
        const signed = withAction(withSharer(open, owner, words), false, owner, words);
        await post(pressed, { ...signed, files: files.map(({ name, url }) => ({ name, data: url })) });
      } catch (error) {
        shared.delete(pressed.message.id);
        if (!pressed.deferred && !pressed.replied) throw error;
        logger.warn({ err: loggable(error) }, 'a reply could not be shared');
        const why = error instanceof NoAnswerError ? words.share.uncertain : words.share.refused;
        await show(pressed, withSharing(own, owner, words, 'share', why));
        return;
      }
      await show(pressed, withSharing(own, owner, words, 'shared'));
    },

    async remove(pressed, owner, words) {
      const mayManage =
        pressed.inGuild() && pressed.memberPermissions?.has(PermissionFlagsBits.ManageMessages);
      if (pressed.user.id !== owner && !mayManage) return say(pressed, words.share.notYours);
      await deferUpdate(pressed);
      await remove(pressed);
    },
  };
}

/** The components of the pressed message, as Discord sent them. */
export function componentsOf({ message }: Pick<PressedMessage, 'message'>): unknown[] {
  return message.components.map((component) => component.toJSON());
}

/** A part of a private reply whose page buttons turn the pages of a public one. */
function forEverybody(part: APIComponentInContainer): APIComponentInContainer {
  if (part.type !== ComponentType.ActionRow) return part;
  return { ...part, components: part.components.map(openButton) };
}

function openButton<T>(button: T): T | (T & { custom_id: string }) {
  if (typeof button !== 'object' || !button || !('custom_id' in button)) return button;
  const state = typeof button.custom_id === 'string' ? readCustomId(button.custom_id) : null;
  return state ? { ...button, custom_id: writeCustomId({ ...state, private: false }) } : button;
}
