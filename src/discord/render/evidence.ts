import type { APIComponentInContainer } from 'discord.js';
import type { FoundQuotation } from '../../archive/archive.js';
import type { Speaker } from '../../quotes/quotation.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { LIMITS, measure } from '../limits.js';
import { fullestBlock } from '../passage.js';
import { divider, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { notice } from './notice.js';
import { changedLine } from './paging.js';
import { MOST_ALSO, marksOf, proofsOf } from './quotes.js';
import { paragraphOf, sourceWays } from './source.js';

const NAME_ROOM = 120;
const MENTION_ROOM = 120;
const QUOTE_ROOM = 1000;

/**
 * What proves who said a quotation: the words of the article with the mention and the cue in bold, how the speaker was found
 * and how sure that is; then what stands `below`. `quotation` is null where the archive does not hold it any more.
 */
export function evidenceView(
  quotation: FoundQuotation | null,
  snapshot: string,
  turning: Turning,
  words: Words,
  below: APIComponentInContainer[] = [],
): View {
  const { evidence } = words;
  const speaker = quotation?.speaker;
  if (!quotation || !speaker) return notice(evidence.gone.title, evidence.gone.words);
  const heading = [text(`### ${evidence.heading}`), ...changedLine(turning, snapshot, words)];
  const said = blockQuote(quotation.text, {
    keep: { start: 0, end: quotation.text.length },
    room: QUOTE_ROOM,
    marks: marksOf(quotation),
  });
  const facts = factsOf(speaker, words);
  const title = `${evidence.articlesWords}\n`;
  const proof = fullestBlock(
    sourceWays(quotation, MOST_ALSO, words, paragraphOf(words, quotation.paragraph), quotation),
    { room: LIMITS.text - measure([...heading, text(said + facts + title), ...below]).text },
    words,
    (room) => blockQuote(speaker.evidence.text, { ...proofsOf(speaker), room }),
  );
  return view([
    ...heading,
    text(said),
    text(facts),
    divider(),
    text(title + proof.words),
    text(proof.below),
    ...below,
  ]);
}

/** Who it is, the words that point at them, how that is known and how surely. */
function factsOf(speaker: Speaker, { evidence, labelled, quoted }: Words): string {
  const { name, role, mention, cue, confidence, reason } = speaker;
  const pointing = [mention, ...(cue ? [cue] : [])].map((slice) => quoted(shorten(slice.text, MENTION_ROOM)));
  return [
    `**${shorten(name, NAME_ROOM)}**${role ? `, ${shorten(role, NAME_ROOM)}` : ''}`,
    labelled(confidence === 'certain' ? evidence.certain : evidence.likely, evidence.how[reason]),
    evidence.shownBy(pointing),
  ].join('\n');
}
