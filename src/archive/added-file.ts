import { basename, extname } from 'node:path';
import type { ReadResult } from '../articles/article.js';
import { readSetSettings } from '../articles/listing.js';
import { createParsePool } from '../articles/parse-pool.js';
import { fold } from '../text/fold.js';

/** Endings that a format is also known by; any other is none of ours, and what the file holds decides alone. */
const ENDINGS = new Set(
  '.txt .md .markdown .html .htm .json .jsonl .ndjson .xml .rss .atom .zip .gz .warc'.split(' '),
);
const LONGEST_NAME = 60;
/** The set passes over files of these names. */
const PASSED_OVER = /^(?:readme|licen[cs]e)$/;

/** A name for a file that somebody sends: letters, digits and dashes, no folder, and nothing that the set would pass over. */
export function safeFileName(name: string): string {
  const ending = extname(basename(name)).toLowerCase();
  const stem = fold(basename(name).slice(0, 200))
    .replace(/\.[^.]*$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
  const safe = stem === '' || PASSED_OVER.test(stem) ? `article${stem && `-${stem}`}` : stem;
  return safe + (ENDINGS.has(ending) ? ending : '.txt');
}

/** What the set in `directory` would make of a file of this name, read on threads of its own with limits of time and memory. Never throws. */
export async function readAddedFile(directory: string, name: string, bytes: Uint8Array): Promise<ReadResult> {
  const { settings } = await readSetSettings(directory);
  const pool = createParsePool();
  try {
    // The thread takes the bytes away, and they are wanted again.
    return await pool.parse({ bytes: Uint8Array.from(bytes), name, settings });
  } finally {
    await pool.close();
  }
}
