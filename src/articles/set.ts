import { createHash } from 'node:crypto';
import type { Article, Problem, ReadResult } from './article.js';
import { contentHash } from './identity.js';
import { MAX_FILE_BYTES, MAX_SET_LENGTH } from './limits.js';
import { type ListedFile, type Listing, listArticleSet } from './listing.js';
import { rejection } from './problem.js';
import { readArticle } from './read.js';
import { readFileUpTo, readRegularFile } from './read-file.js';
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
  /** Files read before: those whose stamp or contents are the same are not read or not parsed again. */
  known?: ReadonlyMap<string, KnownFile> | undefined;
  /** Reads one file's bytes, which it may take away. Default: `readArticle` on this thread. */
  parse?: (bytes: Uint8Array, name: string) => ReadResult | Promise<ReadResult>;
  /** Told how many files are done, of how many. */
  onProgress?: (done: number, total: number) => void;
};

/**
 * Reads a folder of articles with its subfolders. A bad file is a problem and never stops the rest.
 * @throws ArticleSetError where the folder is missing, is no folder, or cannot be listed.
 */
export async function readArticleSet(directory: string, options: ReadSetOptions = {}): Promise<ArticleSet> {
  const { files, problems: unlisted } = options.listing ?? (await listArticleSet(directory));
  const before = options.known ?? new Map<string, KnownFile>();
  const { parse = (bytes, name) => readArticle(bytes, { name }) } = options;
  const problems = [...unlisted];
  const byId = new Map<string, Article>();
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
    const result = same ? last.result : await parse(held.bytes, file);
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
      const refused = duplicate(article, byId.get(article.id));
      if (refused) problems.push(refused);
      else byId.set(article.id, article);
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

  problems.sort((a, b) => comparePaths(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles: [...byId.values()], problems, files: files.length, known, unchanged };
}

function setFull(file: string): Problem {
  return rejection(file, {
    what: 'it was left out',
    why: `the articles of the set have more than ${MAX_SET_LENGTH} characters of text together`,
    remedy: 'split the set into smaller ones',
  });
}

function duplicate(article: Article, first: Article | undefined): Problem | null {
  if (!first) return null;
  if (contentHash(first) === contentHash(article))
    return rejection(article.file, {
      what: `it is the same article as ${first.file}`,
      why: 'both have the same text',
      remedy: 'keep one of the two files',
    });
  return rejection(article.file, {
    what: `it is the same article as ${first.file}`,
    why:
      article.url === null
        ? 'both have the same title, publication and date, though their texts differ'
        : 'both have the same url, though their texts differ',
    remedy: 'keep the newer file, or give each its date or its own url',
  });
}
