import { readFileSync } from 'node:fs';
import type { Article } from '../../src/articles/article.js';
import { PARAGRAPH_BREAK } from '../../src/text/span.js';

/** An article of these paragraphs; what is not given is unknown. */
export function exampleArticle(
  id: string,
  paragraphs: string[],
  more: Partial<Omit<Article, 'id' | 'paragraphs' | 'text'>> = {},
): Article {
  return {
    file: `${id}.txt`,
    title: id,
    publication: null,
    tagline: null,
    authors: [],
    publishedAt: null,
    url: null,
    removed: [],
    gaps: [],
    ...more,
    id,
    paragraphs,
    text: paragraphs.join(PARAGRAPH_BREAK),
  };
}

/** The seed article, read as roughly as a test of search needs it. */
export function seedArticle(): Article {
  const [publication = '', , title = '', ...paragraphs] = readFileSync(
    'data/articles/london-defender.txt',
    'utf8',
  )
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '' && !/^READ MORE|\[(?:BREAKING|LIVE)\]$/.test(line));
  return exampleArticle('seed', paragraphs, { publication, title });
}

/** Short articles about an invented town, in two newspapers. */
export const townArticles: Article[] = [
  exampleArticle(
    'bridge',
    [
      'The council of Calder Mouth voted on Tuesday to close the harbour bridge for a year of repairs, at a cost of £4.2 million.',
      'Councillor Edda Marsh said the bridge, built in 1931, carries 9,000 vehicles a day.',
      '“We have put this off for too long,” said Tobias Marsh, who owns the ferry company.',
    ],
    {
      title: 'Harbour bridge to close for a year',
      publication: 'Calder Mouth Écho',
      publishedAt: '2023-04-02',
    },
  ),
  exampleArticle(
    'ferry',
    [
      'Tobias Marsh said his company would double its sailings to 24 a day while the bridge is shut.',
      'The ferry will be free for schoolchildren, the harbour master Ines Okafor said.',
    ],
    {
      title: 'Ferry firm doubles sailings',
      publication: 'The Calder Gazette',
      publishedAt: '2023-05-10T09:30:00Z',
    },
  ),
];
