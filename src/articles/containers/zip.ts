import { crc32 } from 'node:zlib';
import type { Problem } from '../article.js';
import { rejection } from '../problem.js';
import { isCompanion, isHidden } from '../walk.js';
import type { Budget, Container, Part } from './container.js';
import { type Unpacked, unpack } from './inflate.js';
import { readDirectory, type ZipEntry } from './zip-directory.js';

const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04];

/** A zip archive. Nothing is ever written to a disk, so a name in it is a label and no path. */
export const zip: Container = {
  kind: 'a zip archive',
  accepts: (bytes) => LOCAL_HEADER.every((byte, at) => bytes[at] === byte),
  *open({ place, bytes }, budget) {
    const directory = readDirectory(bytes);
    if ('fault' in directory) {
      yield { problem: refused(place, directory.fault, 'make the archive again, or unpack it into the set') };
      return;
    }
    const document = documentKind(directory.entries);
    if (document !== null) {
      yield { problem: unsupported(place, document) };
      return;
    }
    for (const entry of directory.entries) {
      if (isPassedOver(entry.name)) continue;
      if (budget.parts <= 0) {
        yield { problem: refused(place, 'it has more parts than are read', 'split it') };
        return;
      }
      budget.parts--;
      yield openEntry(bytes, entry, `${place}/${entry.name}`, budget);
    }
  },
};

function openEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  place: string,
  budget: Budget,
): { part: Part } | { problem: Problem } {
  if (entry.fault !== null) return { problem: refused(place, entry.fault, 'make the archive again') };
  const packed = bytes.subarray(entry.start, entry.end);
  const unpacked: Unpacked =
    entry.method === 0 ? { bytes: packed, cut: null } : unpack(packed, 'raw', budget, entry.size);
  const fault = 'fault' in unpacked ? unpacked.fault : (unpacked.cut ?? lie(unpacked.bytes, entry));
  if ('fault' in unpacked || fault !== null)
    return { problem: refused(place, fault ?? '', 'make the archive again, or unpack it into the set') };
  return { part: { place, name: place, bytes: unpacked.bytes } };
}

// What the directory claims must hold for what came out.
function lie(bytes: Uint8Array, { size, crc }: ZipEntry): string | null {
  if (bytes.length !== size) return `it has ${bytes.length} bytes, but the archive says ${size}`;
  return crc32(bytes) === crc ? null : 'its checksum is wrong';
}

function isPassedOver(name: string): boolean {
  const parts = name.split('/');
  const last = parts.at(-1) ?? '';
  // Folders; and what macOS puts beside the files.
  if (last === '' || parts[0] === '__MACOSX') return true;
  return isCompanion(last) || parts.some((part) => isHidden(part) && !/^\.+$/.test(part));
}

// Office and e-book files are zip archives whose parts are no articles.
function documentKind(entries: readonly ZipEntry[]): string | null {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('[Content_Types].xml')) return 'a Word, Excel or PowerPoint file';
  if (names.has('META-INF/container.xml')) return 'an e-book (EPUB)';
  if (names.has('META-INF/manifest.xml') && names.has('content.xml')) return 'an OpenDocument file';
  return names.has('META-INF/MANIFEST.MF') ? 'a Java program' : null;
}

function refused(place: string, why: string, remedy: string): Problem {
  return rejection(place, { what: 'it was not unpacked', why, remedy });
}

function unsupported(place: string, kind: string): Problem {
  return rejection(place, {
    what: 'it is in a format that is not supported yet',
    why: `it is ${kind}`,
    remedy: 'save the article as plain text (.txt) or Markdown (.md)',
  });
}
