import { html } from './html.js';
import { markdown } from './markdown.js';
import { plainText } from './plain-text.js';
import type { Reader } from './reader.js';

/** All readers; the first that accepts a file reads it. Plain text accepts everything, so it is last. */
export const READERS: readonly Reader[] = [html, markdown, plainText];
