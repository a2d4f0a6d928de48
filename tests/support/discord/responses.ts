import type { Clock } from './clock.js';
import {
  alreadyAcknowledged,
  emptyMessage,
  expiredToken,
  invalidForm,
  type Response,
  refusal,
  serverError,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './errors.js';
import { AUTOCOMPLETE, COMMAND, COMPONENT, type Interaction, type InteractionStore } from './interactions.js';
import { type Json, type JsonObject, numberOf, objectOf, objectsOf } from './json.js';
import { choiceFlaws } from './limits-commands.js';
import { EPHEMERAL, isEmpty, isTooHeavy, LOADING, messageFlaws, type SentFile } from './limits-message.js';
import { isEphemeral, isLoading, type Message, type MessageStore, type StoredMessage } from './messages.js';
import { userJson, type World } from './world.js';

/** A parsed body and the files sent with it. */
export type Body = { json: Json | undefined; files: SentFile[] };

/** The routes by which a bot answers: the callback, and the interaction's webhook. */
export type Responses = {
  callback(id: string, token: string, body: Body, withResponse: boolean): Response;
  send(applicationId: string, token: string, body: Body): Response;
  read(applicationId: string, token: string, message: string): Response;
  edit(applicationId: string, token: string, message: string, body: Body): Response;
  remove(applicationId: string, token: string, message: string): Response;
  /** A message of the bot's own to a channel, of which the bot's rights are known already. */
  post(channelId: string, body: Body): Response;
};

export type ResponseRules = {
  /** Milliseconds that a bot has for its first answer; Discord gives 3000. */
  ackTimeoutMs: number;
  /** Milliseconds that the token of an answered interaction works; Discord gives 15 minutes. */
  tokenLifetimeMs: number;
  /** Bytes that one file may have. */
  maxFile: number;
};

const CALLBACKS = { [COMMAND]: [4, 5, 9], [COMPONENT]: [4, 5, 6, 7, 9], [AUTOCOMPLETE]: [8] };

export function createResponses(
  {
    clock,
    world,
    interactions,
    messages,
  }: {
    clock: Clock;
    world: World;
    interactions: InteractionStore;
    messages: MessageStore;
  },
  rules: ResponseRules,
  /** Told of what Discord lets pass but a bot should not do. */
  warn: (text: string) => void,
): Responses {
  /** What is wrong with a message, or undefined. `path` is where it stands in the body. */
  const problemWith = (body: JsonObject, files: SentFile[], now: Message | undefined, path: string[]) => {
    if (files.some((file) => file.size > rules.maxFile))
      return refusal(413, 40005, 'Request entity too large');
    const flaws = messageFlaws(
      body,
      {
        kind: now === undefined ? 'create' : 'edit',
        files,
        maxFile: rules.maxFile,
        ...(now === undefined
          ? {}
          : { now: { flags: now.flags, content: now.content, embeds: now.embeds.length } }),
      },
      path,
    );
    if (flaws.length > 0) return invalidForm(flaws);
    if (isTooHeavy(body)) {
      warn(
        'the texts of a message weigh over 10170 bytes in UTF-8: Discord answers 500 (discord-api-docs#8554)',
      );
      return serverError();
    }
    const merged = now === undefined ? body : { ...now, ...body };
    return isEmpty(merged, files) ? emptyMessage() : undefined;
  };

  const create = (
    interaction: Interaction,
    body: JsonObject,
    { files = [], flags = 0, type }: { files?: SentFile[]; flags?: number; type: number },
    extra: JsonObject = {},
  ): StoredMessage => {
    const ephemeral = ((flags | (numberOf(body['flags']) ?? 0)) & EPHEMERAL) !== 0;
    return messages.create(body, {
      channelId: interaction.channelId,
      author: world.bot,
      applicationId: world.applicationId,
      type,
      flags,
      files,
      onlyFor: ephemeral ? interaction.user.id : undefined,
      extra: { ...metadata(interaction), ...extra },
    });
  };
  const referring = (to: StoredMessage | undefined, { guild }: Interaction): JsonObject =>
    to === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            channel_id: to.current.channel_id,
            message_id: to.current.id,
            ...(guild === undefined ? {} : { guild_id: guild.id }),
          },
        };
  const writeOriginal = (
    interaction: Interaction,
    stored: StoredMessage,
    body: JsonObject,
    files: SentFile[],
  ) => {
    const message = messages.edit(stored, body, files);
    if (stored === interaction.original) interaction.written.push(message);
    return message;
  };

  const callback: Responses['callback'] = (id, token, { json, files }, withResponse) => {
    const interaction = interactions.byId(id);
    if (interaction === undefined || interaction.token !== token) return unknownInteraction();
    if (interaction.acknowledgement !== undefined) return alreadyAcknowledged();
    if (clock.now() - interaction.createdAt > rules.ackTimeoutMs) return unknownInteraction();
    const body = objectOf(json);
    const type = numberOf(body['type']) ?? 0;
    const data = objectOf(body['data']);
    const allowed = CALLBACKS[interaction.type];
    if (!allowed.includes(type))
      return invalidForm([
        {
          path: ['type'],
          code: 'BASE_TYPE_CHOICES',
          message: `Value must be one of {${allowed.join(', ')}}.`,
        },
      ]);
    const flags = numberOf(data['flags']) ?? 0;
    if (type === 4 || type === 7) {
      const now = type === 7 ? interaction.source?.current : undefined;
      const problem = problemWith(data, files, now, ['data']);
      if (problem !== undefined) return problem;
    }
    if (type === 8) {
      const flaws = choiceFlaws(data['choices'], interaction.focusedType);
      if (flaws.length > 0)
        return invalidForm(flaws.map((flaw) => ({ ...flaw, path: ['data', 'choices', ...flaw.path] })));
      interaction.choices = objectsOf(data['choices']);
    }
    const { source } = interaction;
    if (type === 4) {
      const reference = referring(source, interaction);
      interaction.original = create(
        interaction,
        data,
        { files, type: source === undefined ? 20 : 19 },
        reference,
      );
      interaction.written.push(interaction.original.current);
    }
    if (type === 5) {
      // Any other flag is dropped without a word (discord-api-docs#7910).
      if ((flags & ~EPHEMERAL) !== 0)
        warn(`a deferral carried the flags ${flags}: only EPHEMERAL (64) counts there`);
      const loading = LOADING | (flags & EPHEMERAL);
      interaction.original = create(
        interaction,
        {},
        { flags: loading, type: source === undefined ? 20 : 19 },
      );
    }
    if (type === 6 || type === 7) interaction.original = source;
    if (type === 7 && source !== undefined) writeOriginal(interaction, source, data, files);
    interaction.acknowledgement = {
      type,
      flags,
      ephemeral: interaction.original !== undefined && isEphemeral(interaction.original.current),
      afterMs: performance.now() - interaction.sentAt,
      data,
    };
    return withResponse ? { status: 200, body: callbackResponse(interaction, type) } : { status: 204 };
  };

  /** The answered interaction behind a webhook's token, or the refusal. */
  const answered = (applicationId: string, token: string): Interaction | Response => {
    const interaction = interactions.byToken(token);
    if (interaction === undefined || applicationId !== world.applicationId) return unknownWebhook();
    if (clock.now() - interaction.createdAt > rules.tokenLifetimeMs) return expiredToken();
    const { acknowledgement, type } = interaction;
    return acknowledgement === undefined || type === AUTOCOMPLETE ? unknownWebhook() : interaction;
  };
  const messageIn = (interaction: Interaction, id: string): StoredMessage | undefined => {
    const { original } = interaction;
    const found =
      id === '@original' || id === original?.current.id
        ? original
        : interaction.followUps.find((stored) => stored.current.id === id);
    return found?.deleted === true ? undefined : found;
  };
  const withMessage = (
    applicationId: string,
    token: string,
    id: string,
    use: (stored: StoredMessage, interaction: Interaction) => Response,
  ): Response => {
    const interaction = answered(applicationId, token);
    if ('status' in interaction) return interaction;
    const stored = messageIn(interaction, id);
    return stored === undefined ? unknownMessage() : use(stored, interaction);
  };
  const change = (interaction: Interaction, stored: StoredMessage, { json, files }: Body): Response => {
    const body = objectOf(json);
    const problem = problemWith(body, files, stored.current, []);
    return problem ?? { status: 200, body: writeOriginal(interaction, stored, body, files) };
  };

  const nonces = new Map<string, Message>();

  return {
    callback,
    post(channelId, { json, files }) {
      const body = objectOf(json);
      const nonce = body['nonce'] === undefined ? undefined : String(body['nonce']);
      if (nonce !== undefined && nonce.length > 25)
        return invalidForm([
          { path: ['nonce'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 25 or fewer in length.' },
        ]);
      const key = `${channelId} ${nonce}`;
      const same = body['enforce_nonce'] === true ? nonces.get(key) : undefined;
      if (same) return { status: 200, body: same };
      const problem = problemWith(body, files, undefined, []);
      if (problem !== undefined) return problem;
      const { current } = messages.create(body, {
        channelId,
        author: world.bot,
        applicationId: world.applicationId,
        type: 0,
        flags: 0,
        files,
        onlyFor: undefined,
        extra: { webhook_id: undefined, ...(nonce === undefined ? {} : { nonce }) },
      });
      if (nonce !== undefined) nonces.set(key, current);
      return { status: 200, body: current };
    },
    send(applicationId, token, body) {
      const interaction = answered(applicationId, token);
      if ('status' in interaction) return interaction;
      const { original } = interaction;
      // Straight after a deferral the follow-up fills the waiting reply instead: deprecated, but so it is.
      if (original !== undefined && !original.deleted && isLoading(original.current))
        return change(interaction, original, body);
      const json = objectOf(body.json);
      const problem = problemWith(json, body.files, undefined, []);
      if (problem !== undefined) return problem;
      const made = create(
        interaction,
        json,
        { files: body.files, type: 19 },
        referring(original, interaction),
      );
      interaction.followUps.push(made);
      return { status: 200, body: made.current };
    },
    read: (applicationId, token, id) =>
      withMessage(applicationId, token, id, (stored) => ({ status: 200, body: stored.current })),
    edit: (applicationId, token, id, body) =>
      withMessage(applicationId, token, id, (stored, interaction) => change(interaction, stored, body)),
    remove: (applicationId, token, id) =>
      withMessage(applicationId, token, id, (stored) => {
        stored.deleted = true;
        return { status: 204 };
      }),
  };
}

function metadata({ id, type, user, guild, commandName, source, original }: Interaction): JsonObject {
  return {
    interaction_metadata: {
      id,
      type,
      user: userJson(user),
      authorizing_integration_owners: { '0': guild?.id ?? '0' },
      ...(commandName === undefined ? {} : { name: commandName, command_type: 1 }),
      ...(source === undefined ? {} : { interacted_message_id: source.current.id }),
      ...(original === undefined ? {} : { original_response_message_id: original.current.id }),
    },
    ...(commandName === undefined
      ? {}
      : { interaction: { id, type, name: commandName, user: userJson(user) } }),
  };
}

function callbackResponse(interaction: Interaction, type: number): JsonObject {
  const message = interaction.original?.current;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      ...(interaction.guild === undefined ? {} : { guild_id: interaction.guild.id }),
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: isLoading(message),
            response_message_ephemeral: isEphemeral(message),
          }),
    },
    ...(message === undefined || type === 6 ? {} : { resource: { type, message } }),
  };
}
