import { type Difference, differencesOf, verdictTitle, verdictWords } from '../../archive/verify-words.js';
import type { Verification, VerifiedSource } from '../../quotes/verify/verification.js';
import { quotationDigest, snapshotDigest, writeCustomId } from '../custom-id.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { claimHeading, lineOf } from '../state.js';
import { divider, section, small, text, type View, view } from '../view.js';
import { blockQuote, oneLiner } from './marked.js';
import { EVIDENCE, evidenceLine } from './quotes.js';
import { paragraphOf, sourceLine } from './source.js';

const WORDS_ROOM = 500;
const MOST_DIFFERENCES = 6;
const DIFFERENCE_ROOM = 110;
const EVIDENCE_ROOM = 450;
const MOST_OTHERS = 3;
const OTHERS_ROOM = 900;

/**
 * What the archive holds of a claimed quote, as a message: the verdict in a sentence, the archive's own words, who says so, with a
 * button for the evidence of that. `owner` is the Discord id of whoever asked.
 */
export function verificationView(result: Verification, owner: string): View {
  const { query, sources, total } = result;
  const [first, ...others] = sources;
  const claimed = query.person ? [lineOf('person', query.person, 'Said to be from')] : [];
  const head = [
    claimHeading(query.quote),
    ...claimed,
    text(`**${verdictTitle(result)}**\n${shorten(verdictWords(result), WORDS_ROOM)}`),
  ];
  if (!first) return view(head);
  const proofs = proofLines(first).map(small);
  const below = withProof(
    [small(sourceLine(first.article, paragraphOf(first.paragraph))), ...proofs].join('\n'),
    first,
    { owner, snapshot: result.snapshot },
  );
  const differences = differenceLines(first);
  const rest = othersLines(others, total);
  const tail = [
    below,
    ...(differences.length > 0 ? [text(differences.join('\n'))] : []),
    ...(rest.length > 0 ? [divider(), text(rest.join('\n'))] : []),
  ];
  const room = LIMITS.text - measure([...head, ...tail]).text;
  return view([...head, divider(), text(archiveWords(first, room)), ...tail]);
}

/** Lines with the button that opens what proves who spoke, where somebody is named. */
function withProof(
  lines: string,
  { article, speaker }: VerifiedSource,
  { owner, snapshot }: { owner: string; snapshot: string },
) {
  if (!speaker) return text(lines);
  const customId = writeCustomId({
    command: 'proof',
    at: 0,
    owner,
    private: true,
    snapshot: snapshotDigest(snapshot),
    choice: null,
    item: quotationDigest(article.id, speaker.evidence.text),
  });
  return section(lines, { label: EVIDENCE, customId, disabled: false });
}

/** The archive's words, those that the claim lacks in bold. */
function archiveWords({ text: words, parts, quoted }: VerifiedSource, room: number): string {
  const bold = parts.flatMap((part) =>
    part.kind === 'cut' || part.kind === 'replaced' ? [part.archive] : [],
  );
  const inner = parts.filter(
    (part) => part.kind !== 'added' && !(part.kind === 'cut' && part.place !== 'inside'),
  );
  const archived = inner.flatMap((part) => ('archive' in part ? [part.archive] : []));
  const start = Math.min(...archived.map((slice) => slice.start), words.end) - words.start;
  const end = Math.max(...archived.map((slice) => slice.end), words.start) - words.start;
  return blockQuote(words.text, {
    bold: bold.map((slice) => ({ start: slice.start - words.start, end: slice.end - words.start })),
    keep: { start: Math.min(start, end), end: Math.max(start, end) },
    room,
    ...(quoted === 'all' && { marks: { open: '“', close: '”' } }),
  });
}

/** The sentence that proves who spoke, and the sentence around words that are only a part of it. */
function proofLines(source: VerifiedSource): string[] {
  const evidence = evidenceLine(source, EVIDENCE_ROOM);
  const { around, speaker } = source;
  const shown =
    speaker && around && speaker.evidence.start <= around.start && speaker.evidence.end >= around.end;
  return [
    ...(evidence ? [evidence] : []),
    ...(around && !shown
      ? [
          `In its sentence: ${oneLiner(around.text, { keep: { start: 0, end: around.text.length }, room: EVIDENCE_ROOM })}`,
        ]
      : []),
  ];
}

function differenceLines(source: VerifiedSource): string[] {
  const differences = differencesOf(source);
  const more = differences.length - MOST_DIFFERENCES;
  return [
    ...differences.slice(0, MOST_DIFFERENCES).map((difference) => `- ${differenceLine(difference)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

/** In words, and in bold what the archive alone has, struck through what the claim alone has. */
function differenceLine({ label, archive, claim }: Difference): string {
  const had = archive === null ? '' : `**“${shorten(archive, DIFFERENCE_ROOM)}”**`;
  const claimed = claim === null ? '' : `~~“${shorten(claim, DIFFERENCE_ROOM)}”~~`;
  if (had && claimed) return `${label}: the archive has ${had}, the claim ${claimed}`;
  return `${label}: ${had || claimed}`;
}

/** Where else the words stand, and as whose. */
function othersLines(others: readonly VerifiedSource[], total: number): string[] {
  const lines: string[] = [];
  let used = 0;
  for (const other of others.slice(0, MOST_OTHERS)) {
    const line = `- ${sourceLine(other.article, paragraphOf(other.paragraph))} · ${as(other)}`;
    used += bytes(line);
    if (used > OTHERS_ROOM) break;
    lines.push(line);
  }
  const more = total - 1 - lines.length;
  if (more > 0) lines.push(`- ${lines.length > 0 ? 'and ' : ''}${more} more`);
  return lines.length > 0 ? ['Also in', ...lines] : [];
}

function as({ speaker, quoted, match }: VerifiedSource): string {
  const how = match === 'shortened' ? ', in a longer sentence' : '';
  if (quoted !== 'all') return 'in the article’s own words';
  return speaker ? `from ${shorten(speaker.name, 80)}${how}` : `speaker not given${how}`;
}
