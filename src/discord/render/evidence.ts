import type { QuotesResult } from '../../archive/archive.js';
import { howKnown } from '../../archive/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote } from './marked.js';
import { notice } from './notice.js';
import { changedLine } from './paging.js';
import { marksOf, proofsOf } from './quotes.js';
import { paragraphOf, sourceLine } from './source.js';

const NAME_ROOM = 120;
const QUOTE_ROOM = 1200;
const EVIDENCE_ROOM = 1800;

/** What proves who said the first quotation of a result: the words of the article, with the mention and the cue in bold. */
export function evidenceView({ quotations: [quotation], snapshot }: QuotesResult, turning: Turning): View {
  const speaker = quotation?.speaker;
  if (!quotation || !speaker)
    return notice(
      'This quotation is no longer there.',
      'The archive has changed since. Ask again with `/quote`.',
    );
  const { evidence, role, confidence } = speaker;
  const proofs = proofsOf(speaker);
  const [first] = proofs;
  const keep = first ?? { start: 0, end: evidence.text.length };
  const who = [`**${shorten(speaker.name, NAME_ROOM)}**`, ...(role ? [shorten(role, NAME_ROOM)] : [])].join(
    ', ',
  );
  return view([
    text('### Who said this'),
    ...changedLine(turning, snapshot),
    text(
      blockQuote(quotation.text, {
        keep: { start: 0, end: quotation.text.length },
        room: QUOTE_ROOM,
        marks: marksOf(quotation),
      }),
    ),
    text(`${who}\n${confidence === 'certain' ? 'Certain' : 'Likely'}: ${howKnown(speaker)}`),
    divider(),
    text(
      `The article's own words:\n${blockQuote(evidence.text, { bold: proofs, keep, room: EVIDENCE_ROOM })}`,
    ),
    text(small(sourceLine(quotation.article, paragraphOf(quotation.paragraph)))),
  ]);
}
