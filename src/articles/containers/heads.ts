import { MAX_HEAD_BYTES } from '../limits.js';

/** The lines at the head of a WARC record or an HTTP message: the first one, and the named ones by lower-case name. */
export type Head = { first: string; fields: ReadonlyMap<string, string>; end: number };

/** Reads the head that starts at `at`; `end` is where what follows it starts. Null where no blank line ends it in time. */
export function readHead(data: Buffer, at: number): Head | null {
  const window = data.subarray(at, at + MAX_HEAD_BYTES);
  const crlf = window.indexOf('\r\n\r\n');
  const lf = window.indexOf('\n\n');
  const isCrlf = crlf !== -1 && (lf === -1 || crlf < lf);
  const length = isCrlf ? crlf : lf;
  if (length === -1) return null;
  const [first = '', ...lines] = window.toString('utf8', 0, length).split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { first, fields, end: at + length + (isCrlf ? 4 : 2) };
}
