import type { ArticleRef } from '../articles/article.js';
import type { Verification, VerifyQuery } from '../quotes/verify/verification.js';
import { buildVerifyIndex, verifyQuote } from '../quotes/verify/verify.js';
import type { Snapshot } from './snapshot.js';

/** Checks quotes against one snapshot. */
export function createVerifier(
  snapshot: Pick<Snapshot, 'id' | 'articles' | 'quotations' | 'people' | 'shingles'>,
  references: readonly ArticleRef[],
): (query: VerifyQuery) => Verification {
  const articles = snapshot.articles.flatMap(({ id, text }, at) => {
    const reference = references[at];
    return reference ? [{ reference, text, quotations: snapshot.quotations.get(id) ?? [] }] : [];
  });
  const index = buildVerifyIndex(articles, snapshot.people, snapshot.shingles);
  return (query) => verifyQuote(index, query, snapshot.id);
}
