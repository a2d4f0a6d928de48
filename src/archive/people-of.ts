import { type Article, articleRef } from '../articles/article.js';
import { findPeople, suggestPeople } from '../quotes/lookup.js';
import type { Person, Quotation } from '../quotes/quotation.js';
import { fold } from '../text/fold.js';
import type {
  PeopleQuery,
  PeopleResult,
  PersonProfile,
  PersonQuery,
  PersonResult,
  PersonSummary,
  RoleSeen,
  WhoIsMeant,
} from './archive.js';
import type { Snapshot } from './snapshot.js';
import { topicsOf } from './topics.js';

const MOST_OTHERS = 5;

/** Who is quoted in a snapshot. */
export function peopleIn(snapshot: Snapshot, query: PeopleQuery): PeopleResult {
  const { name = '', offset = 0, limit = Number.POSITIVE_INFINITY } = query;
  const fitting = suggestPeople(snapshot.people.people, name, Number.POSITIVE_INFINITY);
  return {
    query,
    snapshot: snapshot.id,
    total: fitting.length,
    people: fitting.slice(offset, offset + limit).map((person) => personSummary(snapshot, person)),
  };
}

/** One person with their roles over time and the articles that quote them. */
export function profileOf(snapshot: Snapshot, query: PersonQuery): PersonResult {
  const { person, matched, others } = whoIsMeant(snapshot, query);
  const profile = person && personProfile(snapshot, person);
  return { query, snapshot: snapshot.id, matched, others, person: profile };
}

function personProfile(snapshot: Snapshot, person: Person): PersonProfile {
  const quoted = articlesOf(snapshot, person)
    .reverse()
    .map((article) => ({ article, quotations: quotationsIn(snapshot, person, article.id) }));
  return {
    ...personSummary(snapshot, person),
    roleHistory: roleHistory(snapshot, person),
    topics: topicsOf(snapshot, person, quoted),
    quotedIn: quoted.map(({ article, quotations }) => ({
      article: articleRef(article),
      quotations: quotations.length,
    })),
  };
}

/** Whom a query means: the person of its id where there is one, else the most quoted of those whom the name fits best. */
export function whoIsMeant(
  snapshot: Snapshot,
  { person: name = '', id }: PersonQuery,
): WhoIsMeant & { person: Person | null } {
  const { matched, people } = findPeople(snapshot.people.people, name);
  const chosen = id === undefined ? undefined : snapshot.people.byId.get(id);
  const person = chosen ?? people[0] ?? null;
  return {
    person,
    matched: matched ?? (person && 'full-name'),
    others: people
      .filter((other) => other !== person)
      .slice(0, MOST_OTHERS)
      .map((other) => personSummary(snapshot, other)),
  };
}

/** A person with counts and dates in place of lists of articles. */
export function personSummary(snapshot: Snapshot, person: Person): PersonSummary {
  const { id, name, aliases, roles, articles, quotations } = person;
  const dates = articles.flatMap((article) => dayOf(snapshot.articles, article) ?? []).sort();
  return {
    id,
    name,
    aliases,
    roles,
    articles: articles.length,
    quotations,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
  };
}

function roleHistory(snapshot: Snapshot, person: Person): RoleSeen[] {
  const seen = new Map<string, RoleSeen>();
  for (const article of articlesOf(snapshot, person)) {
    const here = new Map<string, string>();
    for (const { speaker } of quotationsIn(snapshot, person, article.id))
      if (speaker?.role && !here.has(fold(speaker.role))) here.set(fold(speaker.role), speaker.role);
    for (const [key, role] of here) {
      const before = seen.get(key);
      const last = articleRef(article);
      seen.delete(key);
      seen.set(key, { role, articles: (before?.articles ?? 0) + 1, first: before?.first ?? last, last });
    }
  }
  return [...seen.values()].reverse();
}

/** The articles that quote a person, oldest first; those without a date before all others. */
function articlesOf(snapshot: Snapshot, person: Person): Article[] {
  const articles = person.articles.flatMap((id) => snapshot.articles.articleOf(id) ?? []);
  return articles.sort((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''));
}

/** A person's quotations in one article, by its id, in the order of the text. */
export function quotationsIn({ articles, people }: Snapshot, person: Person, article: string): Quotation[] {
  return articles.quotationsOf(article).filter((quotation) => people.personOf.get(quotation) === person.id);
}

function dayOf({ references, placeOf }: Snapshot['articles'], id: string): string | null {
  return references[placeOf(id) ?? -1]?.publishedAt?.slice(0, 10) ?? null;
}
