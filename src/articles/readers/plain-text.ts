import type { Removed } from '../article.js';
import { type ClosedUp, closeUp, splitLines } from '../clean.js';
import { readHeader } from '../header.js';
import { toBlocks } from '../lines.js';
import { promoReason } from '../promo.js';
import { titleFromName } from './names.js';
import type { Drafts, Reader, Source } from './reader.js';

/** Plain text: a header block, then paragraphs. Takes every text that no other reader wants. */
export const plainText: Reader = {
  format: 'plain text',
  accepts: () => true,
  read,
};

function read({ name, text }: Source): Drafts {
  const blocks = toBlocks(splitLines(text), (line) => promoReason(line.trim()) !== null);
  const { title, body, ...header } = readHeader(blocks);
  const removed: Removed[] = [...header.removed];
  const paragraphs: ClosedUp[] = [];
  for (const block of body) {
    const closed = closeUp(block.text);
    const reason = promoReason(closed.text);
    if (reason !== null) removed.push({ text: closed.text, line: block.line, reason });
    else if (closed.text !== '') paragraphs.push(closed);
  }
  const draft = { ...header, title: title ?? titleFromName(name), url: null, removed, paragraphs };
  return { drafts: [draft], problems: [] };
}
