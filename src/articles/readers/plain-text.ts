import type { Removed } from '../article.js';
import { type ClosedUp, closeUp, splitLines } from '../clean.js';
import { type Paragraph, readHeader } from '../header.js';
import { headerFields } from '../header-fields.js';
import { type Standing, toBlocks } from '../lines.js';
import { ownReason, promoReasons } from '../promo.js';
import { phraseKind } from '../promo-phrases.js';
import { titleFromName } from './names.js';
import type { Drafts, Reader, Source } from './reader.js';

const LIST_ITEM = /^[•·▪◦*]\s/;

/** Plain text: a header block, then paragraphs. Takes every text that no other reader wants. */
export const plainText: Reader = {
  format: 'plain text',
  accepts: () => true,
  read,
};

// Plain text marks neither; a line like "• First" is text as it stands.
const noMarks = { headings: [], listItems: [] };

function read({ name, text }: Source): Drafts {
  const { title, body, removed: above, ...header } = readHeader(plainParagraphs(text));
  const reasons = promoReasons(body);
  const removed: Removed[] = [...above];
  const paragraphs: ClosedUp[] = [];
  body.forEach(({ text, gaps, line }, index) => {
    const reason = reasons[index] ?? null;
    if (reason === null) paragraphs.push({ text, gaps });
    else removed.push({ text, line, reason });
  });
  return {
    drafts: [{ ...header, title: title ?? titleFromName(name), removed, paragraphs, ...noMarks }],
    problems: [],
  };
}

/** The paragraphs of a plain text in order. */
export function plainParagraphs(text: string): Paragraph[] {
  return toBlocks(splitLines(text), standing)
    .map(({ text, line }) => ({ ...closeUp(text), line }))
    .filter(({ text }) => text !== '');
}

// However lines are wrapped, a byline or a promo is no part of the paragraph on the line before.
function standing(line: string): Standing {
  const { text } = closeUp(line);
  const kind = phraseKind(text);
  if (kind === 'label' || kind === 'perhaps' || LIST_ITEM.test(text)) return 'start';
  return ownReason({ text }) !== null || headerFields(text) !== null ? 'whole' : null;
}
