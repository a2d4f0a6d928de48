import type { Claim } from './claim.js';
import { isDenial } from './reversing.js';

/** A longer claim shares enough pairs with what is near it. */
const LONGEST = 8;
const DENYING = ['not', 'never', 'no', "don't", "doesn't", "didn't", 'pas', 'jamais'];
/** Words and how they are denied, where that is not their own with "n't". */
const DENIED: readonly [string, string][] = [
  ['can', "can't"],
  ['can', 'cannot'],
  ['will', "won't"],
  ['shall', "shan't"],
];
const AUXILIARIES = new Set(
  'is are was were have has had do does did would could should might must'.split(' '),
);

/**
 * Pairs of words that a short claim lacks and that stand where it was altered a little: one word or a negation is left
 * out of it or put in it. Folded words; at most some 150 pairs.
 */
export function hintsOf({ words, cutBefore }: Claim): [string, string][] {
  if (words.length > LONGEST) return [];
  const keys = words.map(({ key }) => key);
  return keys.flatMap((key, at) => {
    const [before, after] = [keys[at - 1], keys[at + 1]];
    const pairs: [string, string][] = [];
    const between = (...middle: string[]) => {
      const line = [before, ...middle, after].filter((word) => word !== undefined);
      for (const [index, word] of line.slice(1).entries()) pairs.push([line[index] ?? '', word]);
    };
    // Without the word; with its negation; and, before it, with another word that denies.
    if (!cutBefore.has(at) && !cutBefore.has(at + 1)) between();
    for (const turned of turnedRound(key)) between(turned);
    if (key.endsWith("n't")) for (const word of turnedRound(key)) between(word, 'not');
    if (key === 'not' && before !== undefined)
      for (const word of turnedRound(before)) pairs.push([keys[at - 2] ?? '', word], [word, after ?? '']);
    if (before !== undefined && !isDenial(key) && !isDenial(before) && !cutBefore.has(at))
      for (const word of DENYING) pairs.push([before, word], [word, key]);
    return pairs;
  });
}

/** "will" for "won't", and the other way round. */
function turnedRound(key: string): string[] {
  const irregular = DENIED.flatMap(([word, denied]) =>
    word === key ? [denied] : denied === key ? [word] : [],
  );
  if (irregular.length > 0) return irregular;
  if (key.endsWith("n't")) return [key.slice(0, -3)];
  return AUXILIARIES.has(key) ? [`${key}n't`] : [];
}
