import { stat } from 'node:fs/promises';
import { type Article, ArticleSchema, type Problem, type ReadResult } from './article.js';
import { contentHash } from './identity.js';
import { MAX_FILE_BYTES, MAX_SET_BYTES } from './limits.js';
import { rejection } from './problem.js';
import { readArticle } from './read.js';
import { type FileRead, readFileUpTo, readRegularFile } from './read-file.js';
import { comparePaths, walk } from './walk.js';

// Enough that the disk is never waited for; together these are at most 64 MB, and a larger file is read alone.
const READ_TOGETHER = 32;

/** Everything that came out of a folder of articles. */
export type ArticleSet = {
  /** In path order. */
  articles: Article[];
  /** In path order. */
  problems: Problem[];
  /** How many files were looked at; ignored ones (dot files, READMEs, licences) do not count. */
  files: number;
};

/** The folder as a whole cannot be read. The message says what is wrong and what to do. */
export class ArticleSetError extends Error {
  override name = 'ArticleSetError';
}

/**
 * Reads a folder of articles with its subfolders. A bad file is a problem and never stops the rest.
 * `onProgress` is told how many files are done, of how many.
 * @throws ArticleSetError where the folder is missing, is no folder, or cannot be listed.
 */
export async function readArticleSet(
  directory: string,
  options: { onProgress?: (done: number, total: number) => void } = {},
): Promise<ArticleSet> {
  const { found, problems } = await listFolder(directory);
  const byId = new Map<string, Article>();
  let bytesLeft = MAX_SET_BYTES;
  for (let start = 0; start < found.length; start += READ_TOGETHER) {
    const some = found.slice(start, start + READ_TOGETHER);
    const reads = await Promise.all(some.map(({ file, path }) => readFileUpTo(path, file, MAX_FILE_BYTES)));
    for (const [index, { file, path }] of some.entries()) {
      const early = reads[index];
      const read = !early || 'waits' in early ? await readRegularFile(path, file) : early;
      const { articles, problems: told } = readWithin(read, file, bytesLeft);
      // What was packed is held unpacked.
      const held = articles.reduce((sum, { text }) => sum + text.length, 0);
      if ('bytes' in read) bytesLeft -= Math.max(read.bytes.length, held);
      problems.push(...told);
      for (const article of articles) {
        const refused = invalid(article) ?? duplicate(article, byId.get(article.id));
        if (refused) problems.push(refused);
        else byId.set(article.id, article);
      }
      options.onProgress?.(start + index + 1, found.length);
    }
  }
  problems.sort((a, b) => comparePaths(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { articles: [...byId.values()], problems, files: found.length };
}

function readWithin(read: FileRead, file: string, bytesLeft: number): ReadResult {
  if ('problem' in read) return { articles: [], problems: [read.problem] };
  if (read.bytes.length > bytesLeft) return { articles: [], problems: [setFull(file)] };
  return readArticle(read.bytes, { name: file });
}

function setFull(file: string): Problem {
  return rejection(file, {
    what: 'it was not read',
    why: `the article set has more than ${MAX_SET_BYTES} bytes`,
    remedy: 'split it into smaller sets',
  });
}

async function listFolder(directory: string) {
  const missing = `There is no folder ${directory}. Create it and put articles into it, or name another with --articles or ARTICLES_DIR.`;
  try {
    const isDirectory = (await stat(directory)).isDirectory();
    if (isDirectory) return await walk(directory);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ArticleSetError(missing);
    throw new ArticleSetError(
      `The folder ${directory} cannot be read (${code}). Check that this program may list it.`,
    );
  }
  throw new ArticleSetError(`${directory} is a file, not a folder. Name the folder that holds the articles.`);
}

function invalid(article: Article): Problem | null {
  const checked = ArticleSchema.safeParse(article);
  if (checked.success) return null;
  const [issue] = checked.error.issues;
  return rejection(article.file, {
    what: 'it gives no valid article',
    why: `${issue?.path.join('.') ?? 'article'}: ${issue?.message ?? 'not valid'}`,
    remedy: 'please report this file as a bug',
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

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
