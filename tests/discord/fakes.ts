import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import type { Context, House } from '../../src/discord/command.js';
import type { RawOption } from '../../src/discord/options.js';
import type { Attachment } from '../../src/discord/own-message.js';
import type { Asked, Pressed, Typed } from '../../src/discord/router.js';
import { openState, type State } from '../../src/state/state.js';
import { wordsFor } from '../../src/words/words.js';
import { answer, article, passage, person, quotation, quotes, turning } from './made-up.js';

/** What was sent, in order: the method's name and what it was given. */
export type Sent = { method: string; message: unknown };

/** An interaction that keeps what it is answered with; `fail` makes a method throw, `loading` says whether its reply waits for words. */
function repliable(fail: { [method: string]: unknown } = {}, loading = true) {
  const sent: Sent[] = [];
  const send = async (method: string, message: unknown) => {
    if (method in fail) throw fail[method];
    sent.push({ method, message });
  };
  const base = {
    sent,
    deferred: false,
    replied: false,
    async deferReply(message: unknown) {
      await send('deferReply', message);
      base.deferred = true;
    },
    async deferUpdate() {
      await send('deferUpdate', undefined);
      base.deferred = true;
    },
    editReply: (message: unknown) => send('editReply', message),
    followUp: (message: unknown) => send('followUp', message),
    async fetchReply() {
      await send('fetchReply', undefined);
      return { flags: { has: () => loading } };
    },
    deleteReply: () => send('deleteReply', undefined),
    async update(message: unknown) {
      await send('update', message);
      base.replied = true;
    },
    async reply(message: unknown) {
      await send('reply', message);
      base.replied = true;
    },
  };
  return base;
}

type Who = { id?: string; locale?: string; manages?: boolean; inGuild?: boolean };

function asker({ id = '1', locale = 'en-GB', manages = false, inGuild = true }: Who) {
  return {
    user: { id },
    locale,
    guildId: inGuild ? '20' : null,
    channelId: '30',
    inGuild: () => inGuild,
    memberPermissions: inGuild
      ? new PermissionsBitField(manages ? PermissionFlagsBits.ManageGuild : 0n)
      : null,
  };
}

/** A slash command as it arrives. */
export function slash(
  commandName: string,
  options: Record<string, unknown> = {},
  { fail, loading, ...who }: Who & { fail?: { [method: string]: unknown }; loading?: boolean } = {},
): Asked & { sent: Sent[] } {
  const data: RawOption[] = Object.entries(options).map(([name, value]) => ({ name, value }));
  return Object.assign(repliable(fail, loading), asker(who), { commandName, options: { data } });
}

/** A press of a button of a message with these components. */
export function press(
  customId: string,
  components: readonly unknown[],
  { fail, ...who }: Who & { fail?: { [method: string]: unknown } } = {},
): Pressed & { sent: Sent[] } {
  const message = {
    id: '40',
    components: components.map((component) => ({ toJSON: () => component })),
    attachments: new Map<string, Attachment>(),
  };
  return Object.assign(repliable(fail), asker(who), { customId, message });
}

/** An option that is being typed. */
export function typing(commandName: string, name: string, value: string): Typed & { sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    ...asker({}),
    commandName,
    options: { data: [], getFocused: () => ({ name, value }) },
    respond: async (choices) => void sent.push({ method: 'respond', message: choices }),
  };
}

/** Folders that are not there, and attachments that cannot be fetched. */
export const house: House = {
  articles: '/nowhere',
  hasOperators: false,
  today: () => '2026-03-14',
  download: async () => ({ ok: false, why: 'failed' }),
  posting: { post: async () => 'unknown', check: async () => ({ is: 'unknown' }) },
};

/** The state of a bot that was told nothing yet, for one test. */
export function emptyState(): State {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openState(folder);
}

const none = () => Promise.reject(new Error('not asked for in this test'));

/** An archive of one town, or with other methods where a test needs them. */
export function archiveWith(more: Partial<Archive> = {}): Archive {
  return {
    only: () => archiveWith(more),
    ask: async (question, filters = {}) =>
      answer(
        Array.from({ length: 5 }, (_, i) => passage([`Passage ${i}.`])),
        { question, filters },
      ),
    quotes: async (query) => quotes([quotation('We will mend it')], { query }),
    verify: none,
    people: async (query = {}) => ({ query, snapshot: 'snapshot-1', total: 1, people: [person] }),
    person: none,
    timeline: none,
    articles: async () => [article],
    fingerprints: none,
    newSince: none,
    article: none,
    publications: async () => ['Wickhollow Post'],
    reload: none,
    status: none,
    problems: none,
    close: none,
    ...more,
  };
}

/** What a handler gets besides its options, with other methods of the archive where a test needs them. */
export function contextWith(more: Partial<Archive> = {}): Context {
  return {
    archive: archiveWith(more),
    turning,
    words: wordsFor('en-GB'),
    whole: archiveWith(more),
    state: emptyState(),
    house,
    asker: {
      user: '1',
      guild: '20',
      channel: '30',
      isOperator: false,
      isAdmin: false,
      managesChannel: false,
    },
    update: async () => {},
    missing: () => '0123abcd',
  };
}

/** A real logger and the lines that it wrote. */
export function loggerWithLines() {
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { logger, lines };
}
