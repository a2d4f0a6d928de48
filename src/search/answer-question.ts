import type { Article, ArticleRef } from '../articles/article.js';
import { articleRef } from '../articles/article.js';
import { sliceOf } from '../text/span.js';
import type { Answer, AnswerPassage, Filters, NoAnswerReason } from './answer.js';
import { confidence } from './confidence.js';
import { articleFilter } from './filters.js';
import { passageAt } from './passage-table.js';
import type { Passage } from './passages.js';
import type { Ranked, Ranking } from './rank.js';
import { rank } from './rank.js';
import type { SearchIndex } from './search-index.js';

export type AskOptions = {
  filters: Filters;
  /** A further condition on passages: the person filter, for those who know people. */
  allow?: (article: Article, passage: Passage) => boolean;
  /** Id of the snapshot, for the answer to carry. */
  snapshot: string;
};

/** Below this confidence the archive "doesn't say". */
export const ANSWER_CONFIDENCE = 0.5;
const MOST_PASSAGES = 5;
const MOST_NEAREST = 3;

/** Answers any text as a question, with slices of articles or a reason why not. */
export async function answerQuestion(
  index: SearchIndex,
  question: string,
  options: AskOptions,
): Promise<Answer> {
  const { filters, snapshot } = options;
  const allowed = allowedPassages(index, options);
  const ranking = await rank(index, question, allowed?.has ?? null);
  const sure = confidence(ranking);
  const reason = reasonAgainst(ranking, sure, allowed?.any ?? index.table.start.length > 0);
  const { terms } = ranking.asked.question;
  return {
    question,
    filters,
    snapshot,
    answered: reason === null,
    reason,
    confidence: sure,
    passages:
      reason === null ? ranking.ranked.slice(0, MOST_PASSAGES).map((each) => answerPassage(index, each)) : [],
    nearest: reason === null ? [] : nearestArticles(index, ranking),
    unmatched: terms
      .filter((_, at) => (index.table.passagesWith[ranking.asked.numbers[at] ?? -1] ?? 0) === 0)
      .map(({ written }) => written),
  };
}

function reasonAgainst({ asked, ranked }: Ranking, sure: number, any: boolean): NoAnswerReason | null {
  if (asked.question.terms.length === 0) return 'empty-question';
  if (!any) return 'nothing-in-filter';
  if (ranked.length === 0) return 'no-match';
  return sure < ANSWER_CONFIDENCE ? 'weak-match' : null;
}

function allowedPassages(index: SearchIndex, { filters, allow }: AskOptions) {
  const wanted = articleFilter(filters);
  if (!wanted && !allow) return null;
  const { table, articles } = index;
  const passed = new Uint8Array(table.start.length);
  let any = false;
  for (const [at, article] of articles.entries()) {
    if (wanted && !wanted(article)) continue;
    const after = table.firstPassage[at + 1] ?? 0;
    for (let passage = table.firstPassage[at] ?? 0; passage < after; passage++) {
      if (allow && !allow(article, passageAt(table, passage))) continue;
      passed[passage] = 1;
      any = true;
    }
  }
  return { any, has: (passage: number) => passed[passage] === 1 };
}

function answerPassage(
  { table, articles }: SearchIndex,
  { passage: number, sentence, score }: Ranked,
): AnswerPassage {
  const passage = passageAt(table, number);
  const article = articles[passage.article];
  if (!article) throw new Error(`passage ${number} belongs to no article`);
  return {
    ...sliceOf(article.text, passage),
    paragraph: passage.paragraph,
    lastParagraph: passage.lastParagraph,
    article: articleRef(article),
    answerSentence: {
      start: table.sentenceStart[sentence] ?? passage.start,
      end: table.sentenceEnd[sentence] ?? passage.end,
    },
    gaps: article.gaps.filter((gap) => gap >= passage.start && gap < passage.end),
    score,
  };
}

function nearestArticles({ table, articles }: SearchIndex, { ranked }: Ranking): ArticleRef[] {
  const found = new Set<number>();
  for (const { passage } of ranked) {
    found.add(table.article[passage] ?? 0);
    if (found.size === MOST_NEAREST) break;
  }
  return [...found].flatMap((at) => {
    const article = articles[at];
    return article ? [articleRef(article)] : [];
  });
}
