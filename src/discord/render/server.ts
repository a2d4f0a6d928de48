import type { ServerSettings } from '../../state/servers.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { text, type View, view } from '../view.js';

const MOST_SHOWN = 25;

/** What a server's admins have chosen; `title` stands above it. */
export function serverView(settings: ServerSettings, words: Words, title: string = words.server.title): View {
  const { channels, publications } = settings;
  const says = words.server;
  return view([
    text(`**${title}**`),
    text(`**${says.labels.privacy}**\n${settings.private ? says.privateByDefault : says.publicByDefault}`),
    text(
      `**${says.labels.channels}**\n${channels === null ? says.anywhere : listed(channels, (id) => `<#${id}>`, says.nowhere, words)}`,
    ),
    text(
      `**${says.labels.publications}**\n${publications === null ? says.everyPublication : listed(publications, (name) => shorten(name, 100), says.noPublication, words)}`,
    ),
  ]);
}

function listed(
  items: readonly string[],
  show: (item: string) => string,
  none: string,
  { server }: Words,
): string {
  if (items.length === 0) return none;
  const shown = items.slice(0, MOST_SHOWN).map((item) => `- ${show(item)}`);
  return [
    ...shown,
    ...(items.length > MOST_SHOWN ? [`- ${server.more(items.length - MOST_SHOWN)}`] : []),
  ].join('\n');
}
