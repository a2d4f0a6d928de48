import { findPeople } from '../quotes/lookup.js';
import type { Person } from '../quotes/quotation.js';
import { askedSpeakers, passagesHolding, type Speaker } from '../search/speakers.js';
import { parseName } from '../text/names.js';
import { tokenize } from '../text/tokens.js';
import { quotationsIn } from './people-of.js';
import type { AskedRole } from './roles-asked.js';
import type { Snapshot } from './snapshot.js';

/** Those whose words a question asks for ("What did Joly say about …"), with the passages that hold them. `roles` are those whom the question calls by one. */
export function speakersAsked(
  snapshot: Snapshot,
  question: string,
  roles: readonly AskedRole[] = [],
): Speaker[] {
  const asked = askedSpeakers(question);
  const speaker = (people: readonly Person[], name: string, called?: readonly string[]): Speaker => {
    const surname = tokenize(parseName(name).surname).map(({ term }) => term);
    const passages = new Set(people.flatMap((person) => passagesOf(snapshot, person)));
    return { surname, called: called ?? surname, passages };
  };
  const isRole = (name: string) => roles.some(({ start, end }) => overlap(question.slice(start, end), name));
  const byName = asked
    .filter((name) => !isRole(name))
    .flatMap((name) => {
      const { matched, people } = findPeople(snapshot.people.people, name);
      // A name spelt differently may be another's; the passages themselves then decide.
      if (people.length === 0 || matched === 'spelling') return [];
      return [speaker(people, people[0]?.name ?? name)];
    });
  const byRole = roles
    .filter(({ start, end }) => asked.some((name) => overlap(question.slice(start, end), name)))
    .map(({ person, wanted }) => speaker([person], person.name, [...wanted.terms]));
  return [...byName, ...byRole];
}

// A list of names is cut at "and", which a role may hold too.
const overlap = (role: string, name: string) =>
  name.includes(role) || role.includes(name.replace(/^the\s+/iu, ''));

function passagesOf(snapshot: Snapshot, person: Person): number[] {
  return person.articles.flatMap((id) => {
    const place = snapshot.articles.placeOf(id);
    if (place === undefined) return [];
    return passagesHolding(snapshot.index, place, quotationsIn(snapshot, person, id));
  });
}
