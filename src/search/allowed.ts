import type { Filters } from './answer.js';
import { articleFilter } from './filters.js';
import { passagesIn } from './passage-table.js';
import type { SearchIndex } from './search-index.js';

/** The passages that filters let through, as a list in order and as a test. */
export type Allowed = { passages: number[]; has(passage: number): boolean };

/** What filters and a further condition on passages let through; null where there are none. */
export function allowedPassages(
  { table, articles }: SearchIndex,
  filters: Filters,
  allow: ((passage: number) => boolean) | undefined,
): Allowed | null {
  const wanted = articleFilter(filters);
  if (!wanted && !allow) return null;
  const passed = new Uint8Array(passagesIn(table));
  const passages: number[] = [];
  for (const [at, reference] of articles.references.entries()) {
    if (wanted && !wanted(reference)) continue;
    const after = table.firstPassage[at + 1] ?? 0;
    for (let passage = table.firstPassage[at] ?? 0; passage < after; passage++) {
      if (allow && !allow(passage)) continue;
      passed[passage] = 1;
      passages.push(passage);
    }
  }
  return { passages, has: (passage) => passed[passage] === 1 };
}
