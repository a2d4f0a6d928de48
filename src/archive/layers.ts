import type { Stretch } from '../text/stretches.js';

/** Entry `number` of list number `source` of several. */
export type Place = { source: number; number: number };

/** Places in order as stretches, as few as they make. */
export function stretchesOf(places: Iterable<Place>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { source, number } of places) {
    const last = stretches.at(-1);
    if (last?.source === source && last.after === number) last.after++;
    else stretches.push({ source, first: number, after: number + 1 });
  }
  return stretches;
}
