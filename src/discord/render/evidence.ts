import type { EvidenceResult, PrintedQuotation } from '../../archive/archive.js';
import { SPEAKER_REASONS } from '../../archive/words.js';
import type { Quotation } from '../../quotes/quotation.js';
import type { Span } from '../../text/span.js';
import { type EvidenceState, shortDigest, snapshotDigest, writeEvidenceId } from '../custom-id.js';
import { plainLine, shorten } from '../cut.js';
import { LIMITS, measure } from '../limits.js';
import { type Button, buttonRow, divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { notice } from './notice.js';
import { changedLine } from './paging.js';
import { paragraphOf, sourceLine } from './source.js';

const LABEL = 'Evidence';
/** Room that each button of `evidenceRow` takes at most, in bytes of text. */
export const EVIDENCE_BUTTON_ROOM = 40;
const NAME_ROOM = 200;
const QUOTE_ROOM = 900;

const NO_LONGER_THERE = notice(
  'That quotation is no longer there.',
  'The archive has changed since this message was written. Ask again, and the new one shows what it holds now.',
);

/** What a button needs to know of a quotation; `start` is an offset that the quotation covers. */
type Proven = Pick<PrintedQuotation, 'article' | 'start' | 'text' | 'speaker'>;

/** A button for each of the quotations whose speaker is proven, at most five; nothing where there are none. */
export function evidenceRow(quotations: readonly Proven[], snapshot: string) {
  const buttons = quotations
    .slice(0, 5)
    .flatMap(({ article, start, text: words, speaker }, index): Button[] => {
      if (!speaker) return [];
      const label = quotations.length > 1 ? plainLine(`${LABEL}: ${words}`, EVIDENCE_BUTTON_ROOM) : LABEL;
      const customId = writeEvidenceId({
        index,
        article: shortDigest(article.id),
        at: start,
        proof: shortDigest(speaker.evidence.text),
        snapshot: snapshotDigest(snapshot),
      });
      return [{ label, customId, disabled: false }];
    });
  return buttons.length > 0 ? [buttonRow(buttons)] : [];
}

/** All that proves who spoke, as a message; that it is no longer there where the archive holds something else in its place. */
export function evidenceView({ quotation, around, snapshot }: EvidenceResult, state: EvidenceState): View {
  const speaker = quotation?.speaker;
  if (!quotation || !around || !speaker || shortDigest(speaker.evidence.text) !== state.proof)
    return NO_LONGER_THERE;
  const { mention, cue } = speaker;
  const inside = ({ start, end }: Span) => ({ start: start - around.start, end: end - around.start });
  const bold = [mention, ...(cue ? [cue] : [])].map(inside).sort((a, b) => a.start - b.start);
  const keep = { start: bold[0]?.start ?? 0, end: Math.max(...bold.map(({ end }) => end)) };
  const role = speaker.role ? `, ${shorten(speaker.role, NAME_ROOM)}` : '';
  const head = [
    text(`### Who said it: ${shorten(speaker.name, NAME_ROOM)}${role}`),
    ...changedLine({ since: state.snapshot }, snapshot),
    text(
      blockQuote(quotation.text, {
        keep: { start: 0, end: quotation.text.length },
        room: QUOTE_ROOM,
        marks: { open: '“', close: '”' },
      }),
    ),
    text(howFound(speaker)),
    divider(),
  ];
  const source = text(small(sourceLine(quotation.article, paragraphOf(quotation.paragraph))));
  const room = LIMITS.text - measure([...head, source]).text;
  return view([...head, text(blockQuote(around.text, { bold, keep, room })), source]);
}

/** How sure it is, and what shows it: the words that name the speaker and the word that shows speech. */
function howFound({ confidence, reason, mention, cue }: NonNullable<Quotation['speaker']>): string {
  const how = SPEAKER_REASONS[reason];
  const sure =
    confidence === 'certain'
      ? '**Certain**: the article says so outright.'
      : '**Likely**: it follows from the sentences around the words.';
  const words = [mention, ...(cue ? [cue] : [])].map((slice) => `“${shorten(slice.text, NAME_ROOM)}”`);
  return `${sure}\n${small(`How: ${how} (${words.join(', ')})`)}`;
}
