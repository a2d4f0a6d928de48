import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { declaredEncoding } from '../src/articles/declared-encoding.js';
import { decode } from '../src/articles/decode.js';
import { readPage } from '../src/articles/html/page.js';
import { readability } from './articles/readability.js';
import { type Found, type Marked, type Scores, score } from './articles/score.js';

/**
 * Extracts the articles of saved pages and compares them with gold, beside Readability with linkedom.
 * usage: eval-articles DIR [--predictions FILE]
 * DIR holds `pages/ID.html.gz` and `gold.jsonl`; the set of a page is what stands before the first hyphen of its
 * id. `--predictions` writes one JSON object a line, as eval.mjs of the shared evaluation reads them.
 */
const Gold = z.looseObject({
  id: z.string(),
  paragraphs: z.array(z.string()).nullable().default(null),
  body: z.array(z.string()).nullable().default(null),
  title: z.string().nullable().default(null),
  authors: z.array(z.string()).default([]),
  date: z.string().nullable().default(null),
});

type Run = { found: Found | null; milliseconds: number };
const NOTHING: Found = { paragraphs: [], title: null, authors: [], publishedAt: null };
const WARM_UP = 20;

function cuttings(html: string): Found {
  const { paragraphs, metadata } = readPage(html);
  const { title, authors, publishedAt } = metadata;
  return {
    paragraphs: paragraphs.map(({ text }) => text),
    title,
    authors: authors.map(({ name }) => name),
    publishedAt,
  };
}

function timed(extract: (html: string) => Found | null, html: string): Run {
  const start = performance.now();
  const found = extract(html);
  return { found, milliseconds: performance.now() - start };
}

function row(name: string, golds: readonly Marked[], runs: readonly Run[]): string {
  const scores = score(golds.map((gold, index) => ({ gold, found: runs[index]?.found ?? NOTHING })));
  const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const missing = runs.filter(({ found }) => !found).length;
  const cells = [
    ...COLUMNS.map((column) => scores[column]?.toFixed(3) ?? '-'),
    quantile(times, 0.5),
    quantile(times, 0.99),
    String(missing),
  ];
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(9))].join('');
}

const COLUMNS: readonly (keyof Scores)[] = [
  'body',
  'precision',
  'recall',
  'paragraph',
  'title',
  'authors',
  'date',
];

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

function main(args: readonly string[]): void {
  const [directory] = args;
  if (!directory || directory.startsWith('--')) {
    console.error('usage: eval-articles DIR [--predictions FILE]');
    process.exitCode = 2;
    return;
  }
  const at = args.indexOf('--predictions');
  const predictions = at === -1 ? undefined : args[at + 1];
  const golds = readFileSync(join(directory, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Gold.parse(JSON.parse(line)));
  const pages = golds.map(({ id }) => {
    const bytes = gunzipSync(readFileSync(join(directory, 'pages', `${id}.html.gz`)));
    return decode(bytes, declaredEncoding(bytes)).text;
  });
  for (const html of pages.slice(0, WARM_UP)) for (const extract of [cuttings, readability]) extract(html);
  const ours = pages.map((html) => timed(cuttings, html));
  const theirs = pages.map((html) => timed(readability, html));

  const head = [
    'body F1',
    'prec.',
    'recall',
    'par. F1',
    'title',
    'authors',
    'date',
    'ms med.',
    'ms p99',
    'missing',
  ];
  console.log(['set'.padEnd(24), ...head.map((cell) => cell.padStart(9))].join(''));
  const sets = new Set(golds.map(({ id }) => id.split('-')[0] ?? ''));
  for (const set of [...sets, '']) {
    const places = golds.flatMap(({ id }, index) => (id.startsWith(set) ? [index] : []));
    const pick = (runs: readonly Run[]) => places.flatMap((place) => runs[place] ?? []);
    const marked = places.flatMap((place) => golds[place] ?? []);
    console.log(row(`${set || 'all'}: cuttings`, marked, pick(ours)));
    console.log(row(`${set || 'all'}: readability`, marked, pick(theirs)));
  }
  if (predictions === undefined) return;
  const lines = golds.map(({ id }, index) => JSON.stringify({ id, ...(ours[index]?.found ?? NOTHING) }));
  writeFileSync(predictions, `${lines.join('\n')}\n`);
}

main(process.argv.slice(2));
