import { articleRef } from '../articles/article.js';
import { answerQuestion } from '../search/answer-question.js';
import { peopleIn, profileOf } from './people-of.js';
import { personFilter } from './person-filter.js';
import type { Queries } from './protocol.js';
import { quotesOf } from './quotes-of.js';
import type { Snapshot } from './snapshot.js';
import { createVerifier } from './verify-query.js';
import { changesSince, packVersions } from './versions.js';

/** Everything that can be asked of one snapshot. */
export function snapshotQueries(snapshot: Snapshot): Queries {
  const references = snapshot.articles.map(articleRef);
  const verify = createVerifier(snapshot, references);
  return {
    async ask(question, filters = {}) {
      const allow = filters.person === undefined ? undefined : personFilter(snapshot, filters.person);
      const answer = await answerQuestion(snapshot.index, question, {
        filters,
        snapshot: snapshot.id,
        ...(allow && { allow: allow.passes }),
      });
      if (!allow || allow.known || answer.answered) return answer;
      return { ...answer, reason: 'unknown-person', nearest: [], unmatched: [] };
    },
    quotes: async (query) => quotesOf(snapshot, query),
    verify: async (query) => verify(query),
    people: async (query = {}) => peopleIn(snapshot, query),
    person: async (query) => profileOf(snapshot, query),
    articles: async () => references,
    versions: async () => packVersions(references, snapshot.hashes),
    changesSince: async (versions) => changesSince(versions, references, snapshot.hashes),
    madeFrom: async () => snapshot.madeFrom,
    async status() {
      return {
        snapshot: snapshot.id,
        builtAt: snapshot.builtAt,
        directory: snapshot.directory,
        articles: snapshot.articles.length,
        passages: snapshot.index.table.start.length,
        quotations: [...snapshot.quotations.values()].reduce((sum, found) => sum + found.length, 0),
        people: snapshot.people.people.length,
        problems: [...snapshot.problems],
      };
    },
  };
}
