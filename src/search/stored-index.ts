import type { Engine } from './engine.js';
import type { PassageTable } from './passage-table.js';
import { termsOf, wordsOf } from './passage-table.js';
import { STOP } from './word-flags.js';

/** An article as an index keeps it: for each of its passages the terms that carry meaning, as often as each stands there. */
export type IndexedArticle = { key: string; passages: readonly (readonly string[])[] };

/**
 * An index outside this process's memory. It is brought from one generation to the next article by article; the old
 * generation answers until the next one is current, also where this process dies in the middle.
 */
export type StoredIndex = {
  name: string;
  /** Keys of the articles that the current generation holds. */
  keys(): Promise<ReadonlySet<string>>;
  /** Begins the next generation, which starts as a copy of the current one. One at a time: a second one waits. */
  begin(): Promise<NextGeneration>;
  /** The current generation as an engine, for the passages of `table`; `keys` are those of its articles, in order. */
  engine(table: PassageTable, keys: readonly string[]): Promise<Engine>;
  close(): Promise<void>;
};

export type NextGeneration = {
  remove(keys: readonly string[]): Promise<void>;
  add(articles: readonly IndexedArticle[]): Promise<void>;
  /** Makes it current, all at once. */
  commit(): Promise<void>;
  /** Leaves the current one as it is. */
  abandon(): Promise<void>;
};

export type WritingOptions = {
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
  /** Called where there is something to write; what it throws leaves the index as it is. */
  beforeWriting?: (() => Promise<void>) | undefined;
};

const BATCH = 500;

/** Brings an index to the articles of `table`, writing only those that it lacks, and gives the engine over it. */
export async function bringUpToDate(
  index: StoredIndex,
  table: PassageTable,
  keys: readonly string[],
  { onProgress = () => {}, beforeWriting = async () => {} }: WritingOptions = {},
): Promise<Engine> {
  if (!isSame(await index.keys(), keys)) {
    await beforeWriting();
    const next = await index.begin();
    try {
      // Only now: another process may have written while this one waited for its turn.
      const held = await index.keys();
      const wanted = new Set(keys);
      const gone = [...held].filter((key) => !wanted.has(key));
      const missing = keys.flatMap((key, article) => (held.has(key) ? [] : [{ key, article }]));
      for (let at = 0; at < gone.length; at += BATCH) await next.remove(gone.slice(at, at + BATCH));
      for (let at = 0; at < missing.length; at += BATCH) {
        onProgress({ done: at, total: missing.length });
        await next.add(
          missing
            .slice(at, at + BATCH)
            .map(({ key, article }) => ({ key, passages: passagesOfArticle(table, article) })),
        );
      }
      await next.commit();
    } catch (error) {
      await next.abandon();
      throw error;
    }
  }
  return index.engine(table, keys);
}

const isSame = (held: ReadonlySet<string>, keys: readonly string[]) =>
  held.size === keys.length && keys.every((key) => held.has(key));

function passagesOfArticle(table: PassageTable, article: number): string[][] {
  const passages: string[][] = [];
  const after = table.firstPassage[article + 1] ?? 0;
  for (let passage = table.firstPassage[article] ?? 0; passage < after; passage++) {
    const terms: string[] = [];
    const flags = table.flags.subarray(...wordsOf(table, passage));
    for (const [at, term] of termsOf(table, passage).entries())
      if (!((flags[at] ?? 0) & STOP)) terms.push(table.vocabulary[term] ?? '');
    passages.push(terms);
  }
  return passages;
}
