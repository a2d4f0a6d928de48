import type { Article } from '../../src/articles/article.js';
import type { Correction } from '../../src/quotes/corrections.js';
import { buildPeople, type People, type QuotedPeople } from '../../src/quotes/people.js';
import type { Quotation } from '../../src/quotes/quotation.js';
import { sayingsOf } from '../../src/quotes/sayings.js';

/** The people of articles whose quotations are at hand. */
export function quotedPeople(
  articles: readonly { article: Article; quotations: readonly Quotation[] }[],
  corrections: readonly Correction[] = [],
): People & QuotedPeople {
  const quotations = articles.map((one) => one.quotations);
  const people = buildPeople(
    articles.map(({ article }) => article),
    sayingsOf(quotations),
    corrections,
  );
  const personOf = new Map<Quotation, string>();
  for (const [at, quotation] of quotations.flat().entries()) {
    const person = people.people[(people.speakers[at] ?? 0) - 1];
    if (person) personOf.set(quotation, person.id);
  }
  return { ...people, personOf };
}
