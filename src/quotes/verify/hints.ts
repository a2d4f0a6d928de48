import { type Claim, SHORT_CLAIM } from './claim.js';
import { isDenial } from './reversing.js';
import { deniedForms, otherForms, writtenOut } from './written-out.js';

const DENYING = ['not', 'never', 'no', "don't", "doesn't", "didn't", 'pas', 'jamais'];

/**
 * Pairs of words that a short claim lacks and that stand where it was altered a little: one word or a negation is left
 * out of it or put in it, or something is contracted. Folded words; at most some 150 pairs.
 */
export function hintsOf({ words, cutBefore }: Claim): [string, string][] {
  if (words.length > SHORT_CLAIM) return [];
  const keys = words.map(({ key }) => key);
  const pairs: [string, string][] = [];
  /** With other words, or none, in the place of those from `at` to before `end`. */
  const instead = (at: number, end: number, others: readonly string[]) => {
    const line = [keys[at - 1], ...others, keys[end]].filter((word) => word !== undefined);
    for (const [index, word] of line.slice(1).entries()) pairs.push([line[index] ?? '', word]);
  };
  for (const [at, key] of keys.entries()) {
    const next = keys[at + 1];
    if (!cutBefore.has(at) && !cutBefore.has(at + 1)) instead(at, at + 1, []);
    for (const form of otherForms(key)) instead(at, at + 1, form);
    for (const denied of deniedForms(key)) instead(at, at + 1, [denied]);
    const [positive, not] = writtenOut([key]);
    if (not === 'not' && positive !== undefined) instead(at, at + 1, [positive]);
    if (next === undefined || cutBefore.has(at + 1)) continue;
    for (const form of otherForms(key, next)) instead(at, at + 2, form);
    if (!isDenial(key) && !isDenial(next)) for (const word of DENYING) pairs.push([key, word], [word, next]);
  }
  return pairs;
}
