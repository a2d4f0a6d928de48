import type { SetQuestion } from './question-set.js';

/** What was answered to one question, in the shape that the scorer of the development sets reads. */
export type SetAnswer = {
  id: string;
  answered: boolean;
  confidence: number;
  passages: { articleId: string; paragraph: number; lastParagraph: number }[];
};

export type Measures = {
  questions: number;
  hit1: number;
  mrr10: number;
  answered1: number;
  refused: number | null;
  auc: number | null;
};

/** The measures of the development sets' own scorer: shares in per cent, AUC from 0 to 1. */
export function measure(questions: readonly SetQuestion[], answers: readonly SetAnswer[]): Measures {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const sure: number[] = [];
  const unsure: number[] = [];
  let hits = 0;
  let answered = 0;
  let reciprocal = 0;
  let refused = 0;
  for (const question of questions) {
    const answer = byId.get(question.id);
    if (!isAnswerable(question)) {
      unsure.push(answer?.confidence ?? 0);
      if (!answer?.answered) refused++;
      continue;
    }
    sure.push(answer?.confidence ?? 0);
    const rank =
      1 + (answer ? answer.passages.slice(0, 10).findIndex((each) => answers1(question, each)) : -1);
    if (rank === 0) continue;
    reciprocal += 1 / rank;
    if (rank > 1) continue;
    hits++;
    if (answer?.answered) answered++;
  }
  const share = (count: number, of: number) => (100 * count) / Math.max(1, of);
  return {
    questions: sure.length,
    hit1: share(hits, sure.length),
    mrr10: share(reciprocal, sure.length),
    answered1: share(answered, sure.length),
    refused: unsure.length === 0 ? null : share(refused, unsure.length),
    auc: unsure.length === 0 || sure.length === 0 ? null : auc(sure, unsure),
  };
}

/** Whether an answer to the question stands in its set. */
export function isAnswerable({ answerable, relevant }: SetQuestion): boolean {
  return answerable && relevant.length > 0;
}

/** Whether a passage answers a question, by the set. */
export function answers1({ relevant }: SetQuestion, passage: SetAnswer['passages'][number]): boolean {
  return relevant.some(
    ([article, paragraph]) =>
      article === passage.articleId && paragraph >= passage.paragraph && paragraph <= passage.lastParagraph,
  );
}

/** How often a value of `yes` is above one of `no`; ties count half. */
export function auc(yes: readonly number[], no: readonly number[]): number {
  const all = [...yes.map((value) => ({ value, yes: 1 })), ...no.map((value) => ({ value, yes: 0 }))];
  all.sort((one, other) => one.value - other.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    for (let at = from; at < to; at++) ranks += (all[at]?.yes ?? 0) * ((from + to + 1) / 2);
    from = to;
  }
  return (ranks - (yes.length * (yes.length + 1)) / 2) / (yes.length * no.length);
}
