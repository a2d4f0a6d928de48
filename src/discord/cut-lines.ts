import { CUT } from './cut.js';
import { bytes } from './limits.js';

/** As many whole lines as `room` bytes hold, and a mark where that is not all. Each line is markdown. */
export function cutLines(lines: readonly string[], room: number): string {
  const shown: string[] = [];
  let left = room - bytes(CUT) - 1;
  for (const line of lines) {
    left -= bytes(line) + 1;
    if (left < 0) return [...shown, CUT].join('\n');
    shown.push(line);
  }
  return shown.join('\n');
}
