import { WebUrlSchema } from '../../article.js';
import type { HeadLines } from '../head-lines.js';
import type { Author } from './authors.js';
import { JSON_LD, metaValues, type PageFacts, titleCandidates } from './facts.js';
import { dateCandidates } from './published.js';
import { findAuthors } from './signed.js';
import type { PageTags } from './tags.js';
import { type Candidate, chooseTitle } from './title.js';

/** What a page says about its article, and for each value where it stands ("JSON-LD", "meta og:title"). */
export type PageMetadata = {
  title: string | null;
  /** Other titles that the page gives the article. */
  alternates: string[];
  authors: Author[];
  publishedAt: string | null;
  publication: string | null;
  url: string | null;
  archivedUrl: string | null;
  /** A language tag like "en" or "pt-BR". */
  language: string | null;
  sources: Partial<Record<'title' | 'authors' | 'publishedAt' | 'publication' | 'url' | 'language', string>>;
  /** The text that the page's own data give for the article, where they do. */
  body: string | null;
};

/** Reads a page's metadata: JSON-LD first, then meta tags, then what the page shows. */
export function pageMetadata(facts: PageFacts, lines: HeadLines): PageMetadata {
  const { tags, article } = facts;
  const sources: PageMetadata['sources'] = {};
  const take = (field: keyof PageMetadata['sources'], found: Candidate | null): string | null => {
    if (found) sources[field] = found.place;
    return found?.value ?? null;
  };

  const publication = take('publication', first(publicationCandidates(facts)));
  const url = take('url', first(urlCandidates(facts)));
  const sites = siteNames(publication, url, tags);
  const { title, alternates } = chooseTitle(titleCandidates(facts), sites);
  const { authors, place } = findAuthors(facts, lines, ownNames(sites, tags));
  if (place !== null) sources.authors = place;
  return {
    title: take('title', title),
    alternates,
    authors,
    publishedAt: take('publishedAt', first(dateCandidates(facts, url, lines))),
    publication,
    url,
    archivedUrl: WebUrlSchema.safeParse(article?.archivedUrl?.trim()).data ?? null,
    language: take('language', first(languageCandidates(facts))),
    sources,
    body: article?.body ?? null,
  };
}

function* publicationCandidates({ tags, article }: PageFacts): Generator<Candidate> {
  if (article?.publisher) yield { value: article.publisher, place: JSON_LD };
  yield* metaValues(tags, [
    'og:site_name',
    'publisher',
    'dc.publisher',
    'application-name',
    'twitter:app:name:iphone',
  ]);
}

function* urlCandidates({ tags, article }: PageFacts): Generator<Candidate> {
  const candidates: Candidate[] = [];
  if (tags.canonical) candidates.push({ value: tags.canonical, place: 'link canonical' });
  candidates.push(...metaValues(tags, ['og:url', 'twitter:url', 'parsely-link']));
  if (article?.url) candidates.push({ value: article.url, place: JSON_LD });
  for (const { value, place } of candidates) {
    const url = WebUrlSchema.safeParse(value.trim()).data;
    if (url !== undefined) yield { value: url, place };
  }
}

function siteNames(publication: string | null, url: string | null, tags: PageTags): string[] {
  const host = url === null ? '' : new URL(url).hostname.replace(/^www\./, '');
  const names = [publication ?? '', host, host.split('.').at(-2) ?? ''];
  for (const { value } of metaValues(tags, ['og:site_name', 'publisher', 'application-name']))
    names.push(value);
  return names;
}

// Where no tag names the site, the end of the page's title does.
function ownNames(names: readonly string[], { title }: PageTags): string[] {
  const tail = /(?:[|｜ㅣ–—]|\s-)\s*([^|｜ㅣ–—]{2,40})$/u.exec(title ?? '');
  return tail?.[1] ? [...names, tail[1]] : [...names];
}

function* languageCandidates({ tags, article }: PageFacts): Generator<Candidate> {
  const raw: Candidate[] = [];
  if (tags.language) raw.push({ value: tags.language, place: 'html lang' });
  if (article?.language) raw.push({ value: article.language, place: JSON_LD });
  raw.push(...metaValues(tags, ['og:locale', 'content-language', 'language', 'dc.language']));
  for (const { value, place } of raw) {
    const tag = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?(?![a-z])/i.exec(value.trim());
    if (tag) yield { value: tag[0].replace('_', '-'), place };
  }
}

// The surest of the candidates.
function first(candidates: Iterable<Candidate>): Candidate | null {
  for (const candidate of candidates) return candidate;
  return null;
}
