import type { CommandStore } from './commands.js';
import { missingAccess, type Response, unknownChannel, unknownGuild } from './errors.js';
import type { InteractionStore } from './interactions.js';
import { type Json, type JsonObject, objectOf } from './json.js';
import { isLoading } from './messages.js';
import type { RequestContext } from './request-log.js';
import type { Body, Responses } from './responses.js';
import { channelJson, guildJson, memberJson, userJson, type World } from './world.js';

/** A call on a route: the values in its path, its query and its body. */
export type Call = {
  params: Record<string, string>;
  query: URLSearchParams;
  body: Body;
  locale: string | undefined;
};

export type Route = {
  method: string;
  /** `/webhooks/:app/:token`: each `:name` takes one part of the path. */
  pattern: string;
  /** Whether the call must carry the bot's token; an interaction's own routes do not. */
  auth: boolean;
  answer(call: Call): Response;
  context?(call: Call): RequestContext;
};

/** Every route that the stand-in knows. */
export function routesOf({
  world,
  commands,
  interactions,
  responses,
  gatewayUrl,
  shards,
}: {
  world: World;
  commands: CommandStore;
  interactions: InteractionStore;
  responses: Responses;
  gatewayUrl: () => string;
  /** How many connections are recommended, and how many may begin at once. */
  shards: { recommended: number; atOnce: number };
}): Route[] {
  const ok = (body: Json): Response => ({ status: 200, body });
  const param = ({ params }: Call, name: string) => params[name] ?? '';
  const application = (): JsonObject => ({
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    type: null,
    bot: userJson(world.bot),
    summary: '',
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    owner: userJson([...world.guilds.values()][0]?.owner ?? world.bot),
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    integration_types_config: {
      '0': { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
    },
  });
  const route = (method: string, pattern: string, answer: Route['answer'], auth = true): Route => ({
    method,
    pattern,
    answer,
    auth,
  });

  const commandRoutes = (prefix: string): Route[] => {
    /** Undefined for the global commands; a server that the bot is not in is refused before. */
    const scope = (call: Call) => call.params['guild'];
    const inGuild = (answer: Route['answer']) => (call: Call) => {
      const guild = scope(call);
      return guild !== undefined && !world.guilds.has(guild) ? unknownGuild() : answer(call);
    };
    const one = `${prefix}/:command`;
    return [
      route(
        'GET',
        prefix,
        inGuild((call) => ok(commands.list(scope(call), call.query.get('with_localizations') === 'true'))),
      ),
      route(
        'PUT',
        prefix,
        inGuild((call) => commands.put(scope(call), call.body.json)),
      ),
      route(
        'POST',
        prefix,
        inGuild((call) => commands.post(scope(call), call.body.json)),
      ),
      route(
        'GET',
        one,
        inGuild((call) => commands.get(scope(call), param(call, 'command'))),
      ),
      route(
        'PATCH',
        one,
        inGuild((call) => commands.patch(scope(call), param(call, 'command'), call.body.json)),
      ),
      route(
        'DELETE',
        one,
        inGuild((call) => commands.remove(scope(call), param(call, 'command'))),
      ),
    ];
  };

  const webhook = '/webhooks/:app/:token';
  const message = `${webhook}/messages/:message`;
  const messageContext = (call: Call): RequestContext => {
    const interaction = interactions.byToken(param(call, 'token'));
    const original = interaction?.original;
    const id = param(call, 'message');
    const stored =
      id === '@original' ? original : interaction?.followUps.find((one) => one.current.id === id);
    return stored === undefined ? {} : { messageFlags: stored.current.flags };
  };
  const inGuild = (call: Call, give: (guild: NonNullable<ReturnType<World['guilds']['get']>>) => Json) => {
    const guild = world.guilds.get(param(call, 'guild'));
    return guild === undefined ? unknownGuild() : ok(give(guild));
  };

  /** A channel that is there and that the bot may see and write to. */
  const inChannel = (call: Call, give: (channel: { id: string; json: JsonObject }) => Response): Response => {
    const id = param(call, 'channel');
    for (const guild of world.guilds.values()) {
      const channel = guild.channels.find((one) => one.id === id);
      if (channel) return channel.botMay ? give({ id, json: channelJson(guild, id) }) : missingAccess();
    }
    return unknownChannel();
  };

  return [
    route('GET', '/gateway', () => ok({ url: gatewayUrl() }), false),
    route('GET', '/gateway/bot', () =>
      ok({
        url: gatewayUrl(),
        shards: shards.recommended,
        session_start_limit: {
          total: 1000,
          remaining: 999,
          reset_after: 14_400_000,
          max_concurrency: shards.atOnce,
        },
      }),
    ),
    route('GET', '/users/@me', () =>
      ok({
        ...userJson(world.bot),
        bio: '',
        locale: 'en-US',
        mfa_enabled: true,
        verified: true,
        email: null,
        flags: 0,
        premium_type: 0,
      }),
    ),
    route('GET', '/applications/@me', () => ok(application())),
    route('GET', '/oauth2/applications/@me', () => ok(application())),
    route('GET', '/guilds/:guild', (call) => inGuild(call, guildJson)),
    route('GET', '/guilds/:guild/channels', (call) =>
      inGuild(call, (guild) => guild.channels.map(({ id }) => channelJson(guild, id))),
    ),
    route('GET', '/guilds/:guild/members/:user', (call) => {
      const member = world.guilds.get(param(call, 'guild'))?.members.get(param(call, 'user'));
      return member === undefined
        ? { status: 404, body: { message: 'Unknown Member', code: 10007 } }
        : ok(memberJson(member));
    }),
    route('GET', '/channels/:channel', (call) => inChannel(call, ({ json }) => ok(json))),
    route('POST', '/channels/:channel/messages', (call) =>
      inChannel(call, ({ id }) => responses.post(id, call.body)),
    ),
    ...commandRoutes('/applications/:app/commands'),
    ...commandRoutes('/applications/:app/guilds/:guild/commands'),
    {
      ...route(
        'POST',
        '/interactions/:id/:token/callback',
        (call) =>
          responses.callback(
            param(call, 'id'),
            param(call, 'token'),
            call.body,
            call.query.get('with_response') === 'true',
          ),
        false,
      ),
      context(call) {
        const interaction = interactions.byId(param(call, 'id'));
        if (interaction === undefined) return {};
        const { type, focusedType, source } = interaction;
        const updates = objectOf(call.body.json)['type'] === 7 && source !== undefined;
        return {
          interactionType: type,
          ...(focusedType === undefined ? {} : { optionType: focusedType }),
          ...(updates ? { messageFlags: source.current.flags } : {}),
        };
      },
    },
    {
      ...route(
        'POST',
        webhook,
        (call) => responses.send(param(call, 'app'), param(call, 'token'), call.body),
        false,
      ),
      context(call) {
        const original = interactions.byToken(param(call, 'token'))?.original;
        return original !== undefined && isLoading(original.current) ? { deferred: true } : {};
      },
    },
    route(
      'GET',
      message,
      (call) => responses.read(param(call, 'app'), param(call, 'token'), param(call, 'message')),
      false,
    ),
    {
      ...route(
        'PATCH',
        message,
        (call) => responses.edit(param(call, 'app'), param(call, 'token'), param(call, 'message'), call.body),
        false,
      ),
      context: messageContext,
    },
    route(
      'DELETE',
      message,
      (call) => responses.remove(param(call, 'app'), param(call, 'token'), param(call, 'message')),
      false,
    ),
  ];
}
