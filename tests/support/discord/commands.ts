import type { Clock } from './clock.js';
import { invalidForm, type Response, refusal, unknownCommand } from './errors.js';
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  objectsOf,
  stringOf,
} from './json.js';
import { commandFlaws, commandListFlaws } from './limits-commands.js';

/** The commands that the bot registered, globally or for one server. */
export type CommandStore = {
  list(guildId: string | undefined, withLocalizations: boolean): Json[];
  get(guildId: string | undefined, id: string): Response;
  put(guildId: string | undefined, body: Json | undefined): Response;
  post(guildId: string | undefined, body: Json | undefined): Response;
  patch(guildId: string | undefined, id: string, body: Json | undefined): Response;
  remove(guildId: string | undefined, id: string): Response;
  /**
   * The command that a person in that server (undefined: in a direct message) would be offered by this name.
   * `type` is Discord's: 1 (by default) a slash command, 3 a command on a message.
   */
  find(name: string, guildId: string | undefined, type?: 1 | 3): JsonObject | undefined;
};

const GLOBAL = 'global';

export function createCommandStore(clock: Clock, applicationId: string): CommandStore {
  const scopes = new Map<string, JsonObject[]>();
  const scope = (guildId: string | undefined) => scopes.get(guildId ?? GLOBAL) ?? [];
  const keep = (guildId: string | undefined, commands: JsonObject[]) =>
    scopes.set(guildId ?? GLOBAL, commands);

  /** The command as stored: the id of the command it replaces, a new version only if something changed. */
  const store = (
    guildId: string | undefined,
    body: JsonObject,
    before: JsonObject | undefined,
  ): JsonObject => {
    const fields = storedCommand(body, applicationId, guildId);
    const identified = {
      ...fields,
      id: before?.['id'] ?? clock.snowflake(),
      version: before?.['version'] ?? '',
    };
    const same =
      before !== undefined && JSON.stringify(sorted(identified)) === JSON.stringify(sorted(before));
    return same ? before : { ...identified, version: clock.snowflake() };
  };
  const named = (guildId: string | undefined, body: JsonObject) =>
    scope(guildId).find(
      (command) => command['name'] === body['name'] && command['type'] === (numberOf(body['type']) ?? 1),
    );

  return {
    list: (guildId, withLocalizations) =>
      scope(guildId).map((command) => (withLocalizations ? command : withoutLocalizations(command))),
    get(guildId, id) {
      const found = scope(guildId).find((command) => command['id'] === id);
      return found === undefined ? unknownCommand() : { status: 200, body: found };
    },
    put(guildId, body) {
      if (!Array.isArray(body))
        return invalidForm([
          { path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' },
        ]);
      const flaws = commandListFlaws(body);
      if (flaws.length > 0) return invalidForm(flaws);
      const commands = objectsOf(body);
      if (commands.filter((command) => (numberOf(command['type']) ?? 1) === 1).length > 100)
        return refusal(400, 30032, 'Maximum number of application commands reached (100)');
      const stored = commands.map((command) => store(guildId, command, named(guildId, command)));
      keep(guildId, stored);
      return { status: 200, body: stored };
    },
    post(guildId, body) {
      const flaws = commandFlaws(objectOf(body));
      if (flaws.length > 0) return invalidForm(flaws);
      const before = named(guildId, objectOf(body));
      const made = store(guildId, objectOf(body), before);
      keep(guildId, [...scope(guildId).filter((command) => command !== before), made]);
      return { status: before === undefined ? 201 : 200, body: made };
    },
    patch(guildId, id, body) {
      const before = scope(guildId).find((command) => command['id'] === id);
      if (before === undefined) return unknownCommand();
      const flaws = commandFlaws(objectOf(body), [], true);
      if (flaws.length > 0) return invalidForm(flaws);
      const made = store(guildId, { ...before, ...objectOf(body) }, before);
      keep(
        guildId,
        scope(guildId).map((command) => (command === before ? made : command)),
      );
      return { status: 200, body: made };
    },
    remove(guildId, id) {
      if (!scope(guildId).some((command) => command['id'] === id)) return unknownCommand();
      keep(
        guildId,
        scope(guildId).filter((command) => command['id'] !== id),
      );
      return { status: 204 };
    },
    find(name, guildId, type = 1) {
      const offered = [...(guildId === undefined ? [] : scope(guildId)), ...scope(undefined)];
      return offered.find((command) => command['name'] === name && command['type'] === type);
    },
  };
}

/** A command with all that Discord adds. `contexts` and its like have no meaning for one server's commands. */
function storedCommand(body: JsonObject, applicationId: string, guildId: string | undefined): JsonObject {
  const contexts = listOf(body['contexts']);
  const permissions = body['default_member_permissions'];
  const options = storedOptions(body['options']);
  return {
    application_id: applicationId,
    type: numberOf(body['type']) ?? 1,
    ...namesOf(body),
    description: stringOf(body['description']) ?? '',
    default_member_permissions: permissions == null ? null : String(permissions),
    nsfw: body['nsfw'] === true,
    ...(options.length === 0 ? {} : { options }),
    ...(guildId === undefined
      ? {
          contexts: contexts.length === 0 ? null : contexts,
          integration_types: Array.isArray(body['integration_types']) ? body['integration_types'] : [0],
          dm_permission: contexts.length === 0 ? body['dm_permission'] !== false : contexts.includes(1),
        }
      : { guild_id: guildId, contexts: null, integration_types: [0] }),
  };
}

function namesOf(named: JsonObject): JsonObject {
  return {
    name: stringOf(named['name']) ?? '',
    name_localizations: isObject(named['name_localizations']) ? named['name_localizations'] : null,
    description_localizations: isObject(named['description_localizations'])
      ? named['description_localizations']
      : null,
  };
}

/** Options as stored: Discord leaves `required` and `autocomplete` out where they are false. */
function storedOptions(list: Json | undefined): JsonObject[] {
  return objectsOf(list).map((option) => {
    const kept: JsonObject = {};
    for (const field of ['min_value', 'max_value', 'min_length', 'max_length', 'channel_types'])
      if (option[field] != null) kept[field] = option[field];
    const options = storedOptions(option['options']);
    const choices = objectsOf(option['choices']).map(({ name, name_localizations, value }) => ({
      name,
      name_localizations: isObject(name_localizations) ? name_localizations : null,
      value,
    }));
    return {
      type: option['type'],
      ...namesOf(option),
      description: stringOf(option['description']) ?? '',
      ...(option['required'] === true ? { required: true } : {}),
      ...(option['autocomplete'] === true ? { autocomplete: true } : {}),
      ...(choices.length === 0 ? {} : { choices }),
      ...(options.length === 0 ? {} : { options }),
      ...kept,
    };
  });
}

/** A command as a plain GET gives it: no translations at any depth. */
function withoutLocalizations(part: JsonObject): JsonObject {
  const { name_localizations, description_localizations, ...rest } = part;
  for (const field of ['options', 'choices'])
    if (rest[field] !== undefined) rest[field] = objectsOf(rest[field]).map(withoutLocalizations);
  return rest;
}

/** The same value with the fields of every object in order, so that two can be compared as text. */
function sorted(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
