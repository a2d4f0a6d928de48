import lunr from 'lunr';
import type { Candidate, Engine } from './engine.js';
import { best } from './engine.js';
import type { PassageTable } from './passage-table.js';
import { numberOf } from './passage-table.js';
import type { Postings } from './postings.js';
import { postingsOf } from './postings.js';
import { worthReading } from './worth-reading.js';

const FIELD = 't';

/**
 * Lunr over the passages of a table. It is given its index in the form that it saves, made from the table: its own
 * builder would read the words a second time and keep an object for every word of every passage.
 */
export function lunrEngine(table: PassageTable): Engine {
  const { vocabulary, passagesWith, start } = table;
  const postings = postingsOf(table);
  // Rare terms get the low numbers, since Lunr reads a passage's terms up to the highest number of a question's.
  const byRarity = Uint32Array.from(vocabulary.keys()).sort(
    (one, other) => (passagesWith[one] ?? 0) - (passagesWith[other] ?? 0) || one - other,
  );
  const places = new Uint32Array(byRarity.length);
  for (const [place, term] of byRarity.entries()) places[term] = place;
  const reading: Reading = { postings, marks: new Uint8Array(0) };
  const index = lunr.Index.load({
    version: lunr.version,
    fields: [FIELD],
    fieldVectors: vectorsOf(start.length, postings, byRarity).map((vector, at) => [`${FIELD}/${at}`, vector]),
    // The vocabulary is sorted as Lunr wants it. Some of its terms stand in titles only.
    invertedIndex: vocabulary.flatMap((term, number) =>
      passagesWith[number] ? [[term, new Posting(places[number] ?? 0, number, reading)]] : [],
    ),
    pipeline: [],
  });
  return {
    name: 'lunr',
    propose: async (query) => {
      const required = [...new Set(query.required)].map((term) => numberOf(table, term));
      const terms = query.terms
        .map(({ term, weight }) => ({ number: numberOf(table, term), weight }))
        .filter(({ number }) => (passagesWith[number] ?? 0) > 0 && !required.includes(number))
        .sort((one, other) => (places[one.number] ?? 0) - (places[other.number] ?? 0));
      if (required.some((number) => !passagesWith[number])) return [];
      if (required.length + terms.length === 0) return [];
      // Lunr's query reads the postings before it returns.
      reading.marks = worthReading(
        postings,
        { terms, required, allowed: query.allowed, most: query.limit },
        start.length,
      );
      const results = index.query((clauses) => {
        for (const { number, weight } of terms) clauses.term(vocabulary[number] ?? '', clause(weight));
        for (const number of required) clauses.term(vocabulary[number] ?? '', clause(1));
      });
      const candidates: Candidate[] = results.map(({ ref, score }) => ({ passage: Number(ref), score }));
      return best(candidates, query.limit);
    },
    async close() {},
  };
}

/** The postings, and which passages the question at hand needs of them. */
type Reading = { postings: Postings; marks: Uint8Array };

/** Where a term stands, as Lunr reads it: an object with a key for each passage, made when it is asked for. */
class Posting {
  readonly _index: number;
  readonly #term: number;
  readonly #reading: Reading;

  constructor(place: number, term: number, reading: Reading) {
    this._index = place;
    this.#term = term;
    this.#reading = reading;
  }

  get [FIELD](): Record<string, object> {
    const { postings, marks } = this.#reading;
    const found: Record<string, object> = {};
    const after = postings.first[this.#term + 1] ?? 0;
    for (let at = postings.first[this.#term] ?? 0; at < after; at++) {
      const passage = postings.passage[at] ?? 0;
      if (marks[passage]) found[passage] = NOTHING;
    }
    return found;
  }
}

// Lunr would keep here at which letters the term stands.
const NOTHING = {};

// For each passage its terms' places by rarity and their scores, in turns.
function vectorsOf(
  passages: number,
  { first, passage, score }: Postings,
  byRarity: Uint32Array,
): Float32Array[] {
  const sizes = new Uint32Array(passages);
  for (const each of passage) sizes[each] = (sizes[each] ?? 0) + 2;
  const next = new Uint32Array(passages);
  for (let at = 1; at < passages; at++) next[at] = (next[at - 1] ?? 0) + (sizes[at - 1] ?? 0);
  const all = new Float32Array(2 * passage.length);
  const vectors = Array.from(sizes, (size, at) => all.subarray(next[at], (next[at] ?? 0) + size));
  for (const [place, term] of byRarity.entries()) {
    const after = first[term + 1] ?? 0;
    for (let at = first[term] ?? 0; at < after; at++) {
      const number = passage[at] ?? 0;
      const to = next[number] ?? 0;
      all[to] = place;
      all[to + 1] = score[at] ?? 0;
      next[number] = to + 2;
    }
  }
  return vectors;
}

// Terms are taken as they are: the vocabulary has them from our own words, which hold no star.
function clause(boost: number) {
  return { boost, usePipeline: false, wildcard: lunr.Query.wildcard.NONE, fields: [FIELD] };
}
