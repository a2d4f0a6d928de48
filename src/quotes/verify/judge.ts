import { comparedWords } from '../../text/compared-words.js';
import { type Span, sliceOf } from '../../text/span.js';
import type { Quotation } from '../quotation.js';
import type { Alignment } from './align.js';
import { type Claim, SHORT_CLAIM } from './claim.js';
import { isClauseDenied } from './clause-denied.js';
import { likenessOf } from './likeness.js';
import { cutPieces, partsOf, type Run, runsOf } from './parts.js';
import { isOneStatement, type Reading, sentenceOf } from './reading.js';
import { isNegation, isReversing } from './reversing.js';
import type { VerifiedPart, VerifiedSource } from './verification.js';

/** What one place of the archive is to a claim; the quotation is the one whose speaker counts. */
export type Judged = Pick<VerifiedSource, 'match' | 'quoted' | 'joined' | 'parts' | 'text' | 'around'> & {
  quotation: Quotation | null;
  cost: number;
  /** So little is alike that it counts only where the claimed person said it. */
  onlyIfTheirs: boolean;
  /** Folded words from the first that both have to the last. */
  wording: string;
};

/** More of the article's own words than this, and two pieces are not of one passage. */
const LONGEST_CUT_OUTSIDE = 60;
/** A sentence of no more words than this that holds a negation answers the one before it. */
const BARE_ANSWER = 3;

/** Judges one alignment; null where the text is too far from the claim to be called the same words altered. */
export function judge(claim: Claim, reading: Reading, { steps, cost }: Alignment): Judged | null {
  const bare = trimmed(runsOf(steps));
  // Most places are far from a long claim, and their sentences need no look.
  if (
    claim.words.length > SHORT_CLAIM &&
    steps.some(({ kind }) => kind === 'replaced' || kind === 'added') &&
    likenessOf(claim, reading, bare, cost, { whole: true, quoted: true }) === 'far'
  )
    return null;
  const runs = withEdges(reading, bare);
  const kept = runs.filter(({ same }) => same);
  const indexes = runs.flatMap((run) => run.text);
  const first = indexes[0];
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return null;
  const same = kept.reduce((sum, run) => sum + run.claim.length, 0);
  const complete = same === claim.words.length;

  const { words, quotations, text } = reading;
  const statement = statementOf(reading, kept);
  const whole = sentencesAround(reading, first, last);
  const cuts = runs.flatMap((run, at) =>
    run.same ? [] : cutPieces(run, runs, at, reading).map((piece) => ({ ...piece, at })),
  );
  if (statement.quoted !== 'all' && cuts.some((piece) => piece.text.length > LONGEST_CUT_OUTSIDE))
    return null;
  const before = edge(reading, 'before', first, { ...whole, end: words[first]?.start ?? whole.start });
  const after = edge(reading, 'after', last, { ...whole, start: words[last]?.end ?? whole.end });
  const inner = partsOf(claim, reading, runs, {
    start: before?.archive.end ?? whole.start,
    end: after?.archive.start ?? whole.end,
  });
  const cutInside = cuts.some((piece) => !piece.aside);
  const altered =
    !complete ||
    [before, after].some((cut) => cut?.marked === false) ||
    statement.joined ||
    cuts.some(
      (piece) =>
        // Between quotations that are no one statement, the article's own words count too.
        (!piece.aside || statement.apart) &&
        dropsNegation(reading, piece.text, isMarked(claim, runs, piece.at)),
    ) ||
    isInTatters(claim, runs);
  const likeness = !altered
    ? 'near'
    : likenessOf(claim, reading, runs, cost, {
        whole: !before && !after,
        quoted: statement.quoted === 'all' && !statement.apart,
      });
  // All words of a longer claim are there, and a shorter one may have lost nothing but a negation.
  if (likeness === 'far' && !(complete && claim.words.length >= 4)) return null;
  const used = statement.quotations.flatMap((index) => quotations[index] ?? []);
  const said = used.find((quotation) => quotation.speaker) ?? used[0] ?? null;
  return {
    match: altered
      ? 'altered'
      : statement.quoted !== 'all'
        ? 'reported'
        : cutInside || before || after
          ? 'shortened'
          : 'verbatim',
    quoted: statement.quoted,
    joined: statement.joined,
    parts: [...(before ? [before] : []), ...inner, ...(after ? [after] : [])],
    text: sliceOf(text, whole),
    around: said?.kind === 'mixed' ? sliceOf(text, sentenceOf(reading, said, -1)) : null,
    quotation: said,
    cost,
    onlyIfTheirs: likeness === 'if-theirs',
    wording: words
      .slice(first, last + 1)
      .map((word) => word.key)
      .join(' '),
  };
}

/** From the start of the sentence that holds the word at `first` to the end of the one that holds the word at `last`. */
function sentencesAround(reading: Reading, first: number, last: number): Span {
  const { words, inside } = reading;
  const [from, to] = [words[first], words[last]];
  if (!from || !to) return { start: 0, end: 0 };
  return {
    start: sentenceOf(reading, from, inside[first] ?? -1).start,
    end: Math.max(to.end, sentenceOf(reading, to, inside[last] ?? -1).end),
  };
}

/** Most words at an end of a sentence that can stand for as many of the claim. */
const LONGEST_EDGE = 2;

/**
 * A claim that begins or ends with other words than a sentence of the archive: these are changed, and not some added and
 * others cut.
 */
function withEdges(reading: Reading, runs: Run[]): Run[] {
  const { words, inside } = reading;
  const indexes = runs.flatMap((run) => run.text);
  const edges = [
    { run: runs[0], at: indexes[0] ?? -1, step: -1 },
    { run: runs.at(-1), at: indexes.at(-1) ?? -1, step: 1 },
  ];
  for (const { run, at, step } of edges) {
    const word = words[at];
    if (!word || !run || run.same || run.text.length > 0 || run.claim.length > LONGEST_EDGE) continue;
    const { start, end } = sentenceOf(reading, word, inside[at] ?? -1);
    const beside: number[] = [];
    for (let next = at + step; beside.length <= LONGEST_EDGE; next += step) {
      const other = words[next];
      if (!other || other.start < start || other.end > end) break;
      beside.push(next);
    }
    if (beside.length <= LONGEST_EDGE) run.text = beside.sort((a, b) => a - b);
  }
  return runs;
}

/** Words of the archive before the first and after the last that both have are no part of the comparison. */
function trimmed(runs: Run[]): Run[] {
  return runs
    .map((run, at) =>
      (at === 0 || at === runs.length - 1) && !run.same && run.claim.length === 0
        ? { ...run, text: [] }
        : run,
    )
    .filter((run) => run.text.length + run.claim.length > 0);
}

/** Which quotations the matched words stand in, and whether they are one statement. */
function statementOf(reading: Reading, kept: readonly Run[]) {
  const indexes = kept.flatMap((run) => run.text);
  const quotations: number[] = [];
  let apart = false;
  let outside = 0;
  let pending = 0;
  for (const index of indexes) {
    const quotation = reading.inside[index] ?? -1;
    const last = quotations.at(-1);
    if (quotation === -1) pending += 1;
    else if (quotation === last) {
      outside += pending;
      pending = 0;
    } else {
      if (last !== undefined && !isOneStatement(reading, last, quotation)) apart = true;
      // Words of an aside that the claim repeats ("we will, she said, mend it") are no claim of their own.
      if (last === undefined || apart) outside += pending;
      pending = 0;
      quotations.push(quotation);
    }
  }
  outside += pending;
  const quoted: VerifiedSource['quoted'] = quotations.length === 0 ? 'none' : outside > 0 ? 'part' : 'all';
  // The article's own words may well join what several people said.
  return { quotations, quoted, apart, joined: apart && quoted === 'all' };
}

/**
 * True where a cut takes a negation away. Only whole sentences may go with one, where the claim marks the cut, and no
 * bare answer ("No.", "Not true.").
 */
function dropsNegation(reading: Reading, cut: readonly number[], marked: boolean): boolean {
  const { words, inside } = reading;
  if (!cut.some((index) => isNegation(words[index]?.key ?? ''))) return false;
  if (!marked || cut.length <= BARE_ANSWER) return true;
  const [first, last] = [cut[0] ?? 0, cut.at(-1) ?? 0];
  const [from, to] = [words[first], words[last]];
  if (!from || !to) return true;
  const opening = sentenceOf(reading, from, inside[first] ?? -1);
  const closing = sentenceOf(reading, to, inside[last] ?? -1);
  const before = words[first - 1];
  const after = words[last + 1];
  return (before?.end ?? -1) > opening.start || (after?.start ?? closing.end) < closing.end;
}

/** True where so much is left out unmarked that the rest is no shortening: many cuts, or single words between them. */
function isInTatters(claim: Claim, runs: readonly Run[]): boolean {
  const unmarked = runs.filter((run, at) => isUnmarkedCut(claim, runs, run, at));
  if (unmarked.length > Math.max(1, Math.floor(claim.words.length / 6))) return true;
  return runs.some(
    (run, at) =>
      run.same &&
      run.claim.length < 2 &&
      (isUnmarkedCut(claim, runs, runs[at - 1], at - 1) || isUnmarkedCut(claim, runs, runs[at + 1], at + 1)),
  );
}

/** True where the claim marks a cut before the run that follows the one at `at`. */
function isMarked(claim: Claim, runs: readonly Run[], at: number): boolean {
  return claim.cutBefore.has(runs[at + 1]?.claim[0] ?? -1);
}

function isUnmarkedCut(claim: Claim, runs: readonly Run[], run: Run | undefined, at: number): boolean {
  return run !== undefined && !run.same && run.claim.length === 0 && !isMarked(claim, runs, at);
}

type EdgeCut = VerifiedPart & { kind: 'cut' };

/** What of the sentence stands before or after the compared words, of which it is next to one; null where that is no word. */
function edge(reading: Reading, place: 'before' | 'after', compared: number, span: Span): EdgeCut | null {
  const { text } = reading;
  const words = comparedWords(text, span.start, span.end);
  const first = words[0];
  if (!first) return null;
  const denies = isClauseDenied(reading, compared, place, place === 'before' ? span.start : span.end);
  return {
    kind: 'cut',
    archive: sliceOf(text, place === 'before' ? span : { start: first.start, end: span.end }),
    place,
    marked: !denies,
    reversing: words.some((word) => isReversing(word.key)),
  };
}
