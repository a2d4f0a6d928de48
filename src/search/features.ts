import type { Asked } from './asked.js';
import { addContext } from './context.js';
import type { Candidate } from './engine.js';
import type { PassageTable } from './passage-table.js';
import { leansOn, wordsOf } from './passage-table.js';
import { countAsHeld, type Scored } from './scored.js';
import type { SearchIndex } from './search-index.js';
import type { SentenceFinding } from './sentence-finding.js';
import { readSentence } from './sentence-finding.js';
import { type RoleHolder, type Speaker, termsStandingFor } from './speakers.js';
import type { Features } from './weights.js';
import { BM25, KIND_FEATURES, NO_FEATURES } from './weights.js';

// The kind of answer counts most in the sentence that holds the words, but the one beside it may hold it too.
const IN_BEST = 0.7;

/** Those whose words a question asks for, and those whom it calls by a role. */
export type Meant = { speakers: readonly Speaker[]; holders: readonly RoleHolder[] };

/** The features of every candidate, in the same order. */
export function scoreAll(
  asked: Asked,
  index: SearchIndex,
  candidates: readonly Candidate[],
  meant: Meant,
): Scored[] {
  const scored = candidates.map(({ passage }) => scorePassage(asked, index, passage, meant));
  addContext(asked, index, scored);
  return scored;
}

function scorePassage(
  asked: Asked,
  { table, rarity }: SearchIndex,
  passage: number,
  { speakers, holders }: Meant,
): Scored {
  const counts: number[] = asked.rarity.map(() => 0);
  const together: number[] = asked.rarity.map(() => 0);
  const relatives = new Set<number>();
  const from = table.firstSentence[passage] ?? 0;
  const after = table.firstSentence[passage + 1] ?? from;
  let best = from;
  let finding: SentenceFinding | undefined;
  let relatedSentence = 0;
  let focus = 0;
  let kind = 0;
  for (let sentence = from; sentence < after; sentence++) {
    const found = readSentence(asked, table, rarity, sentence, { counts, together, relatives });
    relatedSentence = Math.max(relatedSentence, found.coverWithRelatives);
    focus = Math.max(focus, found.focus);
    kind = Math.max(kind, found.kind);
    if (finding && found.value <= finding.value) continue;
    finding = found;
    best = sentence;
  }
  const features: Features = {
    ...NO_FEATURES,
    ...passageSums(asked, table, passage, counts, together, relatives),
    sentence: (finding?.cover ?? 0) / asked.total,
    relatedSentence: relatedSentence / asked.total,
    focus,
    near: finding?.near ?? 0,
  };
  const carried = carriedNames(asked, table, passage, counts);
  // Who is proven to speak here is named here, whatever the passage calls them; and who is named here has their role.
  const here = [...speakers, ...holders].filter(({ passages }) => passages.has(passage));
  const standing = here.flatMap((each) => termsStandingFor(asked.question, each));
  countAsHeld(asked, { counts, carried, features }, standing);
  const spoken = speakers.some(({ passages }) => passages.has(passage)) ? 1 : 0;
  for (const [at, value] of asked.rarity.entries()) if (carried[at]) features.carried += value / asked.total;
  const wanted = asked.question.kind;
  if (isKindFeature(wanted))
    features[wanted] = Math.max(spoken, IN_BEST * (finding?.kind ?? 0) + (1 - IN_BEST) * kind);
  return { passage, sentence: best, counts, carried, features };
}

function carriedNames(
  { index, names }: Asked,
  table: PassageTable,
  passage: number,
  counts: readonly number[],
): boolean[] {
  const carried = counts.map(() => false);
  const before = leansOn(table, passage);
  if (before === passage) return carried;
  const [[first], [after]] = [wordsOf(table, before), wordsOf(table, passage)];
  for (const term of table.term.subarray(first, after)) {
    const found = index.get(term);
    if (found !== undefined && names[found] && !counts[found]) carried[found] = true;
  }
  return carried;
}

function passageSums(
  asked: Asked,
  table: PassageTable,
  passage: number,
  counts: readonly number[],
  together: readonly number[],
  relatives: ReadonlySet<number>,
): Pick<Features, 'bm25' | 'pairs' | 'related'> {
  const { rarity, total } = asked;
  const { k1, b } = BM25;
  const norm = k1 * (1 - b + (b * (table.length[passage] ?? 0)) / table.averageLength);
  let bm25 = 0;
  let pairs = 0;
  let related = 0;
  for (const [at, count] of counts.entries()) {
    const value = rarity[at] ?? 0;
    if (count > 0) bm25 += (value * count * (k1 + 1)) / (count + norm);
    else if (relatives.has(at)) related += value;
    if (at > 0) pairs += (together[at] ?? 0) * Math.min(value, rarity[at - 1] ?? 0);
  }
  return { bm25: bm25 / total, pairs: pairs / asked.pairs, related: related / total };
}

/** Whether a kind of answer has a feature of its own. */
export function isKindFeature(kind: string): kind is (typeof KIND_FEATURES)[number] {
  return KIND_FEATURES.some((each) => each === kind);
}
