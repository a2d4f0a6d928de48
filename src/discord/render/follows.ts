import type { Follow } from '../../state/follows.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { text, type View, view } from '../view.js';
import { notice } from './notice.js';

// Bytes; twenty follows that are all paused fit into a message.
const WHAT_ROOM = 64;

/** What a follow is of, and where. Markdown. */
export function followWords(
  { kind, what, channel }: Pick<Follow, 'kind' | 'what' | 'channel'>,
  words: Words,
): string {
  return words.follow.line(words.follow.kinds[kind], shorten(what, WHAT_ROOM), `<#${channel}>`);
}

/** A follow, and why it posts nothing now: also where its server takes public answers in other channels only. */
export type ListedFollow = Omit<Follow, 'paused'> & { paused: Follow['paused'] | 'not-public' };

/** All follows of a server, and why some are paused. */
export function followsView(follows: readonly ListedFollow[], words: Words): View {
  const says = words.follow;
  if (follows.length === 0) return notice(says.none);
  const lines = follows.map((follow) => {
    const paused = follow.paused ? ` · **${says.paused[follow.paused]}**` : '';
    return `- ${followWords(follow, words)}${paused}`;
  });
  return view([
    text(`**${says.title}**`),
    text(lines.join('\n')),
    ...(follows.some(({ paused }) => paused && paused !== 'not-public') ? [text(says.again)] : []),
  ]);
}
