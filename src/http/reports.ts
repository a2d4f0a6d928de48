import { type Health, type HealthOfAll, healthOf, healthOfAll } from './health.js';
import { createMetrics, type MetricsText, metricsOfAll, type Watch } from './metrics.js';
import { createProbe } from './probe.js';
import type { Running } from './running.js';

/** What the HTTP port tells. */
export type Reports = {
  health(): Promise<Health | HealthOfAll>;
  metrics(): Promise<MetricsText>;
};

/** What this process tells of itself. */
export type OwnReports = Reports & {
  /** To be told of everything that the metrics count. */
  watch: Watch;
  /** The metrics as data, for a manager, who puts those of its processes together. */
  metricsData(): Promise<unknown>;
};

/** What this process tells of itself; `process` is its number where it is one of several. Made once in a process. */
export function createReports(running: Running, process?: number): OwnReports {
  const probe = createProbe(running);
  const connected = () => running.connected();
  const metrics = createMetrics(probe, connected, process);
  return {
    health: async () => healthOf(await probe(), connected(), stateOf(running)),
    metrics: metrics.text,
    metricsData: metrics.data,
    watch: metrics.watch,
  };
}

const stateOf = ({ state }: Running): Health['state'] =>
  state ? (state.isShut() ? 'was never read' : 'is known') : 'is still being opened';

/** What all processes tell together; `ask` gives what each tells, by its number, and `shards` are their connections. */
export function reportsOfAll(
  ask: (what: 'health' | 'metrics') => Promise<readonly unknown[]>,
  shards: readonly string[],
): Reports {
  return {
    health: async () => healthOfAll(await ask('health'), shards),
    metrics: async () => metricsOfAll(await ask('metrics')),
  };
}
