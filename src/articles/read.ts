import { type Article, ArticleSchema, type Problem, type ReadResult } from './article.js';
import { cleanValue } from './clean.js';
import { type Budget, newBudget, type Part } from './containers/container.js';
import { CONTAINERS } from './containers/index.js';
import { MAX_INPUT_BYTES, MAX_NESTED_ARCHIVES, MAX_PROBLEMS_OF_A_FILE } from './limits.js';
import { rejection, tooLarge, warning } from './problem.js';
import { readText } from './read-text.js';
import { NO_SETTINGS, type SetSettings } from './set-settings.js';

/**
 * Reads one file of an article set, with whatever is packed in it. `name` is its path inside the set, `settings` are the set's. Never
 * throws: what cannot be used comes back as a problem. Pure: the same bytes, name and settings always give the same result.
 */
export function readArticle(
  bytes: Uint8Array,
  { name, settings = NO_SETTINGS }: { name: string; settings?: SetSettings },
): ReadResult {
  const file = cleanValue(name) || 'unnamed';
  if (bytes.length > MAX_INPUT_BYTES) return rejected(tooLarge(file, bytes.length, MAX_INPUT_BYTES));
  const whole = { place: file, name: file, bytes };
  const { articles: read, problems } = readPart(whole, { settings, budget: newBudget() }, 0);
  const articles: Article[] = [];
  for (const article of read) {
    const problem = invalid(article);
    if (problem) problems.push(problem);
    else articles.push(article);
  }
  return { articles, problems: [false, true].flatMap((kind) => firstOf(file, problems, kind)) };
}

function invalid(article: Article): Problem | null {
  const checked = ArticleSchema.safeParse(article);
  if (checked.success) return null;
  const [issue] = checked.error.issues;
  return rejection(article.file, {
    what: 'it gives no valid article',
    why: `${issue?.path.join('.') ?? 'article'}: ${issue?.message ?? 'not valid'}`,
    remedy: 'please report this file as a bug',
  });
}

function readPart(part: Part, file: { settings: SetSettings; budget: Budget }, depth: number): ReadResult {
  try {
    const container = part.isPage ? undefined : CONTAINERS.find(({ accepts }) => accepts(part.bytes));
    if (!container) return readText(part, file.settings);
    if (depth >= MAX_NESTED_ARCHIVES) return rejected(tooNested(part.place, container.kind));
    const result: ReadResult = { articles: [], problems: [] };
    for (const found of container.open(part, file.budget)) {
      const inside = 'problem' in found ? rejected(found.problem) : readPart(found.part, file, depth + 1);
      result.articles = joined(result.articles, inside.articles);
      result.problems = joined(result.problems, inside.problems);
    }
    if (result.articles.length + result.problems.length === 0)
      result.problems.push(nothingInside(part.place, container.kind));
    return result;
  } catch (error) {
    // A reader must not throw; if one does, it costs this part only.
    const why = error instanceof Error ? error.message : String(error);
    return rejected(
      rejection(part.place, {
        what: 'it could not be read',
        why,
        remedy: 'please report this file as a bug',
      }),
    );
  }
}

// The longer list goes on: an archive may have 50,000 parts with one article each, or one with 50,000.
function joined<T>(all: T[], more: T[]): T[] {
  if (all.length === 0) return more;
  for (const one of more) all.push(one);
  return all;
}

// A file of 100,000 bad items says no more in as many problems than in a hundred.
function firstOf(file: string, problems: readonly Problem[], kind: boolean): Problem[] {
  const all = problems.filter(({ rejected }) => rejected === kind);
  const more = all.length - MAX_PROBLEMS_OF_A_FILE;
  if (more <= 0) return all;
  const words = {
    what: `it has ${more} more problems like these`,
    why: `only the first ${MAX_PROBLEMS_OF_A_FILE} are told`,
    remedy: 'mend these first, then read it again',
  };
  const rest = kind ? rejection(file, words) : warning(file, words);
  return [...all.slice(0, MAX_PROBLEMS_OF_A_FILE), rest];
}

function tooNested(file: string, kind: string): Problem {
  return rejection(file, {
    what: 'it was not unpacked',
    why: `it is ${kind} more than ${MAX_NESTED_ARCHIVES} deep inside others`,
    remedy: 'unpack it into the article set',
  });
}

function nothingInside(file: string, kind: string): Problem {
  return rejection(file, {
    what: 'it has no articles',
    why: `it is ${kind} with nothing in it that could be one`,
    remedy: 'take it out of the article set',
  });
}

function rejected(problem: Problem): ReadResult {
  return { articles: [], problems: [problem] };
}
