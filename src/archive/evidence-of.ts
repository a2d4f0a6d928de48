import { articleRef } from '../articles/article.js';
import { PARAGRAPH_BREAK } from '../text/span.js';
import type { EvidenceQuery, EvidenceResult } from './archive.js';
import type { Snapshot } from './snapshot.js';

/** The quotation at a place of an article, with the whole paragraphs that prove who spoke. */
export function evidenceOf(snapshot: Snapshot, { article: id, at }: EvidenceQuery): EvidenceResult {
  const article = snapshot.byId.get(id);
  const quotation = snapshot.quotations.get(id)?.find(({ start, end }) => start <= at && at < end);
  if (!article || !quotation) return { snapshot: snapshot.id, quotation: null, around: null };
  const { text } = article;
  const proof = quotation.speaker?.evidence ?? quotation;
  const before = text.lastIndexOf(PARAGRAPH_BREAK, Math.min(quotation.start, proof.start));
  const after = text.indexOf(PARAGRAPH_BREAK, Math.max(quotation.end, proof.end));
  const start = before < 0 ? 0 : before + PARAGRAPH_BREAK.length;
  const end = after < 0 ? text.length : after;
  return {
    snapshot: snapshot.id,
    quotation: { ...quotation, article: articleRef(article) },
    around: { start, end, text: text.slice(start, end) },
  };
}
