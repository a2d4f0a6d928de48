/** How one thing that somebody did ended. */
export type Outcome =
  /** With what was asked. */
  | 'answered'
  /** In words: not now, not allowed, too much at once, or a failure that is said. */
  | 'told in words'
  /** A suggestion that came too late to be wanted. */
  | 'given up'
  /** Discord itself could not bring it to the bot, or gave it up, while the connection was broken. */
  | 'lost on the way'
  /** Nothing came. */
  | 'unanswered';

export type Done = {
  what: string;
  /** Whether many did the same at once. */
  rush: boolean;
  outcome: Outcome;
  /** Whether some fault was at work between its beginning and its end. */
  faulty: boolean;
  /** Milliseconds to the acknowledgement, and to the words. */
  acknowledged: number | undefined;
  answered: number | undefined;
  /** Whether something stands there more often than it should. */
  twice: boolean;
};

/** The process at one moment: minutes since the beginning, MB, open handles, threads. */
export type Sample = { minute: number; memory: number; handles: number; threads: number; done: number };

const OUTCOMES: readonly Outcome[] = [
  'answered',
  'told in words',
  'given up',
  'lost on the way',
  'unanswered',
];

/** The value below which this share of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The run as Markdown tables. */
export function report(done: readonly Done[], samples: readonly Sample[]): string {
  const kinds = [...new Set(done.map(({ what }) => what))].sort();
  const outcomes = kinds.map((kind) => {
    const ones = done.filter(({ what }) => what === kind);
    return [
      kind,
      ones.length,
      ...OUTCOMES.map((wanted) => ones.filter(({ outcome }) => outcome === wanted).length),
    ];
  });
  const ranges: [string, (one: Done) => boolean][] = [
    ['one at a time', ({ rush, faulty }) => !rush && !faulty],
    ['one at a time, during faults', ({ rush, faulty }) => !rush && faulty],
    ['200 at once', ({ rush, faulty }) => rush && !faulty],
    ['200 at once, during faults', ({ rush, faulty }) => rush && faulty],
  ];
  const latencies = (['acknowledged', 'answered'] as const).flatMap((which) =>
    ranges.map(([name, wanted]) => {
      const values = done.filter(wanted).flatMap((one) => one[which] ?? []);
      const quantiles = [0.5, 0.95, 0.99, 1].map((share) => quantile(values, share).toFixed(0));
      return [`${which}, ${name}`, values.length, ...quantiles];
    }),
  );
  const every = Math.max(1, Math.floor(samples.length / 10));
  const moments = samples
    .filter((_, at) => at % every === 0 || at === samples.length - 1)
    .map(({ minute, memory, ...rest }) => [
      minute.toFixed(1),
      memory.toFixed(0),
      rest.handles,
      rest.threads,
      rest.done,
    ]);
  return [
    table(['what was done', 'times', ...OUTCOMES], outcomes),
    table(['milliseconds', 'times', 'p50', 'p95', 'p99', 'most'], latencies),
    table(['minute', 'memory, MB', 'handles', 'threads', 'done'], moments),
  ].join('\n\n');
}
