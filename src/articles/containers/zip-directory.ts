import iconv from 'iconv-lite';
import { cleanValue } from '../clean.js';
import { MAX_PART_BYTES, MAX_PART_NAME_LENGTH, MAX_PARTS } from '../limits.js';

/** One file of a zip archive, as its directory describes it. */
export type ZipEntry = {
  /** With `/` between folders, of bounded length, without invisible characters; folders end in `/`. */
  name: string;
  /** 0 for stored, 8 for deflated. */
  method: number;
  /** Bytes when unpacked, and their checksum, as the directory claims. */
  size: number;
  crc: number;
  /** Where its packed bytes are in the archive; `end` is exclusive. */
  start: number;
  end: number;
  /** Why it is not unpacked; null where it may be. */
  fault: string | null;
};

// Sizes and signatures of the records: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };

const ENCRYPTED = 0x1 | 0x40 | 0x2000;
const UTF8_NAME = 0x800;
// The file types in Unix permissions.
const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;
const FOLDER = 0x4000;

/**
 * Reads the directory at the end of a zip archive. An archive as a whole is refused where its records overlap
 * or lie outside it: honest writers make none, and bombs do. Zip64 and archives on several disks are refused.
 */
export function readDirectory(bytes: Uint8Array): { entries: ZipEntry[] } | { fault: string } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endAt = findEnd(data);
  if (endAt === -1) return { fault: 'it has no directory: its end is missing' };
  const count = data.readUInt16LE(endAt + 10);
  const size = data.readUInt32LE(endAt + 12);
  const from = data.readUInt32LE(endAt + 16);
  if (count === 0xffff || from === 0xffffffff) return { fault: 'it is in the Zip64 form, which is not read' };
  if (data.readUInt16LE(endAt + 4) !== 0 || data.readUInt16LE(endAt + 8) !== count)
    return { fault: 'it is one of several disks' };
  if (count > MAX_PARTS) return { fault: `it has ${count} parts, and ${MAX_PARTS} is the most` };
  if (from + size > endAt) return { fault: 'its directory lies outside it' };

  const entries: ZipEntry[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL.size > endAt || data.readUInt32LE(at) !== CENTRAL.signature)
      return { fault: `its directory ends after ${index} of ${count} entries` };
    const nameLength = data.readUInt16LE(at + 28);
    const next = at + CENTRAL.size + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
    if (next > endAt) return { fault: `its directory ends after ${index} of ${count} entries` };
    entries.push(readEntry(data, at, nameLength, from));
    at = next;
  }
  return overlaps(entries) ? { fault: 'its parts lie over each other' } : { entries };
}

function findEnd(data: Buffer): number {
  const lowest = Math.max(0, data.length - END.size - END.longestComment);
  for (let at = data.length - END.size; at >= lowest; at--)
    if (data.readUInt32LE(at) === END.signature && at + END.size + data.readUInt16LE(at + 20) === data.length)
      return at;
  return -1;
}

function readEntry(data: Buffer, at: number, nameLength: number, directoryAt: number): ZipEntry {
  const rawName = data.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength);
  const flags = data.readUInt16LE(at + 8);
  const method = data.readUInt16LE(at + 10);
  const packedSize = data.readUInt32LE(at + 20);
  const size = data.readUInt32LE(at + 24);
  const name = entryName(rawName, (flags & UTF8_NAME) !== 0);
  const localAt = data.readUInt32LE(at + 42);
  const start = dataStart(data, localAt);
  const end = start + packedSize;
  const type = (data.readUInt16LE(at + 40) & FILE_TYPE) >>> 0;
  const fault =
    start === -1 || end > directoryAt
      ? 'its place in the archive is wrong'
      : (nameFault(name) ?? typeFault(type) ?? contentFault({ flags, method, size, packedSize }));
  return { name, method, size, crc: data.readUInt32LE(at + 16), start, end, fault };
}

function dataStart(data: Buffer, at: number): number {
  if (at + LOCAL.size > data.length || data.readUInt32LE(at) !== LOCAL.signature) return -1;
  return at + LOCAL.size + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28);
}

// Names are UTF-8 where the entry says so or the bytes can be nothing else, else in the first PC's set (4.4.4, appendix D).
function entryName(raw: Buffer, isUtf8: boolean): string {
  const utf8 = raw.toString('utf8');
  const name = isUtf8 || !utf8.includes('\uFFFD') ? utf8 : iconv.decode(raw, 'cp437');
  return cleanValue(name.slice(0, MAX_PART_NAME_LENGTH).replaceAll('\\', '/')) || 'unnamed';
}

function nameFault(name: string): string | null {
  const leadsOut = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
  return leadsOut ? 'its name leads out of the archive' : null;
}

function typeFault(type: number): string | null {
  if (type === 0 || type === REGULAR || type === FOLDER) return null;
  return type === 0xa000 ? 'it is a symbolic link' : 'it is a device, a pipe or a socket';
}

function contentFault(entry: {
  flags: number;
  method: number;
  size: number;
  packedSize: number;
}): string | null {
  const { flags, method, size, packedSize } = entry;
  if ((flags & ENCRYPTED) !== 0) return 'it is encrypted';
  if (method !== 0 && method !== 8) return `it is packed by a method (${method}) that is not read`;
  if (size > MAX_PART_BYTES) return `it has ${size} bytes, and ${MAX_PART_BYTES} is the most for one part`;
  return method === 0 && size !== packedSize ? 'its two sizes differ, though it is not packed' : null;
}

function overlaps(entries: readonly ZipEntry[]): boolean {
  const placed = entries.filter(({ start }) => start !== -1).sort((a, b) => a.start - b.start);
  // A local header of at least 30 bytes lies before each part's bytes.
  return placed.some(({ start }, index) => {
    const before = placed[index - 1];
    return before !== undefined && start - LOCAL.size < before.end;
  });
}
