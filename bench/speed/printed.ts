import type { Measured } from './run.js';

export type Rows = readonly (readonly [keyof Measured, string])[];

const WIDTH = 18;

/** What was measured, a column each, with ratios to the column `base`. */
export function measuredTable(rows: Rows, all: ReadonlyMap<string, Measured>, base: string): string {
  const cells = rows.map(([row, label]) => {
    const bare = all.get(base)?.[row];
    return line(
      label,
      [...all.values()].map(({ [row]: value }) => {
        if (value === undefined) return '-';
        const ratio = bare ? ` ×${(value / bare).toFixed(2)}` : '';
        return `${value.toFixed(value < 10 ? 2 : 0)}${ratio}`;
      }),
    );
  });
  return [line('', [...all.keys()]), ...cells].join('\n');
}

/** How many times more each takes of the last size than of the first; memory also in bytes for each passage. */
export function growthTable(
  rows: Rows,
  first: ReadonlyMap<string, Measured>,
  last: ReadonlyMap<string, Measured>,
): string {
  return rows
    .filter(([name]) => name !== 'perSecond')
    .map(([row, label]) =>
      line(
        label,
        [...last.keys()].map((name) => {
          const [small, large] = [first.get(name), last.get(name)];
          const [from, to] = [small?.[row], large?.[row]];
          if (!from || !to) return '-';
          const more = (large?.passages ?? 0) - (small?.passages ?? 0);
          const each =
            row === 'memory' && more > 0 ? ` (${Math.round(((to - from) * 2 ** 20) / more)} B)` : '';
          return `×${(to / from).toFixed(1)}${each}`;
        }),
      ),
    )
    .join('\n');
}

const line = (label: string, cells: readonly string[]) =>
  `  ${label.padEnd(20)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;
