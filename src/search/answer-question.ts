import type { Article, ArticleRef } from '../articles/article.js';
import { articleRef } from '../articles/article.js';
import { sliceOf } from '../text/span.js';
import { allowedPassages } from './allowed.js';
import type { Answer, AnswerPassage, Filters, NoAnswerReason } from './answer.js';
import { confidence } from './confidence.js';
import { leansOn, passageAt } from './passage-table.js';
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
export const ANSWER_CONFIDENCE = 0.55;
const MOST_PASSAGES = 5;
const MOST_NEAREST = 3;
const LEAST_SHARE = 0.5;

/** Answers any text as a question, with slices of articles or a reason why not. */
export async function answerQuestion(
  index: SearchIndex,
  question: string,
  options: AskOptions,
): Promise<Answer> {
  const { filters, snapshot } = options;
  const allowed = allowedPassages(index, filters, options.allow);
  const ranking = await rank(index, question, allowed);
  const sure = confidence(ranking);
  const reason = reasonAgainst(ranking, sure, allowed === null || allowed.passages.length > 0);
  const { terms } = ranking.asked.question;
  return {
    question,
    filters,
    snapshot,
    answered: reason === null,
    reason,
    confidence: sure,
    passages: reason === null ? answerPassages(ranking) : [],
    nearest: reason === null ? [] : nearestArticles(index, ranking),
    unmatched: terms
      .filter(
        ({ weight }, at) =>
          weight === 1 && (index.table.passagesWith[ranking.asked.numbers[at] ?? -1] ?? 0) === 0,
      )
      .map(({ written }) => written),
  };
}

function reasonAgainst({ asked, ranked }: Ranking, sure: number, any: boolean): NoAnswerReason | null {
  if (asked.question.terms.length === 0) return 'empty-question';
  if (!any) return 'nothing-in-filter';
  if (ranked.length === 0) return 'no-match';
  return sure < ANSWER_CONFIDENCE ? 'weak-match' : null;
}

// The best passages; further ones only while they hold about half of what the first holds.
function answerPassages({ index, ranked }: Ranking): AnswerPassage[] {
  const least = LEAST_SHARE * (ranked[0]?.features.relatedSentence ?? 0);
  const shown = new Set<number>();
  const passages: AnswerPassage[] = [];
  for (const each of ranked) {
    if (passages.length === MOST_PASSAGES) break;
    if (shown.has(each.passage) || each.features.relatedSentence < least) continue;
    const before = leansOn(index.table, each.passage);
    const wider = before >= 0 && !shown.has(before) ? before : each.passage;
    passages.push(answerPassage(index, each, wider));
    shown.add(each.passage).add(wider);
  }
  return passages;
}

// The passage from the beginning of `from`, which is the one before where it cannot stand alone.
function answerPassage(
  { table, articles }: SearchIndex,
  { passage: number, sentence, score }: Ranked,
  from: number,
): AnswerPassage {
  const passage = passageAt(table, number);
  const article = articles[passage.article];
  if (!article) throw new Error(`passage ${number} belongs to no article`);
  const span = { start: table.start[from] ?? passage.start, end: passage.end };
  return {
    ...sliceOf(article.text, span),
    paragraph: table.paragraph[from] ?? passage.paragraph,
    lastParagraph: passage.lastParagraph,
    article: articleRef(article),
    answerSentence: {
      start: table.sentenceStart[sentence] ?? passage.start,
      end: table.sentenceEnd[sentence] ?? passage.end,
    },
    gaps: article.gaps.filter((gap) => gap >= span.start && gap < span.end),
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
