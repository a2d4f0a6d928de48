import type { ArticleRef } from '../../articles/article.js';
import type { Follow } from '../../state/follows.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
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

/** What a channel is told: the new quotations or passages with their sources, and how to see the others. */
export function alertView(
  { kind, what }: Pick<Follow, 'kind' | 'what'>,
  items: readonly AlertItem[],
  words: Words,
): View {
  const says = words.follow.alert;
  const name = shorten(what, 300);
  const shown = items.slice(0, MOST_SHOWN).flatMap((item) => [
    divider(),
    text(
      [
        blockQuote(item.text, {
          keep: { start: 0, end: item.text.length },
          room: ROOM,
          ...(item.isQuote && { marks: { open: '“', close: '”' } }),
        }),
        small(sourceLine(item.article, words, paragraphOf(words, item.paragraph))),
      ].join('\n'),
    ),
  ]);
  return view([
    text(`**${kind === 'person' ? says.person(name, items.length) : says.topic(name, items.length)}**`),
    ...shown,
    ...(items.length > MOST_SHOWN ? [text(small(words.source.more(items.length - MOST_SHOWN)))] : []),
    text(small(says.how)),
  ]);
}
