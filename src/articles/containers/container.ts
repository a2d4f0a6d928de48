import type { Problem } from '../article.js';
import { MAX_PARTS, MAX_UNPACKED_BYTES } from '../limits.js';

/** A file, or a part of one that holds several. */
export type Part = {
  /** Where it is, for people: `pages/a.html.gz`, `export.zip/2023/a.html`, `crawl.warc.gz#12`. */
  place: string;
  /** What it would be called if it were a file of its own; its ending tells the format where the content does not. */
  name: string;
  bytes: Uint8Array;
  /** The address it was fetched from, where the container says so. */
  url?: string;
  /** The encoding that came with it, where it did. */
  charset?: string;
  /** True for a web page, whatever its bytes look like; it is never opened as a container. */
  isPage?: true;
};

/** What may still be unpacked from one file. One budget serves all its parts and what lies inside them. */
export type Budget = { bytes: number; parts: number };

/** A format that holds files. */
export type Container = {
  /** What it is called in messages: "a zip archive". */
  kind: string;
  /** True for the bytes it opens: by signature, never by name. */
  accepts(bytes: Uint8Array): boolean;
  /** Its parts in order, each made only when it is asked for. Never throws. */
  open(part: Part, budget: Budget): Iterable<{ part: Part } | { problem: Problem }>;
};

/** The budget of one file. */
export function newBudget(): Budget {
  return { bytes: MAX_UNPACKED_BYTES, parts: MAX_PARTS };
}
