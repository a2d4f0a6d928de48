import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApplicationCommandOptionType,
  ComponentType,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import { pino } from 'pino';
import { z } from 'zod';
import { commands, openers } from '../../commands/index.js';
import type { Archive } from '../../src/archive/archive.js';
import { createRouter, type Router } from '../../src/discord/router.js';
import type { View } from '../../src/discord/view.js';
import { openState } from '../../src/state/state.js';
import type { Shot } from './html.js';
import type { Scene } from './scenes.js';

/** The replies to scenes, through the router that a real interaction goes through. */
export async function repliesTo(scenes: readonly Scene[], archive: Archive): Promise<Shot[]> {
  const logger = pino({ level: 'error' }, pino.destination(2));
  // No picture is of a server with settings of its own.
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-pictures-'));
  const state = openState(folder);
  // One for each scene: somebody who asks so much at once is told to wait.
  const router = (scene: Scene) =>
    createRouter({
      commands,
      openers,
      archive,
      state,
      house: {
        articles: folder,
        hasOperators: false,
        today: () => '2026-03-14',
        download: async () =>
          'file' in scene && scene.file
            ? { ok: true, bytes: Buffer.from(scene.file.words) }
            : { ok: false, why: 'failed' },
        posting: {
          post: async () => 'unknown',
          check: async (channel) => ({ is: 'seen', places: [channel] }),
        },
      },
      operators: [],
      logger,
    });
  try {
    const shots: Shot[] = [];
    for (const scene of scenes) shots.push(await replyTo(scene, router(scene)));
    return shots;
  } finally {
    state.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function replyTo(scene: Scene, router: Router): Promise<Shot> {
  const { command: commandName, title, locale = 'en-GB' } = scene;
  const first = interaction(locale);
  if ('message' in scene) {
    await router.choose({ ...first, commandName, targetMessage: { content: scene.message } });
    return shot(title, `Apps › ${commandName}`, first.got);
  }
  const file = 'file' in scene ? scene.file : undefined;
  const given = [...Object.entries(scene.options ?? {}), ...(file ? [['file', file.name] as const] : [])];
  const filled = given.map(([name, value]) => ({
    name,
    value,
    ...(name === 'file' && { attachment: { name: value, url: 'https://cdn.discordapp.com/file' } }),
  }));
  const sub = 'sub' in scene ? scene.sub : undefined;
  const data =
    sub === undefined
      ? filled
      : [{ name: sub, type: ApplicationCommandOptionType.Subcommand, options: filled }];
  await router.ask({ ...first, commandName, options: { data } });
  const asked = [
    `/${commandName}`,
    ...(sub === undefined ? [] : [sub]),
    ...given.map(([name, value]) => `${name}: ${value}`),
  ].join(' ');
  if (!('press' in scene)) return shot(title, asked, first.got);
  let { got } = first;
  for (const label of scene.press) {
    const components = got.view?.components ?? [];
    const next = interaction(locale);
    await router.press({
      ...next,
      customId: idOf(components, label),
      message: {
        id: '3',
        attachments: new Map(),
        components: components.map((each) => ({ toJSON: () => each })),
      },
    });
    got = next.got;
  }
  return shot(title, [asked, ...scene.press].join(' › '), got);
}

type Reply = { view: View | null; private: boolean };

function shot(title: string, asked: string, { view, private: isPrivate }: Reply): Shot {
  if (!view) throw new Error(`“${title}” got no reply`);
  return { title, asked, view, private: isPrivate };
}

/** The id of the first button with a label. */
function idOf(components: View['components'], label: string): string {
  const json = JSON.stringify(components);
  const found = json.match(new RegExp(`"label":"${label}","custom_id":"([^"]+)"`))?.[1];
  if (!found) throw new Error(`there is no button “${label}”`);
  return found;
}

/** An interaction of somebody who manages the server, and what it was answered with. */
function interaction(locale: string) {
  const got: Reply = { view: null, private: false };
  const keep = async (message: InteractionEditReplyOptions | InteractionReplyOptions) => {
    got.view = viewOf(message);
  };
  return {
    got,
    user: { id: '100000000000000001' },
    locale,
    guildId: '1',
    channelId: '2',
    inGuild: () => true,
    memberPermissions: new PermissionsBitField(PermissionFlagsBits.ManageGuild),
    deferred: true,
    replied: false,
    async deferReply({ flags }: { flags?: unknown }) {
      got.private = flags !== undefined;
    },
    async deferUpdate() {},
    editReply: keep,
    followUp: keep,
    reply: keep,
    update: keep,
    async deleteReply() {},
    fetchReply: async () => ({ flags: { has: () => false } }),
  };
}

function viewOf({
  components = [],
  files = [],
}: InteractionEditReplyOptions | InteractionReplyOptions): View {
  return {
    components: components.flatMap((each) =>
      'type' in each && each.type === ComponentType.Container && 'accent_color' in each ? [each] : [],
    ),
    files: files.flatMap((file) => {
      const read = FileSchema.safeParse(file);
      return read.success ? [{ name: read.data.name, data: read.data.attachment }] : [];
    }),
  };
}

const FileSchema = z.object({ name: z.string(), attachment: z.instanceof(Buffer) });
