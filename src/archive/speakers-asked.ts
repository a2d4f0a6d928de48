import { findPeople } from '../quotes/lookup.js';
import type { Person } from '../quotes/quotation.js';
import { speaksIn } from '../quotes/speaks-in.js';
import { isName } from '../search/asked.js';
import { numberOf } from '../search/passage-table.js';
import { parseQuestion } from '../search/question.js';
import { askedSpeakers, passagesHolding, type Speaker } from '../search/speakers.js';
import { parseName } from '../text/names.js';
import type { Span } from '../text/span.js';
import { tokenize } from '../text/tokens.js';
import { quotationsIn } from './people-of.js';
import type { AskedRole } from './roles-asked.js';
import type { Snapshot } from './snapshot.js';

/** Whose words a question asks for, as the search needs them. */
export type AskedSpeakers = {
  /** Those whom the archive quotes, with the passages that hold their words. */
  speakers: Speaker[];
  /** Where it quotes none of them: whether a sentence tells what one of them said. Absent where nobody's words are asked for. */
  speaks?: (text: string, sentence: Span) => boolean;
};

/** Those whose words a question asks for ("What did Joly say about …"). `roles` are those whom the question calls by one. */
export function speakersAsked(
  snapshot: Snapshot,
  question: string,
  roles: readonly AskedRole[] = [],
): AskedSpeakers {
  const asked = askedSpeakers(question);
  const speaker = (people: readonly Person[], name: string, called?: readonly string[]): Speaker => {
    const surname = surnameTerms(name);
    const passages = new Set(people.flatMap((person) => passagesOf(snapshot, person)));
    return { surname, called: called ?? surname, passages };
  };
  const isRole = (name: string) => roles.some(({ start, end }) => overlap(question.slice(start, end), name));
  const named = asked
    .filter((name) => !isRole(name))
    .map((name) => ({ name, ...findPeople(snapshot.people.people, name) }));
  // A name spelt differently may be another's; the passages themselves then decide.
  const byName = named.flatMap(({ name, matched, people }) =>
    people.length === 0 || matched === 'spelling' ? [] : [speaker(people, people[0]?.name ?? name)],
  );
  const byRole = roles
    .filter(({ start, end }) => asked.some((name) => overlap(question.slice(start, end), name)))
    .map(({ person, wanted }) => speaker([person], person.name, [...wanted.terms]));
  const speakers = [...byName, ...byRole];
  const unquoted = named
    .filter(({ name }) => isNamed(snapshot, name))
    .flatMap(({ name, people }) => [name, ...people.map((person) => person.name)]);
  if (speakers.length > 0 || unquoted.length === 0 || parseQuestion(question).kind !== 'statement')
    return { speakers };
  return {
    speakers,
    speaks: (text, sentence) => unquoted.some((name) => speaksIn(text, sentence, name)),
  };
}

const surnameTerms = (name: string) => tokenize(parseName(name).surname).map(({ term }) => term);

/** Whether words name somebody ("Lee", "lee" where the archive writes "Lee") and do not describe them ("the experts"). */
function isNamed({ index: { table } }: Snapshot, name: string): boolean {
  const { surname } = parseName(name);
  return (
    /^\p{Lu}/u.test(surname) || surnameTerms(surname).some((term) => isName(table, numberOf(table, term)))
  );
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
