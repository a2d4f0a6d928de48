import { WebUrlSchema } from '../../article.js';
import type { HeadLines } from '../head-lines.js';
import { type Author, authorsFrom, bylineNames, byNames, splitNames } from './authors.js';
import { addressDate, compactAddressDate, machineDate, printedDate } from './dates.js';
import { type LinkedArticle, linkedArticles } from './json-ld.js';
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
  /** A language tag like "en" or "pt-BR". */
  language: string | null;
  sources: Partial<Record<'title' | 'authors' | 'publishedAt' | 'publication' | 'url' | 'language', string>>;
  /** The text that the page's own data give for the article, where they do. */
  body: string | null;
};

/** Every title that a page gives itself. */
export function pageTitles(tags: PageTags): string[] {
  const article = mainArticle(linkedArticles(tags.jsonLd), tags);
  return titleCandidates(article, tags).map(({ value }) => value);
}

/** Reads a page's metadata: JSON-LD first, then meta tags, then what the page shows. */
export function pageMetadata(tags: PageTags, lines: HeadLines): PageMetadata {
  const linked = linkedArticles(tags.jsonLd);
  const article = mainArticle(linked, tags);
  const sources: PageMetadata['sources'] = {};
  const take = (field: keyof PageMetadata['sources'], found: Candidate | null): string | null => {
    if (found) sources[field] = found.place;
    return found?.value ?? null;
  };

  const publication = take('publication', first(publicationCandidates(article, tags)));
  const url = take('url', first(urlCandidates(article, tags)));
  const sites = siteNames(publication, url, tags);
  const { title, alternates } = chooseTitle(titleCandidates(article, tags), sites);
  const { authors, place } = findAuthors(article, tags, lines, ownNames(sites, tags));
  if (place !== null) sources.authors = place;
  return {
    title: take('title', title),
    alternates,
    authors,
    publishedAt: take('publishedAt', first(dateCandidates(article, tags, url, lines))),
    publication,
    url,
    language: take('language', first(languageCandidates(article, tags))),
    sources,
    body: article?.body ?? null,
  };
}

// Teasers and videos are described too; the page's own article is the first, or the one with its headline.
function mainArticle(linked: readonly LinkedArticle[], { headlines, meta }: PageTags): LinkedArticle | null {
  const titles = new Set([...headlines, ...(meta.get('og:title') ?? [])]);
  return linked.find(({ headline }) => headline !== null && titles.has(headline)) ?? linked[0] ?? null;
}

const JSON_LD = 'JSON-LD';

function first(candidates: Iterable<Candidate>): Candidate | null {
  for (const candidate of candidates) return candidate;
  return null;
}

function* metaValues({ meta }: PageTags, names: readonly string[]): Generator<Candidate> {
  for (const name of names) for (const value of meta.get(name) ?? []) yield { value, place: `meta ${name}` };
}

function* publicationCandidates(article: LinkedArticle | null, tags: PageTags): Generator<Candidate> {
  if (article?.publisher) yield { value: article.publisher, place: JSON_LD };
  yield* metaValues(tags, [
    'og:site_name',
    'publisher',
    'dc.publisher',
    'application-name',
    'twitter:app:name:iphone',
  ]);
}

function* urlCandidates(article: LinkedArticle | null, tags: PageTags): Generator<Candidate> {
  const candidates: Candidate[] = [];
  if (tags.canonical) candidates.push({ value: tags.canonical, place: 'link canonical' });
  candidates.push(...metaValues(tags, ['og:url', 'twitter:url', 'parsely-link']));
  if (article?.url) candidates.push({ value: article.url, place: JSON_LD });
  for (const { value, place } of candidates) {
    const url = WebUrlSchema.safeParse(value.trim()).data;
    if (url !== undefined) yield { value: url, place };
  }
}

function titleCandidates(article: LinkedArticle | null, tags: PageTags): Candidate[] {
  const all = allTitles(article, tags);
  const order = (process.env['ORDER'] ?? 'h,l,o')
    .split(',')
    .map((x) => (({ l: 'JSON-LD', o: 'meta og:title', h: 'headline' }) as Record<string, string>)[x] ?? '');
  const rank = ({ place }: Candidate) => (order.indexOf(place) + 100) % 100;
  return all.sort((a, b) => rank(a) - rank(b));
}
function allTitles(article: LinkedArticle | null, tags: PageTags): Candidate[] {
  const candidates: Candidate[] = [];
  if (article?.headline) candidates.push({ value: article.headline, place: JSON_LD });
  candidates.push(...[...metaValues(tags, ['og:title'])].slice(0, 1));
  const others = [...candidates, ...metaValues(tags, ['twitter:title'])].map(({ value }) => value);
  const headline = tags.headlines.find((line) => others.includes(line)) ?? tags.headlines[0];
  if (headline) candidates.push({ value: headline, place: 'headline' });
  candidates.push(...[...metaValues(tags, ['twitter:title', 'dc.title', 'parsely-title'])].slice(0, 1));
  if (tags.title) candidates.push({ value: tags.title, place: 'title' });
  return candidates;
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

function* dateCandidates(
  article: LinkedArticle | null,
  tags: PageTags,
  url: string | null,
  { head }: HeadLines,
): Generator<Candidate> {
  for (const { value, place } of rawDates(article, tags)) {
    const date =
      machineDate(value) ?? (place === JSON_LD || place.startsWith('meta') ? printedDate(value) : null);
    if (date !== null) yield { value: date, place };
  }
  for (const { value, published } of tags.times) {
    const date = published ? (machineDate(value) ?? printedDate(value)) : null;
    if (date !== null) yield { value: date, place: 'time of publication' };
  }
  const inAddress = url === null ? null : addressDate(url);
  if (inAddress !== null) yield { value: inAddress, place: 'address' };
  for (const line of head) {
    const date = printedDate(line);
    if (date !== null) yield { value: date, place: 'line at the headline' };
  }
  for (const { value, updated } of tags.times) {
    const date = updated ? null : (machineDate(value) ?? printedDate(value));
    if (date !== null) yield { value: date, place: 'time' };
  }
  const inTitle = printedDate((tags.title ?? '').slice(-20));
  if (inTitle !== null) yield { value: inTitle, place: 'title' };
  for (const text of tags.dates) {
    const date = machineDate(text) ?? printedDate(text);
    if (date !== null) yield { value: date, place: 'date line' };
  }
  const inPath = url === null ? null : compactAddressDate(url);
  if (inPath !== null) yield { value: inPath, place: 'address' };
}

const DATE_NAMES =
  'article:published_time article:published datepublished og:published_time og:article:published_time article:published:time http://ogp.me/ns/article#published_time date.available date.created dc.date.issued dcterms.date dc.date dcterms.created dc.date.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime publish-date publishdate publish_date publication_date pubdate published_at published-date date article.created article_date_original rnews:datepublished bt:pubdate citation_publication_date last-modified og:updated_time article:modified_time'.split(
    ' ',
  );

function* rawDates(article: LinkedArticle | null, tags: PageTags): Generator<Candidate> {
  if (article?.published) yield { value: article.published, place: JSON_LD };
  yield* metaValues(tags, DATE_NAMES);
}

function* languageCandidates(article: LinkedArticle | null, tags: PageTags): Generator<Candidate> {
  const raw: Candidate[] = [];
  if (tags.language) raw.push({ value: tags.language, place: 'html lang' });
  if (article?.language) raw.push({ value: article.language, place: JSON_LD });
  raw.push(...metaValues(tags, ['og:locale', 'content-language', 'language', 'dc.language']));
  for (const { value, place } of raw) {
    const tag = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?(?![a-z])/i.exec(value.trim());
    if (tag) yield { value: tag[0].replace('_', '-'), place };
  }
}

function findAuthors(
  article: LinkedArticle | null,
  tags: PageTags,
  { head, edges }: HeadLines,
  sites: readonly string[],
): { authors: Author[]; place: string | null } {
  const groups: { names: { name: string; organisation?: boolean }[]; place: string }[] = [
    {
      names: (article?.authors ?? []).flatMap(({ name, organisation }) =>
        organisation ? [{ name, organisation }] : splitNames(name).map((part) => ({ name: part })),
      ),
      place: JSON_LD,
    },
  ];
  const add = (names: readonly string[], place: string) =>
    groups.push({ names: names.map((name) => ({ name })), place });
  for (const name of AUTHOR_NAMES) add((tags.meta.get(name) ?? []).flatMap(splitNames), `meta ${name}`);
  add(labelledAuthor(tags).flatMap(splitNames), 'meta twitter:data1');
  // A newsroom signs for whoever wrote it, and the page itself may say who that was.
  add(tags.authors.flatMap(bylineNames), 'author element');
  for (const line of head) add(byNames(line, printedDate(line) !== null), 'line at the headline');
  for (const line of tags.bylines) add(bylineNames(line), 'byline');
  for (const line of edges) add(bylineNames(line), 'line at an end of the text');
  let weak: { authors: Author[]; place: string } | null = null;
  for (const { names, place } of groups) {
    const authors = authorsFrom(names, sites);
    if (authors.some(({ own }) => !own)) return { authors, place };
    if (authors.length > 0) weak ??= { authors, place };
  }
  return weak ?? { authors: [], place: null };
}

// A label and a value for it, as WordPress writes them for Twitter.
function labelledAuthor({ meta }: PageTags): string[] {
  const label = meta.get('twitter:label1')?.[0] ?? '';
  const isAuthor = /written by|author|verfasst|geschrieben|écrit par|escrito por|scritto da/i.test(label);
  return [
    ...(isAuthor ? (meta.get('twitter:data1') ?? []) : []),
    ...(meta.get('twitter:misc:written by') ?? []),
  ];
}

const AUTHOR_NAMES =
  'author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author article.author og:article:author cxenseparse:author'.split(
    ' ',
  );
