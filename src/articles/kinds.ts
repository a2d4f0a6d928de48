import { hasUtf16Mark } from './decode.js';

const SAVE_AS_TEXT = 'save the article as plain text (.txt) or Markdown (.md)';
const NOT_ARTICLE = 'take it out of the article set';

/** A file that is not read: what it is, and what to do about it. */
export type Refused = { kind: string; remedy: string };

const SIGNATURES: readonly [bytes: readonly number[], kind: string, remedy: string][] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF', SAVE_AS_TEXT],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty zip archive', NOT_ARTICLE],
  [[0x42, 0x5a, 0x68], 'a bzip2 file', 'unpack it'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz file', 'unpack it'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd file', 'unpack it'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive', 'unpack it'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document', SAVE_AS_TEXT],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text (RTF) document', SAVE_AS_TEXT],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture', NOT_ARTICLE],
  [[0xff, 0xd8, 0xff], 'a JPEG picture', NOT_ARTICLE],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture', NOT_ARTICLE],
  [[0x52, 0x49, 0x46, 0x46], 'a sound, film or WebP picture', NOT_ARTICLE],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program', NOT_ARTICLE],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database', NOT_ARTICLE],
];

const TEXT_KINDS: readonly [pattern: RegExp, kind: string, remedy: string][] = [
  [/^\s*<\?xml\s/i, 'an XML file that is no feed', SAVE_AS_TEXT],
  [/^(?:From \S+@\S+ |MIME-Version: |Return-Path: |Received: )/, 'an e-mail', SAVE_AS_TEXT],
];

const EXTENSIONS: readonly [pattern: RegExp, kind: string, remedy: string][] = [
  [/\.(?:csv|tsv)$/i, 'a table', SAVE_AS_TEXT],
  [/\.(?:xml|rss|atom)$/i, 'an XML file that is no feed', SAVE_AS_TEXT],
  [/\.(?:ya?ml|toml|ini|conf)$/i, 'a settings file', NOT_ARTICLE],
  [/\.(?:[cm]?[jt]s|css|py|sh|bat)$/i, 'a program or a style sheet', NOT_ARTICLE],
  [/\.log$/i, 'a log file', NOT_ARTICLE],
];

// Beyond one control character in this many, a file is not text that somebody wrote.
const CONTROL_SHARE = 100;
const SNIFFED = 4096;

/** What the bytes are where they are no text at all; null for text. */
export function refuseBytes(bytes: Uint8Array): Refused | null {
  for (const [signature, kind, remedy] of SIGNATURES)
    if (signature.every((byte, at) => bytes[at] === byte)) return { kind, remedy };
  if (String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar')
    return { kind: 'a tar archive', remedy: 'unpack it, or make a zip archive of its files' };
  if (hasUtf16Mark(bytes)) return null;
  if (bytes.includes(0))
    return looksUtf16(bytes)
      ? { kind: 'UTF-16 text without a byte order mark', remedy: 'save it as UTF-8' }
      : { kind: 'a binary file', remedy: NOT_ARTICLE };
  const head = bytes.subarray(0, SNIFFED);
  const controls = head.reduce((sum, byte) => sum + (byte < 32 && (byte < 8 || byte > 13) ? 1 : 0), 0);
  return controls * CONTROL_SHARE > head.length ? { kind: 'a binary file', remedy: NOT_ARTICLE } : null;
}

/** What a text is where it is in a format that is not read; null where it can be an article. */
export function refuseText(text: string, name: string): Refused | null {
  const head = text.slice(0, SNIFFED);
  for (const [pattern, kind, remedy] of TEXT_KINDS) if (pattern.test(head)) return { kind, remedy };
  for (const [pattern, kind, remedy] of EXTENSIONS) if (pattern.test(name)) return { kind, remedy };
  return null;
}

// Latin text in UTF-16 has a zero in every other byte.
function looksUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) * 4 > head.length && Math.min(even, odd) * 20 < head.length;
}
