/** A candidate paragraph: one line of the file, or several that were wrapped, and the line it starts on. */
export type Block = { text: string; line: number };

type Line = Block & { indent: number };

// Editors and mail programs wrap at 60 to 100 columns; a file with many longer lines is not wrapped, and lines
// that are all shorter are a list.
const MIN_WRAP = 40;
const MAX_WRAP = 120;
const LONG_SHARE = 0.1;
// Where nearly all lines that another one follows are about as long as the width allows, blank lines part the
// paragraphs. "About", as lines of a proportional typeface differ, and characters that nobody sees were counted.
const ABOUT = 0.85;
const NEARLY_ALL = 0.9;
// Where this many of them are quite as long, paragraphs begin on the next line.
const MOST = 0.6;
const MOST_END = 0.75;
// A line that stands so far in from the others of its group starts a paragraph.
const FIRST_LINE_INDENT = 2;
const SENTENCE_END = /[.!?…。！？:][”’"'»)\]]*$/u;
const STARTS_LOWER = /^\p{Ll}/u;
const HYPHENATED = /\p{Ll}-$/u;

/** How far a line is on its own: `start` begins a paragraph, `whole` is one, null may be a part of one. */
export type Standing = 'start' | 'whole' | null;

/**
 * Groups the lines of a plain text into paragraphs. A blank line always ends one. Neighbouring lines are
 * joined where the file is hard-wrapped and the line was too full for the next word, or where a sentence
 * visibly goes on, unless `standing` says that one of them is on its own.
 */
export function toBlocks(lines: readonly string[], standing: (line: string) => Standing): Block[] {
  const groups = group(lines);
  const width = wrapWidth(groups);
  return groups.flatMap((lines) => joinGroup(lines, width, standing));
}

function group(lines: readonly string[]): Line[][] {
  const groups: Line[][] = [];
  let open: Line[] = [];
  lines.forEach((raw, index) => {
    const text = raw.trim();
    if (text) {
      if (open.length === 0) groups.push(open);
      open.push({ text, line: index + 1, indent: raw.length - raw.trimStart().length });
    } else open = [];
  });
  return groups;
}

function joinGroup(
  lines: readonly Line[],
  width: number | null,
  standing: (line: string) => Standing,
): Block[] {
  const open: Line[][] = [];
  const margin = lines.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      line.indent < margin + FIRST_LINE_INDENT &&
      continues(before, line, width) &&
      standing(line.text) === null &&
      standing(before.text) !== 'whole';
    if (goesOn) open.at(-1)?.push(line);
    else open.push([line]);
  });
  return open.map((parts) => ({ text: joinLines(parts), line: parts[0]?.line ?? 1 }));
}

function continues(before: Line, line: Line, width: number | null): boolean {
  if (!SENTENCE_END.test(before.text) && STARTS_LOWER.test(line.text)) return true;
  return width !== null && isFull(before, line, width);
}

// The next word would not have fitted; `width` in columns.
function isFull(before: Line, line: Line, width: number): boolean {
  return before.indent + before.text.length + 1 + line.text.search(/\s|$/) >= width;
}

/** The columns that every wrapped line would have filled with its next word, or null where each line is a paragraph. */
function wrapWidth(groups: readonly Line[][]): number | null {
  const all = groups.flat();
  const long = all.filter(({ text }) => text.length > MAX_WRAP && /\s/.test(text));
  if (long.length > all.length * LONG_SHARE) return null;
  const pairs = groups.flatMap((lines) =>
    lines.slice(1).map((line, index): [Line, Line] => [lines[index] ?? line, line]),
  );
  // Where that many end a sentence, each is a paragraph of one.
  const ends = pairs.filter(([{ text }]) => SENTENCE_END.test(text));
  if (ends.length >= pairs.length * MOST_END) return null;
  const widths = pairs
    .map(([{ indent, text }]) => indent + text.length)
    .filter((width) => width <= MAX_WRAP)
    .sort((a, b) => b - a);
  // The very longest may be a heading that nobody wrapped.
  const width = widths[Math.floor(widths.length * 0.05)];
  if (width === undefined || width < MIN_WRAP) return null;
  const share = (columns: number) =>
    pairs.filter(([before, line]) => isFull(before, line, columns)).length / pairs.length;
  if (share(width * ABOUT) >= NEARLY_ALL) return width * ABOUT;
  return share(width) >= MOST ? width : null;
}

// A hyphen at a line end stays: whether it belongs to the word cannot be seen.
function joinLines(parts: readonly Line[]): string {
  const joined = parts.map(({ text }, index) => {
    const before = parts[index - 1];
    return before === undefined || HYPHENATED.test(before.text.slice(-2)) ? text : ` ${text}`;
  });
  return joined.join('');
}
