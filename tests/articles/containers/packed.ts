import { crc32, deflateRawSync } from 'node:zlib';
import { HTML } from '../made.js';

/** One entry of a zip archive, with whatever its records should say. */
export type Entry = {
  name: string;
  content: Uint8Array | string;
  /** What the directory claims instead of the truth. */
  size?: number;
  crc?: number;
  flags?: number;
  method?: number;
  /** Unix mode and file type, as `0o120777` for a link. */
  mode?: number;
  /** Where the directory says its local header is. */
  offset?: number;
};

/** A zip archive of these entries, written record by record so that every record can lie. */
export function zipOf(entries: readonly Entry[], counted = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(entry.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.flags ?? 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(entry.crc ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.size ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(entry.offset ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, rest, name]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(counted, 8);
  end.writeUInt16LE(counted, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** An HTTP response of a page with these paragraphs. */
export function response(
  body: Uint8Array | string = `<!doctype html><title>Library roof</title>${HTML}`,
  { status = '200 OK', headers = ['Content-Type: text/html; charset=utf-8'] } = {},
): Buffer {
  const head = [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** One record of a WARC file; `length` is what it claims instead of the truth. */
export function record(
  block: Uint8Array,
  {
    type = 'response',
    url = 'https://courier.example/roof',
    length = block.length,
    fields = [] as string[],
  } = {},
): Buffer {
  const lines = ['WARC/1.1', `WARC-Type: ${type}`, `WARC-Target-URI: ${url}`, ...fields];
  const head = [...lines, `Content-Length: ${length}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}
