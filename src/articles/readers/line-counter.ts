/**
 * Gives the line, counted from `firstLine`, of ever later offsets into a text: the text is gone through once,
 * however many are asked for.
 */
export function lineCounter(text: string, firstLine = 1): (offset: number) => number {
  let line = firstLine;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
