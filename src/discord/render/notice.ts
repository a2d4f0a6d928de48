import { text, type View, view } from '../view.js';

/** A short message of ours: a line in bold and a sentence or two. Both are markdown. */
export function notice(title: string, words = ''): View {
  return view([text([`**${title}**`, words].filter(Boolean).join('\n'))]);
}
