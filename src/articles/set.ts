import { createHash } from 'node:crypto';
import type { Article, Problem, ReadResult } from './article.js';
import { type NearCopy, nearCopies } from './copies.js';
import { MAX_FILE_BYTES, MAX_SET_LENGTH } from './limits.js';
import { type ListedFile, type Listing, listArticleSet } from './listing.js';
import type { ParseJob } from './parse-pool.js';
import { rejection, warning } from './problem.js';
import { readArticle } from './read.js';
import { readFileUpTo, readRegularFile } from './read-file.js';
import { collectArticles } from './same-story.js';
import { comparePaths } from './walk.js';

// Enough that the disk is never waited for; together these are at most 64 MB, and a larger file is read alone.
const READ_TOGETHER = 32;

/** A file that was read: what it held then, and what came out of it. */
export type KnownFile = { stamp: string | null; hash: string; result: ReadResult };

/** Everything that came out of a folder of articles. */
export type ArticleSet = {
  /** In path order. */
  articles: Article[];
  /** In path order. */
  problems: Problem[];
  /** How many files were looked at; ignored ones (dot files, READMEs, licences) do not count. */
  files: number;
  /** What to give as `known` to read the set again; by path on disk. */
  known: ReadonlyMap<string, KnownFile>;
  /** True where `known` already held every file as it is, and no other. */
  unchanged: boolean;
};

export type ReadSetOptions = {
  /** What is in the folder, where that is already listed. */
  listing?: Listing;
  /** Files read before with the same settings: those whose stamp or contents are the same are not read or not parsed again. */
  known?: ReadonlyMap<string, KnownFile> | undefined;
  /** Reads one file, whose bytes it may take away. Default: `readArticle` on this thread. */
  parse?: (file: ParseJob) => ReadResult | Promise<ReadResult>;
  /** Told how many files are done, of how many. */
  onProgress?: (done: number, total: number) => void;
};

/**
 * Reads a folder of articles with its subfolders. A bad file is a problem and never stops the rest.
 * @throws ArticleSetError where the folder is missing, is no folder, or cannot be listed.
 */
export async function readArticleSet(directory: string, options: ReadSetOptions = {}): Promise<ArticleSet> {
  const { files, settings, problems: unlisted } = options.listing ?? (await listArticleSet(directory));
  const before = options.known ?? new Map<string, KnownFile>();
  const { parse = ({ bytes, ...file }) => readArticle(bytes, file) } = options;
  const problems = [...unlisted];
  const collected = collectArticles();
  const known = new Map<string, KnownFile>();
  let unchanged = before.size === files.length;
  let lengthLeft = MAX_SET_LENGTH;

  async function read(listed: ListedFile, early: boolean): Promise<ReadResult | 'waits'> {
    const { file, path, stamp } = listed;
    const last = before.get(path);
    if (last && stamp && last.stamp === stamp) {
      known.set(path, last);
      return last.result;
    }
    const held = early ? await readFileUpTo(path, file, MAX_FILE_BYTES) : await readRegularFile(path, file);
    if ('waits' in held) return 'waits';
    if ('problem' in held) {
      unchanged = false;
      return { articles: [], problems: [held.problem] };
    }
    const hash = createHash('sha256').update(held.bytes).digest('base64');
    const same = last?.hash === hash;
    if (!same) unchanged = false;
    const result = same ? last.result : await parse({ bytes: held.bytes, name: file, settings });
    known.set(path, { stamp, hash, result });
    return result;
  }

  function take(file: string, { articles, problems: told }: ReadResult): void {
    problems.push(...told);
    const length = articles.reduce((sum, { text }) => sum + text.length, 0);
    if (length > lengthLeft) {
      problems.push(setFull(file));
      return;
    }
    lengthLeft -= length;
    for (const article of articles) {
      const refused = collected.add(article);
      if (refused) problems.push(refused);
    }
  }

  for (let start = 0; start < files.length; start += READ_TOGETHER) {
    const some = files.slice(start, start + READ_TOGETHER);
    const results = await Promise.all(some.map((listed) => read(listed, true)));
    for (const [index, listed] of some.entries()) {
      const result = results[index];
      take(listed.file, !result || result === 'waits' ? await readAlone(listed) : result);
      options.onProgress?.(start + index + 1, files.length);
    }
  }

  async function readAlone(listed: ListedFile): Promise<ReadResult> {
    const result = await read(listed, false);
    return result === 'waits' ? { articles: [], problems: [] } : result;
  }

  const articles = collected.articles();
  problems.push(...nearCopies(articles).flatMap((copy) => nearCopy(articles, copy)));
  problems.sort((a, b) => comparePaths(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles, problems, files: files.length, known, unchanged };
}

function setFull(file: string): Problem {
  return rejection(file, {
    what: 'it was left out',
    why: `the articles of the set have more than ${MAX_SET_LENGTH} characters of text together`,
    remedy: 'split the set into smaller ones',
  });
}

function nearCopy(articles: readonly Article[], { articles: [first, second], share }: NearCopy): Problem[] {
  const [one, other] = [articles[first], articles[second]];
  if (!one || !other) return [];
  return [
    warning(other.file, {
      what: `it is nearly the same article as ${one.file}`,
      why: `about ${Math.round(share * 100)}% of their wording is the same`,
      remedy: 'nothing, where two publications printed it; else keep the better of the two',
    }),
  ];
}
