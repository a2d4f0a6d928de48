import type { Article, Problem, ReadResult } from '../../src/articles/article.js';
import { ArticleSchema } from '../../src/articles/article.js';
import { readArticle } from '../../src/articles/read.js';

/** Paragraphs about an invented town; long enough to be no teaser. */
export const PARAGRAPHS: readonly string[] = [
  'The library roof in Wrenfield leaks again, and the council has asked for three more weeks to mend it before the winter.',
  '“We need buckets, and then we need slates,” said Ada Quill, who has kept the reading room open through every storm since the spring.',
  'The builders found that the beams under the east wing are sound, and that only the lead over the porch has to be laid anew.',
  'Bo Finch, who leads the town works, said that the money is there and that the scaffold goes up on the first dry Monday.',
];

/** The same paragraphs as HTML. */
export const HTML = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('\n');

/** Reads bytes, or a text in UTF-8, as a file; checks that every article is valid and has its place in that file. */
export function read(content: Uint8Array | string, name: string): ReadResult {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = readArticle(bytes, { name });
  for (const article of result.articles) ArticleSchema.parse(article);
  for (const { file } of [...result.articles, ...result.problems])
    if (!file.startsWith(name)) throw new Error(`${file} is no place in ${name}`);
  return result;
}

/** Reads a file that has one article and no problems. */
export function readOne(content: Uint8Array | string, name: string): Article {
  const { articles, problems } = read(content, name);
  const [article] = articles;
  if (!article || articles.length !== 1 || problems.length > 0)
    throw new Error(`${articles.length} articles and ${JSON.stringify(problems)}`);
  return article;
}

/** The places of the articles that a file gives. */
export function placesIn(content: Uint8Array | string, name: string): string[] {
  return read(content, name).articles.map(({ file }) => file);
}

/** Place and reason of each problem of a file. */
export function reasonsIn(content: Uint8Array | string, name: string): [file: string, why: string][] {
  return read(content, name).problems.map(({ file, why }: Problem) => [file, why]);
}
