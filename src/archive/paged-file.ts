import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { DamagedError } from '../search/damaged.js';

/** Bytes of a page; each has a checksum of its own. A question reads hundreds of places: larger ones cost it more time. */
export const PAGE = 4 * 1024;
// 64 MiB.
const MOST_PAGES = 16_384;
// Of so many bytes the pages are read at once, and are not among the recent ones.
const LARGE = 1024 * 1024;

/** A file that is read a page at a time, when somebody asks for what stands there. */
export type PagedFile = {
  length: number;
  /** The bytes from `from` to before `to`, to be read and not written to. @throws {DamagedError} */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
  /** All of it, read once. @throws {DamagedError} */
  all(): Uint8Array<ArrayBuffer>;
};

/** The checksum of each page of bytes. */
export function pageChecksums(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const checksums = new Uint32Array(Math.ceil(bytes.length / PAGE));
  for (let page = 0; page < checksums.length; page++)
    checksums[page] = crc32(bytes.subarray(page * PAGE, (page + 1) * PAGE));
  return checksums;
}

/** The pages of one file that were read last, by where they begin. All that is read of the file shares them. */
export type RecentPages = Map<number, Uint8Array<ArrayBuffer>>;

/** The part of an open file of `length` bytes that begins at `start` and whose pages have these checksums; `path` is for messages. */
export function pagedFile(
  file: number,
  {
    path,
    start,
    length,
    checksums,
    pages,
  }: { path: string; start: number; length: number; checksums: Uint32Array; pages: RecentPages },
): PagedFile {
  const pageAt = (number: number): Uint8Array<ArrayBuffer> => {
    const from = start + number * PAGE;
    const known = pages.get(from);
    if (known) {
      pages.delete(from);
      pages.set(from, known);
      return known;
    }
    const page = readWhole(file, from, Math.min(PAGE, length - number * PAGE));
    if (crc32(page) !== checksums[number]) throw new DamagedError(`${path} is damaged near byte ${from}`);
    pages.set(from, page);
    if (pages.size > MOST_PAGES) pages.delete(pages.keys().next().value ?? -1);
    return page;
  };
  const readLarge = (from: number, to: number): Uint8Array<ArrayBuffer> => {
    const [first, after] = [Math.floor(from / PAGE), Math.ceil(to / PAGE)];
    const bytes = readWhole(file, start + first * PAGE, Math.min(length, after * PAGE) - first * PAGE);
    if (pageChecksums(bytes).some((checksum, page) => checksum !== checksums[first + page]))
      throw new DamagedError(`${path} is damaged`);
    return bytes.subarray(from - first * PAGE, to - first * PAGE);
  };
  return {
    length,
    read(from, to) {
      if (to - from >= LARGE && to <= length) return readLarge(from, to);
      const only = Math.floor(from / PAGE);
      // Mostly what is asked for stands on one page, and copying it would take longer than finding it.
      if (from < to && to <= Math.min(length, (only + 1) * PAGE))
        return pageAt(only).subarray(from - only * PAGE, to - only * PAGE);
      const found = new Uint8Array(Math.max(0, to - from));
      for (let at = from; at < to; ) {
        const number = Math.floor(at / PAGE);
        const page = pageAt(number);
        const piece = page.subarray(at - number * PAGE, Math.min(page.length, to - number * PAGE));
        if (piece.length === 0) throw new RangeError(`there is nothing at byte ${at} of ${path}`);
        found.set(piece, at - from);
        at += piece.length;
      }
      return found;
    },
    all: () => readLarge(0, length),
  };
}

/** `length` bytes of an open file from `position` on. @throws where there are fewer */
export function readWhole(file: number, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length; ) {
    // Some systems read no more than 2 GiB at once.
    const most = Math.min(length - filled, 2 ** 30);
    const read = readSync(file, bytes, filled, most, position + filled);
    if (read === 0) throw new DamagedError('the file is cut short');
    filled += read;
  }
  return bytes;
}
