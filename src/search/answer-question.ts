import type { ArticleRef } from '../articles/article.js';
import { articleRef } from '../articles/article.js';
import { type Span, sliceOf } from '../text/span.js';
import { tokenize } from '../text/tokens.js';
import { allowedPassages } from './allowed.js';
import type { AlsoPrinted, Answer, AnswerPassage, Filters, NoAnswerReason } from './answer.js';
import { held, isName } from './asked.js';
import { confidence } from './confidence.js';
import { undatedLeftOut } from './filters.js';
import {
  articleOf,
  holdsTerm,
  leansOn,
  numberOf,
  type PassageTable,
  paragraphOf,
  spanOf,
  spanOfSentences,
  termsOf,
} from './passage-table.js';
import { coversDay } from './question-dates.js';
import type { Ranked, Ranking } from './rank.js';
import { rank, topicShare } from './rank.js';
import type { SearchIndex } from './search-index.js';
import type { RoleHolder, Speaker } from './speakers.js';

export type AskOptions = {
  filters: Filters;
  /** A further condition on passages, by their numbers: the person filter, for those who know people. */
  allow?: (passage: number) => boolean;
  /** Id of the snapshot, for the answer to carry. */
  snapshot: string;
  /** The day that "last year" counts from (`2026-03-14`); without it such words mean nothing. */
  today?: string;
  /** Those whose words the question asks for: their words lead, and only passages with them answer. */
  speakers?: readonly Speaker[];
  /** Those whom the question calls by a role: passages that name them hold it. */
  holders?: readonly RoleHolder[];
  /**
   * Where the question asks for words of somebody of whom the archive quotes none: whether a sentence of a text tells what they said.
   * Only such a passage answers then. The sentence has offsets into the text.
   */
  speaks?: ((text: string, sentence: Span) => boolean) | undefined;
  /** Below this confidence, from 0 to 1, the archive "doesn't say". Default `ANSWER_CONFIDENCE`. */
  answerConfidence?: number | undefined;
};

/** Where right and wrong first passages are about as common on the development questions. */
export const ANSWER_CONFIDENCE = 0.55;
/** From this share of the confidence needed on, passages that do not answer are worth a look. */
const CLOSE = 0.6;
const MOST_CLOSEST = 3;
const MOST_PASSAGES = 5;
const MOST_NEAREST = 3;
const LEAST_SHARE = 0.5;
/** Beside an answer: with less than this share of the first's score a passage must be worth a look by itself. */
const LEAST_SCORE = 0.65;

/** Answers any text as a question, with slices of articles or a reason why not. */
export async function answerQuestion(
  index: SearchIndex,
  question: string,
  options: AskOptions,
): Promise<Answer> {
  const { filters, snapshot, speakers = [], holders = [], answerConfidence = ANSWER_CONFIDENCE } = options;
  const allowed = allowedPassages(index, filters, options.allow);
  const ranking = await rank(index, question, allowed, { today: options.today, speakers, holders });
  const close = CLOSE * answerConfidence;
  // Whatever its words say, a passage of another time or by somebody else is not what was asked for.
  const found = confidence(ranking);
  const sure = isBesideThePoint(ranking, options) ? Math.min(found, (close + answerConfidence) / 2) : found;
  const isAny = allowed === null || allowed.passages.length > 0;
  const reason = reasonAgainst(ranking, isAny, sure >= answerConfidence);
  const { terms, period } = ranking.asked.question;
  return {
    question,
    filters,
    snapshot,
    answered: reason === null,
    reason,
    confidence: sure,
    passages:
      reason === null
        ? answerPassages(besideAnswer(ranking, close, speakers))
        : reason === 'weak-match' && sure >= close
          ? answerPassages(ranking).slice(0, MOST_CLOSEST)
          : [],
    nearest: reason === null ? [] : nearestArticles(index, ranking),
    corrected: ranking.asked.corrections.map(({ at, number }) => ({
      written: terms[at]?.written ?? '',
      used: writtenIn(ranking, number),
    })),
    roles: holders.map(({ written, name, seen }) => ({ written, name, seen })),
    period: period && { from: period.from, to: period.to },
    unmatched: unmatchedIn(ranking),
    undatedLeftOut: undatedLeftOut(index.articles.references, filters),
  };
}

/** Words of a question that no passage holds. Those of a time are left out where they are no words to look for but days, and articles are of these. */
function unmatchedIn({ index: { table, articles }, asked }: Ranking): string[] {
  const { terms, dates, period } = asked.question;
  const lacking = terms.filter(
    ({ weight }, at) => weight === 1 && !asked.meant[at] && held(table, asked.numbers[at]) === 0,
  );
  // An archive without articles lacks more than these.
  if (lacking.length === 0 || articles.references.length === 0) return [];
  const meantByPeriod = new Set(tokenize(period?.written ?? '').map(({ term }) => term));
  const isPrintedThen = () =>
    articles.references.some(({ publishedAt }) => publishedAt && coversDay(dates, publishedAt.slice(0, 10)));
  const areDays = lacking.some(({ dated }) => dated) && isPrintedThen();
  return lacking
    .filter(({ term, dated }) => !(dated && areDays) && !meantByPeriod.has(term))
    .map(({ written }) => written);
}

/** Whether the first passage is of another time than was asked for, or holds nothing of those whose words were. */
function isBesideThePoint(ranking: Ranking, { speakers = [], speaks }: AskOptions): boolean {
  const { index, asked, ranked } = ranking;
  const [first] = ranked;
  if (!first) return false;
  const day = index.articles.references[articleOf(index.table, first.passage)]?.publishedAt?.slice(0, 10);
  const { period } = asked.question;
  // What an article printed earlier says of that time is a forecast at best.
  if (period && day !== undefined && day < period.from) return true;
  if (speakers.length === 0) return speaks !== undefined && !isTold(index, first, speaks);
  if (topicShare(asked, index, first, speakers) === 0) return true;
  return !speakers.some(
    ({ passages, surname }) =>
      passages.has(first.passage) ||
      surname.every((term) => holdsTerm(index.table, first.passage, numberOf(index.table, term))),
  );
}

/** Whether the best sentence of a passage, read with what the passage leans on, tells what somebody said. */
function isTold(
  { table, articles }: SearchIndex,
  { passage, sentence }: Ranked,
  speaks: (text: string, sentence: Span) => boolean,
): boolean {
  const from = spanOf(table, leansOn(table, passage)).start;
  const text = articles.articleAt(articleOf(table, passage))?.text.slice(from, spanOf(table, passage).end);
  const { start, end } = spanOfSentences(table, sentence, sentence + 1);
  return speaks(text ?? '', { start: start - from, end: end - from });
}

/** A term of the archive as it is written in the best passage that has it. */
export function writtenIn(
  { index: { table, articles }, ranked }: { index: SearchIndex; ranked: readonly { passage: number }[] },
  number: number,
): string {
  const term = table.vocabulary[number] ?? '';
  for (const { passage } of ranked) {
    const { start, end } = spanOf(table, passage);
    const text = articles.articleAt(articleOf(table, passage))?.text.slice(start, end) ?? '';
    const token = tokenize(text).find((each) => each.term === term);
    if (token) return text.slice(token.start, token.end);
  }
  return term;
}

function reasonAgainst(
  { index, asked, ranked }: Ranking,
  any: boolean,
  isSure: boolean,
): NoAnswerReason | null {
  if (index.articles.references.length === 0) return 'empty-archive';
  if (asked.question.terms.length === 0) return 'empty-question';
  if (!any) return 'nothing-in-filter';
  if (ranked.length === 0) return 'no-match';
  return isSure ? null : 'weak-match';
}

/** Without the passages that are far below the first and come nowhere near an answer themselves. Those whose words are asked for stay. */
function besideAnswer(ranking: Ranking, close: number, speakers: readonly Speaker[]): Ranking {
  const least = LEAST_SCORE * (ranking.ranked[0]?.score ?? 0);
  const ranked = ranking.ranked.filter(
    (each) =>
      each.score >= least ||
      speakers.some(({ passages }) => passages.has(each.passage)) ||
      confidence({ ...ranking, ranked: [each] }) >= close,
  );
  return { ...ranking, ranked };
}

// The best passages; further ones only while they hold about half of what the first holds. What several articles
// print is shown once.
function answerPassages(ranking: Ranking): AnswerPassage[] {
  const { index, ranked } = ranking;
  const least = LEAST_SHARE * (ranked[0]?.features.relatedSentence ?? 0);
  const shown = new Set<number>();
  const passages: { passage: AnswerPassage; article: number | undefined; words: ReadonlySet<number> }[] = [];
  for (const each of ranked) {
    if (shown.has(each.passage) || each.features.relatedSentence < least) continue;
    const words = new Set(termsOf(index.table, each.passage));
    const article = articleOf(index.table, each.passage);
    const same = passages.find(
      (one) => one.article !== article && isSameWording(index.table, one.words, words),
    );
    if (same) same.passage.also.push(placeOf(index, each.passage));
    else if (passages.length < MOST_PASSAGES) {
      const wider = widened(index.table, each.passage, shown);
      passages.push({ passage: answerPassage(ranking, each, wider), article, words });
      for (let at = wider; at <= each.passage; at++) shown.add(at);
    }
  }
  return passages.map(({ passage }) => ({ ...passage, also: otherArticles(passage) }));
}

/** Where a passage begins when it is shown: with those that it needs, as far as they are not shown already. */
function widened(table: PassageTable, passage: number, shown: ReadonlySet<number>): number {
  let from = passage;
  while (from > leansOn(table, passage) && !shown.has(from - 1)) from--;
  return from;
}

function otherArticles({ article, also }: AnswerPassage): AlsoPrinted[] {
  const byArticle = new Map(also.map((place) => [place.article.id, place]));
  byArticle.delete(article.id);
  return [...byArticle.values()].sort((a, b) =>
    (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? ''),
  );
}

function placeOf({ table, articles }: SearchIndex, number: number): AlsoPrinted {
  const article = articles.references[articleOf(table, number)];
  if (!article) throw new Error(`passage ${number} belongs to no article`);
  return { article, paragraph: paragraphOf(table, number) };
}

/** Of all different words of both, this share in both: an edited copy, not only the same event. */
const SAME_WORDING = 0.8;

function isSameWording(table: PassageTable, one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const different = [...one].filter((term) => !other.has(term));
  const both = one.size - different.length;
  for (const term of other) if (!one.has(term)) different.push(term);
  if (both < SAME_WORDING * (both + different.length)) return false;
  // Another number or another name is another fact, whatever else agrees.
  return !different.some((term) => /[0-9]/.test(table.vocabulary[term] ?? '') || isName(table, term));
}

// The passage from the beginning of `from`, which is the one before where it cannot stand alone.
function answerPassage(
  { index: { table, articles }, asked }: Ranking,
  { passage: number, sentence, score, counts, carried }: Ranked,
  from: number,
): AnswerPassage {
  const article = articles.articleAt(articleOf(table, number));
  if (!article) throw new Error(`passage ${number} belongs to no article`);
  const span = { start: spanOf(table, from).start, end: spanOf(table, number).end };
  return {
    ...sliceOf(article.text, span),
    paragraph: paragraphOf(table, from),
    lastParagraph: paragraphOf(table, number),
    article: articleRef(article),
    also: [],
    answerSentence: spanOfSentences(table, sentence, sentence + 1),
    holds: asked.question.terms.filter((_, at) => counts[at] || carried[at]).map(({ written }) => written),
    gaps: article.gaps.filter((gap) => gap >= span.start && gap < span.end),
    score,
  };
}

function nearestArticles({ table, articles }: SearchIndex, { ranked }: Ranking): ArticleRef[] {
  const found = new Set<number>();
  for (const { passage } of ranked) {
    found.add(articleOf(table, passage));
    if (found.size === MOST_NEAREST) break;
  }
  return [...found].flatMap((at) => articles.references[at] ?? []);
}
