// Quality of answers on sets of questions, beside bare Lunr and textbook BM25.
// usage: node eval-search.js DIR [DIR…] [--engine NAME] [--answers FILE]   (FILE: one DIR only; the scorer's format)
// With another engine than Lunr it also tells how often both put the same passage first.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINES, type EngineName } from '../src/archive/engine-names.js';
import { readArticleSet } from '../src/articles/set.js';
import { ANSWER_CONFIDENCE } from '../src/search/answer-question.js';
import { confidence } from '../src/search/confidence.js';
import { rank } from '../src/search/rank.js';
import type { SearchIndex } from '../src/search/search-index.js';
import type { Baseline } from './search/baselines.js';
import { bareLunr, textbookBm25 } from './search/baselines.js';
import type { Measures, SetAnswer } from './search/measures.js';
import { answers1, auc, isAnswerable, measure } from './search/measures.js';
import type { QuestionSet, SetQuestion } from './search/question-set.js';
import { readQuestionSet, withoutAnswers } from './search/question-set.js';
import { withEngine } from './search/with-engine.js';
import { generatedQuestions } from './speed/generated-archive.js';

const MOST = 10;
const SHIPPED = 'data/articles';
const ASKED_OF_SHIPPED = 500;

const ours = (set: QuestionSet, engine: EngineName) =>
  withEngine(engine, set.articles, (index) => answersFrom(index, set));

async function answersFrom(
  index: SearchIndex,
  { articles, questions }: Pick<QuestionSet, 'articles' | 'questions'>,
): Promise<SetAnswer[]> {
  const { table } = index;
  const answers: SetAnswer[] = [];
  for (const { id, question } of questions) {
    const ranking = await rank(index, question, null);
    const sure = confidence(ranking);
    answers.push({
      id,
      answered: sure >= ANSWER_CONFIDENCE,
      confidence: sure,
      passages: ranking.ranked.slice(0, MOST).map(({ passage }) => ({
        articleId: articles[table.article[passage] ?? 0]?.id ?? '',
        paragraph: table.paragraph[passage] ?? 0,
        lastParagraph: table.lastParagraph[passage] ?? 0,
      })),
    });
  }
  return answers;
}

function plain({ articles, questions }: QuestionSet, make: (texts: string[]) => Baseline): SetAnswer[] {
  const places = articles.flatMap(({ id, paragraphs }) =>
    paragraphs.map((text, paragraph) => ({ text, articleId: id, paragraph, lastParagraph: paragraph })),
  );
  const search = make(places.map(({ text }) => text));
  return questions.map(({ id, question }) => {
    const found = search(question);
    return {
      id,
      answered: found.length > 0,
      confidence: found[0]?.score ?? 0,
      passages: found.flatMap(({ text }) => places[text] ?? []),
    };
  });
}

const number = (value: number | null, digits = 1) =>
  (value === null ? '-' : value.toFixed(digits)).padStart(10);

function row(name: string, { hit1, mrr10, answered1, refused, auc: area }: Measures): string {
  return `  ${name.padEnd(16)}${number(hit1)}${number(mrr10)}${number(answered1)}${number(refused)}${number(area, 3)}`;
}

// The same questions with and without the articles that answer them.
async function removed(set: QuestionSet, full: readonly SetAnswer[], engine: EngineName): Promise<string> {
  const without = withoutAnswers(set);
  const ids = new Set(without.questions.map(({ id }) => id));
  const yes = full.filter(({ id }) => ids.has(id)).map((each) => each.confidence);
  const no = await ours(without, engine);
  const declined = (100 * no.filter(({ answered }) => !answered).length) / Math.max(1, no.length);
  const area = auc(
    yes,
    no.map((each) => each.confidence),
  );
  return `  answers taken out: ${no.length} questions, auc ${area.toFixed(3)}, refused ${declined.toFixed(1)}`;
}

// How often the first passage answers, by how sure the program was.
function reliability(questions: readonly SetQuestion[], answers: readonly SetAnswer[]): string[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0 }));
  for (const [at, question] of questions.entries()) {
    const answer = answers[at];
    const bin = bins[Math.min(9, Math.floor((answer?.confidence ?? 0) * 10))];
    if (!bin || !answer) continue;
    const [first] = answer.passages;
    bin.count++;
    if (first && isAnswerable(question) && answers1(question, first)) bin.right++;
  }
  return bins.flatMap(({ count, right }, at) =>
    count === 0 ? [] : [`  ${(at / 10).toFixed(1)}+ ${((100 * right) / count).toFixed(0)}% of ${count}`],
  );
}

/** How often an engine's first passage is Lunr's, and how many of the first ten it has in the same places. */
function agreement(name: string, answers: readonly SetAnswer[], lunrs: readonly SetAnswer[]): string {
  let [first, places, all] = [0, 0, 0];
  const key = (passage: SetAnswer['passages'][number] | undefined) => JSON.stringify(passage);
  for (const [at, { passages }] of lunrs.entries()) {
    const others = answers[at]?.passages ?? [];
    if (key(passages[0]) === key(others[0])) first++;
    all += passages.length;
    places += passages.filter((passage, place) => key(passage) === key(others[place])).length;
  }
  const share = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(2)}%`;
  return `  ${name}: first passage as Lunr's in ${share(first, lunrs.length)} of ${lunrs.length} questions, of the first ten ${share(places, all)}`;
}

/** The shipped archive, asked for words of its own passages. */
async function shippedAgreement(engine: EngineName): Promise<string> {
  const { articles } = await readArticleSet(SHIPPED);
  const questions = generatedQuestions(articles, ASKED_OF_SHIPPED).map(
    (question, at): SetQuestion => ({ id: String(at), question, relevant: [], answerable: false }),
  );
  const set: QuestionSet = { name: SHIPPED, articles, questions };
  return agreement(engine, await ours(set, engine), await ours(set, 'lunr'));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { answers: { type: 'string' }, engine: { type: 'string', default: 'lunr' } },
});
const engine = ENGINES.find((name) => name === values.engine);
if (!engine || positionals.length === 0 || (values.answers !== undefined && positionals.length > 1)) {
  console.error(`usage: eval-search DIR [DIR…] [--engine ${ENGINES.join('|')}] [--answers FILE]`);
  process.exit(2);
}
for (const directory of positionals) {
  const set = readQuestionSet(directory);
  const answers = await ours(set, engine);
  const measured = measure(set.questions, answers);
  console.log(
    `${set.name}: ${measured.questions} questions with an answer, ${set.questions.length - measured.questions} without`,
  );
  console.log(
    `  ${''.padEnd(16)}${['hit@1', 'mrr@10', 'answered@1', 'refused', 'auc'].map((each) => each.padStart(10)).join('')}`,
  );
  console.log(row('bare lunr', measure(set.questions, plain(set, bareLunr))));
  console.log(row('textbook bm25', measure(set.questions, plain(set, textbookBm25))));
  if (engine === 'lunr') console.log(row('cuttings', measured));
  else {
    const lunrs = await ours(set, 'lunr');
    console.log(row('on lunr', measure(set.questions, lunrs)));
    console.log(row(`on ${engine}`, measured));
    console.log(agreement(engine, answers, lunrs));
  }
  console.log(await removed(set, answers, engine));
  console.log(`  first passage right, by confidence:${reliability(set.questions, answers).join('')}`);
  if (values.answers !== undefined)
    writeFileSync(values.answers, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
}
if (engine !== 'lunr') {
  console.log(`${SHIPPED}:`);
  console.log(await shippedAgreement(engine));
}
