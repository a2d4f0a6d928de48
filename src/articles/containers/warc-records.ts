import { readHead } from './heads.js';

/** One record of a web archive, counted from 1, or why it cannot be used. */
export type WarcRecord = {
  number: number;
  fields: ReadonlyMap<string, string>;
  block: Buffer;
  fault: string | null;
};

const VERSION = 'WARC/1.';
const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/**
 * The records in order (ISO 28500:2017). A record is believed only if another one, or the end, follows where
 * its length says; where it does not, the record is a fault and reading goes on at the next line that starts one.
 */
export function* warcRecords(bytes: Uint8Array): Generator<WarcRecord> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let number = 0;
  let at = skipLineEnds(data, 0);
  while (at < data.length) {
    number++;
    const head = startsRecord(data, at) ? readHead(data, at) : null;
    const length = head && contentLength(head.fields);
    const next = head && length !== null ? skipLineEnds(data, head.end + length) : -1;
    if (head && length !== null && head.end + length <= data.length && isBoundary(data, next)) {
      const block = data.subarray(head.end, head.end + length);
      yield { number, fields: head.fields, block, fault: null };
      at = next;
    } else {
      const after = data.indexOf(`\n${VERSION}`, head ? head.end - 1 : at);
      const fault = !head
        ? 'its head cannot be read'
        : after === -1 && length !== null && head.end + length > data.length
          ? 'it ends too early'
          : 'its length is wrong';
      yield { number, fields: head?.fields ?? NO_FIELDS, block: data.subarray(0, 0), fault };
      if (after === -1) return;
      at = after + 1;
    }
  }
}

function startsRecord(data: Buffer, at: number): boolean {
  return data.toString('latin1', at, at + VERSION.length) === VERSION;
}

function isBoundary(data: Buffer, at: number): boolean {
  return at >= data.length || startsRecord(data, at);
}

function contentLength(fields: ReadonlyMap<string, string>): number | null {
  const value = fields.get('content-length') ?? '';
  return /^\d{1,12}$/.test(value) ? Number(value) : null;
}

function skipLineEnds(data: Buffer, from: number): number {
  let at = from;
  while (data[at] === 0x0d || data[at] === 0x0a) at++;
  return at;
}
