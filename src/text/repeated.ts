/** A list in which many values are the same: each of them once, and which of them stands at each place. */
export type Repeated<Value> = { values: Value[]; numbers: Uint32Array<ArrayBuffer> };

/** A list with each value once. Those are the same of which `keyOf` gives the same. */
export function repeated<Value>(
  list: readonly Value[],
  keyOf: (value: Value) => unknown = (value) => value,
): Repeated<Value> {
  const values: Value[] = [];
  const numberOf = new Map<unknown, number>();
  const numbers = Uint32Array.from(list, (value) => {
    const key = keyOf(value);
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, numbers };
}

/** The value at a place of the list; undefined where there is none. */
export function valueAt<Value>({ values, numbers }: Repeated<Value>, at: number): Value | undefined {
  return values[numbers[at] ?? -1];
}
