import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Bytes of a page; each has a checksum of its own. */
export const PAGE = 64 * 1024;
// 32 MiB in all.
const MOST_PAGES = 512;

/** A page is not as it was written. */
export class DamagedPageError extends Error {
  override name = 'DamagedPageError';
}

/** A file that is read a page at a time, when somebody asks for what stands there. */
export type PagedFile = {
  /** A copy of the bytes from `from` to before `to`. @throws {DamagedPageError} */
  read(from: number, to: number): Uint8Array<ArrayBuffer>;
  close(): void;
};

/** The checksum of each page of bytes. */
export function pageChecksums(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const checksums = new Uint32Array(Math.ceil(bytes.length / PAGE));
  for (let page = 0; page < checksums.length; page++)
    checksums[page] = crc32(bytes.subarray(page * PAGE, (page + 1) * PAGE));
  return checksums;
}

/** The part of a file of `length` bytes that begins at `start` and whose pages have these checksums. */
export function openPagedFile(
  path: string,
  { start, length, checksums }: { start: number; length: number; checksums: Uint32Array },
): PagedFile {
  // Kept open: a file that replaces this one does not disturb whoever reads it.
  const file = openSync(path, 'r');
  if (fstatSync(file).size < start + length) {
    closeSync(file);
    throw new DamagedPageError(`${path} is cut short`);
  }
  const pages = new Map<number, Uint8Array>();
  const pageAt = (number: number): Uint8Array => {
    const known = pages.get(number);
    if (known) {
      pages.delete(number);
      pages.set(number, known);
      return known;
    }
    const page = new Uint8Array(Math.min(PAGE, length - number * PAGE));
    const bytes = readSync(file, page, 0, page.length, start + number * PAGE);
    if (bytes !== page.length || crc32(page) !== checksums[number])
      throw new DamagedPageError(`${path} is damaged at byte ${start + number * PAGE}`);
    pages.set(number, page);
    if (pages.size > MOST_PAGES) pages.delete(pages.keys().next().value ?? -1);
    return page;
  };
  return {
    read(from, to) {
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
    close: () => closeSync(file),
  };
}
