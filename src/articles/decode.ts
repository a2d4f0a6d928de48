import iconv from 'iconv-lite';

/** Text of a file and the encoding it was read as; `doubt` is a sentence where bytes did not fit. */
export type Decoded = { text: string; encoding: string; doubt: string | null };

/**
 * Decodes bytes: UTF-16 by its mark, else UTF-8 with or without mark. Bytes that are not valid UTF-8 are
 * Windows-1252, unless most of what is not ASCII is good UTF-8: then only the bad bytes are replaced.
 * An encoding that the text or its server declares counts only where the bytes are not valid UTF-8.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
  if (hasUtf16Mark(bytes)) {
    const text = new TextDecoder(marked).decode(bytes);
    return { text, encoding: marked, doubt: null };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!text.includes('\uFFFD') || isValidUtf8(bytes)) return { text, encoding: 'utf-8', doubt: null };
  const bad = count(text, /\uFFFD/g);
  const good = count(text, /[^\p{ASCII}\uFFFD]/gu);
  if (good > bad)
    return {
      text,
      encoding: 'utf-8',
      doubt: `${bad} of its characters are not valid UTF-8 and were replaced`,
    };
  if (declared !== null) return { text: iconv.decode(bytes, declared), encoding: declared, doubt: null };
  return {
    text: iconv.decode(bytes, 'windows-1252'),
    encoding: 'windows-1252',
    doubt: 'it is not valid UTF-8, so it was read as Windows-1252',
  };
}

/** True where the file starts with a UTF-16 byte order mark. */
export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
