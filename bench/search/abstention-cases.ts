import type { Article } from '../../src/articles/article.js';
import { PARAGRAPH_BREAK } from '../../src/text/span.js';
import { isAnswerable } from './measures.js';
import type { QuestionSet } from './question-set.js';
import { withoutAnswers } from './question-set.js';

/** Questions to an archive that holds the answer to all or none of them. */
export type Case = { articles: readonly Article[]; questions: string[]; answered: boolean };

const MOST = 600;
const SINGLE_PARAGRAPHS = 24;

/**
 * From one set: its own questions without an answer; answers taken out with their articles; every second paragraph
 * taken out of articles that stay; and, so that small archives count, single articles asked what others answer.
 */
export function abstentionCases(set: QuestionSet): Map<string, Case[]> {
  const cases = new Map<string, Case[]>();
  const answerable = set.questions.filter(isAnswerable);
  const text = (questions: QuestionSet['questions']) => questions.map(({ question }) => question);
  const unanswerable = set.questions.filter((question) => !isAnswerable(question));
  if (unanswerable.length > 0)
    cases.set('own', [
      { articles: set.articles, questions: text(answerable), answered: true },
      { articles: set.articles, questions: text(unanswerable), answered: false },
    ]);
  const without = withoutAnswers(set);
  const some = spread(without.questions, MOST);
  cases.set('articles out', [
    { articles: set.articles, questions: text(some), answered: true },
    { articles: without.articles, questions: text(some), answered: false },
  ]);
  if (!set.articles.some(({ paragraphs }) => paragraphs.length > 20)) return cases;
  const odd = spread(
    answerable.filter(({ relevant }) => relevant.every(([, paragraph]) => paragraph % 2 === 1)),
    MOST,
  );
  cases.set('paragraphs out', [
    { articles: set.articles, questions: text(odd), answered: true },
    { articles: set.articles.map(everySecond), questions: text(odd), answered: false },
  ]);
  const single: Case[] = [];
  for (const article of set.articles) {
    const short = withParagraphs(article, article.paragraphs.slice(0, SINGLE_PARAGRAPHS));
    const own = answerable.filter(({ relevant }) => relevant.every(([id]) => id === article.id));
    const kept = own.filter(({ relevant }) => relevant.some(([, at]) => at < SINGLE_PARAGRAPHS));
    const gone = own.filter(({ relevant }) => relevant.every(([, at]) => at >= SINGLE_PARAGRAPHS));
    const others = spread(
      answerable.filter(({ relevant }) => relevant.every(([id]) => id !== article.id)),
      16,
    );
    single.push({ articles: [short], questions: text(spread(kept, 24)), answered: true });
    single.push({ articles: [short], questions: text([...spread(gone, 24), ...others]), answered: false });
  }
  cases.set('one article', single);
  return cases;
}

function everySecond(article: Article): Article {
  return withParagraphs(
    article,
    article.paragraphs.filter((_, at) => at % 2 === 0),
  );
}

function withParagraphs(article: Article, paragraphs: string[]): Article {
  return { ...article, paragraphs, text: paragraphs.join(PARAGRAPH_BREAK) };
}

/** At most `most` of a list, from all over it. */
export function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? [...list] : list.filter((_, at) => at % step === 0);
}
