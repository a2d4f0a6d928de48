import { STOP_WORDS } from '../text/stop-words.js';
import { tokenize } from '../text/tokens.js';
import { passagesIn } from './passage-table.js';
import type { SearchIndex } from './search-index.js';

/** From this share of all passages on, reading one after another is as quick as asking for those that hold a term. */
const MANY = 0.05;
/** Terms of words that carry no meaning in most places; an index lacks them there. */
const STOP_TERMS = new Set(tokenize([...STOP_WORDS].join(' ')).map(({ term }) => term));

/**
 * Every passage that holds a term, by its number, rising: the engine knows them, so that the others need not be read. Null
 * where they are so many that it does not help, or the engine does not know them all.
 */
export async function passagesWithTerm(
  { engine, table }: Pick<SearchIndex, 'engine' | 'table'>,
  number: number,
): Promise<number[] | null> {
  const term = table.vocabulary[number];
  const holding = table.passagesWith[number] ?? 0;
  if (term === undefined || STOP_TERMS.has(term) || holding > MANY * passagesIn(table)) return null;
  const limit = Number.MAX_SAFE_INTEGER;
  const found = await engine.propose({ terms: [], required: [term], allowed: null, limit });
  if (found.length < holding) return null;
  return found.map(({ passage }) => passage).sort((one, other) => one - other);
}
