import { paragraphSpans, type Span } from '../text/span.js';

/** Words between quotation marks: the span is inside the marks, `outer` holds them. */
export type Marked = Span & {
  outer: Span;
  /** Index of the block that holds it, counted from 0. */
  block: number;
  /** False where the closing mark is missing: the quotation runs on into the next paragraph, or the mark was lost. */
  closed: boolean;
};

/** A paragraph, or a line of one that has line breaks inside: no quotation and no sentence runs over its end. */
export type Block = Span & { paragraph: number };

export function blockSpans(text: string): Block[] {
  return paragraphSpans(text).flatMap((span, paragraph) => {
    const blocks: Block[] = [];
    for (let start = span.start; start < span.end; ) {
      const at = text.indexOf('\n', start);
      const end = at === -1 || at > span.end ? span.end : at;
      if (text.slice(start, end).trim()) blocks.push({ start, end, paragraph });
      start = end + 1;
    }
    return blocks;
  });
}

const DOUBLE_OPENERS = '“"«„‟';
const CLOSERS: Record<string, string> = {
  '“': '”"‟',
  '"': '"”',
  '«': '»',
  '„': '“”"',
  '‟': '”"',
  '”': '”"',
  '‘': "’'",
  "'": "'’",
};
/** Every character that a mark can start with. */
const ANY_MARK = /["“”„‟«»'`’‘]/g;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

/**
 * The words in quotation marks of every paragraph, in order; quotations inside quotations are part of the outer one.
 * An article whose speech stands in single marks is read by those; else single marks count for nothing.
 */
export function findMarked(text: string): Marked[] {
  const blocks = blockSpans(text);
  const double = blocks.flatMap((span, block) => markedIn(text, span, block, isDoubleMark));
  if (double.length > 2) return double;
  const single = blocks.flatMap((span, block) => markedIn(text, span, block, isSingleMark));
  return wordsIn(text, single) > 3 * wordsIn(text, double) && single.some((mark) => isSpeechLong(text, mark))
    ? single
    : double;
}

/** As `findMarked`, and also what stands in “…” or ‘…’ in an article whose speech stands in the other. */
export function findAllMarked(text: string): Marked[] {
  const blocks = blockSpans(text);
  // A straight one may be an apostrophe.
  const isCertain: ReadMark = (all, at, span) => (all[at] === "'" ? null : isSingleMark(all, at, span));
  const marked = [isDoubleMark, isCertain].flatMap((read) =>
    blocks.flatMap((span, block) => markedIn(text, span, block, read).filter(({ closed }) => closed)),
  );
  return outermost([...findMarked(text), ...marked]);
}

// Speech in single marks brings its comma or point along; a title or a nickname does not.
function isSpeechLong(text: string, { start, end }: Marked): boolean {
  return end - start > 30 || (end - start > 15 && /[.,!?]$/.test(text.slice(start, end)));
}

function wordsIn(text: string, marks: Marked[]): number {
  return marks.reduce((sum, mark) => sum + text.slice(mark.start, mark.end).split(/\s+/).length, 0);
}

type Mark = { at: number; length: number; character: string; opens: boolean; closes: boolean };
type ReadMark = (text: string, at: number, span: Span) => Mark | null;

/** A double mark at `at`: “ ” " « » „ ‟ and doubled single marks ('' and ``). */
function isDoubleMark(text: string, at: number, span: Span): Mark | null {
  let character = text[at] ?? '';
  let length = 1;
  if (
    (character === "'" || character === '`' || character === '’' || character === '‘') &&
    text[at + 1] === character
  ) {
    length = 2;
    character = '"';
  }
  if (!DOUBLE_OPENERS.includes(character) && character !== '”' && character !== '»') return null;
  const before = at > span.start ? (text[at - 1] ?? '') : '';
  const after = at + length < span.end ? (text[at + length] ?? '') : '';
  const spaceBefore = before === '' || SPACE.test(before) || "([—–-―/‘'".includes(before);
  const spaceAfter = after === '' || SPACE.test(after);
  if (character === '“' || character === '«')
    return {
      at,
      length,
      character,
      opens: !spaceAfter || character === '«',
      closes: character === '“' && spaceAfter,
    };
  if (character === '”' || character === '»')
    // A closing mark that stands like an opening one: a slip of the keyboard.
    return {
      at,
      length,
      character,
      opens: character === '”' && (before === '' || (spaceBefore && WORD.test(after))),
      closes: true,
    };
  if (character === '„' || character === '‟') return { at, length, character, opens: true, closes: false };
  // Inches and minutes: 6'2", 5".
  const measure = /\d/.test(before) && !WORD.test(after);
  return {
    at,
    length,
    character,
    opens: !spaceAfter && (spaceBefore || !WORD.test(before)),
    closes: before !== '' && (!spaceBefore || measure || spaceAfter),
  };
}

/** A single mark at `at`, told apart from an apostrophe: it opens before a word and closes after one or after a point. */
function isSingleMark(text: string, at: number, span: Span): Mark | null {
  const character = text[at] ?? '';
  if (character !== '‘' && character !== '’' && character !== "'") return null;
  const before = at > span.start ? (text[at - 1] ?? '') : '';
  const after = at + 1 < span.end ? (text[at + 1] ?? '') : '';
  // "don't", "1980's"
  if (WORD.test(before) && WORD.test(after)) return null;
  const spaceBefore = before === '' || SPACE.test(before) || '([—–-"“'.includes(before);
  const opens =
    character !== '’' && spaceBefore && after !== '' && !SPACE.test(after) && !isElision(text, at);
  const closes = character !== '‘' && !spaceBefore && !WORD.test(after);
  return opens || closes ? { at, length: 1, character, opens, closes } : null;
}

// Words that start with an apostrophe: 'tis, '90s, 'em.
const isElision = (text: string, at: number) =>
  text[at] === "'" && /^'(?:\d\ds?\b|em\b|tis\b|twas\b|til\b|cause\b|n\b)/i.test(text.slice(at, at + 8));

function markedIn(text: string, span: Span, block: number, read: ReadMark): Marked[] {
  const found: Marked[] = [];
  const open: Mark[] = [];
  const close = (from: Mark, end: number, outerEnd: number, closed: boolean) => {
    const inner = trim(text, from.at + from.length, end);
    if (inner.end > inner.start)
      found.push({ ...inner, outer: { start: from.at, end: outerEnd }, block, closed });
  };
  let next = span.start;
  for (const { index } of text.slice(span.start, span.end).matchAll(ANY_MARK)) {
    const at = span.start + index;
    const mark = at < next ? null : read(text, at, span);
    if (!mark) continue;
    next = at + mark.length;
    const top = open.at(-1);
    const closable = top && mark.closes && CLOSERS[top.character]?.includes(mark.character);
    const endsHere = closable && !(mark.opens && mark.character === '"' && top.character !== '"');
    if (endsHere && !endsPossessive(text, at, mark, top, span, read)) {
      open.pop();
      close(top, at, at + mark.length, true);
    } else if (mark.opens && open.length < 2) open.push(mark);
  }
  const left = open[0];
  if (left && opensUnclosed(text, left, span, found)) close(left, span.end, span.end, false);
  return outermost(found);
}

// "the boys' game' he said": with another closing mark before the next opening one, this one is an apostrophe.
function endsPossessive(
  text: string,
  at: number,
  mark: Mark,
  top: Mark,
  span: Span,
  read: ReadMark,
): boolean {
  if (read !== isSingleMark || mark.at === top.at || text[at - 1] !== 's' || text[at + 1] !== ' ')
    return false;
  for (let next = at + 1; next < Math.min(span.end, at + 400); next += 1) {
    const other = read(text, next, span);
    if (other) return other.closes && !other.opens;
  }
  return false;
}

// A lost closing mark is believed where the quotation opens the paragraph, or where nothing else is quoted after it.
function opensUnclosed(text: string, left: Mark, span: Span, found: Marked[]): boolean {
  if (text.slice(span.start, left.at).trim() === '') return true;
  return left.character !== "'" && !found.some((mark) => mark.outer.start > left.at);
}

function outermost(found: Marked[]): Marked[] {
  const sorted = found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
  let end = -1;
  return sorted.filter((mark) => {
    if (mark.outer.start < end) return false;
    end = mark.outer.end;
    return true;
  });
}

const EDGE = /[\s“”"«»„‟]/;

function trim(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && EDGE.test(text[start] ?? '')) start += 1;
  while (end > start && EDGE.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}
