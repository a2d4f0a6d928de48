import type { ArticleRef } from '../articles/article.js';
import type { Verification, VerifyQuery } from '../quotes/verify/verification.js';
import { buildVerifyIndex, verifyQuote } from '../quotes/verify/verify.js';
import type { Snapshot } from './snapshot.js';

/** Checks quotes against one snapshot. What it needs is built at once, so that the first check is as fast as the rest. */
export function createVerifier(
  snapshot: Pick<Snapshot, 'id' | 'articles' | 'quotations' | 'people'>,
  references: readonly ArticleRef[],
): (query: VerifyQuery) => Verification {
  const articles = snapshot.articles.flatMap(({ id, text }, at) => {
    const reference = references[at];
    return reference ? [{ reference, text, quotations: snapshot.quotations.get(id) ?? [] }] : [];
  });
  const index = buildVerifyIndex(articles, snapshot.people);
  return (query) => verifyQuote(index, query, snapshot.id);
}
