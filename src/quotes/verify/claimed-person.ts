import { fold } from '../../text/fold.js';
import { findPeople } from '../lookup.js';
import type { People } from '../people.js';
import type { Quotation } from '../quotation.js';
import type { VerifiedSource } from './verification.js';

/** Fewest words of a name that say by themselves who is meant. */
const FULL_NAME = 2;
const MOST_NAMES = 10;

/** Who is said to have said a quote, looked up in the archive. */
export type ClaimedPerson = {
  /** Full names of those whom the name can mean; empty where nobody fits. */
  names: string[];
  /** Whose a quotation is. `unclear`: the archive names no one, or by too little of a name to tell. */
  attribution(quotation: Quotation | null): NonNullable<VerifiedSource['attribution']>;
};

/** Looks up a name as people type it. Who is not in the list of people, such as an organisation, is known by name only. */
export function claimedPerson(people: People, name: string): ClaimedPerson {
  const fits = findPeople(people.people, name).people;
  const ids = new Set(fits.map((person) => person.id));
  const typed = wordsOf(name);
  return {
    names: fits.map((person) => person.name).slice(0, MOST_NAMES),
    attribution(quotation) {
      const id = quotation ? people.personOf.get(quotation) : undefined;
      if (id !== undefined && ids.has(id)) return 'claimed';
      const speaker = quotation?.speaker;
      if (!speaker || speaker.kind === 'unnamed') return 'unclear';
      const words = wordsOf(speaker.name);
      if (typed.length > 0 && words.join(' ') === typed.join(' ')) return 'claimed';
      // "Del. Mabel Orr" is Mabel Orr; "Orr" alone may be another.
      if (typed.length >= FULL_NAME && endsIn(words, typed)) return 'claimed';
      return endsIn(typed, words) ? 'unclear' : 'other';
    },
  };
}

function wordsOf(name: string): string[] {
  return fold(name.slice(0, 200))
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter(Boolean);
}

function endsIn(words: readonly string[], end: readonly string[]): boolean {
  const from = words.length - end.length;
  return end.length > 0 && from >= 0 && end.every((word, at) => words[from + at] === word);
}
