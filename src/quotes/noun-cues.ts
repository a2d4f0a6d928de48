import type { Clauses, Subject } from './subjects.js';

/** Whose words the noun at `index` stands for ("Ann Lee’s recent claim", "a statement by Ann Lee"); null where nobody owns it. */
export function isNounCue(clauses: Clauses, index: number): Subject | null {
  const { words, endingAt, startingAt } = clauses;
  if (/^(?:by|from)$/.test(words[index + 1]?.lower ?? '')) {
    const named = startingAt.get(index + 2) ?? startingAt.get(index + 3);
    if (named && !named.thing && !named.possessive)
      return { kind: 'name', from: named.from, to: named.to, mention: named, head: named.to - 1 };
  }
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const word = words[at];
    if (word?.kind !== 'word') return null;
    if (!/^['’]s?$/.test(word.text)) continue;
    const mention = endingAt.get(at);
    if (!mention || mention.thing) return null;
    return { kind: 'name', from: mention.from, to: mention.to, mention, head: mention.to - 1 };
  }
  return null;
}
