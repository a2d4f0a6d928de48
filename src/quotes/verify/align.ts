/** One step of an alignment. `claim` and `text` are indexes of words; a step of one kind has only its own. */
export type Step =
  | { kind: 'same' | 'replaced'; claim: number; text: number }
  | { kind: 'added'; claim: number }
  | { kind: 'cut'; text: number };

export type Alignment = { steps: Step[]; cost: number };

// What a difference costs. One word for another is dearer than a word too many, cheaper than both together; a long cut
// is hardly dearer than a short one, and where the claim marks a cut it is nearly free.
const REPLACED = 1.6;
const ADDED = 1.05;
const CUT = 0.9;
const CUT_MORE = 0.08;
const MARKED_CUT = 0.05;
const MARKED_CUT_MORE = 0.004;
// Decides only between equals: words in quotation marks go first.
const UNQUOTED = 0.001;

// Traceback, two bits each: how each of the three states was reached.
const FROM_MATCH = 0;
const FROM_CUT = 1;
const FROM_ADDED = 2;

/**
 * The cheapest way to read a claim out of a text: every word of the claim counts, the text may go on at both ends.
 * Gotoh's alignment with affine gaps; time and memory grow with `claim.length * text.length`, so callers bound both.
 * @param claim keys of the claim's words
 * @param text keys of the text's words
 * @param isMarked whether the claim marks a cut before its word at an index
 * @param isQuoted whether the text's word at an index stands in quotation marks
 */
export function align(
  claim: readonly string[],
  text: readonly string[],
  isMarked: (claim: number) => boolean,
  isQuoted: (text: number) => boolean,
): Alignment {
  const [n, m] = [claim.length, text.length];
  const width = m + 1;
  const [a, b] = numbered(claim, text);
  const outside = Float64Array.from(text, (_, at) => (isQuoted(at) ? 0 : UNQUOTED));
  const trace = new Uint8Array((n + 1) * width);
  // Costs of the row above and of this one, by the last step's kind.
  let match = new Float64Array(width);
  let added = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  let cut = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  let nextMatch = new Float64Array(width);
  let nextAdded = new Float64Array(width);
  let nextCut = new Float64Array(width);
  for (let i = 1; i <= n; i++) {
    const word = a[i - 1];
    const marked = i < n && isMarked(i);
    const open = marked ? MARKED_CUT : CUT;
    const more = marked ? MARKED_CUT_MORE : CUT_MORE;
    nextMatch[0] = Number.POSITIVE_INFINITY;
    nextCut[0] = Number.POSITIVE_INFINITY;
    nextAdded[0] = i * ADDED;
    trace[i * width] = FROM_ADDED << 4;
    for (let j = 1; j <= m; j++) {
      let best = match[j - 1] ?? 0;
      let from = FROM_MATCH;
      if ((cut[j - 1] ?? 0) < best) {
        best = cut[j - 1] ?? 0;
        from = FROM_CUT;
      }
      if ((added[j - 1] ?? 0) < best) {
        best = added[j - 1] ?? 0;
        from = FROM_ADDED;
      }
      nextMatch[j] = best + (word === b[j - 1] ? (outside[j - 1] ?? 0) : REPLACED);

      // No cut after the last word: the text simply goes on.
      let cutFrom = FROM_MATCH;
      let cutCost = (nextMatch[j - 1] ?? 0) + open;
      if ((nextAdded[j - 1] ?? 0) + open < cutCost) {
        cutCost = (nextAdded[j - 1] ?? 0) + open;
        cutFrom = FROM_ADDED;
      }
      if ((nextCut[j - 1] ?? 0) + more <= cutCost) {
        cutCost = (nextCut[j - 1] ?? 0) + more;
        cutFrom = FROM_CUT;
      }
      nextCut[j] = i < n ? cutCost : Number.POSITIVE_INFINITY;

      let addedFrom = FROM_MATCH;
      let addedCost = match[j] ?? 0;
      if ((cut[j] ?? 0) < addedCost) {
        addedCost = cut[j] ?? 0;
        addedFrom = FROM_CUT;
      }
      if ((added[j] ?? 0) <= addedCost) {
        addedCost = added[j] ?? 0;
        addedFrom = FROM_ADDED;
      }
      nextAdded[j] = addedCost + ADDED;
      trace[i * width + j] = from | (cutFrom << 2) | (addedFrom << 4);
    }
    [match, nextMatch] = [nextMatch, match];
    [cut, nextCut] = [nextCut, cut];
    [added, nextAdded] = [nextAdded, added];
  }

  let cost = Number.POSITIVE_INFINITY;
  let j = 0;
  let state = FROM_MATCH;
  for (let end = 0; end <= m; end++) {
    if ((match[end] ?? 0) < cost) [cost, j, state] = [match[end] ?? 0, end, FROM_MATCH];
    if ((added[end] ?? 0) < cost) [cost, j, state] = [added[end] ?? 0, end, FROM_ADDED];
  }
  const steps: Step[] = [];
  for (let i = n; i > 0; ) {
    const reached = trace[i * width + j] ?? 0;
    if (state === FROM_MATCH) {
      steps.push({ kind: a[i - 1] === b[j - 1] ? 'same' : 'replaced', claim: i - 1, text: j - 1 });
      state = reached & 3;
      i -= 1;
      j -= 1;
    } else if (state === FROM_CUT) {
      steps.push({ kind: 'cut', text: j - 1 });
      state = (reached >> 2) & 3;
      j -= 1;
    } else {
      steps.push({ kind: 'added', claim: i - 1 });
      state = (reached >> 4) & 3;
      i -= 1;
    }
  }
  return { steps: steps.reverse(), cost };
}

/** The alignment of a claim that stands in the text word for word from `at` on. */
export function alignExactly(claim: readonly string[], at: number): Alignment {
  return { steps: claim.map((_, index) => ({ kind: 'same', claim: index, text: at + index })), cost: 0 };
}

/** The same key gets the same number in both lists. */
function numbered(claim: readonly string[], text: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(claim, numberOf), Int32Array.from(text, numberOf)];
}
