import type { HeadLines } from '../head-lines.js';
import { type Author, authorsFrom, bylineNames, byNames, splitNames } from './authors.js';
import { printedDate } from './dates.js';
import { JSON_LD, type PageFacts } from './facts.js';
import type { PageTags } from './tags.js';

/**
 * The authors of an article and where the page names them. `sites` are names of the site itself: where only it
 * signs in one place, the next place is asked.
 */
export function findAuthors(
  { tags, article }: PageFacts,
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
