import type { Removed } from './article.js';
import { bylineAuthors } from './byline.js';
import { cleanField } from './clean.js';
import { isVagueDate, writtenDate } from './dates.js';
import type { Block } from './lines.js';

/** What the lines before the first real paragraph say, and the blocks that are left for the body. */
export type Header = {
  title: string | null;
  publication: string | null;
  tagline: string | null;
  authors: string[];
  publishedAt: string | null;
  removed: Removed[];
  body: Block[];
};

// More lines than this before the first paragraph are no header but a list.
const MAX_LINES = 12;
const SENTENCE_END = /[.!?…。！？][”’"'»)\]]*$/u;
const FULL_STOP = /[.…。][”’"'»)\]]*$/u;
const INNER_END = /[.!?][”’"']?\s+[“‘"']?\p{Lu}/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const SMALL =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|off|on|or|over|per|the|to|up|via|with|de|la|le|du|des|der|die|das|und)$/i;

/** True for a paragraph of an article, as against a headline, a name or a label above it. */
export function isProse(text: string): boolean {
  const words = countWords(text);
  if (words >= 40) return true;
  if (!SENTENCE_END.test(text)) return false;
  return FULL_STOP.test(text) ? words >= 10 : INNER_END.test(text) && words >= 10;
}

/** Reads the header block of a plain text. Nothing is lost: what is no field goes to the body or to `removed`. */
export function readHeader(blocks: readonly Block[]): Header {
  const header: Header = {
    title: null,
    publication: null,
    tagline: null,
    authors: [],
    publishedAt: null,
    removed: [],
    body: [],
  };
  const first = blocks.slice(0, MAX_LINES + 1).findIndex(({ text }) => isProse(text));
  const length = first === -1 ? Math.min(1, blocks.length - 1) : first;
  const lines: Block[] = [];
  for (const block of blocks.slice(0, length)) if (!readField(block, header)) lines.push(block);
  nameLines(lines, header);
  header.body.push(...blocks.slice(length));
  return header;
}

// Byline and date line.
function readField({ text, line }: Block, header: Header): boolean {
  for (const part of text.split(/\s+[|•·]\s+/)) {
    const authors = bylineAuthors(part);
    const date = writtenDate(part);
    if (authors) header.authors.push(...authors.filter((author) => !header.authors.includes(author)));
    else if (date) header.publishedAt ??= date;
    else if (isVagueDate(part))
      header.removed.push({ text: part, line, reason: 'a date that does not name the day' });
    else return false;
  }
  return true;
}

// Publication, tagline and headline, of which only the headline is always there.
function nameLines(lines: readonly Block[], header: Header): void {
  const [first, second, third] = lines;
  if (!first) return;
  let at = 0;
  if (second && isName(first.text) && (third || isMasthead(first.text))) {
    header.publication = cleanField(first.text);
    at = 1;
    if (third && isTagline(second.text)) {
      header.tagline = cleanField(second.text);
      at = 2;
    }
  }
  const title = lines[at];
  if (title) header.title = cleanField(title.text);
  header.body.push(...lines.slice(at + 1));
}

// "London Defender", "The Wrenfield Courier (sample)": few words, each with a capital.
function isName(text: string): boolean {
  return countWords(text) <= 6 && !SENTENCE_END.test(text) && isTitleCase(text);
}

function isMasthead(text: string): boolean {
  return /(?<!\p{L})(?:times|news|post|herald|courier|defender|gazette|mirror|telegraph|guardian|chronicle|tribune|journal|observer|express|mail|echo|argus|press|star|sun|standard|independent|mercury|advertiser|examiner|globe|bulletin|dispatch|sentinel|record|review|reporter|citizen|leader|weekly|daily|today|magazine|wire|reuters|agency|broadcasting)(?!\p{L})|\.(?:com|org|net|co\.\p{L}{2})$/iu.test(
    text,
  );
}

function isTagline(text: string): boolean {
  return (
    countWords(text) <= 12 &&
    (isTitleCase(text) || FULL_STOP.test(text) || /^(?:the|your|since|for)\s/i.test(text))
  );
}

function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu) ?? [];
  return (
    words.length > 0 &&
    words.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL.test(word)))
  );
}

function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return unspaced > 0
    ? Math.ceil(unspaced / 2)
    : (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0);
}
