import { feed } from './feed.js';
import { html } from './html.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { markdown } from './markdown.js';
import { plainText } from './plain-text.js';
import type { Reader } from './reader.js';

/** Readers of formats that show in the text itself. They are asked first; the first that accepts a file reads it. */
export const STRUCTURED_READERS: readonly Reader[] = [feed, jsonl, json, html];

/** Readers of what is left when the text is in no other known format. Plain text accepts everything, so it is last. */
export const PROSE_READERS: readonly Reader[] = [markdown, plainText];
