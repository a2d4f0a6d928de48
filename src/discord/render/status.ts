import { ComponentType } from 'discord.js';
import type { ArchiveStatus } from '../../archive/archive.js';
import type { Gap } from '../../state/gaps.js';
import type { StateHealth } from '../../state/state.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { divider, small, text, type View, view } from '../view.js';

const MOST_GAPS = 15;
const MOST_MOVED = 3;
const GAPS_FILE = 'gaps.txt';

/** What the archive holds and how the bot is. `memory` is the process's in bytes, `now` the time that ages count to; `isShut` where nobody knows what the server may be shown. */
export function statusView(
  status: ArchiveStatus,
  about: { memory: number; now: Date; health: StateHealth; isShut?: boolean },
  words: Words,
): View {
  const { archive, count } = words;
  const age = Math.max(0, about.now.getTime() - Date.parse(status.builtAt));
  const lines = [
    [count.articles(status.articles), count.quotations(status.quotations), count.people(status.people)].join(
      ' · ',
    ),
    archive.status.built(
      archive.status.age(Math.round(age / 60_000)),
      `<t:${Math.floor(Date.parse(status.builtAt) / 1000)}:f>`,
    ),
    archive.status.engine(status.engine, status.passages),
    archive.status.memory(Math.round(about.memory / 2 ** 20)),
    status.problems > 0 ? `${count.problems(status.problems)}: \`/archive problems\`` : archive.problems.none,
  ];
  const { unusable, movedAside, unread } = about.health;
  const troubles = [
    ...(unusable ? [archive.status.unusable[unusable]] : []),
    ...(unusable && unread ? [archive.status.unread] : []),
    ...movedAside
      .slice(-MOST_MOVED)
      .map((path) => shorten(path, 400))
      .map(unusable === 'not-taken-over' ? archive.status.liesAt : archive.status.movedAside),
  ];
  // Nothing else tells why.
  if (about.isShut && troubles.length === 0) troubles.push(archive.status.settingsUnreadable);
  return view([
    text(`**${archive.status.title}**`),
    text(lines.map((line) => `- ${line}`).join('\n')),
    ...(troubles.length > 0 ? [divider(), text(troubles.map((trouble) => `- ${trouble}`).join('\n'))] : []),
  ]);
}

/** Questions of a server that got no answer, the most asked first; all of them as a file where they are many. */
export function gapsView(gaps: readonly Gap[], words: Words): View {
  const says = words.archive.gaps;
  if (gaps.length === 0) return view([text(`**${says.none}**`), text(small(says.how))]);
  const lines = gaps
    .slice(0, MOST_GAPS)
    .map(
      ({ question, count, last }) => `- ${shorten(question, 180)} · ${says.times(count, words.date(last))}`,
    );
  const more = gaps.length > MOST_GAPS;
  const shown = view([
    text(`**${says.title(gaps.length)}**`),
    text(lines.join('\n')),
    ...(more ? [{ type: ComponentType.File, file: { url: `attachment://${GAPS_FILE}` } } as const] : []),
    text(small(says.how)),
  ]);
  if (!more) return shown;
  const all = gaps.map(({ question, count, last }) => `${count}\t${last}\t${question}`).join('\n');
  return { ...shown, files: [{ name: GAPS_FILE, data: Buffer.from(all) }] };
}
