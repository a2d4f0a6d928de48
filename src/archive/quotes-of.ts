import { articleRef } from '../articles/article.js';
import type { Person } from '../quotes/quotation.js';
import { wordingOf } from '../quotes/wording.js';
import { articleFilter } from '../search/filters.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import type { FoundQuotation, PrintedQuotation, QuoteQuery, QuotesResult } from './archive.js';
import { personSummary, whoIsMeant } from './people-of.js';
import type { Snapshot } from './snapshot.js';

const DEFAULT_LIMIT = 10;

/** The quotations of whoever a name means best: newest first, or those that say most of `about`. */
export function quotesOf(snapshot: Snapshot, query: QuoteQuery): QuotesResult {
  const { person, matched, others } = whoIsMeant(snapshot, query);
  const found = person ? quotationsBy(snapshot, person, query) : [];
  const offset = query.offset ?? 0;
  return {
    query,
    snapshot: snapshot.id,
    person: person && personSummary(snapshot, person),
    matched,
    others,
    total: found.length,
    quotations: found.slice(offset, offset + (query.limit ?? DEFAULT_LIMIT)),
  };
}

function quotationsBy(snapshot: Snapshot, person: Person, query: QuoteQuery): FoundQuotation[] {
  const wanted = articleFilter(query) ?? (() => true);
  const topic = new Set(
    tokenize(query.about ?? '')
      .filter(({ word }) => !STOP_WORDS.has(word))
      .map(({ term }) => term),
  );
  const found: { quotation: PrintedQuotation; share: number }[] = [];
  for (const id of person.articles) {
    const article = snapshot.articles.articleOf(id);
    if (!article || !wanted(article)) continue;
    for (const quotation of snapshot.articles.quotationsOf(id)) {
      if (snapshot.people.personOf.get(quotation) !== person.id) continue;
      const context = `${quotation.text} ${article.paragraphs[quotation.paragraph] ?? ''}`;
      const share = shareOf(topic, context);
      if (share > 0) found.push({ quotation: { ...quotation, article: articleRef(article) }, share });
    }
  }
  // The sort keeps the order of the text among equals.
  found.sort((a, b) => b.share - a.share || newestFirst(a.quotation, b.quotation));
  return merged(found.map(({ quotation }) => quotation));
}

/** The same words once, in the place of the first of them, shown from where their speaker is surest. */
function merged(printed: readonly PrintedQuotation[]): FoundQuotation[] {
  const byWording = new Map<string, PrintedQuotation[]>();
  for (const quotation of printed) {
    const wording = wordingOf(quotation.text);
    const same = byWording.get(wording);
    if (same) same.push(quotation);
    else byWording.set(wording, [quotation]);
  }
  return [...byWording.values()].flatMap((same) => {
    const shown = same.find(({ speaker }) => speaker?.confidence === 'certain') ?? same[0];
    return shown ? [{ ...shown, also: same.filter((other) => other !== shown) }] : [];
  });
}

/** How much of a topic a text speaks of, from 0 to 1; of no topic every text says all. */
function shareOf(topic: ReadonlySet<string>, text: string): number {
  if (topic.size === 0) return 1;
  const terms = new Set(tokenize(text).map(({ term }) => term));
  return [...topic].filter((term) => terms.has(term)).length / topic.size;
}

function newestFirst(a: PrintedQuotation, b: PrintedQuotation): number {
  return (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? '');
}
