import type { Claim } from './claim.js';
import type { Run } from './parts.js';
import type { Reading } from './reading.js';
import { isDenial } from './reversing.js';
import { writtenOut } from './written-out.js';

/** Share of the claim's words that the nearest text must have, and the most that a word may cost on average. */
const LEAST_SAME = 0.6;
const DEAREST = 0.5;
const LEAST_SAME_CONTENT = 2;
/** With this many words the same and a cost this low, one word that carries meaning is enough. */
const MANY_SAME = 5;
const CHEAP = 0.35;
/** Claims of fewer words are near only to what differs from them by one word or a negation. */
const SHORTEST = 4;
/** So many words of a whole sentence the same, and one other, are a likeness whatever they mean. */
const SAME_OF_WHOLE = 3;

/** How near an archive's words are to a claim; `if-theirs`: near enough only where the claimed person said them. */
export type Likeness = 'near' | 'if-theirs' | 'far';

/** Where words stand: `whole`: all words of their sentences are compared; `quoted`: all within one statement in quotation marks. */
export type Standing = { whole: boolean; quoted: boolean };

/** How near runs of words are to the claim they were aligned with at this cost. */
export function likenessOf(
  claim: Claim,
  reading: Reading,
  runs: readonly Run[],
  cost: number,
  standing: Standing,
): Likeness {
  const n = claim.words.length;
  const kept = runs.filter(({ same }) => same).flatMap((run) => run.claim);
  const content = kept.filter((index) => claim.content.has(index)).length;
  if (
    n >= SHORTEST &&
    kept.length >= LEAST_SAME * n &&
    cost <= DEAREST * n &&
    (content >= LEAST_SAME_CONTENT || (content > 0 && kept.length >= MANY_SAME && cost <= CHEAP * n))
  )
    return 'near';
  const slight = standing.quoted ? slightDifference(claim, reading, runs) : null;
  if (!slight || slight.same === 0) return 'far';
  const enough = slight.same >= SAME_OF_WHOLE || (slight.same >= 2 && slight.content > 0);
  if (slight.kind === 'negation') return standing.whole || enough ? 'near' : 'if-theirs';
  if (!standing.whole) return 'far';
  return enough ? 'near' : slight.same >= 2 ? 'if-theirs' : 'far';
}

type Slight = {
  /** `negation`: one has words that deny and the other has not; `word`: one word too many, too few or another. */
  kind: 'negation' | 'word';
  /** Words that both have, contractions written out, and how many of them carry meaning. */
  same: number;
  content: number;
};

/** What differs, where that is negations alone or one word; else null. */
function slightDifference(claim: Claim, { words, inside }: Reading, runs: readonly Run[]): Slight | null {
  let [same, content, others] = [0, 0, 0];
  for (const run of runs) {
    const claimed = run.claim.flatMap((index) => claim.words[index]?.key ?? []);
    content += run.same ? run.claim.filter((index) => claim.content.has(index)).length : 0;
    if (run.same) {
      same += claimed.length;
      continue;
    }
    // The article's own words between two quotations of a statement are no difference.
    const quoted = run.text
      .filter((index) => inside[index] !== -1)
      .flatMap((index) => words[index]?.key ?? []);
    const rest = difference(writtenOut(claimed), writtenOut(quoted));
    same += rest.same;
    const [one, other] = [rest.claim, rest.text];
    if (isNegationOnly([...one, ...other])) continue;
    others += 1;
    if (one.length > 1 || other.length > 1 || others > 1) return null;
  }
  return { kind: others === 0 ? 'negation' : 'word', same, content };
}

/** Two lists of words without what they begin and end with alike. */
function difference(claim: readonly string[], text: readonly string[]) {
  const shorter = Math.min(claim.length, text.length);
  let start = 0;
  while (start < shorter && claim[start] === text[start]) start++;
  let end = 0;
  while (end < shorter - start && claim.at(-1 - end) === text.at(-1 - end)) end++;
  return {
    same: start + end,
    claim: claim.slice(start, claim.length - end),
    text: text.slice(start, text.length - end),
  };
}

const SUPPORT = new Set(['do', 'does', 'did']);

/** "not", or "did not" where the other has the verb alone; true of no words too: they are only written otherwise. */
function isNegationOnly(words: readonly string[]): boolean {
  const rest = words.filter((word) => !isDenial(word));
  return rest.length === 0 || (rest.length < words.length && rest.every((word) => SUPPORT.has(word)));
}
