import { type Answer, answerTo } from './answer.js';
import { type Clock, createClock } from './clock.js';
import { type CommandStore, createCommandStore } from './commands.js';
import { flatComponents } from './components.js';
import { createFaults, type Faults } from './faults.js';
import { createGateway, type Gateway, type Session } from './gateway.js';
import {
  AUTOCOMPLETE,
  COMMAND,
  COMPONENT,
  createInteractionStore,
  type Interaction,
  type NewInteraction,
} from './interactions.js';
import { type JsonObject, listOf, objectOf } from './json.js';
import { createMessageStore, type Message } from './messages.js';
import {
  commandData,
  componentData,
  interactionJson,
  messageCommandData,
  type OptionValues,
} from './payloads.js';
import type { Permissions } from './permissions.js';
import { type LoggedRequest, lineOf } from './request-log.js';
import { createResponses } from './responses.js';
import { createRestServer } from './rest.js';
import { routesOf } from './routes.js';
import { createHub } from './waiting.js';
import {
  type Channel,
  channelJson,
  createWorld,
  type Guild,
  guildCreateJson,
  type Member,
  roleJson,
  type Upload,
  type User,
} from './world.js';

export type StandInOptions = {
  /** The one token that is let in. */
  token?: string;
  /** Milliseconds that the bot has for its first answer (3000). */
  ackTimeoutMs?: number;
  /** Milliseconds that an interaction's token works (15 minutes). */
  tokenLifetimeMs?: number;
  heartbeatIntervalMs?: number;
  /** Milliseconds that a test waits for anything before it fails (10,000). */
  waitMs?: number;
  rateLimit?: { limit: number; windowMs: number };
  /** How many connections are recommended to the bot, how many may begin at once, and of fewer than how many none is taken (1, 1 and 1). */
  shards?: { recommended: number; atOnce: number; fewest?: number };
};

/** Who does something, and where. */
export type Doing = {
  /** Who; by default a reader with no special permissions. */
  user?: User;
  /** Where: a server (by default `home`), or null for a direct message. */
  guild?: Guild | null;
  /** Id of the channel; by default the server's first. */
  channel?: string;
  /** What the interaction says the person may do; by default what their roles in the server give them. */
  permissions?: Permissions;
  locale?: string;
  /** Changes the payload before it is sent, to claim what Discord never would. */
  forge?: (payload: JsonObject) => JsonObject;
};

export type StandIn = {
  /** For DISCORD_API_URL. */
  apiUrl: string;
  /** For DISCORD_TOKEN. */
  token: string;
  clock: Clock;
  commands: CommandStore;
  faults: Faults;
  gateway: Gateway;
  /** Every request so far, oldest first. */
  requests: LoggedRequest[];
  /** What Discord would let pass though the bot should not do it. */
  warnings: string[];
  /** The server where things happen unless a test says otherwise, and a member without special permissions. */
  home: Guild;
  reader: User;
  /** Makes somebody else the reader. */
  newReader(): User;
  user(username: string, about?: { globalName?: string; bot?: boolean }): User;
  guild(name: string): Guild;
  /** One more text channel of a server. */
  channel(guild: Guild, name: string): Channel;
  member(guild: Guild, user: User, about?: { permissions?: Permissions; nick?: string }): Member;
  /** A person sends a command; `name` is `ask`, or `people list` for a sub-command. */
  slash(name: string, options?: OptionValues, doing?: Doing): Answer;
  /** A person writes a message in the server's channel. The bot is not told: it has no intent for messages. */
  says(content: string, user?: User): Message;
  /** A person chooses a command, named as the menu shows it, on a message. */
  onMessage(name: string, message: Message, doing?: Doing): Answer;
  /** A person types in an option; `focused` is by default the last of the options. */
  autocomplete(name: string, options: OptionValues, doing?: Doing & { focused?: string }): Answer;
  /** A person presses a button, named by its custom_id or label, on the message as it is now. */
  press(message: Message, button: string, doing?: Doing): Answer;
  /** A person chooses in a select menu, named by its custom_id. */
  select(message: Message, customId: string, values: string[], doing?: Doing): Answer;
  /** What the bot has posted in a channel by itself, oldest first. */
  posts(channelId: string): Message[];
  /** The message as it is now; undefined once it is deleted. */
  latest(message: Message): Message | undefined;
  /** Resolves to the newest session once `count` sessions have been begun since the start. */
  identified(count?: number, timeoutMs?: number): Promise<Session>;
  /** Waits for anything that requests or the gateway bring about. */
  until<T>(what: string, look: () => T | undefined, timeoutMs?: number): Promise<T>;
  /** Who is connected and what was asked, for a person to read. */
  describe(): string;
  stop(): Promise<void>;
};

/**
 * Starts a Discord of its own on a free port of the loopback address.
 *
 *     const discord = await startStandIn();
 *     const bot = await startBot(discord);
 *     const reply = await discord.slash('ask', { question: 'Who?' }).reply();
 *     const turned = await discord.press(reply, 'Next', { user: discord.user('someone-else') }).reply();
 *     discord.faults.add({ kind: '502', method: 'PATCH', path: /@original$/, times: 2 });
 *     discord.gateway.close(4000);
 *     await bot.stop();
 *     await discord.stop();
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { token = 'MTAw.stand-in.not-a-real-token', waitMs = 10_000 } = options;
  const clock = createClock();
  const hub = createHub(waitMs);
  const world = createWorld(clock);
  const commands = createCommandStore(clock, world.applicationId);
  const messages = createMessageStore(clock);
  const interactions = createInteractionStore(clock);
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const warnings: string[] = [];
  const rules = {
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 15 * 60_000,
    maxFile: 10 * 2 ** 20,
  };
  const responses = createResponses({ clock, world, interactions, messages }, rules, (text) =>
    warnings.push(text),
  );
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const server = createRestServer({
    token,
    routes: routesOf({
      world,
      commands,
      interactions,
      responses,
      gatewayUrl,
      shards: options.shards ?? { recommended: 1, atOnce: 1 },
    }),
    faults,
    uploads: world.uploads,
    rateLimit: options.rateLimit ?? { limit: 50, windowMs: 1000 },
    seen(request, done) {
      if (!done) requests.push(request);
      hub.changed();
    },
  });
  const gateway = createGateway({
    server,
    token,
    world,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    fewestShards: options.shards?.fewest ?? 1,
    url: gatewayUrl,
    changed: hub.changed,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;

  const home = world.guild('The Reading Room');
  let reader = world.user('reader');
  world.member(home, reader);
  const describe = () =>
    [
      `${gateway.connected().length} connected session(s) of ${gateway.sessions.length} begun; requests:`,
      ...requests.slice(-20).map((request) => `  ${lineOf(request)}`),
      ...warnings.map((text) => `  warning: ${text}`),
    ].join('\n');
  const until: StandIn['until'] = (what, look, timeoutMs) => hub.until(what, look, describe, timeoutMs);

  const open = (
    doing: Doing,
    about: Pick<NewInteraction, 'type' | 'what' | 'source' | 'commandName' | 'focusedType'>,
  ) => {
    const user = doing.user ?? reader;
    const guild = doing.guild === null ? undefined : (doing.guild ?? home);
    if (guild !== undefined && !guild.members.has(user.id)) world.member(guild, user);
    const channelId = about.source?.current.channel_id ?? doing.channel ?? guild?.channelId ?? user.id;
    return interactions.open({ ...about, user, guild, channelId });
  };
  const send = (interaction: Interaction, data: JsonObject, doing: Doing): Answer => {
    if (!gateway.sessions.some(({ alive }) => alive)) throw new Error(`No bot is logged in.\n${describe()}`);
    const payload = interactionJson(interaction, data, {
      world,
      locale: doing.locale ?? 'en-GB',
      permissions: doing.permissions,
    });
    gateway.dispatch('INTERACTION_CREATE', doing.forge === undefined ? payload : doing.forge(payload));
    return answerTo(interaction, requests, hub);
  };
  /** As Discord keeps what is attached to a command: under an address that says nothing of what it holds. */
  const attach = ({ filename, content, claims = {} }: Upload): JsonObject => {
    const id = clock.snowflake();
    const path = `/ephemeral-attachments/${world.applicationId}/${id}/${encodeURIComponent(filename)}`;
    world.uploads.set(path, content);
    const url = `http://127.0.0.1:${port}${path}?ex=0&is=0&hm=0`;
    return {
      id,
      filename,
      size: content.length,
      url,
      proxy_url: url,
      content_type: 'text/plain; charset=utf-8',
      ephemeral: true,
      ...claims,
    };
  };
  const command = (
    type: typeof COMMAND | typeof AUTOCOMPLETE,
    name: string,
    values: OptionValues,
    doing: Doing,
    focused?: string,
  ) => {
    const guild = doing.guild === null ? undefined : (doing.guild ?? home);
    const [base = name] = name.split(' ');
    const registered = commands.find(base, guild?.id);
    if (registered === undefined) throw new Error(`/${base} is not registered.\n${describe()}`);
    const contexts = listOf(registered['contexts']);
    if (contexts.length > 0 && !contexts.includes(guild === undefined ? 1 : 0))
      throw new Error(
        `/${base} is not offered ${guild === undefined ? 'in direct messages' : 'in servers'}.`,
      );
    const { data, focusedType } = commandData(registered, name, values, {
      interaction: { type, guild },
      focused,
      attach,
    });
    const what = type === COMMAND ? `/${name}` : `autocomplete of /${name} ${focused}`;
    return send(open(doing, { type, what, commandName: base, focusedType, source: undefined }), data, doing);
  };
  const touch = (message: Message, named: string, values: string[] | undefined, doing: Doing): Answer => {
    const stored = messages.all.get(message.id);
    if (stored === undefined || stored.deleted) throw new Error('The message is not there any more.');
    const user = doing.user ?? reader;
    if (stored.onlyFor !== undefined && stored.onlyFor !== user.id)
      throw new Error(`${user.username} cannot see the message: it is shown to someone else alone.`);
    const all = flatComponents(stored.current.components).filter(
      ({ type }) => (values === undefined) === (type === 2),
    );
    const component =
      all.find(({ custom_id }) => custom_id === named) ?? all.find(({ label }) => label?.includes(named));
    if (component === undefined)
      throw new Error(
        `No "${named}" on the message; it has ${all.map(({ label, custom_id }) => `"${label}" (${custom_id})`).join(', ') || 'nothing to press'}.`,
      );
    if (component.disabled === true || component.custom_id === undefined)
      throw new Error(
        `"${named}" cannot be pressed: it is ${component.disabled === true ? 'disabled' : 'a link'}.`,
      );
    const about = {
      type: COMPONENT,
      what: `press "${named}"`,
      source: stored,
      commandName: undefined,
      focusedType: undefined,
    } as const;
    return send(open(doing, about), componentData(component, values), doing);
  };

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    clock,
    commands,
    faults,
    gateway,
    requests,
    warnings,
    home,
    get reader() {
      return reader;
    },
    newReader() {
      reader = world.user('reader');
      return reader;
    },
    user: world.user,
    guild(name) {
      const made = world.guild(name);
      gateway.dispatch('GUILD_CREATE', guildCreateJson(made, world.bot.id));
      return made;
    },
    channel(guild, name) {
      const made = world.channel(guild, name);
      gateway.dispatch('CHANNEL_CREATE', channelJson(guild, made.id));
      return made;
    },
    member(guild, user, about) {
      const made = world.member(guild, user, about);
      const role = guild.roles.at(-1);
      if (about?.permissions !== undefined && role !== undefined)
        gateway.dispatch('GUILD_ROLE_CREATE', {
          guild_id: guild.id,
          role: roleJson(role, guild.roles.length - 1),
        });
      return made;
    },
    slash: (name, values = {}, doing = {}) => command(COMMAND, name, values, doing),
    says: (content, user = reader) =>
      messages.create(
        { content },
        {
          channelId: home.channelId,
          author: user,
          applicationId: world.applicationId,
          type: 0,
          flags: 0,
          files: [],
          onlyFor: undefined,
          extra: { application_id: undefined, webhook_id: undefined },
        },
      ).current,
    onMessage(name, message, doing = {}) {
      const guild = doing.guild === null ? undefined : (doing.guild ?? home);
      const registered = commands.find(name, guild?.id, 3);
      if (registered === undefined) throw new Error(`"${name}" is not registered.\n${describe()}`);
      const about = { type: COMMAND, what: `"${name}"`, commandName: name } as const;
      return send(
        open(doing, { ...about, focusedType: undefined, source: undefined }),
        messageCommandData(registered, message),
        doing,
      );
    },
    autocomplete: (name, values, doing = {}) =>
      command(AUTOCOMPLETE, name, values, doing, doing.focused ?? Object.keys(values).at(-1)),
    press: (message, button, doing = {}) => touch(message, button, undefined, doing),
    select: (message, customId, values, doing = {}) => touch(message, customId, values, doing),
    posts: (channelId) =>
      [...messages.all.values()]
        .map(({ current }) => current)
        .filter(({ channel_id, type, author }) => {
          return channel_id === channelId && type === 0 && objectOf(author)['bot'] === true;
        }),
    latest(message) {
      const stored = messages.all.get(message.id);
      return stored === undefined || stored.deleted ? undefined : stored.current;
    },
    identified: (count = 1, timeoutMs) =>
      until(
        `Session ${count}`,
        () => (gateway.sessions.length < count ? undefined : gateway.sessions.at(-1)),
        timeoutMs,
      ),
    until,
    describe,
    stop() {
      gateway.stop();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
