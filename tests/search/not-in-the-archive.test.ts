import { expect, test } from 'vitest';
import { auc } from '../../bench/search/measures.js';
import { readQuestionSet } from '../../bench/search/question-set.js';
import { confidence } from '../../src/search/confidence.js';
import { rank } from '../../src/search/rank.js';
import { buildSearchIndex } from '../../src/search/search-index.js';

// Invented articles and questions: `npm run eval:search -- bench/search/own` measures more of them.
const { articles, questions } = readQuestionSet('bench/search/own');

test('the program is surer of a question whose answer is there than of one whose article was taken out', async () => {
  const whole = buildSearchIndex(articles);
  const there: number[] = [];
  const gone: number[] = [];
  for (const { id } of articles) {
    const without = buildSearchIndex(articles.filter((article) => article.id !== id));
    for (const { question } of questions.filter(({ relevant }) => relevant.some(([one]) => one === id))) {
      there.push(confidence(await rank(whole, question, null)));
      gone.push(confidence(await rank(without, question, null)));
    }
  }
  expect(there).toHaveLength(questions.length);
  expect(auc(there, gone)).toBeGreaterThan(0.9);
});
