import type { FoundQuotation, PersonSummary, QuotesResult } from '../../archive/archive.js';
import { whyNoQuotations } from '../../archive/words.js';
import type { Speaker } from '../../quotes/quotation.js';
import type { Span } from '../../text/span.js';
import type { Words } from '../../words/words.js';
import { choiceRow, withChoice } from '../choice.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { LIMITS, measure } from '../limits.js';
import { type Block, blockSize, fullestBlock, withMore } from '../passage.js';
import { filterLines, headingOf, lineOf } from '../state.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote, type Marks, oneLiner } from './marked.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';
import { paragraphOf, sourceWays } from './source.js';

/** Quotations on one page, at most. */
export const QUOTES_PER_PAGE = 3;
// A longer quotation is a wall on a telephone; its article has the rest.
const BLOCK_ROOM = 2000;
const EVIDENCE_ROOM = 500;
const NAME_ROOM = 120;
/** Of the other articles that print the same words, so many are named. */
export const MOST_ALSO = 2;

/**
 * What a person said, as a message. `result` must start at most a page before `turning.at` and reach a page
 * beyond it, so that the page before can be measured too.
 */
export function quotesView(result: QuotesResult, asked: Turning, words: Words): View {
  const turning = withChoice(asked, result);
  const { person, query, total } = result;
  const { person: typed, id: _, ...filters } = query;
  const head = [
    ...personHeading(person, typed, words),
    ...filterLines(filters, words),
    ...changedLine(turning, result.snapshot, words),
  ];
  const others = choiceRow('quote', result, turning, result.snapshot, words);
  if (!person || result.quotations.length === 0) {
    return view([
      ...head,
      text(`**${words.quote.none}**\n${shorten(whyNoQuotations(result, words), 700)}`),
      ...others,
    ]);
  }
  const top = [...head, text(small(summary(result, person, words))), ...others];

  const room = LIMITS.text - measure(top).text - PAGER_ROOM;
  const blocks = result.quotations.map((quotation) => quotationBlock(quotation, room, words));
  const sizes = blocks.map((block) => blockSize(block, words));
  const { index, ...page } = pageOf(sizes, {
    at: turning.at,
    offset: query.offset ?? 0,
    room,
    most: QUOTES_PER_PAGE,
  });
  return view([
    ...top,
    ...blocks
      .slice(index, index + page.count)
      .flatMap((block, place) => [divider(), ...opening(block, index + place, turning, result, words)]),
    ...pager({
      command: 'quote',
      range: words.pages.quotations,
      words,
      turning,
      snapshot: result.snapshot,
      page,
      total,
    }),
  ]);
}

/** A person's full name, or what was typed; that is kept below where it differs, for the buttons. */
export function personHeading(person: PersonSummary | null, typed: string, words: Words) {
  if (!person || person.name === typed) return [headingOf('person', typed)];
  return [
    text(`### ${shorten(person.name, NAME_ROOM)}`),
    lineOf('person', typed, words.filters.askedFor, words),
  ];
}

function summary(
  { matched, total, undatedLeftOut }: QuotesResult,
  person: PersonSummary,
  { quote, count, filters }: Words,
): string {
  const role = person.roles[0];
  return [
    matched === 'spelling' && quote.nearestName(shorten(person.name, NAME_ROOM)),
    role && shorten(role, NAME_ROOM),
    count.quotations(total),
    undatedLeftOut > 0 && filters.undatedLeftOut(undatedLeftOut),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The `index`th quotation of a result, as `block`, with the button that opens more about it. */
function opening(
  block: Block,
  index: number,
  turning: Turning,
  { snapshot, quotations }: QuotesResult,
  words: Words,
) {
  const quotation = quotations[index];
  if (!quotation) return [];
  return withMore(block, { article: quotation.article, slice: quotation }, turning, snapshot, words);
}

function quotationBlock(quotation: FoundQuotation, room: number, words: Words): Block {
  const wanted = Math.min(room, BLOCK_ROOM);
  const evidence = evidenceLine(quotation, Math.min(EVIDENCE_ROOM, wanted >> 2), words);
  const proof = [...roleLines(quotation, words), ...(evidence ? [small(evidence)] : [])];
  const ways = sourceWays(quotation, MOST_ALSO, words, paragraphOf(words, quotation.paragraph), quotation);
  return fullestBlock(
    ways.map((lines) => [...lines, ...proof]),
    { room, wanted },
    words,
    (left) =>
      blockQuote(quotation.text, {
        keep: { start: 0, end: quotation.text.length },
        room: left,
        marks: marksOf(quotation),
      }),
  );
}

/** What the article says that the speaker is: their role at the time. */
function roleLines({ speaker }: FoundQuotation, { quote }: Words): string[] {
  return speaker?.role ? [small(quote.describedAs(shorten(speaker.role, NAME_ROOM)))] : [];
}

/** The sentence that proves who spoke, its mention and cue in bold, in about `room` bytes; null without a speaker. */
export function evidenceLine(
  { speaker }: Pick<FoundQuotation, 'speaker'>,
  room: number,
  { quote }: Words,
): string | null {
  if (!speaker) return null;
  const words = oneLiner(speaker.evidence.text, { ...proofsOf(speaker), room });
  return speaker.confidence === 'likely' ? quote.likely(words) : quote.evidence(words);
}

/** Where the mention and the cue stand in the text of the evidence, in order, to be shown in bold; and what holds both. */
export function proofsOf({ evidence, mention, cue }: Speaker): { bold: Span[]; keep: Span } {
  const bold = [mention, ...(cue ? [cue] : [])]
    .map(({ start, end }) => ({ start: start - evidence.start, end: end - evidence.start }))
    .filter(({ start, end }) => start >= 0 && start < end && end <= evidence.text.length)
    .sort((a, b) => a.start - b.start);
  const first = bold[0];
  const keep = first
    ? { start: first.start, end: Math.max(...bold.map(({ end }) => end)) }
    : { start: 0, end: evidence.text.length };
  return { bold, keep };
}

/** The marks that the article itself puts around the quotation, where the evidence shows them. */
export function marksOf({ start, end, speaker }: FoundQuotation): Marks {
  const evidence = speaker?.evidence;
  const open = evidence?.text.charAt(start - 1 - evidence.start) ?? '';
  const close = evidence?.text.charAt(end - evidence.start) ?? '';
  return open === '"' && close === '"' ? { open, close } : { open: '“', close: '”' };
}
