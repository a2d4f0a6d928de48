import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Filters } from '../../src/search/answer.js';
import { answerQuestion } from '../../src/search/answer-question.js';
import { lunrEngine } from '../../src/search/lunr.js';
import { articleOf, passagesIn } from '../../src/search/passage-table.js';
import { rank } from '../../src/search/rank.js';
import { buildSearchIndex, indexOver } from '../../src/search/search-index.js';
import { fold } from '../../src/text/fold.js';
import { exampleArticle, seedArticle, townArticles } from './example-articles.js';

const articles = [seedArticle(), ...townArticles];
const index = buildSearchIndex(articles);
const ask = (question: string, filters: Filters = {}) =>
  answerQuestion(index, question, { filters, snapshot: 'test' });

const words = [...new Set(articles.flatMap(({ text }) => text.split(/\s+/)))];
const aboutTheArchive = fc
  .array(fc.constantFrom(...words, 'who', 'what', 'how many', 'when', 'not', '“', '"'), { maxLength: 30 })
  .map((parts) => parts.join(' '));
const anything = fc.oneof(aboutTheArchive, fc.string({ unit: 'binary', maxLength: 400 }));
const date = fc.constantFrom('2023-04-01', '2023-04-02', '2023-04-03', '2023-05-10', '2023-05-11');
const filters: fc.Arbitrary<Filters> = fc.record(
  { publication: fc.constantFrom('echo', 'GAZETTE', 'the', 'Défender', 'none'), from: date, to: date },
  { requiredKeys: [] },
);

function expectSlices(answer: Answer) {
  for (const passage of answer.passages) {
    const text = articles.find(({ id }) => id === passage.article.id)?.text ?? '';
    expect(passage.text).toBe(text.slice(passage.start, passage.end));
    expect(passage.answerSentence.start).toBeGreaterThanOrEqual(passage.start);
    expect(passage.answerSentence.end).toBeLessThanOrEqual(passage.end);
    expect(passage.answerSentence.end).toBeGreaterThan(passage.answerSentence.start);
    expect(passage.lastParagraph).toBeGreaterThanOrEqual(passage.paragraph);
  }
}

describe('whatever is asked', () => {
  it('every passage is a slice of its article, with the answer sentence inside', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (question) => {
        const answer = await ask(question);
        expectSlices(answer);
        expect(answer.passages.length).toBeLessThanOrEqual(5);
        expect(answer.nearest.length).toBeLessThanOrEqual(3);
        if (answer.answered || answer.reason !== 'weak-match')
          expect(answer.answered).toBe(answer.passages.length > 0);
        expect(answer.answered).toBe(answer.reason === null);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('filters let nothing else through', async () => {
    await fc.assert(
      fc.asyncProperty(anything, filters, async (question, chosen) => {
        const answer = await ask(question, chosen);
        expectSlices(answer);
        for (const { article } of [...answer.passages, ...answer.nearest.map((article) => ({ article }))]) {
          const day = article.publishedAt?.slice(0, 10);
          if (chosen.from) expect(day && day >= chosen.from).toBe(true);
          if (chosen.to) expect(day && day <= chosen.to).toBe(true);
          if (chosen.publication) expect(fold(article.publication ?? '')).toContain(fold(chosen.publication));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('filters let nothing else through for those who are asked about either, and the answer stays the same', async () => {
    const somebody = fc.record({
      surname: fc.constantFrom(['marsh'], ['okafor'], ['joli'], []),
      called: fc.subarray(['counc', 'harbour', 'master', 'canada', 'foreign', 'minist', 'ferri']),
      passages: fc
        .array(fc.nat(passagesIn(index.table) - 1))
        .map((passages): ReadonlySet<number> => new Set(passages)),
    });
    const holder = somebody.map((one) => ({
      ...one,
      written: 'harbour master',
      name: 'Ines Okafor',
      seen: null,
    }));
    const people = fc.record({
      speakers: fc.array(somebody, { maxLength: 3 }),
      holders: fc.array(holder, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(aboutTheArchive, people, date, async (question, meant, from) => {
        const options = { filters: { from, publication: 'echo' }, snapshot: 'test', ...meant };
        const answer = await answerQuestion(index, question, options);
        expectSlices(answer);
        for (const { article } of answer.passages) {
          expect(article.publication).toBe('Calder Mouth Écho');
          expect((article.publishedAt ?? '') >= from).toBe(true);
        }
        expect(await answerQuestion(index, question, options)).toEqual(answer);
      }),
      { numRuns: 200 },
    );
  });

  it('the condition of the caller holds for every passage', async () => {
    await fc.assert(
      fc.asyncProperty(aboutTheArchive, async (question) => {
        const answer = await answerQuestion(index, question, {
          filters: {},
          snapshot: 'test',
          allow: (passage) => index.articles.references[articleOf(index.table, passage)]?.id === 'ferry',
        });
        expect(answer.passages.every(({ article }) => article.id === 'ferry')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('the same question has the same answer, from a loaded index too', async () => {
    const table = structuredClone(index.table);
    const loaded = indexOver(index.articles, table, lunrEngine(table));
    await fc.assert(
      fc.asyncProperty(anything, async (question) => {
        const answer = await ask(question);
        expect(await ask(question)).toEqual(answer);
        expect(await answerQuestion(loaded, question, { filters: {}, snapshot: 'test' })).toEqual(answer);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['6,000 letters', 'a'.repeat(6000)],
    ['a very long question', 'Who chaired the meeting in Brussels? '.repeat(4000)],
    ['6,000 different words', Array.from({ length: 6000 }, (_, at) => `w${at}`).join(' ')],
    ['only stop words', 'who is it that they are of the and to'],
    ['only punctuation', '?!…—“”‘’«»(){}[]'],
    ['500 quotation marks', '"'.repeat(500)],
    ['500 quoted words', '"ferry" '.repeat(250)],
    ['Lunr operators', '+ferry -bridge title:harbour^10 calder~2 mou* *:* __proto__ constructor'],
    ['Chinese', '谁主持了布鲁塞尔的会议？'],
    ['lone surrogates', '\ud83d ferry \udc00 \ud83d\ud83d'],
    ['nothing', ''],
  ])('%s is a question like any other', async (_, question) => {
    expectSlices(await ask(question));
  });
});

it('hostile articles are indexed and searched', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
      async (texts) => {
        const paragraphs = [...texts, '__proto__ constructor toString hasOwnProperty'];
        const hostile = exampleArticle('hostile', paragraphs, { title: texts.join('') || 'hostile' });
        const built = buildSearchIndex([hostile]);
        const { ranked } = await rank(built, 'constructor hasOwnProperty', null);
        expect(ranked.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 100 },
  );
});

it('an archive without articles has no answer', async () => {
  const answer = await answerQuestion(buildSearchIndex([]), 'Who?', { filters: {}, snapshot: 'test' });
  expect(answer.answered).toBe(false);
});
