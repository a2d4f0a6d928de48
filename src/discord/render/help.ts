import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import type { HelpEntry } from '../help.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { divider, small, text, type View, view } from '../view.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';

const DESCRIPTION_ROOM = 300;
const EXAMPLE_ROOM = 260;
const PER_PAGE = 12;

/** What can be asked, as a message: each command in its own words, with an example from the archive of `articles` articles. */
export function helpView(
  entries: readonly HelpEntry[],
  { articles, snapshot }: { articles: number; snapshot: string },
  turning: Turning,
  words: Words,
): View {
  const head = [
    text(`### ${words.help.heading}\n${words.help.intro(articles)}`),
    ...changedLine(turning, snapshot, words),
  ];
  const room = LIMITS.text - measure(head).text - PAGER_ROOM;
  const blocks = entries.map((entry) => ({ kind: entry.kind, words: entryBlock(entry, words) }));
  // Each block may open a part of its own, with a heading.
  const sizes = blocks.map((block) => bytes(block.words) + bytes(words.help.kinds[block.kind]) + 8);
  const page = pageOf(sizes, { at: turning.at, room, most: PER_PAGE });
  const shown = blocks.slice(page.at, page.at + page.count);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return view([
    ...head,
    ...kinds.flatMap((kind) => {
      const lines = shown.filter((block) => block.kind === kind).map((block) => block.words);
      const heading = kind === 'everybody' ? [] : [`**${words.help.kinds[kind]}**`];
      return [divider(), text([...heading, ...lines].join('\n'))];
    }),
    ...pager({
      command: 'help',
      range: words.help.page,
      words,
      turning,
      snapshot,
      page,
      total: entries.length,
    }),
  ]);
}

function entryBlock({ name, description, example }: HelpEntry, words: Words): string {
  if (description === null) return `- ${shorten(name, 100)}`;
  return [
    `**${shorten(name, 100)}** · ${shorten(description, DESCRIPTION_ROOM)}`,
    ...(example === null ? [] : [small(shorten(words.help.example(example), EXAMPLE_ROOM))]),
  ].join('\n');
}
