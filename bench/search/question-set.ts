import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src/articles/article.js';
import { PARAGRAPH_BREAK } from '../../src/text/span.js';

const ArticleRow = z.object({
  id: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  publication: z.string().nullish(),
  publishedAt: z.string().nullish(),
  url: z.string().nullish(),
  authors: z.array(z.string()).nullish(),
});

const QuestionRow = z.object({
  id: z.string(),
  question: z.string(),
  /** Paragraphs that answer: article id and index of the paragraph. */
  relevant: z.array(z.tuple([z.string(), z.number()])),
  answerable: z.boolean(),
});
export type SetQuestion = z.infer<typeof QuestionRow>;

/** Articles and questions about them, as the development sets hold them. */
export type QuestionSet = { name: string; articles: Article[]; questions: SetQuestion[] };

/** Reads `articles.jsonl` and `questions.jsonl` of a folder. Throws where a line does not parse. */
export function readQuestionSet(directory: string): QuestionSet {
  return {
    name: basename(directory),
    articles: lines(join(directory, 'articles.jsonl')).map((line) => articleOf(ArticleRow.parse(line))),
    questions: lines(join(directory, 'questions.jsonl')).map((line) => QuestionRow.parse(line)),
  };
}

/**
 * Half of the set's answered questions, and its articles without those that answer them. Where that would leave
 * next to nothing (few articles, many questions), every second article goes instead, with its questions.
 */
export function withoutAnswers({ name, articles, questions }: QuestionSet): QuestionSet {
  const answered = questions.filter(({ answerable, relevant }) => answerable && relevant.length > 0);
  const answering = new Set(
    answered.filter((_, at) => at % 2 === 1).flatMap(({ relevant }) => relevant.map(([id]) => id)),
  );
  const gone =
    answering.size < 0.75 * articles.length
      ? answering
      : new Set(articles.filter((_, at) => at % 2 === 1).map(({ id }) => id));
  return {
    name,
    articles: articles.filter(({ id }) => !gone.has(id)),
    questions: answered.filter(({ relevant }) => relevant.every(([id]) => gone.has(id))),
  };
}

function lines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function articleOf(row: z.infer<typeof ArticleRow>): Article {
  return {
    id: row.id,
    file: row.id,
    title: row.title,
    publication: row.publication ?? null,
    tagline: null,
    authors: row.authors ?? [],
    publishedAt: row.publishedAt ?? null,
    url: row.url ?? null,
    paragraphs: row.paragraphs,
    text: row.paragraphs.join(PARAGRAPH_BREAK),
    removed: [],
    gaps: [],
  };
}
