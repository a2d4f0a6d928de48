import { answerQuestion } from '../search/answer-question.js';
import { passagesIn } from '../search/passage-table.js';
import { dayIn } from '../text/dates.js';
import { fold } from '../text/fold.js';
import { createArticleReader } from './article-of.js';
import { differing, fingerprintsOf } from './fingerprints.js';
import { peopleIn, profileOf } from './people-of.js';
import { personFilter } from './person-filter.js';
import type { Queries } from './protocol.js';
import { quotesOf } from './quotes-of.js';
import { createRoleReader, roleHolders } from './roles-asked.js';
import type { Snapshot } from './snapshot.js';
import { speakersAsked } from './speakers-asked.js';
import { timelineOf } from './timeline.js';
import { createVerifier } from './verify-query.js';

export type AnswerOptions = {
  /** Below this confidence, from 0 to 1, the archive "doesn't say"; the search's own default without it. */
  answerConfidence?: number | undefined;
  /** Where "today" is: `Pacific/Auckland`; the machine's own zone without it. */
  timeZone?: string | undefined;
};

/** Everything that can be asked of one snapshot. */
export function snapshotQueries(
  snapshot: Snapshot,
  { answerConfidence, timeZone }: AnswerOptions = {},
): Queries {
  const { references } = snapshot.articles;
  const verify = createVerifier(snapshot);
  const rolesIn = createRoleReader(snapshot);
  const reader = createArticleReader(snapshot);
  let own: Uint8Array | undefined;
  const fingerprints = () => {
    own ??= fingerprintsOf(snapshot.parts);
    return own;
  };
  const notIn = (others: Uint8Array) =>
    differing(fingerprints(), others).flatMap((place) => references[place] ?? []);
  return {
    async ask(question, filters = {}) {
      const allow = filters.person === undefined ? undefined : await personFilter(snapshot, filters.person);
      const today = dayIn(timeZone, new Date());
      const roles = rolesIn(question, today);
      const { speakers, speaks } = speakersAsked(snapshot, question, roles);
      const answer = await answerQuestion(snapshot.index, question, {
        filters,
        snapshot: snapshot.id,
        today,
        speakers,
        speaks,
        holders: await roleHolders(snapshot, question, roles),
        answerConfidence,
        ...(allow && { allow: allow.passes }),
      });
      if (!allow || answer.answered || answer.reason === 'empty-archive' || allow.isKnown) return answer;
      return { ...answer, reason: 'unknown-person', passages: [], nearest: [], unmatched: [] };
    },
    quotes: (query) => quotesOf(snapshot, query),
    verify: async (query) => verify(query),
    people: async (query = {}) => peopleIn(snapshot, query),
    person: async (query) => profileOf(snapshot, query),
    timeline: (query) => timelineOf(snapshot, query),
    articles: async (query) => reader.list(query),
    article: async (query) => reader.read(query),
    async publications({ name = '' } = {}) {
      const wanted = fold(name.trim());
      const names = new Set(references.flatMap(({ publication }) => publication ?? []));
      return [...names].filter((one) => fold(one).includes(wanted)).sort();
    },
    fingerprints: async () => fingerprints(),
    notIn: async (others) => notIn(others),
    newSince: async (before) => notIn(before).map(({ id }) => id),
    madeFrom: async () => snapshot.madeFrom,
    async status() {
      await snapshot.index.engine.check?.();
      return {
        snapshot: snapshot.id,
        builtAt: snapshot.builtAt,
        directory: snapshot.directory,
        articles: references.length,
        passages: passagesIn(snapshot.index.table),
        quotations: snapshot.parts.sayings.name.length,
        people: snapshot.people.people.length,
        engine: snapshot.index.engine.name,
        problems: snapshot.problems.length,
      };
    },
    problems: async () => [...snapshot.problems],
  };
}
