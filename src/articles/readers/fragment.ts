import { Parser } from 'htmlparser2';
import type { Removed } from '../article.js';
import { cleanValue } from '../clean.js';
import { MAX_XML_DEPTH } from '../limits.js';
import { type BodyLine, plainLines } from './body-lines.js';

/** The lines of a piece of HTML, what was left out of it, and why its reading ended early where it did. */
export type Fragment = { lines: BodyLine[]; removed: Removed[]; cut: string | null };

const words = (list: string) => new Set(list.split(' '));
const BLOCKS = words(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
);
const MARKED = words('h1 h2 h3 h4 h5 h6 li dd dt blockquote');
// Not text at all; and what `htmlparser2` gives as text though a browser shows none of it.
const SILENT = words(
  'script style noscript template iframe svg math canvas object embed audio video select option textarea button head title',
);
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['figure', 'picture or caption'],
  ['figcaption', 'picture or caption'],
  ['table', 'table'],
  ['aside', 'aside'],
  ['nav', 'menu'],
  ['footer', 'footer'],
  ['form', 'form'],
]);

class TooDeep extends Error {}

/**
 * The paragraphs of a piece of HTML such as a feed or a JSON file holds, by its block tags. The parser makes no
 * tree; its time grows with depth, so depth is bounded. Where no tag ends a paragraph, line ends do.
 */
export function fragmentLines(html: string): Fragment {
  const lines: BodyLine[] = [];
  const removed: Removed[] = [];
  const open: string[] = [];
  const leftOut: string[] = [];
  let [silent, links, marked] = [0, 0, 0];
  let text = '';
  let linked = 0;
  let hasBlocks = false;

  const flush = () => {
    const closed = cleanValue(text);
    const reason = leftOut[0];
    if (closed !== '' && reason !== undefined) removed.push({ text: closed, line: null, reason });
    else if (closed !== '') {
      const isLinked = linked > 0 && linked >= closed.replace(/\s/g, '').length;
      lines.push({ text: closed, gaps: [], marked: marked > 0, linked: isLinked });
    }
    text = '';
    linked = 0;
  };
  const flushBlock = () => {
    flush();
    hasBlocks = true;
  };
  // Counts what the text from here on lies in; `step` is 1 at a tag that opens and -1 at its end.
  const count = (name: string, step: 1 | -1) => {
    if (SILENT.has(name)) silent += step;
    if (name === 'a') links += step;
    if (MARKED.has(name)) marked += step;
    const reason = LEFT_OUT.get(name);
    if (reason !== undefined && step === 1) leftOut.push(reason);
    else if (reason !== undefined) leftOut.pop();
  };

  const parser = new Parser({
    onopentag(name) {
      if (open.length >= MAX_XML_DEPTH) throw new TooDeep();
      if (BLOCKS.has(name)) flushBlock();
      open.push(name);
      count(name, 1);
      if (name !== 'br') return;
      // Two of them are how old pages end a paragraph.
      if (/\n\s*$/.test(text.slice(-20))) flushBlock();
      else text += '\n';
    },
    ontext(data) {
      if (silent > 0) return;
      text += data;
      if (links > 0) linked += data.replace(/\s/g, '').length;
    },
    onclosetag() {
      const name = open.pop() ?? '';
      if (BLOCKS.has(name)) flushBlock();
      count(name, -1);
    },
  });
  let cut: string | null = null;
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    cut = `more than ${MAX_XML_DEPTH} of its elements lie inside each other`;
  }
  if (!hasBlocks) return { lines: plainLines(text), removed, cut };
  flush();
  return { lines, removed, cut };
}
