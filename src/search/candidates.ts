import { tokenize } from '../text/tokens.js';
import type { Allowed } from './allowed.js';
import type { Asked } from './asked.js';
import type { Candidate, EngineQuery } from './engine.js';
import { best } from './engine.js';
import { articleOf, numberOf, type PassageTable, spanOf, termsOf } from './passage-table.js';
import type { Phrase } from './question.js';
import type { SearchIndex } from './search-index.js';
import type { RoleHolder, Speaker } from './speakers.js';
import { LONG_QUESTION } from './weights.js';

/** What the ranking gets to see. */
export type Candidates = {
  candidates: Candidate[];
  /** A quoted phrase of the question stands in no passage. */
  phraseMissing: boolean;
};

const MOST = 100;
// Reading every passage is as quick as asking an engine for this many, and misses none.
const FEW = 2000;

/** Passages worth ranking: from the engine, or from reading them all where filters leave few. */
export async function findCandidates(
  asked: Asked,
  index: SearchIndex,
  allowed: Allowed | null,
  speakers: readonly Speaker[] = [],
  holders: readonly RoleHolder[] = [],
): Promise<Candidates> {
  const { engine, table } = index;
  const few = allowed && allowed.passages.length <= FEW;
  const { phrases, terms } = asked.question;
  // A long question quotes a title or a word on the way; a short one asks for the words themselves.
  if (phrases.length > 0 && terms.length <= LONG_QUESTION) {
    const found = few
      ? allowed.passages.map((passage) => ({ passage, score: 0 }))
      : await engine.propose(phraseQuery(asked, allowed));
    const exact = found.filter(({ passage }) =>
      phrases.every((phrase) => holdsPhrase(index, passage, phrase)),
    );
    if (exact.length > 0) return { candidates: exact.slice(0, MOST), phraseMissing: false };
  }
  const phraseMissing = phrases.length > 0 && terms.length <= LONG_QUESTION;
  const candidates = few
    ? read(asked, table, allowed.passages, holders)
    : await engine.propose(query(asked, table, allowed, holders));
  const own = [...new Set(speakers.flatMap(({ passages }) => [...passages]))].filter(
    (passage) => !allowed || allowed.has(passage),
  );
  const proposed = new Set(candidates.map(({ passage }) => passage));
  // Their words need not name them, nor repeat what they were asked, so an engine does not find them by that.
  const scores = new Map(read(asked, table, own.slice(0, FEW)).map((each) => [each.passage, each.score]));
  const said = own
    .slice(0, FEW)
    .filter((passage) => !proposed.has(passage))
    .map((passage) => ({ passage, score: scores.get(passage) ?? 0 }));
  return { candidates: [...candidates, ...best(said, MOST)], phraseMissing };
}

function query(
  { question, numbers }: Asked,
  table: PassageTable,
  allowed: Allowed | null,
  holders: readonly RoleHolder[],
): EngineQuery {
  const asked = question.terms.flatMap(({ weight }, at) => {
    const term = table.vocabulary[numbers[at] ?? -1];
    return term === undefined ? [] : [{ term, weight }];
  });
  // Passages that name whom a role means need not hold the role.
  const known = new Set(asked.map(({ term }) => term));
  const named = [...new Set(holders.flatMap(({ surname }) => surname))].filter((term) => !known.has(term));
  const terms = [...asked, ...named.map((term) => ({ term, weight: 1 }))];
  return { terms, required: [], allowed: allowed?.has ?? null, limit: MOST };
}

// Every term of every phrase, where an engine knows it; whether they stand in order is seen afterwards.
function phraseQuery({ question }: Asked, allowed: Allowed | null): EngineQuery {
  const required = question.phrases
    .flatMap(({ terms }) => terms)
    .filter((term) => question.terms.some((each) => each.term === term && !each.stop));
  return { terms: [], required, allowed: allowed?.has ?? null, limit: Number.MAX_SAFE_INTEGER };
}

/** Whether a passage holds a quoted phrase, word for word. */
export function holdsPhrase(
  { table, articles }: SearchIndex,
  passage: number,
  { words, terms }: Phrase,
): boolean {
  // The terms tell most passages apart; the words themselves decide, since "long" and "length" are one term.
  const wanted = terms.map((term) => numberOf(table, term));
  const held = termsOf(table, passage);
  for (let at = 0; at + wanted.length <= held.length; at++) {
    if (!wanted.every((term, offset) => held[at + offset] === term)) continue;
    const text = articles.articleAt(articleOf(table, passage))?.text ?? '';
    const { start, end } = spanOf(table, passage);
    const found = tokenize(text.slice(start, end)).map(({ word }) => word);
    return found.some((_, from) => words.every((word, offset) => found[from + offset] === word));
  }
  return false;
}

// The weights of the words that each passage holds, as an engine would score it but without its frequencies.
function read(
  { index, rarity }: Asked,
  table: PassageTable,
  passages: readonly number[],
  holders: readonly RoleHolder[] = [],
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const passage of passages) {
    const here = new Set<number>();
    for (const term of termsOf(table, passage)) {
      const found = index.get(term);
      if (found !== undefined) here.add(found);
    }
    let score = holders.filter((holder) => holder.passages.has(passage)).length;
    for (const at of here) score += rarity[at] ?? 0;
    if (score > 0) candidates.push({ passage, score });
  }
  return best(candidates, MOST);
}
