import type { Clock } from './clock.js';
import { type Component, flatComponents, storedComponents } from './components.js';
import { type Json, type JsonObject, numberOf, objectsOf, stringOf } from './json.js';
import { EPHEMERAL, IS_COMPONENTS_V2, LOADING, type SentFile, SUPPRESS_EMBEDS } from './limits-message.js';
import type { User } from './world.js';
import { userJson } from './world.js';

/** A message as Discord gives it back. */
export type Message = {
  id: string;
  channel_id: string;
  type: number;
  content: string;
  flags: number;
  components: Component[];
  embeds: JsonObject[];
  attachments: JsonObject[];
  timestamp: string;
  edited_timestamp: string | null;
  [key: string]: Json | undefined;
};

/** A message with what Discord knows of it beside: who alone may see it, and every state it has had. */
export type StoredMessage = {
  current: Message;
  history: Message[];
  /** The one person who sees an ephemeral message. */
  onlyFor: string | undefined;
  deleted: boolean;
};

export type MessageStore = {
  all: Map<string, StoredMessage>;
  create(body: JsonObject, about: MessageOrigin): StoredMessage;
  /** Applies an edit: a field left out stays; the components flag can come but never go. */
  edit(stored: StoredMessage, body: JsonObject, files: SentFile[]): Message;
};

export type MessageOrigin = {
  channelId: string;
  author: User;
  applicationId: string;
  type: number;
  /** Flags that the message begins with, whatever its body says. */
  flags: number;
  files: SentFile[];
  onlyFor: string | undefined;
  /** interaction_metadata, message_reference and the like. */
  extra: JsonObject;
};

export function createMessageStore(clock: Clock): MessageStore {
  const all = new Map<string, StoredMessage>();
  const time = () => new Date(clock.now()).toISOString().replace('Z', '000+00:00');
  const attachments = (channelId: string, body: JsonObject, files: SentFile[], before: JsonObject[]) => {
    const listed = objectsOf(body['attachments']);
    const kept =
      body['attachments'] === undefined
        ? before
        : before.filter((one) => listed.some(({ id }) => id === one['id']));
    const added = files.map((file) => {
      const id = clock.snowflake();
      const index = /^files\[(\d+)\]$/.exec(file.field)?.[1];
      const about = listed.find((one) => index !== undefined && String(one['id']) === index);
      const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${encodeURIComponent(file.filename)}`;
      return {
        id,
        filename: file.filename,
        size: file.size,
        url,
        proxy_url: url.replace('cdn.discordapp.com', 'media.discordapp.net'),
        ...(stringOf(about?.['description']) === undefined ? {} : { description: about?.['description'] }),
      };
    });
    return [...kept, ...added];
  };
  return {
    all,
    create(body, about) {
      const current: Message = {
        id: clock.snowflake(),
        channel_id: about.channelId,
        type: about.type,
        author: userJson(about.author),
        application_id: about.applicationId,
        webhook_id: about.applicationId,
        content: (stringOf(body['content']) ?? '').trim(),
        flags: about.flags | ((numberOf(body['flags']) ?? 0) & ~LOADING),
        components: storedComponents(body['components']),
        embeds: storedEmbeds(body),
        attachments: attachments(about.channelId, body, about.files, []),
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        pinned: false,
        tts: body['tts'] === true,
        timestamp: time(),
        edited_timestamp: null,
        ...about.extra,
      };
      const stored = { current, history: [current], onlyFor: about.onlyFor, deleted: false };
      all.set(current.id, stored);
      return stored;
    },
    edit(stored, body, files) {
      const before = stored.current;
      const content = body['content'];
      const settable = (numberOf(body['flags']) ?? before.flags) & SUPPRESS_EMBEDS;
      const v2 = (numberOf(body['flags']) ?? 0) & IS_COMPONENTS_V2;
      stored.current = {
        ...before,
        flags: (before.flags & ~(LOADING | SUPPRESS_EMBEDS)) | settable | v2,
        ...(content === undefined ? {} : { content: (stringOf(content) ?? '').trim() }),
        ...(body['components'] === undefined ? {} : { components: storedComponents(body['components']) }),
        ...(body['embeds'] === undefined ? {} : { embeds: storedEmbeds(body) }),
        attachments: attachments(before.channel_id, body, files, before.attachments),
        // The first answer to a deferral is not shown as edited.
        edited_timestamp: (before.flags & LOADING) === 0 ? time() : before.edited_timestamp,
      };
      stored.history.push(stored.current);
      return stored.current;
    },
  };
}

function storedEmbeds(body: JsonObject): JsonObject[] {
  return objectsOf(body['embeds']).map((embed) => ({ type: 'rich', content_scan_version: 0, ...embed }));
}

export const isEphemeral = (message: Message) => (message.flags & EPHEMERAL) !== 0;
export const isLoading = (message: Message) => (message.flags & LOADING) !== 0;

/** All that a person reads in a message: its content and text displays, a line each. */
export function textOf(message: Message): string {
  const texts = flatComponents(message.components).flatMap((component) => component.content ?? []);
  return [message.content, ...texts].filter((text) => text !== '').join('\n');
}

/** The same as Discord shows it: without the backslashes that keep it from acting on article text. */
export function seen(message: Message): string {
  return textOf(message).replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** The buttons of a message, in reading order. */
export function buttonsOf(message: Message): Component[] {
  return flatComponents(message.components).filter((component) => component.type === 2);
}
