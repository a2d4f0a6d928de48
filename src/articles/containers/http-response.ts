import type { Budget } from './container.js';
import { readHead } from './heads.js';
import { type Unpacked, unpack } from './inflate.js';

/** A response as it came over the wire. `body` unpacks what the server packed. */
export type HttpResponse = {
  status: number;
  /** Media type in lower case, without parameters. */
  mediaType: string;
  charset: string | null;
  body(budget: Budget): Unpacked;
};

/** Reads the head of an HTTP response; null where it is none. */
export function readResponse(block: Buffer): HttpResponse | null {
  const head = readHead(block, 0);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(head?.first ?? '')?.[1];
  if (!head || status === undefined) return null;
  const contentType = head.fields.get('content-type') ?? '';
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
  return {
    status: Number(status),
    mediaType: (contentType.split(';')[0] ?? '').trim().toLowerCase(),
    charset,
    body: (budget) => unpackBody(block.subarray(head.end), head.fields, budget),
  };
}

// Some crawlers store the body unpacked but leave the fields as they were, so the bytes themselves are looked at too.
function unpackBody(stored: Buffer, fields: ReadonlyMap<string, string>, budget: Budget): Unpacked {
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '');
  const joined = isChunked ? joinChunks(stored) : { bytes: stored, cut: null };
  const encoding = (fields.get('content-encoding') ?? '').trim().toLowerCase();
  const unpacked = unpackEncoded(joined.bytes, encoding, budget);
  return 'fault' in unpacked ? unpacked : { bytes: unpacked.bytes, cut: unpacked.cut ?? joined.cut };
}

function unpackEncoded(bytes: Buffer, encoding: string, budget: Budget): Unpacked {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes, 'gzip', budget) : { bytes, cut: null };
    case 'deflate':
      return isMarkup(bytes) ? { bytes, cut: null } : unpack(bytes, isZlib(bytes) ? 'zlib' : 'raw', budget);
    case 'br':
      return isMarkup(bytes) ? { bytes, cut: null } : unpack(bytes, 'br', budget);
    case '':
    case 'identity':
      return { bytes, cut: null };
    default:
      return isMarkup(bytes)
        ? { bytes, cut: null }
        : { fault: 'its content is packed in a way that is not read' };
  }
}

function isMarkup(bytes: Buffer): boolean {
  return /^(?:\uFEFF)?\s*</.test(bytes.toString('utf8', 0, 64));
}

// RFC 1950: method 8, and a check over the first two bytes.
function isZlib([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

// RFC 9112, section 7.1: a size in hexadecimal, a line end, so many bytes, a line end; a size of 0 ends it.
function joinChunks(stored: Buffer): { bytes: Buffer; cut: string | null } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]{0,80})?\r?\n/i.exec(
      stored.toString('latin1', at, at + 100),
    );
    if (!size) return at === 0 ? { bytes: stored, cut: null } : { bytes: Buffer.concat(chunks), cut: CUT };
    const length = Number.parseInt(size[1] ?? '', 16);
    if (length === 0) return { bytes: Buffer.concat(chunks), cut: null };
    const from = at + size[0].length;
    chunks.push(stored.subarray(from, from + length));
    if (from + length > stored.length) return { bytes: Buffer.concat(chunks), cut: CUT };
    at = from + length;
    if (stored[at] === 0x0d) at++;
    if (stored[at] === 0x0a) at++;
  }
}

const CUT = 'the page in it ends too early';
