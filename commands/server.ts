import { ChannelType } from 'discord.js';
import type { Archive } from '../src/archive/archive.js';
import type { Context } from '../src/discord/command.js';
import { notice } from '../src/discord/render/notice.js';
import { serverView } from '../src/discord/render/server.js';
import { defineSubcommand, defineSubcommands, type SubcommandGroup } from '../src/discord/subcommands.js';
import { suggestPublications } from '../src/discord/suggest.js';
import type { View } from '../src/discord/view.js';
import { publicationKey } from '../src/search/filters.js';
import { MOST_NAMED, type ServerSettings } from '../src/state/servers.js';
import type { Words } from '../src/words/words.js';

/** Where people talk; a thread follows the channel that it belongs to, unless it is named itself. */
const WHERE_PEOPLE_TALK = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** Settings as they are to be, or why they cannot be so: a sentence of the reader's language. */
type Change = (before: ServerSettings) => ServerSettings | ((words: Words['server']) => string);

/** Keeps a change of the asker's server, and shows what holds then. @throws {StateError} */
async function kept(change: Change, { state, asker, words }: Context): Promise<View> {
  if (asker.guild === null) return notice(words.server.onlyInServers);
  const made = change(state.servers.of(asker.guild));
  if (typeof made === 'function') return notice(words.router.notQuiteRight, made(words.server));
  const now = await state.servers.update(asker.guild, (before) => {
    const made = change(before);
    // Another process has changed them, so that this cannot be: they stay as they are, and are shown.
    return typeof made === 'function' ? before : made;
  });
  return serverView(now, words, words.server.saved);
}

/** The list with one more, where there is room; `null` begins a new one. */
function withOne(list: readonly string[] | null, one: string): readonly string[] | null {
  const longer = [...new Set([...(list ?? []), one])];
  return longer.length > MOST_NAMED ? null : longer;
}

/** A publication of the archive as the archive writes it; null where it has none of that name. */
async function publicationOf(whole: Archive, typed: string): Promise<string | null> {
  const wanted = publicationKey(typed);
  const names = await whole.publications({ name: typed });
  return names.find((name) => publicationKey(name) === wanted) ?? null;
}

const channels: SubcommandGroup = {
  name: 'channels',
  says: (words) => words.server.channels.description,
  subcommands: [
    defineSubcommand({
      name: 'allow',
      says: (words) => words.server.channels.allow,
      options: { channel: { kind: 'channel', types: WHERE_PEOPLE_TALK, required: true } },
      private: () => true,
      run: async ({ channel }, context) =>
        kept((before) => {
          const list = withOne(before.channels, channel);
          return list ? { ...before, channels: list } : (words) => words.tooMany(MOST_NAMED);
        }, context),
    }),
    defineSubcommand({
      name: 'forbid',
      says: (words) => words.server.channels.forbid,
      options: { channel: { kind: 'channel', types: WHERE_PEOPLE_TALK, required: true } },
      private: () => true,
      run: async ({ channel }, context) =>
        kept(
          (before) =>
            before.channels
              ? { ...before, channels: before.channels.filter((one) => one !== channel) }
              : (words) => words.channels.noneNamed,
          context,
        ),
    }),
    defineSubcommand({
      name: 'anywhere',
      says: (words) => words.server.channels.anywhere,
      options: {},
      private: () => true,
      run: async (_, context) => kept((before) => ({ ...before, channels: null }), context),
    }),
  ],
};

const publications: SubcommandGroup = {
  name: 'publications',
  says: (words) => words.server.publications.description,
  subcommands: [
    defineSubcommand({
      name: 'allow',
      says: (words) => words.server.publications.allow,
      options: { publication: { kind: 'text', max: 100, required: true, suggest: suggestPublications } },
      private: () => true,
      async run({ publication }, context) {
        const name = await publicationOf(context.whole, publication);
        return kept((before) => {
          if (name === null) return (words) => words.publications.unknown;
          const list = withOne(before.publications, name);
          return list ? { ...before, publications: list } : (words) => words.tooMany(MOST_NAMED);
        }, context);
      },
    }),
    defineSubcommand({
      name: 'forbid',
      says: (words) => words.server.publications.forbid,
      options: { publication: { kind: 'text', max: 100, required: true, suggest: suggestPublications } },
      private: () => true,
      run: async ({ publication }, context) =>
        kept((before) => {
          if (!before.publications) return (words) => words.publications.noneNamed;
          const unwanted = publicationKey(publication);
          const list = before.publications.filter((one) => publicationKey(one) !== unwanted);
          return { ...before, publications: list };
        }, context),
    }),
    defineSubcommand({
      name: 'all',
      says: (words) => words.server.publications.all,
      options: {},
      private: () => true,
      run: async (_, context) => kept((before) => ({ ...before, publications: null }), context),
    }),
  ],
};

/** /server: what the bot may do and show in this server, for those who manage it. */
export const server = defineSubcommands({
  name: 'server',
  says: (words) => words.server.description,
  subcommands: [
    defineSubcommand({
      name: 'show',
      says: (words) => words.server.show,
      options: {},
      private: () => true,
      run: async (_, { state, asker, words }) =>
        asker.guild === null
          ? notice(words.server.onlyInServers)
          : serverView(state.servers.of(asker.guild), words),
    }),
    defineSubcommand({
      name: 'privacy',
      says: (words) => words.server.privacy,
      options: { 'private-answers': { kind: 'flag', required: true } },
      private: () => true,
      run: async (values, context) =>
        kept((before) => ({ ...before, private: values['private-answers'] }), context),
    }),
    channels,
    publications,
  ],
});
