import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../articles/article.js';
import { contentHash } from '../articles/identity.js';
import type { Listing } from '../articles/listing.js';
import { createParsePool } from '../articles/parse-pool.js';
import { type KnownFile, readArticleSet } from '../articles/set.js';
import type { SetSettings } from '../articles/set-settings.js';
import type { Progress } from './archive.js';
import type { WantedArticle } from './build-parts.js';

/** What was read of a set: its files, by path, and the set's settings under which they were read. */
export type KnownSet = { settings: SetSettings; files: ReadonlyMap<string, KnownFile> };

/** A set as it is now, and what is to be known of it the next time. */
export type ReadSet = {
  articles: (WantedArticle & { id: string })[];
  problems: Problem[];
  known: KnownSet;
  unchanged: boolean;
};

/** Reads what has changed of a set: files that are as they were when they were `known` are not parsed again. */
export async function readChanged(
  listing: Listing,
  {
    directory,
    known,
    onProgress,
  }: {
    directory: string;
    known: KnownSet | undefined;
    /** The content hashes of articles that need not be given. */
    held: ReadonlySet<string>;
    onProgress: (progress: Progress) => void;
  },
): Promise<ReadSet> {
  const pool = createParsePool();
  const { settings } = listing;
  const set = await readArticleSet(directory, {
    listing,
    known: isDeepStrictEqual(known?.settings, settings) ? known?.files : undefined,
    parse: pool.parse,
    onProgress: (done, total) => onProgress({ stage: 'reading', done, total }),
  }).finally(() => pool.close());
  return {
    articles: set.articles.map((article) => ({
      id: article.id,
      file: article.file,
      hash: contentHash(article),
      article,
    })),
    problems: set.problems,
    known: { settings, files: set.known },
    unchanged: set.unchanged,
  };
}
