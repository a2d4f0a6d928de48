import type { Allowed } from './allowed.js';
import type { Asked } from './asked.js';
import { askOf } from './asked.js';
import { findCandidates } from './candidates.js';
import { scoreAll } from './features.js';
import { articleOf, holdsTerm } from './passage-table.js';
import { parseQuestion } from './question.js';
import type { Scored } from './scored.js';
import type { SearchIndex } from './search-index.js';
import { type RoleHolder, type Speaker, termsStandingFor } from './speakers.js';
import type { Features } from './weights.js';
import { FEATURE_NAMES, SAID_WEIGHT, WEIGHTS } from './weights.js';

export type Ranked = Scored & { score: number };

export type Ranking = {
  index: SearchIndex;
  asked: Asked;
  /** Best first. */
  ranked: Ranked[];
  /** A quoted phrase of the question stands in no passage. */
  phraseMissing: boolean;
};

const BEFORE = 0.5;

export type RankOptions = {
  /** The day that "last year" counts from. */
  today?: string | undefined;
  /** Those whose words the question asks for: these lead. */
  speakers?: readonly Speaker[];
  /** Those whom the question calls by a role. */
  holders?: readonly RoleHolder[];
};

/** The archive's passages for a question, best first, among those allowed (null: all). */
export async function rank(
  index: SearchIndex,
  question: string,
  allowed: Allowed | null,
  { today, speakers = [], holders = [] }: RankOptions = {},
): Promise<Ranking> {
  const asked = askOf(parseQuestion(question, today), index, holders);
  const { candidates, phraseMissing } = await findCandidates(asked, index, allowed, speakers, holders);
  const ranked = scoreAll(asked, index, candidates, { speakers, holders }).map((each) => ({
    ...each,
    score: weighted(each.features, WEIGHTS) + SAID_WEIGHT * saidOnTopic(asked, index, each, speakers),
  }));
  // Of equals the newer article comes first.
  const dayOf = ({ passage }: Ranked) =>
    index.articles.references[articleOf(index.table, passage)]?.publishedAt ?? '';
  ranked.sort(
    (one, other) =>
      other.score - one.score || dayOf(other).localeCompare(dayOf(one)) || one.passage - other.passage,
  );
  return {
    index,
    asked,
    ranked: speakers.length > 1 ? eachSpeakerFirst(ranked, speakers) : ranked,
    phraseMissing,
  };
}

/** How much of the topic of a question stands in words of somebody whose words it asks for, from 0 to 1. */
function saidOnTopic(asked: Asked, index: SearchIndex, scored: Scored, speakers: readonly Speaker[]): number {
  return speakers.some(({ passages }) => passages.has(scored.passage))
    ? topicShare(asked, index, scored, speakers)
    : 0;
}

/** How much of what a question asks, beside the names of those whose words it asks for, a passage and its article hold; 1 where it asks nothing else. */
export function topicShare(
  { question, rarity, numbers }: Asked,
  { table }: Pick<SearchIndex, 'table'>,
  { passage, counts, features }: Scored,
  speakers: readonly Speaker[],
): number {
  const names = new Set(speakers.flatMap((speaker) => termsStandingFor(question, speaker)));
  // What somebody was asked about stands just before their words, and in the title.
  const before = articleOf(table, passage - 1) === articleOf(table, passage) ? passage - 1 : -1;
  let all = 0;
  let held = 0;
  for (const [at, value] of rarity.entries()) {
    if (names.has(at)) continue;
    all += value;
    if (counts[at]) held += value;
    else if (before >= 0 && holdsTerm(table, before, numbers[at] ?? -1)) held += BEFORE * value;
  }
  if (all === 0) return 1;
  return Math.min(1, held / all + BEFORE * features.title);
}

// Who compares two people wants to read both: the best of each, then the rest.
function eachSpeakerFirst(ranked: readonly Ranked[], speakers: readonly Speaker[]): Ranked[] {
  const first = new Set(
    speakers.flatMap(({ passages }) => ranked.find(({ passage }) => passages.has(passage)) ?? []),
  );
  return [...ranked.filter((each) => first.has(each)), ...ranked.filter((each) => !first.has(each))];
}

/** The weighted sum of the features. */
function weighted(features: Features, weights: Features): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += features[name] * weights[name];
  return sum;
}
