import lunr from 'lunr';
import type { Candidate, Engine, EngineBuilder, EngineQuery } from './engine.js';
import { best } from './engine.js';

const FIELD = 't';

/** A builder for an index in memory. Terms are taken as they are: no pipeline, no string parser. */
export function lunrBuilder(): EngineBuilder {
  const builder = new lunr.Builder();
  builder.pipeline = new lunr.Pipeline();
  builder.searchPipeline = new lunr.Pipeline();
  // Lunr asks nothing of a token here but its text, and plain strings build faster than its own tokens.
  const terms = (field: unknown) => (Array.isArray(field) ? field : []);
  builder.tokenizer = Object.assign(terms, { separator: /\s+/ });
  builder.ref('p');
  builder.field(FIELD);
  builder.k1(1.2);
  builder.b(0.75);
  let count = 0;
  return {
    add(terms) {
      builder.add({ p: String(count++), [FIELD]: terms });
    },
    build: () => engineOver(builder.build()),
  };
}

/** The engine that `toJSON` described. Throws if `data` is not such a description. */
export function lunrEngineFrom(data: object): Engine {
  return engineOver(lunr.Index.load(data));
}

function engineOver(index: lunr.Index): Engine {
  return {
    name: 'lunr',
    toJSON: () => index.toJSON(),
    propose: async (query) => propose(index, query),
  };
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
