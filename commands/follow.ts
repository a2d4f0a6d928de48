import { ChannelType } from 'discord.js';
import { knownItems } from '../src/discord/alerts.js';
import type { Context } from '../src/discord/command.js';
import { mayPost } from '../src/discord/may-post.js';
import type { Suggest } from '../src/discord/options.js';
import { followsView, followWords } from '../src/discord/render/follows.js';
import { notice } from '../src/discord/render/notice.js';
import { defineSubcommand, defineSubcommands } from '../src/discord/subcommands.js';
import { choices, suggestPeople } from '../src/discord/suggest.js';
import type { View } from '../src/discord/view.js';
import { type Follow, MOST_FOLLOWS } from '../src/state/follows.js';
import { privateBefore } from '../src/state/privacy.js';
import { localeOf } from '../src/words/words.js';

const CHANNEL = {
  kind: 'channel',
  types: [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
    ChannelType.AnnouncementThread,
  ],
} as const;

/** Begins a follow in the channel that was named, or in this one. @throws {StateError} */
async function begin(
  kind: Follow['kind'],
  what: string,
  named: string | undefined,
  { archive, whole, state, house, asker, words }: Context,
): Promise<View> {
  const says = words.follow;
  const channel = named ?? asker.channel;
  if (asker.guild === null || channel === null) return notice(words.server.onlyInServers);
  // Of other channels only those may decide who manage the whole server.
  if (channel !== asker.channel && !asker.isAdmin) return notice(says.here.title, says.here.words);
  const seen = await house.posting.check(channel, asker.guild);
  if (seen.is !== 'seen') return notice(says.cannot[seen.is]);
  if (privateBefore(state, asker.guild, seen.places) === 'only-private')
    return notice(says.notPublic.title, says.notPublic.words);
  const articles = await whole.fingerprints();
  const known = await knownItems(archive, { kind, what });
  const follow = { guild: asker.guild, channel, kind, what, locale: localeOf(words) };
  const begun = state.follows.begin(follow, known, articles);
  if (!begun) return notice(says.tooMany(MOST_FOLLOWS));
  return notice(says.begun, followWords(follow, words));
}

/** All follows of a server, and which of them post nothing. @throws {StateError} */
async function list({ state, house, asker, words }: Context): Promise<View> {
  if (asker.guild === null) return notice(words.server.onlyInServers);
  const follows = await Promise.all(
    state.follows.of(asker.guild).map(async (follow) => {
      const isPublic = follow.paused || (await mayPost(follow, { state, ...house })) !== 'not-public';
      return { ...follow, paused: isPublic ? follow.paused : ('not-public' as const) };
    }),
  );
  return followsView(follows, words);
}

const suggestFollows: Suggest = async (_, typed, words, { state, guild }) => {
  const follows = guild === null ? [] : state.follows.of(guild);
  return choices(
    follows
      .map((follow) => ({
        name: words.follow.choice(words.follow.kinds[follow.kind], follow.what, follow.id),
        value: String(follow.id),
      }))
      .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())),
  );
};

/** /follow: a channel is told when a reload brings something new of a person or about a topic. */
export const follow = defineSubcommands({
  name: 'follow',
  says: (words) => words.follow.description,
  orChannelManagers: true,
  subcommands: [
    defineSubcommand({
      name: 'person',
      says: (words) => words.follow.person,
      options: {
        person: { kind: 'text', max: 100, required: true, suggest: suggestPeople },
        channel: CHANNEL,
      },
      private: () => true,
      run: ({ person, channel }, context) => begin('person', person, channel, context),
    }),
    defineSubcommand({
      name: 'topic',
      says: (words) => words.follow.topic,
      options: { topic: { kind: 'text', max: 200, required: true }, channel: CHANNEL },
      private: () => true,
      run: ({ topic, channel }, context) => begin('topic', topic, channel, context),
    }),
    defineSubcommand({
      name: 'list',
      says: (words) => words.follow.list,
      options: {},
      private: () => true,
      run: (_, context) => list(context),
    }),
    defineSubcommand({
      name: 'stop',
      says: (words) => words.follow.stop,
      options: { follow: { kind: 'text', max: 20, required: true, suggest: suggestFollows } },
      private: () => true,
      async run({ follow }, { state, asker, words }) {
        if (asker.guild === null) return notice(words.server.onlyInServers);
        const found = state.follows.of(asker.guild).find(({ id }) => String(id) === follow);
        if (!found) return notice(words.follow.unknown);
        if (found.channel !== asker.channel && !asker.isAdmin)
          return notice(words.follow.here.title, words.follow.here.words);
        state.follows.end(asker.guild, found.id);
        return notice(words.follow.stopped, followWords(found, words));
      },
    }),
  ],
});
