import lunr from 'lunr';
import type { Candidate, Engine, EngineQuery } from './engine.js';
import { best } from './engine.js';
import type { PassageTable } from './passage-table.js';
import type { Postings } from './postings.js';
import { postingsOf } from './postings.js';
import { rarity } from './rarity.js';

const FIELD = 't';
const K1 = 1.2;
const B = 0.75;

/**
 * Lunr over the passages of a table. It is given its index in the form that it saves, made from the table: its own
 * builder would read the words a second time and keep an object for every word of every passage.
 */
export function lunrEngine(table: PassageTable): Engine {
  const postings = postingsOf(table);
  // Rare terms get the low numbers, since Lunr reads a passage's terms up to the highest number of a question's.
  const byRarity = Uint32Array.from(table.vocabulary.keys()).sort(
    (one, other) => (table.passagesWith[one] ?? 0) - (table.passagesWith[other] ?? 0) || one - other,
  );
  const places = new Uint32Array(byRarity.length);
  for (const [place, term] of byRarity.entries()) places[term] = place;
  const vectors = vectorsOf(table, postings, byRarity);
  const index = lunr.Index.load({
    version: lunr.version,
    fields: [FIELD],
    fieldVectors: vectors.map((vector, passage) => [`${FIELD}/${passage}`, vector]),
    // The vocabulary is sorted as Lunr wants it.
    invertedIndex: table.vocabulary.flatMap((term, number) =>
      table.passagesWith[number] ? [[term, new Posting(places[number] ?? 0, number, postings)]] : [],
    ),
    pipeline: [],
  });
  return { name: 'lunr', propose: async (query) => propose(index, query) };
}

/** Where a term stands, as Lunr reads it: an object with a key for each passage, made when it is asked for. */
class Posting {
  readonly _index: number;
  readonly #term: number;
  readonly #postings: Postings;

  constructor(place: number, term: number, postings: Postings) {
    this._index = place;
    this.#term = term;
    this.#postings = postings;
  }

  get [FIELD](): Record<string, object> {
    const { first, passage } = this.#postings;
    const found: Record<string, object> = {};
    const after = first[this.#term + 1] ?? 0;
    for (let at = first[this.#term] ?? 0; at < after; at++) found[passage[at] ?? 0] = NOTHING;
    return found;
  }
}

const NOTHING = {};

// For each passage its terms' places by rarity and their BM25 scores, in turns.
function vectorsOf(
  { length, averageLength, passagesWith }: PassageTable,
  { first, passage, count }: Postings,
  byRarity: Uint32Array,
): Float32Array[] {
  const sizes = new Uint32Array(length.length);
  for (const each of passage) sizes[each] = (sizes[each] ?? 0) + 2;
  const next = new Uint32Array(length.length);
  for (let at = 1; at < next.length; at++) next[at] = (next[at - 1] ?? 0) + (sizes[at - 1] ?? 0);
  const all = new Float32Array(2 * passage.length);
  const vectors = Array.from(sizes, (size, at) => all.subarray(next[at], (next[at] ?? 0) + size));
  for (const [place, term] of byRarity.entries()) {
    const telling = rarity(length.length, passagesWith[term] ?? 0);
    const after = first[term + 1] ?? 0;
    for (let at = first[term] ?? 0; at < after; at++) {
      const number = passage[at] ?? 0;
      const uses = count[at] ?? 0;
      const norm = K1 * (1 - B + (B * (length[number] ?? 0)) / averageLength);
      const to = next[number] ?? 0;
      all[to] = place;
      all[to + 1] = (telling * (K1 + 1) * uses) / (uses + norm);
      next[number] = to + 2;
    }
  }
  return vectors;
}

function propose(index: lunr.Index, query: EngineQuery): Candidate[] {
  const required = new Set(query.required);
  const terms = query.terms.filter(({ term }) => isPlain(term) && !required.has(term));
  if (required.size === 0 && terms.length === 0) return [];
  if (![...required].every(isPlain)) return [];
  const results = index.query((clauses) => {
    for (const { term, weight } of terms) clauses.term(term, clause(weight, lunr.Query.presence.OPTIONAL));
    for (const term of required) clauses.term(term, clause(1, lunr.Query.presence.REQUIRED));
  });
  const candidates: Candidate[] = [];
  for (const { ref, score } of results) {
    const passage = Number(ref);
    if (!query.allowed || query.allowed(passage)) candidates.push({ passage, score });
  }
  return best(candidates, query.limit);
}

// Even without its parser Lunr takes a star for any letters; no term of ours holds one.
function isPlain(term: string): boolean {
  return !term.includes('*');
}

function clause(boost: number, presence: lunr.Query.presence) {
  return { boost, presence, usePipeline: false, wildcard: lunr.Query.wildcard.NONE, fields: [FIELD] };
}
