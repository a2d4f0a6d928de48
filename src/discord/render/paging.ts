import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { snapshotDigest, writeCustomId } from '../custom-id.js';
import { small, text, turnRow } from '../view.js';

/** Room that `pager` needs at most, in bytes of text. */
export const PAGER_ROOM = 120;

/** How many of the items fit on a page that starts with the first of them: at least one, at most `most`. */
export function fitting(sizes: readonly number[], room: number, most: number): number {
  let used = 0;
  let count = 0;
  for (const size of sizes.slice(0, most)) {
    if (count > 0 && used + size > room) break;
    used += size;
    count += 1;
  }
  return count;
}

/** A page of items: the place of the first, how many it shows, and where the page before starts. */
export type Page = { at: number; count: number; previous: number };

/**
 * The page that starts with item `at` of all, or with the first of those measured where it is none of them. `sizes` are those of the
 * items from `offset` on; `index` is the place of the page's first item among them. A page has at most `most` items, and takes `room` bytes.
 */
export function pageOf(
  sizes: readonly number[],
  { at, offset = 0, room, most }: { at: number; offset?: number; room: number; most: number },
): Page & { index: number } {
  const wanted = at - offset;
  const index = wanted >= 0 && wanted < sizes.length ? wanted : 0;
  const before = fitting(sizes.slice(0, index).reverse(), room, most);
  return {
    index,
    at: offset + index,
    count: fitting(sizes.slice(index), room, most),
    previous: offset + index - before,
  };
}

/** The page indicator and the buttons; nothing where one page holds all. */
export function pager({
  command,
  range: rangeOf,
  words,
  turning,
  snapshot,
  page: { at, count, previous },
  total,
}: {
  command: string;
  /** Says what the page shows: "Passages 1–3 of 5". */
  range(range: string, total: number): string;
  words: Words;
  turning: Turning;
  snapshot: string;
  page: Page;
  total: number;
}) {
  if (count >= total) return [];
  const end = Math.min(at + count, total);
  const customId = (to: number) =>
    writeCustomId({
      command,
      at: to,
      owner: turning.owner,
      private: turning.private,
      snapshot: snapshotDigest(snapshot),
      choice: turning.choice,
      item: null,
    });
  const range = count === 1 ? `${at + 1}` : `${at + 1}–${end}`;
  return [
    text(small(rangeOf(range, total))),
    turnRow(
      { customId: customId(previous), disabled: at === 0 },
      { customId: customId(end), disabled: end >= total },
      words,
    ),
  ];
}

/** A line that says so where the archive is not the one that the question was first asked of. */
export function changedLine({ since }: Turning, snapshot: string, { pages }: Words) {
  if (since === null || since === snapshotDigest(snapshot)) return [];
  return [text(small(pages.changed))];
}
