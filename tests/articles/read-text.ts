import type { Article, ReadResult } from '../../src/articles/article.js';
import { readArticle } from '../../src/articles/read.js';

/** Reads a text as the file `name` would be read. */
export function readText(text: string, name = 'story.txt'): ReadResult {
  return readArticle(new TextEncoder().encode(text), { name });
}

/** The one article of a text; fails the test where there is none. */
export function articleOf(text: string, name = 'story.txt'): Article {
  const { articles, problems } = readText(text, name);
  const [article] = articles;
  if (!article || articles.length > 1)
    throw new Error(`expected one article, got ${articles.length}: ${JSON.stringify(problems)}`);
  return article;
}

/** Prose about an invented harbour, long enough to show what it is about. */
export const PROSE = [
  'Dredging of Wrenfield harbour will begin on 2 May, two years later than planned, after the town council agreed to pay for it.',
  'About 38,000 tonnes of silt are to be lifted from the inner basin, where the fishing boats have been sitting on the bottom.',
  'Councillor Agnes Tolliver said the town could not wait for another winter. “The channel gets narrower every month,” she said.',
  'The harbour master, Edwin Tolliver, warned that the ferry would have to use the outer quay while the dredger is at work.',
  'The families that fish from the basin said that moving their boats in spring would cost them the best weeks of the year.',
  'The vessel, hired for eleven weeks at a cost of £1.4 million, is due in the last days of April if the weather allows.',
] as const;

/** Lines of at most `width` columns, or of as many as `widthOf` allows the line of that number. */
export function wrap(text: string, width: number | ((line: number) => number), indent = ''): string {
  const widthOf = typeof width === 'number' ? () => width : width;
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > widthOf(lines.length)) {
      lines.push(line);
      line = word;
    } else line = line.trim() === '' ? line + word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
