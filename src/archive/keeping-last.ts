/** `make`, which keeps what it made for the last `most` different lists that it was asked for, in any order of their items. */
export function keepingLast<Result>(
  most: number,
  make: (items: readonly string[]) => Result,
): (items: readonly string[]) => Result {
  const kept = new Map<string, Result>();
  return (items) => {
    const key = JSON.stringify([...items].sort());
    const result = kept.get(key) ?? make(items);
    // A Map keeps the order of setting, so the first key is the one not asked for longest.
    kept.delete(key);
    kept.set(key, result);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return result;
  };
}
