import type { Asked } from './asked.js';
import { kindEvidence } from './evidence.js';
import type { PassageTable } from './passage-table.js';
import { LEAST_MASS, LONG_QUESTION } from './weights.js';
import { STOP } from './word-flags.js';

/** What one sentence holds of a question; weights are sums of the rarities of different words. */
export type SentenceFinding = {
  cover: number;
  coverWithRelatives: number;
  focus: number;
  /** How well it holds the kind of answer asked for: anywhere, and beside a word asked about. */
  kind: number;
  near: number;
  /** For choosing between the sentences of a passage. */
  value: number;
};

/** Sums over a passage that reading a sentence adds to, each by the question's terms. */
export type Tally = { counts: number[]; together: number[]; relatives: Set<number> };

// Words with at most two others between them stand together.
const TOGETHER = 3;
const KIND_VALUE = 0.25;
const NEAR_VALUE = 0.1;
// A short sentence is better than a long one that holds no more.
const WORD_VALUE = -0.0005;

/** Reads a sentence for a question and adds what it holds to the passage's tally. */
export function readSentence(
  asked: Asked,
  table: PassageTable,
  telling: Float32Array,
  sentence: number,
  tally: Tally,
): SentenceFinding {
  const { question, rarity, index, total } = asked;
  const first = table.firstWord[sentence] ?? 0;
  const after = table.firstWord[sentence + 1] ?? first;
  const terms = table.term.subarray(first, after);
  const flags = table.flags.subarray(first, after);
  const here = new Set<number>();
  const relatives = new Set<number>();
  let cover = 0;
  let mass = 0;
  let previous = -1;
  let previousAt = -TOGETHER;
  for (const [at, term] of terms.entries()) {
    const stop = ((flags[at] ?? 0) & STOP) !== 0;
    if (!stop) mass += telling[term] ?? 0;
    const found = index.get(term);
    if (found === undefined) {
      const relative = asked.related.get(term);
      if (relative !== undefined) relatives.add(relative);
      continue;
    }
    if (stop && !question.terms[found]?.capital) continue;
    tally.counts[found] = (tally.counts[found] ?? 0) + 1;
    if (!here.has(found)) cover += rarity[found] ?? 0;
    here.add(found);
    if (previous >= 0 && at - previousAt <= TOGETHER && Math.abs(found - previous) === 1) {
      const which = Math.max(found, previous);
      const strength = found < previous ? 0.5 : at - previousAt === 1 ? 1 : 0.7;
      tally.together[which] = Math.max(tally.together[which] ?? 0, strength);
    }
    previous = found;
    previousAt = at;
  }
  let coverWithRelatives = cover;
  for (const relative of relatives) {
    tally.relatives.add(relative);
    if (!here.has(relative)) coverWithRelatives += rarity[relative] ?? 0;
  }
  const evidence = question.terms.length > LONG_QUESTION ? NONE : evidenceIn(asked, table, terms, flags);
  const value =
    (0.7 * cover + 0.3 * coverWithRelatives) / total +
    KIND_VALUE * evidence.kind +
    NEAR_VALUE * evidence.near +
    WORD_VALUE * (after - first);
  return { cover, coverWithRelatives, focus: cover / (mass + LEAST_MASS), ...evidence, value };
}

const NONE = { kind: 0, near: 0 };

function evidenceIn(
  { question, index, related }: Asked,
  { vocabulary }: PassageTable,
  terms: Uint32Array,
  flags: Uint8Array,
) {
  const termAt = (at: number) => terms[at] ?? -1;
  return kindEvidence(question.kind, {
    first: 0,
    after: terms.length,
    flags,
    termOf: (at) => vocabulary[termAt(at)] ?? '',
    asked: (at) => index.has(termAt(at)),
    close: (at) => index.has(termAt(at)) || related.has(termAt(at)),
  });
}
