import type { Slice, Span } from '../../text/span.js';
import { sliceOf } from '../../text/span.js';
import type { Step } from './align.js';
import type { Claim } from './claim.js';
import type { Reading } from './reading.js';
import { isReversing } from './reversing.js';
import type { VerifiedPart } from './verification.js';

/** Steps that belong together: a run of the same words, or all between two such runs. Word indexes, in order. */
export type Run = { same: boolean; claim: number[]; text: number[] };

/** Steps gathered into runs. */
export function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const same = step.kind === 'same';
    const last = runs.at(-1);
    const run = last && last.same === same ? last : { same, claim: [], text: [] };
    if (run !== last) runs.push(run);
    if (step.kind !== 'cut') run.claim.push(step.claim);
    if (step.kind !== 'added') run.text.push(step.text);
  }
  return runs;
}

/** A part whose archive slice is still to be cut, and where its first word begins. */
type Draft = { part: VerifiedPart; from: number | null };

/**
 * Runs as parts for people to see, whose archive slices tile `whole`: what stands between two words goes with the
 * first of them.
 */
export function partsOf(claim: Claim, reading: Reading, runs: readonly Run[], whole: Span): VerifiedPart[] {
  const { text, words } = reading;
  const drafts: Draft[] = [];
  const claimed = (indexes: readonly number[]): Slice =>
    sliceOf(claim.text, {
      start: claim.words[indexes[0] ?? 0]?.start ?? 0,
      end: claim.words[indexes.at(-1) ?? 0]?.end ?? 0,
    });
  const none = sliceOf(text, whole);
  for (const [at, run] of runs.entries()) {
    const from = words[run.text[0] ?? -1]?.start ?? null;
    if (run.same) drafts.push({ part: { kind: 'same', archive: none, claim: claimed(run.claim) }, from });
    else if (run.text.length === 0)
      drafts.push({ part: { kind: 'added', claim: claimed(run.claim) }, from: null });
    else if (run.claim.length > 0)
      drafts.push({ part: { kind: 'replaced', archive: none, claim: claimed(run.claim) }, from });
    else {
      const marked = claim.cutBefore.has(runs[at + 1]?.claim[0] ?? -1);
      for (const piece of cutPieces(run, runs, at, reading)) {
        const start = words[piece.text[0] ?? -1]?.start ?? null;
        const reversing = piece.text.some((index) => isReversing(words[index]?.key ?? ''));
        drafts.push({
          part: piece.aside
            ? { kind: 'aside', archive: none }
            : { kind: 'cut', archive: none, place: 'inside', marked, reversing },
          from: start,
        });
      }
    }
  }
  return tiled(drafts, text, whole);
}

/** A cut from one quotation into the next: the article's own words there are an aside, the quoted ones are cut. */
export function cutPieces(
  run: Run,
  runs: readonly Run[],
  at: number,
  { inside }: Reading,
): { aside: boolean; text: number[] }[] {
  const before = inside[runs[at - 1]?.text.at(-1) ?? -1] ?? -1;
  const after = inside[runs[at + 1]?.text[0] ?? -1] ?? -1;
  const across = before !== -1 && after !== -1 && before !== after;
  const pieces: { aside: boolean; text: number[] }[] = [];
  for (const index of run.text) {
    const aside = across && inside[index] === -1;
    const last = pieces.at(-1);
    if (last && last.aside === aside) last.text.push(index);
    else pieces.push({ aside, text: [index] });
  }
  return pieces;
}

function tiled(drafts: readonly Draft[], text: string, whole: Span): VerifiedPart[] {
  let end = whole.end;
  const first = drafts.findIndex(({ from }) => from !== null);
  const parts: VerifiedPart[] = [];
  for (let at = drafts.length - 1; at >= 0; at--) {
    const draft = drafts[at];
    if (!draft) continue;
    const { part, from } = draft;
    if (part.kind === 'added' || from === null) parts.push(part);
    else {
      const start = at === first ? whole.start : from;
      parts.push({ ...part, archive: sliceOf(text, { start, end }) });
      end = start;
    }
  }
  return parts.reverse();
}
