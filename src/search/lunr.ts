import lunr from 'lunr';
import type { Candidate, Engine } from './engine.js';
import { best } from './engine.js';
import { numberOf, type PassageTable, passagesIn } from './passage-table.js';
import type { Postings } from './postings.js';
import { postingsOf } from './postings.js';
import { worthReading } from './worth-reading.js';

const FIELD = 't';

/**
 * Lunr over the passages of a table. For each question it is given an index, in the form that it saves, of the question's
 * terms and the passages worth reading alone: one of all passages would take longer to load than all else, and Lunr's time
 * grows with every passage that holds a term.
 */
export function lunrEngine(table: PassageTable): Engine {
  const { vocabulary, passagesWith } = table;
  const postings = postingsOf(table);
  return {
    name: 'lunr',
    propose: async (query) => {
      const required = [...new Set(query.required)].map((term) => numberOf(table, term));
      const terms = query.terms
        .map(({ term, weight }) => ({ number: numberOf(table, term), weight }))
        .filter(({ number }) => (passagesWith[number] ?? 0) > 0 && !required.includes(number))
        .sort(
          (one, other) =>
            (passagesWith[one.number] ?? 0) - (passagesWith[other.number] ?? 0) || one.number - other.number,
        );
      if (required.some((number) => !passagesWith[number])) return [];
      if (required.length + terms.length === 0) return [];
      const marks = worthReading(
        postings,
        { terms, required, allowed: query.allowed, most: query.limit },
        passagesIn(table),
      );
      const numbers = new Set([...terms.map(({ number }) => number), ...required]);
      const index = lunr.Index.load(savedIndex(vocabulary, postings, numbers, marks));
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

// Lunr would keep here at which letters the term stands.
const NOTHING = {};

/** An index of these terms, by their numbers, in the passages marked, as Lunr saves it. */
function savedIndex(
  vocabulary: readonly string[],
  { first, passage, score }: Postings,
  numbers: ReadonlySet<number>,
  marks: Uint8Array,
): object {
  // For each passage its terms' places and scores, in turns.
  const vectors = new Map<number, number[]>();
  // Lunr wants the terms sorted, as the vocabulary is.
  const sorted = [...numbers].sort((one, other) => one - other);
  const invertedIndex = sorted.map((number, place) => {
    const holding: Record<string, object> = {};
    const after = first[number + 1] ?? 0;
    for (let at = first[number] ?? 0; at < after; at++) {
      const here = passage[at] ?? 0;
      if (!marks[here]) continue;
      holding[here] = NOTHING;
      const vector = vectors.get(here);
      if (vector) vector.push(place, score[at] ?? 0);
      else vectors.set(here, [place, score[at] ?? 0]);
    }
    return [vocabulary[number] ?? '', { _index: place, [FIELD]: holding }];
  });
  return {
    version: lunr.version,
    fields: [FIELD],
    fieldVectors: [...vectors].map(([at, vector]) => [`${FIELD}/${at}`, vector]),
    invertedIndex,
    pipeline: [],
  };
}

// Terms are taken as they are: the vocabulary has them from our own words, which hold no star.
function clause(boost: number) {
  return { boost, usePipeline: false, wildcard: lunr.Query.wildcard.NONE, fields: [FIELD] };
}
