import { readFileSync, writeFileSync } from 'node:fs';
import { extractQuotes } from '../src/quotes/extract.js';
import type { Quotation } from '../src/quotes/quotation.js';
import { type GoldLine, goldLine, scoreTable } from './quote-scores.js';

/**
 * Runs this project's extraction over the `text` of each line of GOLD.jsonl.
 * usage: eval-quotes GOLD.jsonl [--predictions FILE] [--scores]
 * `--predictions` writes one JSON object a line, as eval.mjs of the shared evaluation reads them; `--scores` prints scores by kind
 * of mention, publisher and confidence. Times are those of a warm process: each article's best of `PASSES`.
 */
const PASSES = 5;
const KINDS = { person: 'person', organisation: 'org', unnamed: 'nominal' } as const;

/** A quotation as the scorer reads it. */
function prediction({ start, end, text, kind, speaker }: Quotation) {
  return {
    start,
    end,
    text,
    kind,
    speaker: speaker?.name ?? null,
    speakerKind: speaker ? KINDS[speaker.kind] : 'none',
    ...(speaker ? { mention: [speaker.mention.start, speaker.mention.end] } : {}),
    rule: speaker ? `${speaker.reason}/${speaker.confidence}` : 'none',
  };
}

function readGold(file: string): GoldLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      const read = goldLine.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`${file}, line ${index + 1}: ${read.error.issues[0]?.message}`);
      return read.data;
    });
}

/** Milliseconds that each text takes, its best of several passes, in ascending order. */
function timesOf(texts: readonly string[]): number[] {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const [index, text] of texts.entries()) {
      const started = performance.now();
      extractQuotes(text);
      best[index] = Math.min(best[index] ?? 0, performance.now() - started);
    }
  return best.sort((a, b) => a - b);
}

function main(args: string[]): void {
  const [gold] = args;
  if (!gold || gold.startsWith('--')) {
    console.error('usage: eval-quotes GOLD.jsonl [--predictions FILE] [--scores]');
    process.exitCode = 2;
    return;
  }
  const at = args.indexOf('--predictions');
  const file = at === -1 ? undefined : args[at + 1];
  const lines = readGold(gold).map((line) => ({ gold: line, quotations: extractQuotes(line.text) }));
  if (file) {
    const records = lines.map(({ gold: { id }, quotations }) => ({ id, quotes: quotations.map(prediction) }));
    writeFileSync(file, `${records.map((record) => JSON.stringify(record)).join('\n')}\n`);
  }
  const times = timesOf(lines.map((line) => line.gold.text));
  const quotations = lines.flatMap((line) => line.quotations.map(prediction));
  const share = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
  console.log(`articles   ${lines.length}`);
  console.log(`quotations ${quotations.length}`);
  console.log(`median     ${share(0.5)} ms an article`);
  console.log(`p95        ${share(0.95)} ms an article`);
  if (args.includes('--scores')) {
    console.log(`\n${scoreTable(lines)}`);
    return;
  }
  const rules = new Map<string, number>();
  for (const { rule, speakerKind } of quotations) {
    const key = `${speakerKind.padEnd(8)} ${rule}`;
    rules.set(key, (rules.get(key) ?? 0) + 1);
  }
  for (const [rule, count] of [...rules].sort(([, a], [, b]) => b - a))
    console.log(`${String(count).padStart(6)}  ${rule}`);
}

main(process.argv.slice(2));
