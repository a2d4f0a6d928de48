/** Rows of features with what is true of each, and how much it counts. */
export type Row = { values: Float64Array; right: boolean; weight: number };
/** The candidates of one question. */
export type List = { rows: Row[]; weight: number };

/** Minimises by Adam. `slope` adds the gradient at `weights` to its second argument. */
function minimise(
  size: number,
  steps: number,
  rate: number,
  slope: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size);
    slope(weights, gradient);
    for (let at = 0; at < size; at++) {
      const each = gradient[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * each;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * each * each;
      const move =
        (mean[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step)) + 1e-9);
      weights[at] = (weights[at] ?? 0) - (step > steps * 0.6 ? 0.3 * rate : rate) * move;
    }
  }
  return weights;
}

/** The product of two lists of numbers. */
export function dot(weights: ArrayLike<number>, values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0);
  return sum;
}

/** Weights that put a right row first: the likeliest under a softmax over each list. Columns in `off` stay 0. */
export function fitRanking(lists: readonly List[], size: number, off: ReadonlySet<number>): Float64Array {
  const RIDGE = 0.0002;
  return minimise(size, 120, 0.3, (weights, gradient) => {
    for (const { rows, weight } of lists) {
      const scores = rows.map(({ values }) => dot(weights, values));
      const top = Math.max(...scores);
      const chances = scores.map((score) => Math.exp(score - top));
      let all = 0;
      let right = 0;
      for (const [at, chance] of chances.entries()) {
        all += chance;
        if (rows[at]?.right) right += chance;
      }
      if (right === 0) continue;
      for (const [at, row] of rows.entries()) {
        const chance = chances[at] ?? 0;
        const pull = weight * (chance / all - (row.right ? chance / right : 0));
        for (let column = 0; column < size; column++)
          gradient[column] = (gradient[column] ?? 0) + pull * (row.values[column] ?? 0);
      }
    }
    for (let at = 0; at < size; at++)
      gradient[at] = off.has(at) ? 0 : (gradient[at] ?? 0) + RIDGE * (weights[at] ?? 0);
  });
}

/** Logistic regression on columns brought to one scale; gives weights for the columns as they are, and a bias last. */
export function fitChance(rows: readonly Row[], size: number): Float64Array {
  const RIDGE = 0.0002;
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const columns = Array.from({ length: size }, (_, at) => at);
  const average = columns.map(
    (at) => rows.reduce((sum, row) => sum + row.weight * (row.values[at] ?? 0), 0) / all,
  );
  const spread = columns.map(
    (at) =>
      Math.sqrt(
        rows.reduce((sum, row) => sum + row.weight * ((row.values[at] ?? 0) - (average[at] ?? 0)) ** 2, 0) /
          all,
      ) + 1e-6,
  );
  const scaled = rows.map((row) => ({
    ...row,
    values: Float64Array.from([
      ...columns.map((at) => ((row.values[at] ?? 0) - (average[at] ?? 0)) / (spread[at] ?? 1)),
      1,
    ]),
  }));
  const found = minimise(size + 1, 300, 0.08, (weights, gradient) => {
    for (const { values, right, weight } of scaled) {
      const pull = (weight / all) * (1 / (1 + Math.exp(-dot(weights, values))) - (right ? 1 : 0));
      for (let at = 0; at <= size; at++) gradient[at] = (gradient[at] ?? 0) + pull * (values[at] ?? 0);
    }
    for (const at of columns) gradient[at] = (gradient[at] ?? 0) + RIDGE * (weights[at] ?? 0);
  });
  const weights = columns.map((at) => (found[at] ?? 0) / (spread[at] ?? 1));
  return Float64Array.from([...weights, (found[size] ?? 0) - dot(weights, average)]);
}
