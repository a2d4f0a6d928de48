import iconv from 'iconv-lite';

const XML = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i;
const META = /<meta\s[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const HEAD_BYTES = 4096;

/** The encoding that an XML or HTML text names at its head; null where it names none, or one that is not known. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = iconv.decode(bytes.subarray(0, HEAD_BYTES), 'latin1');
  const named = XML.exec(head)?.[1] ?? META.exec(head)?.[1];
  return named === undefined ? null : knownEncoding(named);
}

/** The name as `iconv-lite` takes it; null for names it does not know, and for those of other things than text. */
export function knownEncoding(name: string): string | null {
  const lower = name.toLowerCase();
  // Pages that say Latin-1 mean Windows-1252, as browsers read them (WHATWG Encoding Standard, 4.2).
  const meant = /^(?:iso[-_]?8859[-_]?1|latin-?1|(?:us-)?ascii)$/.test(lower) ? 'windows-1252' : lower;
  return /^(?:base64|hex|binary|ucs|utf)/.test(meant) || !iconv.encodingExists(meant) ? null : meant;
}
