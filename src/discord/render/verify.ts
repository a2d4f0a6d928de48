import { type Difference, differencesOf, verdictTitle, verdictWords } from '../../archive/verify-words.js';
import type { Verification, VerifiedSource } from '../../quotes/verify/verification.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { type Block, blockSize, fullestBlock, LEAST_WORDS, withMore } from '../passage.js';
import { divider, small, text, type View, view } from '../view.js';
import { blockQuote, oneLiner } from './marked.js';
import { evidenceLine } from './quotes.js';
import { paragraphOf, sourceLine, sourceWays } from './source.js';

const CLAIM_ROOM = 800;
const WORDS_ROOM = 500;
const DIFFERENCE_ROOM = 110;
const EVIDENCE_ROOM = 450;
/** Differences, and other places, that are shown at most: fewer where the rest would not fit. */
const TAILS = [
  [6, 3],
  [6, 2],
  [6, 1],
  [6, 0],
  [4, 0],
  [2, 0],
  [1, 0],
] as const;
const OTHERS_ROOM = 900;

/** What the archive holds of a claimed quote, as a message: the verdict in a sentence, the archive's own words, who says so. */
export function verificationView(result: Verification, turning: Turning, words: Words): View {
  const { verify } = words;
  const { query, sources, total } = result;
  const [first, ...others] = sources;
  const claimed = query.person ? [text(small(verify.saidToBeFrom(shorten(query.person, 200))))] : [];
  const head = [
    text(`### ${verify.claim(shorten(query.quote, CLAIM_ROOM))}`),
    ...claimed,
    text(`**${verdictTitle(result, words)}**\n${shorten(verdictWords(result, words), WORDS_ROOM)}`),
  ];
  if (!first) return view(head);
  const opening = (block: Block, { article, text: slice }: VerifiedSource) =>
    withMore(block, { article, slice }, turning, result.snapshot, words);
  const place = paragraphOf(words, first.paragraph);
  const proof = proofLines(first, words).map(small);
  const ways = sourceWays({ article: first.article, also: [] }, 0, words, place, first.text).map((lines) => [
    ...lines,
    ...proof,
  ]);
  const tailOf = ([mostDifferences, mostOthers]: (typeof TAILS)[number]) => {
    const differences = differenceLines(first, mostDifferences, words);
    const rest = othersLines(others.slice(0, mostOthers), total, words);
    return [
      ...(differences.length > 0 ? [text(differences.join('\n'))] : []),
      ...(rest.length > 0 ? [divider(), text(verify.alsoIn)] : []),
      ...rest.flatMap(({ line, source }) =>
        source ? opening({ words: line, below: '' }, source) : [text(line)],
      ),
    ];
  };
  const roomBeside = (tail: ReturnType<typeof tailOf>) => LIMITS.text - measure([...head, ...tail]).text;
  const least = { words: archiveWords(first, LEAST_WORDS), below: ways[0]?.join('\n') ?? '' };
  let tail = tailOf(TAILS[0]);
  for (const most of TAILS.slice(1)) {
    if (roomBeside(tail) >= blockSize(least, words)) break;
    tail = tailOf(most);
  }
  const block = fullestBlock(ways, { room: roomBeside(tail) }, words, (room) => archiveWords(first, room));
  return view([...head, divider(), ...opening(block, first), ...tail]);
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
function proofLines(source: VerifiedSource, words: Words): string[] {
  const evidence = evidenceLine(source, EVIDENCE_ROOM, words);
  const { around, speaker } = source;
  const shown =
    speaker && around && speaker.evidence.start <= around.start && speaker.evidence.end >= around.end;
  return [
    ...(evidence ? [evidence] : []),
    ...(around && !shown
      ? [
          words.verify.inItsSentence(
            oneLiner(around.text, { keep: { start: 0, end: around.text.length }, room: EVIDENCE_ROOM }),
          ),
        ]
      : []),
  ];
}

function differenceLines(source: VerifiedSource, most: number, words: Words): string[] {
  const differences = differencesOf(source, words);
  const more = differences.length - most;
  return [
    ...differences.slice(0, most).map((difference) => `- ${differenceLine(difference, words)}`),
    ...(more > 0 ? [`- ${words.source.more(more)}`] : []),
  ];
}

/** In words, and in bold what the archive alone has, struck through what the claim alone has. */
function differenceLine({ label, archive, claim }: Difference, { verify, quoted }: Words): string {
  const had = archive === null ? '' : `**${quoted(shorten(archive, DIFFERENCE_ROOM))}**`;
  const claimed = claim === null ? '' : `~~${quoted(shorten(claim, DIFFERENCE_ROOM))}~~`;
  if (had && claimed) return verify.differs(label, had, claimed);
  return verify.alone(label, had || claimed);
}

/** Where else the words stand, and as whose; at last how many places more there are, without a source. */
function othersLines(others: readonly VerifiedSource[], total: number, words: Words) {
  const lines: { line: string; source?: VerifiedSource }[] = [];
  let used = 0;
  for (const other of others) {
    const place = paragraphOf(words, other.paragraph);
    const line = `- ${sourceLine(other.article, words, place, other.text)} · ${as(other, words)}`;
    used += bytes(line);
    if (used > OTHERS_ROOM) break;
    lines.push({ line, source: other });
  }
  const more = total - 1 - lines.length;
  if (more > 0) lines.push({ line: `- ${words.source.inMore(more)}` });
  return lines;
}

function as({ speaker, quoted, match }: VerifiedSource, { verify }: Words): string {
  if (quoted !== 'all') return verify.asOwnWords;
  const how = match === 'shortened' ? verify.inLonger : '';
  return (speaker ? verify.asFrom(shorten(speaker.name, 80)) : verify.asUnknown) + how;
}
