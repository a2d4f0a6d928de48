import { MAX_INPUT_BYTES } from '../limits.js';
import { plainValue, readBody } from './body.js';
import { titleFromName } from './names.js';
import type { Drafts, Reader, Source } from './reader.js';
import { webUrl } from './values.js';

const START = /^\s*(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i;
const NAME = /\.x?html?$/i;
const TITLE = /<title(?:\s[^>]{0,200})?>([^<]{1,1000})/i;

/** Stands in for the reader of web pages, which replaces it here and in `index.ts`: it knows paragraphs and no more. */
export const htmlPlaceholder: Reader = {
  format: 'HTML',
  maxBytes: MAX_INPUT_BYTES,
  accepts: ({ name, text }) => START.test(text.slice(0, 4096)) || NAME.test(name),
  read,
};

function read({ name, text, url = '' }: Source): Drafts {
  const { paragraphs, removed } = readBody(text);
  const title = plainValue(TITLE.exec(text.slice(0, 64_000))?.[1] ?? '') || titleFromName(name);
  const about = { title, publication: null, tagline: null, authors: [], publishedAt: null, url: webUrl(url) };
  return { drafts: [{ ...about, removed, paragraphs }], problems: [] };
}
