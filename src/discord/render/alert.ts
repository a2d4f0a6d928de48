import type { ArticleRef } from '../../articles/article.js';
import type { Follow } from '../../state/follows.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { bytes } from '../limits.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { fitting } from './paging.js';
import { paragraphOf, sourceLine } from './source.js';

/** Something new for a follow: the article's own words. `key` stands for them. */
export type AlertItem = {
  key: string;
  text: string;
  article: ArticleRef;
  paragraph: number;
  isQuote: boolean;
};

const MOST_SHOWN = 4;
const ROOM = 550;
/** Bytes of all items together; what stands around them takes less than the rest. */
const ALL_ROOM = 3000;

/** What a channel is told: the new quotations or passages with their sources, and how to see the others. */
export function alertView(
  { kind, what }: Pick<Follow, 'kind' | 'what'>,
  items: readonly AlertItem[],
  words: Words,
): View {
  const says = words.follow.alert;
  const name = shorten(what, 300);
  const blocks = items.slice(0, MOST_SHOWN).map((item) => itemBlock(item, words));
  const count = fitting(blocks.map(bytes), ALL_ROOM, MOST_SHOWN);
  return view([
    text(`**${kind === 'person' ? says.person(name, items.length) : says.topic(name, items.length)}**`),
    ...blocks.slice(0, count).flatMap((block) => [divider(), text(block)]),
    ...(items.length > count ? [text(small(words.source.more(items.length - count)))] : []),
    text(small(says.how)),
  ]);
}

function itemBlock(item: AlertItem, words: Words): string {
  const quote = blockQuote(item.text, {
    keep: { start: 0, end: item.text.length },
    room: ROOM,
    ...(item.isQuote && { marks: { open: '“', close: '”' } }),
  });
  return `${quote}\n${small(sourceLine(item.article, words, paragraphOf(words, item.paragraph)))}`;
}
