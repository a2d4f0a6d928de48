/** A list of whole numbers from 0 to 2³²−1 that grows without one object per number. */
export type Growing = { push(value: number): void; length(): number; finish(): Uint32Array };

/** An empty growing list. `finish` gives a copy of exactly the numbers pushed. */
export function growing(): Growing {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    length: () => length,
    finish: () => values.slice(0, length),
  };
}
