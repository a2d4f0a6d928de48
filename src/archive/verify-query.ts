import type { Verification, VerifyQuery } from '../quotes/verify/verification.js';
import { type VerifiableArticle, type VerifyIndex, verifyQuote } from '../quotes/verify/verify.js';
import type { Snapshot } from './snapshot.js';

/** Checks quotes against one snapshot. */
export function createVerifier({
  id,
  articles,
  people,
  parts: { shingles },
}: Snapshot): (query: VerifyQuery) => Verification {
  const at = (number: number): VerifiableArticle | undefined => {
    const reference = articles.references[number];
    const text = articles.articleAt(number)?.text;
    return reference && text !== undefined
      ? { reference, text, quotations: articles.quotationsOf(reference.id) }
      : undefined;
  };
  const index: VerifyIndex = { articles: { at }, people, shingles };
  return (query) => verifyQuote(index, query, id);
}
