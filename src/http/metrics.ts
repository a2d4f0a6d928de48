import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { ArchiveWatch } from '../archive/watch.js';
import type { RouterWatch } from '../discord/watch.js';
import type { Probed } from './probe.js';

/** What the metrics are made from: the archive's events, those of Discord, and a lost search thread. */
export type Watch = ArchiveWatch & RouterWatch & { lost(): void };

export type Metrics = {
  watch: Watch;
  /** All metrics as Prometheus reads them. */
  text(): Promise<MetricsText>;
  /** The same as data, for `metricsOfAll`. */
  data(): Promise<unknown>;
};

export type MetricsText = { type: string; text: string };

// Seconds. What matters is 0.3 (choices), 1 (the aim for an acknowledgement) and 3 (Discord gives up).
const ANSWERING = [0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 3, 5, 10, 30];
const BUILDING = [0.1, 0.5, 1, 5, 15, 60, 300, 900];

/**
 * The metrics of this process; of one of several with its number as the label `process`. Every label is one of a closed list: commands, kinds, results; never what somebody wrote.
 * Made once in a process: watching the event loop and the collector cannot be undone.
 */
export function createMetrics(
  probe: () => Promise<Probed>,
  connected: () => boolean,
  process: number | undefined,
): Metrics {
  const registry = new Registry();
  if (process !== undefined) registry.setDefaultLabels({ process: String(process) });
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const interactions = new Counter({
    name: 'cuttings_interactions_total',
    help: 'Interactions by how they arrived, command and result (answered, refused, failed, gone).',
    labelNames: ['kind', 'command', 'result'],
    registers,
  });
  const answering = new Histogram({
    name: 'cuttings_interaction_seconds',
    help: 'From the arrival of an interaction to the end of its answer.',
    labelNames: ['kind', 'command'],
    buckets: ANSWERING,
    registers,
  });
  const acknowledging = new Histogram({
    name: 'cuttings_acknowledge_seconds',
    help: 'From the arrival of an interaction to when Discord was told that it is being seen to.',
    labelNames: ['kind'],
    buckets: ANSWERING,
    registers,
  });
  const underWay = new Gauge({
    name: 'cuttings_interactions_under_way',
    help: 'Interactions that have arrived and are not over.',
    registers,
  });
  const queries = new Counter({
    name: 'cuttings_queries_total',
    help: 'Queries of the archive by name and result (answered, failed).',
    labelNames: ['query', 'result'],
    registers,
  });
  const searching = new Histogram({
    name: 'cuttings_query_seconds',
    help: 'From when a query of the archive is asked to its end, the wait for its turn included.',
    labelNames: ['query'],
    buckets: ANSWERING,
    registers,
  });
  const queue = new Gauge({
    name: 'cuttings_query_queue',
    help: 'Queries of the archive that wait for the search thread or run on it.',
    registers,
  });
  const questions = new Counter({
    name: 'cuttings_questions_total',
    help: 'Questions by outcome: answered, or why there was no answer.',
    labelNames: ['outcome'],
    registers,
  });
  const reloads = new Histogram({
    name: 'cuttings_reload_seconds',
    help: 'Reloads by result: swapped, unchanged, or kept (the new archive was not good).',
    labelNames: ['result'],
    buckets: BUILDING,
    registers,
  });
  const lost = new Counter({
    name: 'cuttings_search_threads_lost_total',
    help: 'Search threads that were lost, and replacements that could not be built.',
    registers,
  });
  new Gauge({
    name: 'cuttings_discord_connected',
    help: 'Whether the gateway of Discord is connected.',
    registers,
    collect() {
      this.set(connected() ? 1 : 0);
    },
  });
  const answers = new Gauge({
    name: 'cuttings_archive_answers',
    help: 'Whether the archive answered within two seconds.',
    registers,
  });
  const size = new Gauge({
    name: 'cuttings_snapshot_size',
    help: 'What the snapshot that answers holds.',
    labelNames: ['of'],
    registers,
  });
  const age = new Gauge({
    name: 'cuttings_snapshot_age_seconds',
    help: 'Since when the snapshot that answers was built.',
    registers,
  });

  async function lookAtArchive() {
    const { archive, status } = await probe();
    answers.set(archive === 'answers' ? 1 : 0);
    if (!status) return;
    for (const of of ['articles', 'passages', 'quotations', 'people', 'problems'] as const)
      size.set({ of }, status[of]);
    age.set(Math.max(0, (Date.now() - Date.parse(status.builtAt)) / 1000));
  }

  return {
    async text() {
      await lookAtArchive();
      return { type: registry.contentType, text: await registry.metrics() };
    },
    async data() {
      await lookAtArchive();
      return registry.getMetricsAsJSON();
    },
    watch: {
      arrived(kind, command) {
        const since = performance.now();
        let waiting = true;
        underWay.inc();
        const acknowledged = () => {
          if (waiting) acknowledging.observe({ kind }, seconds(since));
          waiting = false;
        };
        return {
          acknowledged,
          over(result) {
            // What was told at once is acknowledged by that.
            if (result === 'answered' || result === 'refused') acknowledged();
            underWay.dec();
            answering.observe({ kind, command }, seconds(since));
            interactions.inc({ kind, command, result });
          },
        };
      },
      query(name) {
        const since = performance.now();
        queue.inc();
        return (result) => {
          queue.dec();
          searching.observe({ query: name }, seconds(since));
          queries.inc({ query: name, result });
        };
      },
      asked: ({ reason }) => questions.inc({ outcome: reason ?? 'answered' }),
      reloaded({ swapped, why, milliseconds }) {
        const result = swapped ? 'swapped' : why === null ? 'unchanged' : 'kept';
        reloads.observe({ result }, milliseconds / 1000);
      },
      lost: () => lost.inc(),
    },
  };
}

const DataSchema = z.array(z.looseObject({ name: z.string() }));

/** What several processes gave as `data`, by their numbers, as one text; undefined of those that gave nothing. */
export async function metricsOfAll(given: readonly unknown[]): Promise<MetricsText> {
  const registry = new Registry();
  const up = new Gauge({
    name: 'cuttings_process_up',
    help: 'Whether the process of the bot runs and answers its manager.',
    labelNames: ['process'],
    registers: [registry],
  });
  const read = given.map((data) => DataSchema.safeParse(data));
  for (const [process, { success }] of read.entries()) up.set({ process }, success ? 1 : 0);
  const data = read.flatMap((each) => (each.success ? [each.data] : []));
  const all = AggregatorRegistry.aggregate([...data, await registry.getMetricsAsJSON()]);
  return { type: registry.contentType, text: await all.metrics() };
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
