import { isDeepStrictEqual } from 'node:util';
import type { Article, Problem } from './article.js';
import { type Copies, type CopiesBefore, nearCopies } from './copies.js';
import type { KnownFile, KnownSet } from './known.js';
import { MAX_SET_LENGTH } from './limits.js';
import { type Listing, listArticleSet } from './listing.js';
import { rejection, warning } from './problem.js';
import type { ArticleRecord } from './record.js';
import { collectStories } from './same-story.js';
import { type FileOfSet, lastReadOf, type ReadFilesOptions, readFilesOfSet } from './set-files.js';
import { joinedSketches, type Sketches } from './sketches.js';
import { comparePaths } from './walk.js';

/** An article of a set. */
export type SetArticle = {
  record: ArticleRecord;
  /** Other files of the set with the same story. */
  otherFiles: readonly string[];
  /** The whole article, where its file was parsed now; else the caller has it. */
  article: Article | undefined;
};

/** Everything that came out of a folder of articles. */
export type ArticleSurvey = {
  /** In path order. */
  articles: SetArticle[];
  /** In path order. */
  problems: Problem[];
  /** How many files were looked at; ignored ones (dot files, READMEs, licences) do not count. */
  files: number;
  /** What to give as `known` to read the set again. */
  known: KnownSet;
};

/** What was read before, and what is still there of it. */
export type ReadBefore = {
  /** Files whose stamp or contents are the same, under the same settings, are not read or not parsed again. */
  known: KnownSet;
  /** Whether the caller has the article itself, read from the same file. Where one is wanted and not had, its file is parsed again. */
  has(record: ArticleRecord): boolean;
};

export type SurveyOptions = Pick<ReadFilesOptions, 'parse' | 'onProgress'> & {
  /** What is in the folder, where that is already listed. */
  listing?: Listing | undefined;
  before?: ReadBefore | undefined;
};

/**
 * Reads a folder of articles with its subfolders, and parses of the files that are known no more than it must. What comes out is
 * the same as if nothing were known. A bad file is a problem and never stops the rest.
 * @throws ArticleSetError where the folder is missing, is no folder, or cannot be listed.
 */
export async function surveyArticleSet(
  directory: string,
  { listing: listed, before, parse, onProgress }: SurveyOptions = {},
): Promise<ArticleSurvey> {
  const listing = listed ?? (await listArticleSet(directory));
  const { settings } = listing;
  const usable = isDeepStrictEqual(before?.known.settings, settings) ? before : undefined;
  const { known, has = () => false } = { ...usable };
  const last = lastReadOf(known);
  let files = await readFilesOfSet(listing.files, {
    ...{ settings, parse, onProgress },
    known: known && { set: known, lastReadOf: last },
  });
  let across = acrossFiles(files);
  // Each file is parsed once at most, so this ends.
  for (;;) {
    const missing = across.articles.filter(({ record, article }) => !article && !has(record));
    if (missing.length === 0) break;
    files = await parsedAgain(files, new Set(missing.map(({ record }) => record)), { settings, parse });
    across = acrossFiles(files);
  }
  const { articles, records, stories } = across;
  const sketches = sketchesIn(files);
  const sketched = { sketches, order: stories.number };
  const copies = nearCopies(sketched, known && copiesBefore(files, stories, known));
  const problems = [...listing.problems, ...across.problems, ...nearCopyProblems(articles, copies)];
  return {
    articles,
    problems: problems.sort((a, b) => comparePaths(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)),
    files: files.length,
    known: { settings, files: files.flatMap(knownFile), records, sketches, stories, copies },
  };
}

/** An article as it stands in a set where these other files have the same story. */
export function inSet({ otherFiles: _, ...article }: Article, otherFiles: readonly string[]): Article {
  return otherFiles.length > 0 ? { ...article, otherFiles: [...otherFiles] } : article;
}

/** What comes of the files together, in their order. */
function acrossFiles(files: readonly FileOfSet[]) {
  const collected = collectStories();
  const problems: Problem[] = [];
  const records: ArticleRecord[] = [];
  const parsed: (Article | undefined)[] = [];
  let lengthLeft = MAX_SET_LENGTH;
  for (const file of files) {
    problems.push(...file.problems);
    const length = file.records.reduce((sum, record) => sum + record.length, 0);
    const fits = length <= lengthLeft;
    if (fits) lengthLeft -= length;
    else problems.push(setFull(file.listed.file));
    for (const [at, record] of file.records.entries()) {
      const refused = fits && collected.add(record, records.length);
      if (refused) problems.push(refused);
      records.push(record);
      parsed.push(file.articles?.[at]);
    }
  }
  const stories = collected.stories();
  const articles = stories.map(({ record, number, otherFiles }): SetArticle => {
    const article = parsed[number];
    return { record, otherFiles, article: article && inSet(article, otherFiles) };
  });
  return {
    ...{ articles, problems, records },
    stories: {
      number: Uint32Array.from(stories, (story) => story.number),
      first: Uint32Array.from(stories, ({ first }) => first),
    },
  };
}

/** The files, of which those that hold some of these articles are parsed, whether or not they are known. */
async function parsedAgain(
  files: readonly FileOfSet[],
  wanted: ReadonlySet<ArticleRecord>,
  options: ReadFilesOptions,
): Promise<FileOfSet[]> {
  const holding = files.filter((file) => !file.articles && file.records.some((record) => wanted.has(record)));
  const parsed = await readFilesOfSet(
    holding.map(({ listed }) => listed),
    options,
  );
  const byPath = new Map(parsed.map((file) => [file.listed.path, file]));
  return files.map((file) => byPath.get(file.listed.path) ?? file);
}

/** The sketches of all articles of the files, in their order. */
function sketchesIn(files: readonly FileOfSet[]): Sketches {
  const sources = [...new Set(files.map(({ sketches }) => sketches))];
  const numbers = new Map(sources.map((source, number) => [source, number]));
  const stretches = files.map(({ sketches, at, records }) => ({
    source: numbers.get(sketches) ?? -1,
    first: at,
    after: at + records.length,
  }));
  return joinedSketches(sources, stretches);
}

/** What is known of near copies, for the stories that are as they were. */
function copiesBefore(
  files: readonly FileOfSet[],
  stories: KnownSet['stories'],
  { sketches, stories: last, copies, records }: KnownSet,
): CopiesBefore {
  // The numbers that articles had among all that are known.
  const before = new Int32Array(files.reduce((sum, file) => sum + file.records.length, 0)).fill(-1);
  let number = 0;
  for (const file of files) {
    for (let n = 0; n < file.records.length; n++, number++) if (!file.articles) before[number] = file.at + n;
  }
  const placeOf = new Int32Array(records.length).fill(-1);
  for (let place = 0; place < last.first.length; place++) placeOf[last.first[place] ?? -1] = place;
  const places = new Int32Array(stories.number.length);
  for (let story = 0; story < places.length; story++) {
    // A story stands where its first article is, and files keep their order: so stories that are the same do too.
    const place = placeOf[before[stories.first[story] ?? -1] ?? -1] ?? -1;
    const isSame = last.number[place] === before[stories.number[story] ?? -1];
    places[story] = isSame ? place : -1;
  }
  return { sketched: { sketches, order: last.number }, copies, places };
}

function knownFile({ listed: { path, stamp }, hash, problems, records }: FileOfSet): KnownFile[] {
  return hash === null ? [] : [{ path, stamp, hash, problems, articles: records.length }];
}

function setFull(file: string): Problem {
  return rejection(file, {
    what: 'it was left out',
    why: `the articles of the set have more than ${MAX_SET_LENGTH} characters of text together`,
    remedy: 'split the set into smaller ones',
  });
}

function nearCopyProblems(articles: readonly SetArticle[], copies: Copies): Problem[] {
  return articles.flatMap(({ record: { file } }, place) => {
    const other = articles[copies.of[place] ?? -1];
    if (!other) return [];
    const percent = Math.round(100 * (copies.share[place] ?? 0));
    return [
      warning(file, {
        what: `it is nearly the same article as ${other.record.file}`,
        why: `about ${percent}% of their wording is the same`,
        remedy: 'nothing, where two publications printed it; else keep the better of the two',
      }),
    ];
  });
}
