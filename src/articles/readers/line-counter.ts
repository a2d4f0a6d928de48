/**
 * Gives the line, counted from `firstLine`, of ever later offsets into a text: the text is gone through once,
 * however many are asked for.
 */
export function lineCounter(text: string, firstLine = 1): (offset: number) => number {
  let line = firstLine;
  // Kept between calls: a text without line ends is not searched for one again for every item.
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
