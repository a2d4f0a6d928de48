import { type Context, defineOpener } from '../src/discord/command.js';
import { type Opened, openPassage, passageOf, provenBy, tabRow } from '../src/discord/passage.js';
import { citeView } from '../src/discord/render/cite.js';
import { contextView } from '../src/discord/render/context.js';
import { evidenceView } from '../src/discord/render/evidence.js';
import { notice } from '../src/discord/render/notice.js';
import { WINDOW } from '../src/discord/render/pages.js';
import type { View } from '../src/discord/view.js';
import type { Span } from '../src/text/span.js';

type Show = (opened: Opened, context: Context) => View;

/** Their own paragraphs are there whatever is asked for. */
const nothingAround = (start: number): Span => ({ start, end: start });
const near = (at: number): Span => ({ start: Math.max(0, at - WINDOW), end: at + WINDOW });

/** Shows the words of the pressed button, or says that they are gone. `around` says which part of their article is needed. */
async function show(context: Context, around: (start: number) => Span, view: Show): Promise<View> {
  const { archive, turning, words } = context;
  const opened = await openPassage(archive, passageOf(turning), around);
  const { title, words: why } = words.context.gone;
  return opened ? view(opened, context) : notice(title, why);
}

const inContext: Show = (opened, { turning, words }) => contextView(opened, null, turning, words);

/** The button beside words of an article: opens them in context, and from there all that is known about them. */
export const more = defineOpener({
  name: 'more',
  options: {},
  run: (_, context) => show(context, near, inContext),
});

/** Back to the words in context. */
export const inContextAgain = defineOpener({
  name: 'context',
  turns: true,
  options: {},
  run: (_, context) => show(context, near, inContext),
});

/** On to the paragraphs before or after. */
export const around = defineOpener({
  name: 'around',
  turns: true,
  options: {},
  async run(_, context) {
    const { turning, words } = context;
    return show(
      context,
      () => near(turning.at),
      (opened) => contextView(opened, Math.min(turning.at, opened.result.length - 1), turning, words),
    );
  },
});

/** What proves who said the words. */
export const proof = defineOpener({
  name: 'proof',
  turns: true,
  options: {},
  run: (_, context) =>
    show(context, nothingAround, (opened, { turning, words }) => {
      const said = provenBy(opened);
      const quotation = said ? { ...said, article: opened.article, also: [] } : null;
      const tabs = tabRow('proof', opened, turning, words);
      return evidenceView(quotation, opened.result.snapshot, turning, words, [tabs]);
    }),
});

/** The words with their reference, to be copied. */
export const cite = defineOpener({
  name: 'cite',
  turns: true,
  options: {},
  run: (_, context) =>
    show(context, nothingAround, (opened, { turning, words }) =>
      citeView(opened, turning.at, turning, words),
    ),
});
