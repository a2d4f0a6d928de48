/** A word to look for: its term and how much it counts against the others. */
export type WeightedTerm = { term: string; weight: number };

export type EngineQuery = {
  /** Words of which a passage should hold as many as it can. */
  terms: readonly WeightedTerm[];
  /** Words that a passage must hold, every one. */
  required: readonly string[];
  /** Which passages may be proposed at all; null for any. */
  allowed: ((passage: number) => boolean) | null;
  /** How many candidates at most. */
  limit: number;
};

/** A passage, by its number in the index, and the engine's own score; best first. */
export type Candidate = { passage: number; score: number };

/**
 * What holds the full-text index. An engine only proposes candidates: ranking is the same for all of them.
 * Equal scores come in order of passage number, so that answers never depend on chance.
 */
export type Engine = {
  name: string;
  propose(query: EngineQuery): Promise<Candidate[]>;
  /** Whether its index can be asked now; absent where it always can. @throws {OutOfReachError} */
  check?(): Promise<void>;
  /** Lets go of what it holds outside memory. */
  close(): Promise<void>;
};

/** The best `limit` candidates: highest score first, then lowest passage number. */
export function best(candidates: Candidate[], limit: number): Candidate[] {
  return candidates
    .sort((one, other) => other.score - one.score || one.passage - other.passage)
    .slice(0, Math.max(0, limit));
}
