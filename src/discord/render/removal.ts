import type { ArticleRef } from '../../articles/article.js';
import type { Words } from '../../words/words.js';
import { shorten } from '../cut.js';
import { buttonRow, small, text, type View, view } from '../view.js';
import { confirmId } from './added.js';
import { sourceLine } from './source.js';

/** Asks whether an article's file is to be taken out. */
export function removalView(article: ArticleRef, owner: string, words: Words): View {
  const says = words.archive.remove;
  return view([
    text(`**${says.sure}**\n${sourceLine(article, words)}`),
    text(small(says.file(shorten(article.file, 200)))),
    buttonRow([{ label: says.button, disabled: false, customId: confirmId('takeout', article.id, owner) }]),
  ]);
}
