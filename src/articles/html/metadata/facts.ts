import type { Node } from '../tree.js';
import { type LinkedArticle, linkedArticles } from './json-ld.js';
import { type PageTags, pageTags } from './tags.js';
import type { Candidate } from './title.js';

/** What a page says of itself, gathered: its tags, and its article as JSON-LD describes it. */
export type PageFacts = { tags: PageTags; article: LinkedArticle | null };

export const JSON_LD = 'JSON-LD';

/** Gathers what a page says of itself outside of its text. */
export function pageFacts(root: Node): PageFacts {
  const tags = pageTags(root);
  return { tags, article: mainArticle(linkedArticles(tags.jsonLd), tags) };
}

// Teasers and videos are described too; the page's own article is the first, or the one with its headline.
function mainArticle(linked: readonly LinkedArticle[], { headlines, meta }: PageTags): LinkedArticle | null {
  const titles = new Set([...headlines, ...(meta.get('og:title') ?? [])]);
  return linked.find(({ headline }) => headline !== null && titles.has(headline)) ?? linked[0] ?? null;
}

/** Values of `meta` elements of these names, in the order of the names. */
export function* metaValues({ meta }: PageTags, names: readonly string[]): Generator<Candidate> {
  for (const name of names) for (const value of meta.get(name) ?? []) yield { value, place: `meta ${name}` };
}

/**
 * Every title that a page gives itself. In a tie what readers saw wins: the headline, then the page's data, then
 * what it shows to other sites.
 */
export function titleCandidates({ tags, article }: PageFacts): Candidate[] {
  const data: Candidate[] = article?.headline ? [{ value: article.headline, place: JSON_LD }] : [];
  const shared = [...metaValues(tags, ['og:title'])].slice(0, 1);
  const twitter = [...metaValues(tags, ['twitter:title', 'dc.title', 'parsely-title'])].slice(0, 1);
  const named = new Set([...data, ...shared, ...twitter].map(({ value }) => value));
  const headline = tags.headlines.find((line) => named.has(line)) ?? tags.headlines[0];
  const candidates = [...data, ...shared, ...twitter];
  if (headline) candidates.unshift({ value: headline, place: 'headline' });
  if (tags.title) candidates.push({ value: tags.title, place: 'title' });
  return candidates;
}
