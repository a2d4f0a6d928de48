import { type ArticleRef, articleRef } from '../articles/article.js';
import type { Person } from '../quotes/quotation.js';
import { wordingOf } from '../quotes/wording.js';
import { articleFilter, undatedLeftOut } from '../search/filters.js';
import { rank } from '../search/rank.js';
import { passagesHolding } from '../search/speakers.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import type { FoundQuotation, PrintedQuotation, QuoteQuery, QuotesResult } from './archive.js';
import { personSummary, quotationsIn, whoIsMeant } from './people-of.js';
import type { Snapshot } from './snapshot.js';

const DEFAULT_LIMIT = 10;

/** The quotations of whoever a name means best: newest first, or those that say most about `about`. */
export async function quotesOf(snapshot: Snapshot, query: QuoteQuery): Promise<QuotesResult> {
  const { person, matched, others } = whoIsMeant(snapshot, query);
  const printed = person ? quotationsBy(snapshot, person, query) : [];
  const about = query.about?.trim();
  const ordered = about ? await mostAbout(snapshot, about, printed) : printed.sort(newestFirst);
  const found = merged(ordered.map(({ quotation }) => quotation));
  const offset = query.offset ?? 0;
  return {
    query,
    snapshot: snapshot.id,
    person: person && personSummary(snapshot, person),
    matched,
    others,
    total: found.length,
    quotations: found.slice(offset, offset + (query.limit ?? DEFAULT_LIMIT)),
    undatedLeftOut: undatedLeftOut(referencesOf(snapshot, person), query),
  };
}

function referencesOf({ articles }: Snapshot, person: Person | null): ArticleRef[] {
  return (person?.articles ?? []).flatMap((id) => articles.references[articles.placeOf(id) ?? -1] ?? []);
}

/** A quotation with its paragraph, and the passages of the index that hold it. */
type Placed = { quotation: PrintedQuotation; paragraph: string; passages: number[] };

function quotationsBy(snapshot: Snapshot, person: Person, query: QuoteQuery): Placed[] {
  const wanted = articleFilter(query) ?? (() => true);
  return person.articles.flatMap((id) => {
    const article = snapshot.articles.articleOf(id);
    const place = snapshot.articles.placeOf(id);
    if (!article || place === undefined || !wanted(article)) return [];
    return quotationsIn(snapshot, person, id).map((quotation) => ({
      quotation: { ...quotation, article: articleRef(article) },
      paragraph: article.paragraphs[quotation.paragraph] ?? '',
      passages: passagesHolding(snapshot.index, place, [quotation]),
    }));
  });
}

/**
 * Those that say anything of a topic, best first, as /ask ranks the passages that hold them; then what it did not look at, by how many
 * words of the topic it has. Of several in one passage the one that has more of them itself comes first.
 */
async function mostAbout(snapshot: Snapshot, about: string, printed: readonly Placed[]): Promise<Placed[]> {
  const topic = new Set(
    tokenize(about)
      .filter(({ word }) => !STOP_WORDS.has(word))
      .map(({ term }) => term),
  );
  const passages = [...new Set(printed.flatMap((each) => each.passages))].sort((a, b) => a - b);
  const theirs = new Set(passages);
  const { ranked } = await rank(snapshot.index, about, { passages, has: (passage) => theirs.has(passage) });
  const rankOf = new Map(ranked.map(({ passage }, at) => [passage, at]));
  const unranked = ranked.length;
  return printed
    .map((each) => ({
      each,
      rank: Math.min(unranked, ...each.passages.map((passage) => rankOf.get(passage) ?? unranked)),
      own: shareOf(topic, each.quotation.text),
      share: shareOf(topic, `${each.quotation.text} ${each.paragraph}`),
    }))
    .filter(({ rank: at, share }) => at < unranked || share > 0)
    .sort((a, b) => a.rank - b.rank || b.own - a.own || b.share - a.share || newestFirst(a.each, b.each))
    .map(({ each }) => each);
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

// A sort by it keeps the order of the text among equals.
function newestFirst({ quotation: a }: Placed, { quotation: b }: Placed): number {
  return (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? '');
}
