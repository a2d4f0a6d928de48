// Fits the weights of src/search/weights.ts and src/search/confidence-weights.ts on sets of questions, and shows how
// weights fitted without a set do on it.
// usage: node tune.js DIR DIR… [--ablation]
import { parseArgs } from 'node:util';
import { signsOf } from '../src/search/confidence.js';
import { SIGN_NAMES } from '../src/search/confidence-weights.js';
import { articleOf, paragraphOf } from '../src/search/passage-table.js';
import { rank } from '../src/search/rank.js';
import { buildSearchIndex } from '../src/search/search-index.js';
import { FEATURE_NAMES } from '../src/search/weights.js';
import { abstentionCases, spread } from './search/abstention-cases.js';
import type { List, Row } from './search/fit.js';
import { dot, fitChance, fitRanking } from './search/fit.js';
import { auc, isAnswerable } from './search/measures.js';
import type { QuestionSet } from './search/question-set.js';
import { readQuestionSet } from './search/question-set.js';

const DEPTH = 40;
const MOST_LISTS = 1000;
// Kinds that the development sets hardly ask for, and names carried over: set by hand.
const BY_HAND: ReadonlySet<number> = new Set(
  (['percent', 'statement', 'carried'] as const).map((name) => FEATURE_NAMES.indexOf(name)),
);

async function listsOf({ articles, questions }: QuestionSet): Promise<List[]> {
  const index = buildSearchIndex(articles);
  const { table } = index;
  const lists: List[] = [];
  for (const { question, relevant } of questions.filter(isAnswerable)) {
    const { ranked } = await rank(index, question, null);
    const rows = ranked.slice(0, DEPTH).map(({ passage, features }): Row => {
      const id = articles[articleOf(table, passage)]?.id;
      const paragraph = paragraphOf(table, passage);
      const right = relevant.some(([article, at]) => article === id && at === paragraph);
      return { values: Float64Array.from(FEATURE_NAMES, (name) => features[name]), right, weight: 1 };
    });
    lists.push({ rows, weight: 1 });
  }
  return lists;
}

function fitSets(sets: readonly List[][], off: ReadonlySet<number> = new Set()): Float64Array {
  const some = sets.map((set) => spread(set, MOST_LISTS));
  // A set counts by the root of its size: each has its say, and few questions tell less than many.
  const all = some.reduce((sum, { length }) => sum + Math.sqrt(length), 0);
  const lists = some.flatMap((set) =>
    set.map((list) => ({ ...list, weight: 1 / Math.sqrt(set.length) / all })),
  );
  return fitRanking(lists, FEATURE_NAMES.length, new Set([...off, ...BY_HAND]));
}

// hit@1 and mrr@10.
function quality(lists: readonly List[], weights: Float64Array): string {
  let hits = 0;
  let reciprocal = 0;
  for (const { rows } of lists) {
    const scored = rows.map((row) => ({ right: row.right, score: dot(weights, row.values) }));
    const place = scored.sort((one, other) => other.score - one.score).findIndex(({ right }) => right);
    if (place === 0) hits++;
    if (place >= 0 && place < 10) reciprocal += 1 / (place + 1);
  }
  return `${((100 * hits) / lists.length).toFixed(1)}/${((100 * reciprocal) / lists.length).toFixed(1)}`.padStart(
    12,
  );
}

async function signRows(set: QuestionSet): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const [name, cases] of abstentionCases(set)) {
    const rows: Row[] = [];
    for (const { articles, questions, answered } of cases) {
      const index = buildSearchIndex(articles);
      for (const question of questions) {
        const signs = signsOf(await rank(index, question, null));
        if (signs)
          rows.push({
            values: Float64Array.from(SIGN_NAMES, (sign) => signs[sign]),
            right: answered,
            weight: 1,
          });
      }
    }
    // Questions with and without an answer count the same; a set's own ones count most, they are the hardest.
    const right = rows.filter((row) => row.right).length;
    for (const row of rows) row.weight = (name === 'own' ? 4 : 1) / (row.right ? right : rows.length - right);
    found.set(`${set.name}, ${name}`, rows);
  }
  return found;
}

function area(rows: readonly Row[], weights: Float64Array): string {
  const chance = ({ values }: Row) => dot(weights, values);
  return auc(
    rows.filter((row) => row.right).map(chance),
    rows.filter((row) => !row.right).map(chance),
  ).toFixed(3);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ablation: { type: 'boolean' } },
});
const sets = positionals.map(readQuestionSet);
const lists = new Map<string, List[]>();
for (const set of sets) lists.set(set.name, await listsOf(set));
const all = [...lists.values()];
const weights = fitSets(all);
console.log('weights of the ranking');
for (const [at, name] of FEATURE_NAMES.entries())
  console.log(`  ${name}: ${BY_HAND.has(at) ? 'by hand' : (weights[at] ?? 0).toFixed(2)},`);
console.log(`hit@1/mrr@10            ${sets.map(({ name }) => name.slice(0, 11).padStart(12)).join('')}`);
console.log(`  fitted on all         ${all.map((each) => quality(each, weights)).join('')}`);
console.log(
  `  fitted on the others  ${all.map((each) => quality(each, fitSets(all.filter((other) => other !== each)))).join('')}`,
);
if (values.ablation)
  for (const [at, name] of FEATURE_NAMES.entries()) {
    if (BY_HAND.has(at)) continue;
    const without = fitSets(all, new Set([at]));
    console.log(`  without ${name.padEnd(14)}${all.map((each) => quality(each, without)).join('')}`);
  }

const rows = new Map<string, Row[]>();
for (const set of sets) for (const [name, each] of await signRows(set)) rows.set(name, each);
const chance = fitChance([...rows.values()].flat(), SIGN_NAMES.length);
console.log('weights of the confidence');
for (const [at, name] of SIGN_NAMES.entries()) console.log(`  ${name}: ${(chance[at] ?? 0).toFixed(2)},`);
console.log(`  bias: ${(chance[SIGN_NAMES.length] ?? 0).toFixed(2)}`);
console.log('auc: fitted on all, and by halves (each half judged by weights fitted on the other halves)');
const half = (which: number) => [...rows.values()].flatMap((each) => halfOf(each, which));
const byHalf = [fitChance(half(1), SIGN_NAMES.length), fitChance(half(0), SIGN_NAMES.length)];
for (const [name, each] of rows) {
  const [one, other] = byHalf.map((fitted, which) => area(halfOf(each, which), fitted));
  console.log(`  ${name.padEnd(40)}${area(each, chance)}  ${one} ${other}`);
}

// The first or second half of the questions with an answer and of those without: other articles, mostly.
function halfOf(list: readonly Row[], which: number): Row[] {
  return [true, false].flatMap((right) => {
    const some = list.filter((row) => row.right === right);
    const middle = some.length >> 1;
    return which === 0 ? some.slice(0, middle) : some.slice(middle);
  });
}
