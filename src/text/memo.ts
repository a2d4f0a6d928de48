/** Words kept at most by one memo; then it starts anew, so that a long run takes no more memory than a short one. */
const MOST = 20_000;
/** Longer words are worked out each time: they seldom come back. */
const LONGEST = 40;

/** The same function of a word, which remembers what it gave: news has few different words. For pure functions only. */
export function memo<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = read(word);
    if (word.length > LONGEST) return value;
    if (known.size >= MOST) known.clear();
    known.set(word, value);
    return value;
  };
}
