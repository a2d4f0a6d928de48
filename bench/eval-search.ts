// Quality of answers on sets of questions, beside bare Lunr and textbook BM25.
// usage: node eval-search.js DIR [DIR…] [--engine NAME] [--answers FILE]   (FILE: one DIR only; the scorer's format)
//        node eval-search.js --agreement [DIR…] [--passages N]
//   how often the other engines put the passages first that Lunr does, of the sets, of the shipped articles, and of N generated passages;
//   for OpenSearch a cluster of three nodes is started on this machine
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINES } from '../src/archive/engine-names.js';
import { readArticleSet } from '../src/articles/set.js';
import { ANSWER_CONFIDENCE } from '../src/search/answer-question.js';
import { confidence } from '../src/search/confidence.js';
import { articleOf, paragraphOf } from '../src/search/passage-table.js';
import { rank } from '../src/search/rank.js';
import type { SearchIndex } from '../src/search/search-index.js';
import { withCluster } from './opensearch/with-cluster.js';
import { type AskedSet, agreementTable } from './search/agreement.js';
import type { Baseline } from './search/baselines.js';
import { bareLunr, textbookBm25 } from './search/baselines.js';
import type { Measures, SetAnswer } from './search/measures.js';
import { answers1, auc, isAnswerable, measure } from './search/measures.js';
import type { QuestionSet, SetQuestion } from './search/question-set.js';
import { readQuestionSet, withoutAnswers } from './search/question-set.js';
import { type AskedEngine, withEngine } from './search/with-engine.js';
import { generatedArticles, generatedQuestions } from './speed/generated-archive.js';

const MOST = 10;
const SHIPPED = 'data/articles';
const ASKED_OF_OTHERS = 500;

const ours = (set: QuestionSet, engine: AskedEngine) =>
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
      passages: ranking.ranked.slice(0, MOST).map(({ passage }) => {
        const paragraph = paragraphOf(table, passage);
        const articleId = articles[articleOf(table, passage)]?.id ?? '';
        return { articleId, paragraph, lastParagraph: paragraph };
      }),
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
async function removed(set: QuestionSet, full: readonly SetAnswer[], engine: AskedEngine): Promise<string> {
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

/** The sets, and archives that are asked for words of their own passages. */
async function* askedSets(directories: readonly string[], passages: string): AsyncGenerator<AskedSet> {
  for (const directory of directories) {
    const { name, articles, questions } = readQuestionSet(directory);
    yield { name, articles, questions: questions.map(({ question }) => question) };
  }
  const { articles: shipped } = await readArticleSet(SHIPPED);
  yield { name: SHIPPED, articles: shipped, questions: generatedQuestions(shipped, ASKED_OF_OTHERS) };
  if (passages === '') return;
  const articles = [...generatedArticles(Number(passages))];
  const name = `${passages} generated passages`;
  yield { name, articles, questions: generatedQuestions(articles, ASKED_OF_OTHERS) };
}

async function evaluate(directory: string, engine: AskedEngine, answersFile?: string): Promise<void> {
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
  if (engine.engine === 'lunr') console.log(row('cuttings', measured));
  else {
    console.log(row('on lunr', measure(set.questions, await ours(set, { engine: 'lunr' }))));
    console.log(row(`on ${engine.engine}`, measured));
  }
  console.log(await removed(set, answers, engine));
  console.log(`  first passage right, by confidence:${reliability(set.questions, answers).join('')}`);
  if (answersFile !== undefined)
    writeFileSync(answersFile, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    answers: { type: 'string' },
    engine: { type: 'string', default: 'lunr' },
    agreement: { type: 'boolean', default: false },
    passages: { type: 'string', default: '' },
  },
});
const engine = ENGINES.find((name) => name === values.engine);
const isMeant = positionals.length === 1 || (positionals.length > 1 && values.answers === undefined);
if (values.agreement)
  await withCluster(async (opensearch) => {
    const engines: AskedEngine[] = [{ engine: 'sqlite' }];
    if (opensearch) engines.push({ engine: 'opensearch', opensearch });
    const table = agreementTable(engines, askedSets(positionals, values.passages));
    for await (const line of table) console.log(line);
  });
else if (engine === 'opensearch' && isMeant)
  await withCluster(async (opensearch) => {
    if (!opensearch) process.exitCode = 1;
    else
      for (const directory of positionals) await evaluate(directory, { engine, opensearch }, values.answers);
  });
else if (engine && isMeant)
  for (const directory of positionals) await evaluate(directory, { engine }, values.answers);
else {
  console.error(`usage: eval-search DIR [DIR…] [--engine ${ENGINES.join('|')}] [--answers FILE]`);
  console.error('       eval-search --agreement [DIR…] [--passages N]');
  process.exitCode = 2;
}
