import { findPeople } from '../quotes/lookup.js';
import type { Person } from '../quotes/quotation.js';
import { askedSpeakers, passagesHolding, type Speaker } from '../search/speakers.js';
import { parseName } from '../text/names.js';
import { tokenize } from '../text/tokens.js';
import type { Snapshot } from './snapshot.js';

/** Those whose words a question asks for ("What did Joly say about …"), with the passages that hold them. */
export function speakersAsked(snapshot: Snapshot, question: string): Speaker[] {
  return askedSpeakers(question).flatMap((name) => {
    const { matched, people } = findPeople(snapshot.people.people, name);
    // A name spelt differently may be another's; the passages themselves then decide.
    if (people.length === 0 || matched === 'spelling') return [];
    const [first] = people;
    const surname = tokenize(parseName(first?.name ?? name).surname).map(({ term }) => term);
    return [{ surname, passages: new Set(people.flatMap((person) => passagesOf(snapshot, person))) }];
  });
}

function passagesOf(snapshot: Snapshot, person: Person): number[] {
  return person.articles.flatMap((id) => {
    const place = snapshot.articles.placeOf(id);
    if (place === undefined) return [];
    const theirs = snapshot.articles
      .quotationsOf(id)
      .filter((quotation) => snapshot.people.personOf.get(quotation) === person.id);
    return passagesHolding(snapshot.index, place, theirs);
  });
}
