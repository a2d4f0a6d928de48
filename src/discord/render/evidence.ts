import type { FoundQuotation } from '../../archive/archive.js';
import { howKnown } from '../../archive/words.js';
import type { Speaker } from '../../quotes/quotation.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { notice } from './notice.js';
import { changedLine } from './paging.js';
import { alsoLines, marksOf, proofsOf } from './quotes.js';
import { paragraphOf, sourceLine } from './source.js';

const NAME_ROOM = 120;
const MENTION_ROOM = 120;
const QUOTE_ROOM = 1000;

/**
 * What proves who said a quotation: the words of the article with the mention and the cue in bold, how the speaker was found
 * and how sure that is. `quotation` is null where the archive does not hold it any more; `command` is what to ask again.
 */
export function evidenceView(
  quotation: FoundQuotation | null,
  snapshot: string,
  turning: Turning,
  command: 'quote' | 'verify' = 'quote',
): View {
  const speaker = quotation?.speaker;
  if (!quotation || !speaker)
    return notice(
      'This quotation is no longer there.',
      `The archive has changed since. Ask again with \`/${command}\`.`,
    );
  const heading = [text('### Who said this'), ...changedLine(turning, snapshot)];
  const words = blockQuote(quotation.text, {
    keep: { start: 0, end: quotation.text.length },
    room: QUOTE_ROOM,
    marks: marksOf(quotation),
  });
  const facts = factsOf(speaker);
  const source = [
    small(sourceLine(quotation.article, paragraphOf(quotation.paragraph))),
    ...alsoLines(quotation),
  ].join('\n');
  const title = "The article's own words:\n";
  const room = LIMITS.text - measure(heading).text - [words, facts, title, source].map(bytes).reduce(sum);
  return view([
    ...heading,
    text(words),
    text(facts),
    divider(),
    text(title + blockQuote(speaker.evidence.text, { ...proofsOf(speaker), room })),
    text(source),
  ]);
}

/** Who it is, the words that point at them, how that is known and how surely. */
function factsOf(speaker: Speaker): string {
  const { name, role, mention, cue, confidence } = speaker;
  const pointing = [mention, ...(cue ? [cue] : [])].map((slice) => `“${shorten(slice.text, MENTION_ROOM)}”`);
  return [
    `**${shorten(name, NAME_ROOM)}**${role ? `, ${shorten(role, NAME_ROOM)}` : ''}`,
    `${confidence === 'certain' ? 'Certain' : 'Likely'}: ${howKnown(speaker)}`,
    `Shown by: ${pointing.join(', ')}`,
  ].join('\n');
}

const sum = (a: number, b: number) => a + b;
