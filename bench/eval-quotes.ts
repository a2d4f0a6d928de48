import { readFileSync, writeFileSync } from 'node:fs';
import { extractQuotes } from '../src/quotes/extract.js';

/**
 * Runs this project's extraction over the `text` of each line of GOLD.jsonl.
 * usage: eval-quotes GOLD.jsonl [--predictions FILE]
 * `--predictions` writes one JSON object a line, as eval.mjs of the shared evaluation reads them. Prints a small table.
 */
type Prediction = {
  start: number;
  end: number;
  text: string;
  kind: string;
  speaker: string | null;
  speakerKind: 'person' | 'org' | 'nominal' | 'none';
  mention?: [number, number];
  rule: string;
};

const KINDS = { person: 'person', organisation: 'org', unnamed: 'nominal' } as const;

function predict(text: string): Prediction[] {
  return extractQuotes(text).map(({ start, end, text: words, kind, speaker }) => ({
    start,
    end,
    text: words,
    kind,
    speaker: speaker?.name ?? null,
    speakerKind: speaker ? KINDS[speaker.kind] : 'none',
    ...(speaker ? { mention: [speaker.mention.start, speaker.mention.end] as [number, number] } : {}),
    rule: speaker ? `${speaker.reason}/${speaker.confidence}` : 'none',
  }));
}

function readGold(file: string): { id: string; text: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const record: unknown = JSON.parse(line);
      if (typeof record !== 'object' || record === null || !('id' in record) || !('text' in record))
        throw new Error(`${file}: a line without id and text`);
      return { id: String(record.id), text: String(record.text) };
    });
}

function main(args: string[]): void {
  const [gold] = args;
  if (!gold || gold.startsWith('--')) {
    console.error('usage: eval-quotes GOLD.jsonl [--predictions FILE]');
    process.exitCode = 2;
    return;
  }
  const at = args.indexOf('--predictions');
  const file = at === -1 ? undefined : args[at + 1];
  const records = readGold(gold);
  for (const { text } of records.slice(0, 20)) predict(text);
  const times: number[] = [];
  const rules = new Map<string, number>();
  let quotations = 0;
  const lines = records.map(({ id, text }) => {
    const started = performance.now();
    const quotes = predict(text);
    times.push(performance.now() - started);
    quotations += quotes.length;
    for (const { rule, speakerKind } of quotes) {
      const key = `${speakerKind.padEnd(8)} ${rule}`;
      rules.set(key, (rules.get(key) ?? 0) + 1);
    }
    return JSON.stringify({ id, quotes });
  });
  if (file) writeFileSync(file, `${lines.join('\n')}\n`);
  times.sort((a, b) => a - b);
  console.log(`articles   ${records.length}`);
  console.log(`quotations ${quotations}`);
  console.log(`median     ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(2)} ms an article`);
  console.log(`p95        ${(times[Math.floor(times.length * 0.95)] ?? 0).toFixed(2)} ms an article`);
  for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(6)}  ${rule}`);
}

main(process.argv.slice(2));
