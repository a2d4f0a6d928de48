import type { Article } from '../../src/articles/article.js';
import { rank } from '../../src/search/rank.js';
import { type AskedEngine, withEngine } from './with-engine.js';

/** A set of articles and what is asked of it. */
export type AskedSet = { name: string; articles: readonly Article[]; questions: readonly string[] };

const MOST = 10;
const WIDTH = 24;

/** The passages that come first, for each question. */
function firstTen(engine: AskedEngine, { articles, questions }: AskedSet): Promise<number[][]> {
  return withEngine(engine, articles, async (index) => {
    const found: number[][] = [];
    for (const question of questions) {
      const { ranked } = await rank(index, question, null);
      found.push(ranked.slice(0, MOST).map(({ passage }) => passage));
    }
    return found;
  });
}

/** A line for each set: in how many questions each engine puts the passage first that Lunr does, and the next nine as well. */
export async function* agreementTable(
  engines: readonly AskedEngine[],
  sets: AsyncIterable<AskedSet>,
): AsyncGenerator<string> {
  yield line(
    'first as on Lunr; first ten',
    'questions',
    engines.map(({ engine }) => engine),
  );
  const all = { questions: 0, same: engines.map(() => ({ first: 0, ten: 0 })) };
  for await (const set of sets) {
    const lunrs = await firstTen({ engine: 'lunr' }, set);
    const cells: string[] = [];
    all.questions += lunrs.length;
    for (const [at, engine] of engines.entries()) {
      const others = await firstTen(engine, set);
      const first = lunrs.filter(([passage], question) => passage === others[question]?.[0]).length;
      const ten = lunrs.filter((passages, question) => `${passages}` === `${others[question]}`).length;
      cells.push(shares(first, ten, lunrs.length));
      const sum = all.same[at];
      if (sum) all.same[at] = { first: sum.first + first, ten: sum.ten + ten };
    }
    yield line(set.name, String(lunrs.length), cells);
  }
  yield line(
    'all',
    String(all.questions),
    all.same.map(({ first, ten }) => shares(first, ten, all.questions)),
  );
}

const shares = (first: number, ten: number, questions: number) =>
  `${share(first, questions)}; ${share(ten, questions)}`;

const share = (count: number, of: number) => `${((100 * count) / Math.max(1, of)).toFixed(2)}%`;

const line = (name: string, questions: string, cells: readonly string[]) =>
  `${name.padEnd(32)}${questions.padStart(10)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;
