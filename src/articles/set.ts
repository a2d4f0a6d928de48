import type { Article } from './article.js';
import { type ArticleSurvey, type SurveyOptions, surveyArticleSet } from './survey.js';

/** Everything that came out of a folder of articles. */
export type ArticleSet = Pick<ArticleSurvey, 'problems' | 'files'> & {
  /** In path order. */
  articles: Article[];
};

/**
 * Reads a folder of articles with its subfolders, all of it. A bad file is a problem and never stops the rest.
 * @throws ArticleSetError where the folder is missing, is no folder, or cannot be listed.
 */
export async function readArticleSet(
  directory: string,
  options: Pick<SurveyOptions, 'parse' | 'onProgress'> = {},
): Promise<ArticleSet> {
  const { articles, problems, files } = await surveyArticleSet(directory, options);
  // Nothing was known, so every file was parsed.
  return { articles: articles.flatMap(({ article }) => article ?? []), problems, files };
}
