import type { ArticleRef } from '../articles/article.js';
import { joinedSayings, type Sayings } from '../quotes/sayings.js';
import { joinedShingles } from '../quotes/verify/joined-shingles.js';
import type { Shingles } from '../quotes/verify/shingles.js';
import { joinedTable } from '../search/joined-table.js';
import type { PassageTable } from '../search/passage-table.js';
import type { Stretch } from '../text/stretches.js';
import { joinedPacked, type Packed } from './packed.js';

/** All that is kept of some articles, in their order. Nothing of one article depends on another, so that parts can be joined. */
export type ArticleParts = {
  references: readonly ArticleRef[];
  /** Of all that readers see of each article (`contentHash`). */
  hashes: readonly string[];
  articles: Packed;
  quotations: Packed;
  sayings: Sayings;
  table: PassageTable;
  shingles: Shingles;
};

/** The parts of some stretches of articles, as if built of these alone; what is large is read where it stands, and not copied. */
export function joinedParts(sources: readonly ArticleParts[], stretches: readonly Stretch[]): ArticleParts {
  const joined = <Value>(lists: readonly (readonly Value[])[]): Value[] =>
    stretches.flatMap(({ source, first, after }) => lists[source]?.slice(first, after) ?? []);
  return {
    references: joined(sources.map(({ references }) => references)),
    hashes: joined(sources.map(({ hashes }) => hashes)),
    articles: joinedPacked(
      sources.map(({ articles }) => articles),
      stretches,
    ),
    quotations: joinedPacked(
      sources.map(({ quotations }) => quotations),
      stretches,
    ),
    sayings: joinedSayings(
      sources.map(({ sayings }) => sayings),
      stretches,
    ),
    table: joinedTable(
      sources.map(({ table }) => table),
      stretches,
    ),
    shingles: joinedShingles(
      sources.map(({ shingles }) => shingles),
      stretches,
    ),
  };
}

/** The same articles in files of other names, by the articles' numbers; undefined where a name stays. */
export function withFiles(parts: ArticleParts, fileOf: (number: number) => string | undefined): ArticleParts {
  const references = parts.references.map((reference, number) => {
    const file = fileOf(number) ?? reference.file;
    return file === reference.file ? reference : { ...reference, file };
  });
  return { ...parts, references };
}
