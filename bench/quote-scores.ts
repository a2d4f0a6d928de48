import * as z from 'zod';
import type { Quotation } from '../src/quotes/quotation.js';
import { nameKey, parseName, partsAgree } from '../src/text/names.js';

/** A line of the shared evaluation's gold: what it says of each quotation, as far as it is read here. */
export const goldLine = z.object({
  id: z.string(),
  text: z.string(),
  publisher: z.string().default('-'),
  quotes: z
    .array(
      z.object({
        start: z.number(),
        end: z.number(),
        core: z.boolean().default(true),
        optional: z.boolean().default(false),
        transcript: z.boolean().default(false),
        speaker: z.string().nullable().default(null),
        alt: z.array(z.string().nullable()).default([]),
        speakerType: z.string().default('-'),
        inParagraph: z.boolean().default(true),
      }),
    )
    .default([]),
});
export type GoldLine = z.infer<typeof goldLine>;
type GoldQuote = GoldLine['quotes'][number];

type Row = { quotations: number; found: number; spoken: number; right: number; named: number; wrong: number };

/**
 * Scores by kind of mention, by publisher and by confidence, as a table to print: core quotations, how many are found; of those with a
 * named speaker how many are attributed rightly; how many are given a name, and how many of these a wrong one. Names are compared
 * more plainly than the shared scorer does, so its figures may differ by a quotation.
 */
export function scoreTable(lines: readonly { gold: GoldLine; quotations: readonly Quotation[] }[]): string {
  const tables = new Map<string, Map<string, Row>>();
  const count = (table: string, key: string, gold: GoldQuote, found: Quotation | undefined) => {
    const rows = tables.get(table) ?? new Map<string, Row>();
    const row = rows.get(key) ?? { quotations: 0, found: 0, spoken: 0, right: 0, named: 0, wrong: 0 };
    tables.set(table, rows.set(key, row));
    const name = found?.speaker?.kind === 'person' ? found.speaker.name : null;
    const accepted = [gold.speaker, ...gold.alt].flatMap((one) => one ?? []);
    const right = name !== null && accepted.some((one) => isSame(name, one));
    row.quotations += 1;
    row.found += Number(!!found);
    row.spoken += Number(!!found && gold.speaker !== null);
    row.right += Number(right && gold.speaker !== null);
    row.named += Number(name !== null);
    row.wrong += Number(name !== null && !right);
  };
  for (const { gold, quotations } of lines)
    for (const quote of gold.quotes.filter((one) => one.core && !one.optional && !one.transcript)) {
      const found = quotations.find((one) => overlaps(one, quote));
      count('mention', quote.inParagraph ? quote.speakerType : 'none in paragraph', quote, found);
      count('publisher', gold.publisher, quote, found);
      count('confidence', found?.speaker?.confidence ?? (found ? 'unattributed' : 'not found'), quote, found);
    }
  return [...tables].map(([table, rows]) => printed(table, rows)).join('\n\n');
}

function printed(table: string, rows: ReadonlyMap<string, Row>): string {
  const line = (cells: (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(11))).join('');
  const share = (part: number, of: number) => (of === 0 ? '–' : ((100 * part) / of).toFixed(1));
  return [
    line([`by ${table}`, 'quotations', 'found %', 'speaker', 'right %', 'named', 'wrong %']),
    ...[...rows]
      .sort(([, a], [, b]) => b.quotations - a.quotations)
      .map(([key, row]) =>
        line([
          key,
          row.quotations,
          share(row.found, row.quotations),
          row.spoken,
          share(row.right, row.spoken),
          row.named,
          share(row.wrong, row.named),
        ]),
      ),
  ].join('\n');
}

/** Two spans are one quotation where they share four fifths of both. */
function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared >= 0.8 * Math.max(one.end - one.start, other.end - other.start);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [parseName(one), parseName(other)];
  // The annotators leave a suffix out where nobody else has the name.
  const suffix = a.suffix && b.suffix ? {} : { suffix: null };
  if (a.given.length > 0 && b.given.length > 0) return partsAgree({ ...a, ...suffix }, { ...b, ...suffix });
  const [short, long] = a.given.length === 0 ? [a, b] : [b, a];
  return [long.surname, ...long.given].some((word) => nameKey(word) === nameKey(short.surname));
}
