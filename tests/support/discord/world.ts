import type { Clock } from './clock.js';
import type { JsonObject } from './json.js';
import { bitsOf, EVERYONE, effective, type Permissions } from './permissions.js';

export type User = { id: string; username: string; globalName: string | null; bot: boolean };
export type Role = { id: string; name: string; permissions: bigint };
export type Member = { user: User; roles: string[]; nick: string | null; joinedAt: string };
export type Guild = {
  id: string;
  name: string;
  owner: User;
  /** Its first text channel, where things happen unless a test says otherwise. */
  channelId: string;
  channels: Channel[];
  roles: Role[];
  members: Map<string, Member>;
};

/** A text channel. `botMay`: whether the bot can see it and write there. */
export type Channel = { id: string; name: string; botMay: boolean };

/** A file that a person attaches to a command; `claims` is what Discord then says of it, where that is not so. */
export type Upload = {
  filename: string;
  content: Buffer;
  claims?: { size?: number; content_type?: string; url?: string };
};

/** The people and servers of a test. */
export type World = {
  bot: User;
  applicationId: string;
  guilds: Map<string, Guild>;
  users: Map<string, User>;
  /** Attached files by the path of their address. */
  uploads: Map<string, Buffer>;
  user(username: string, about?: { globalName?: string; bot?: boolean }): User;
  guild(name: string): Guild;
  channel(guild: Guild, name: string): Channel;
  /** Makes the person a member, or gives a member more: `permissions` come as a role of their own. */
  member(guild: Guild, user: User, about?: { permissions?: Permissions; nick?: string }): Member;
};

export function createWorld(clock: Clock): World {
  const users = new Map<string, User>();
  const guilds = new Map<string, Guild>();
  const uploads = new Map<string, Buffer>();
  const user: World['user'] = (username, { globalName, bot = false } = {}) => {
    const made = { id: clock.snowflake(), username, globalName: globalName ?? null, bot };
    users.set(made.id, made);
    return made;
  };
  const bot = user('cuttings', { bot: true });
  const member: World['member'] = (guild, person, { permissions, nick } = {}) => {
    const known = guild.members.get(person.id);
    const made: Member = known ?? {
      user: person,
      roles: [],
      nick: null,
      joinedAt: new Date(clock.now()).toISOString(),
    };
    if (nick !== undefined) made.nick = nick;
    if (permissions !== undefined) {
      const role = {
        id: clock.snowflake(),
        name: `role of ${person.username}`,
        permissions: bitsOf(permissions),
      };
      guild.roles.push(role);
      made.roles.push(role.id);
    }
    guild.members.set(person.id, made);
    return made;
  };
  return {
    bot,
    applicationId: bot.id,
    guilds,
    users,
    uploads,
    user,
    guild(name) {
      const id = clock.snowflake();
      const owner = user(`owner-of-${id}`);
      const everyone: Role = { id, name: '@everyone', permissions: EVERYONE };
      const general: Channel = { id: clock.snowflake(), name: 'general', botMay: true };
      const made: Guild = {
        id,
        name,
        owner,
        channelId: general.id,
        channels: [general],
        roles: [everyone],
        members: new Map(),
      };
      guilds.set(id, made);
      member(made, owner);
      member(made, bot);
      return made;
    },
    channel(guild, name) {
      const made: Channel = { id: clock.snowflake(), name, botMay: true };
      guild.channels.push(made);
      return made;
    },
    member,
  };
}

/** What a member may do in the server's channel, as Discord works it out. */
export function permissionsOf(guild: Guild, userId: string): bigint {
  if (guild.owner.id === userId) return effective(bitsOf(['Administrator']));
  const roles = guild.members.get(userId)?.roles ?? [];
  return effective(
    guild.roles
      .filter((role) => role.id === guild.id || roles.includes(role.id))
      .reduce((bits, role) => bits | role.permissions, 0n),
  );
}

export function userJson(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    global_name: user.globalName,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    clan: null,
    public_flags: 0,
    flags: 0,
    ...(user.bot ? { bot: true } : {}),
  };
}

export function memberJson(member: Member): JsonObject {
  return {
    user: userJson(member.user),
    roles: member.roles,
    nick: member.nick,
    avatar: null,
    banner: null,
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function channelJson(guild: Guild, id: string = guild.channelId): JsonObject {
  const channel = guild.channels.find((one) => one.id === id);
  return {
    id,
    type: 0,
    guild_id: guild.id,
    name: channel?.name ?? 'general',
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: [],
    flags: 0,
  };
}

export function roleJson(role: Role, position: number): JsonObject {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A server as REST gives it. */
export function guildJson(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner.id,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    features: [],
    roles: guild.roles.map(roleJson),
    emojis: [],
    stickers: [],
    preferred_locale: 'en-US',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.channelId,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    vanity_url_code: null,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    widget_enabled: false,
    widget_channel_id: null,
    safety_alerts_channel_id: null,
    discovery_splash: null,
    home_header: null,
    region: 'deprecated',
    hub_type: null,
    latest_onboarding_question_id: null,
    incidents_data: null,
    inventory_settings: null,
    premium_features: null,
    application_id: null,
  };
}

/** A server as GUILD_CREATE brings it: only the bot's own member, as without the members intent. */
export function guildCreateJson(guild: Guild, botId: string): JsonObject {
  const self = guild.members.get(botId);
  return {
    ...guildJson(guild),
    joined_at: self?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: self === undefined ? [] : [memberJson(self)],
    channels: guild.channels.map(({ id }) => channelJson(guild, id)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
