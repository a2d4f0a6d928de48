import type { Component } from './components.js';
import { AUTOCOMPLETE, type Interaction } from './interactions.js';
import { type JsonObject, numberOf, objectOf, objectsOf, stringOf } from './json.js';
import type { Message } from './messages.js';
import { bitsOf, effective, type Permissions } from './permissions.js';
import {
  channelJson,
  memberJson,
  permissionsOf,
  type Upload,
  type User,
  userJson,
  type World,
} from './world.js';

/** A value for an option: a person for a user option, a file for an attachment option, the id of one of the server's channels for a channel option. */
export type OptionValue = string | number | boolean | User | Upload;
export type OptionValues = Record<string, OptionValue>;

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const NUMBER = 10;
const ATTACHMENT = 11;

/** What INTERACTION_CREATE carries around the data of any interaction. */
export function interactionJson(
  interaction: Interaction,
  data: JsonObject,
  { world, locale, permissions }: { world: World; locale: string; permissions: Permissions | undefined },
): JsonObject {
  const { id, token, type, user, guild, channelId, source } = interaction;
  const member = guild?.members.get(user.id);
  const bits =
    permissions !== undefined
      ? effective(bitsOf(permissions))
      : guild === undefined
        ? 0n
        : permissionsOf(guild, user.id);
  const base = {
    id,
    token,
    type,
    version: 1,
    application_id: world.applicationId,
    channel_id: channelId,
    locale,
    data,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    ...(source === undefined ? {} : { message: source.current }),
  };
  if (guild === undefined || member === undefined)
    return {
      ...base,
      user: userJson(user),
      channel: { id: channelId, type: 1, flags: 0, last_message_id: null, recipients: [userJson(user)] },
      // What Discord says an app may do in a direct message.
      app_permissions: '2248473465835073',
      authorizing_integration_owners: { '0': '0' },
      context: 1,
    };
  return {
    ...base,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: { ...memberJson(member), permissions: String(bits), unusual_dm_activity_until: null },
    channel: { ...channelJson(guild, channelId), permissions: String(bits) },
    app_permissions: String(permissionsOf(guild, world.bot.id)),
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
  };
}

/**
 * The data of a command as Discord's client sends it; `name` may name a sub-command after a space.
 * Throws where Discord's client would not let a person send it, for a test that does has a mistake.
 */
export function commandData(
  command: JsonObject,
  name: string,
  values: OptionValues,
  {
    interaction,
    focused,
    attach,
  }: {
    interaction: Pick<Interaction, 'type' | 'guild'>;
    focused: string | undefined;
    /** Takes a file in; gives it as Discord describes it. */
    attach: (upload: Upload) => JsonObject;
  },
): { data: JsonObject; focusedType: number | undefined } {
  const [, ...below] = name.split(' ');
  const resolved: JsonObject = {};
  let definitions = objectsOf(command['options']);
  const groups: JsonObject[] = [];
  for (const part of below) {
    const group = definitions.find((option) => option['name'] === part);
    if (group === undefined) throw new Error(`/${name} is not registered: no sub-command "${part}".`);
    groups.push({ type: group['type'], name: part });
    definitions = objectsOf(group['options']);
  }
  let focusedType: number | undefined;
  const leaves = Object.entries(values).map(([key, value]): JsonObject => {
    const definition = definitions.find((option) => option['name'] === key);
    if (definition === undefined) throw new Error(`/${name} has no option "${key}".`);
    const type = numberOf(definition['type']) ?? 0;
    if (key === focused) {
      if (definition['autocomplete'] !== true) throw new Error(`/${name} ${key} has no autocomplete.`);
      focusedType = type;
      // What is typed so far comes as text, even for a number.
      return { type, name: key, value: String(value), focused: true };
    }
    if (interaction.type !== AUTOCOMPLETE) assertFits(definition, value, `/${name} ${key}`);
    if (type === ATTACHMENT && typeof value === 'object' && 'content' in value) {
      const attachment = attach(value);
      const id = String(attachment['id']);
      resolved['attachments'] = { ...objectOf(resolved['attachments']), [id]: attachment };
      return { type, name: key, value: id };
    }
    return { type, name: key, value: wireValue(value, type, resolved, interaction, `/${name} ${key}`) };
  });
  if (interaction.type !== AUTOCOMPLETE)
    for (const definition of definitions)
      if (definition['required'] === true && values[String(definition['name'])] === undefined)
        throw new Error(`/${name} needs the option "${String(definition['name'])}".`);
  const options = groups.reduceRight<JsonObject[]>((inner, group) => [{ ...group, options: inner }], leaves);
  const data: JsonObject = {
    id: command['id'],
    name: command['name'],
    type: 1,
    ...(command['guild_id'] === undefined ? {} : { guild_id: command['guild_id'] }),
    ...(options.length === 0 ? {} : { options }),
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
  };
  return { data, focusedType };
}

/** The data of a command chosen on a message; the message comes whole, with its content, whatever the intents. */
export function messageCommandData(command: JsonObject, message: Message): JsonObject {
  return {
    id: command['id'],
    name: command['name'],
    type: 3,
    ...(command['guild_id'] === undefined ? {} : { guild_id: command['guild_id'] }),
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  };
}

function wireValue(
  value: OptionValue,
  type: number,
  resolved: JsonObject,
  { guild }: Pick<Interaction, 'guild'>,
  where: string,
): string | number | boolean {
  if (type === USER && typeof value === 'object' && 'username' in value) {
    const member = guild?.members.get(value.id);
    resolved['users'] = { [value.id]: userJson(value) };
    if (guild !== undefined && member !== undefined) {
      const { user: _, ...rest } = memberJson(member);
      resolved['members'] = { [value.id]: { ...rest, permissions: String(permissionsOf(guild, value.id)) } };
    }
    return value.id;
  }
  if (type === CHANNEL && guild?.channels.some(({ id }) => id === value) && typeof value === 'string') {
    resolved['channels'] = { [value]: { ...channelJson(guild, value), permissions: '0' } };
    return value;
  }
  const wanted = new Map([
    [STRING, 'string'],
    [INTEGER, 'number'],
    [NUMBER, 'number'],
    [BOOLEAN, 'boolean'],
  ]).get(type);
  if (typeof value !== wanted || typeof value === 'object')
    throw new Error(`${where}: the option is of type ${type}, which a ${typeof value} does not fit.`);
  return value;
}

function assertFits(definition: JsonObject, value: OptionValue, where: string): void {
  const choices = objectsOf(definition['choices']);
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value))
    throw new Error(`${where}: "${String(value)}" is not one of its choices.`);
  const { min_length = 0, max_length = 6000, min_value, max_value } = definition;
  if (typeof value === 'string' && (value.length < Number(min_length) || value.length > Number(max_length)))
    throw new Error(
      `${where}: ${value.length} characters are not between ${String(min_length)} and ${String(max_length)}.`,
    );
  if (
    typeof value === 'number' &&
    (value < (numberOf(min_value) ?? value) || value > (numberOf(max_value) ?? value))
  )
    throw new Error(`${where}: ${value} is not between ${String(min_value)} and ${String(max_value)}.`);
}

/** The data of a press, or of a choice in a select menu. */
export function componentData(component: Component, values?: string[]): JsonObject {
  return {
    id: component.id,
    component_type: component.type,
    custom_id: stringOf(component.custom_id),
    ...(values === undefined ? {} : { values }),
  };
}
