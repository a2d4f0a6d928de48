import type { Correction } from '../quotes/corrections.js';
import { buildPeople } from '../quotes/people.js';
import type { ArticleParts } from './article-parts.js';
import { seenRoles } from './role-holders.js';
import type { WholeSet } from './snapshot.js';

/** Who is quoted in articles, and the roles that these give them; made anew, in one pass over who said something where. */
export function quotedIn(
  { references, sayings }: Pick<ArticleParts, 'references' | 'sayings'>,
  corrections: readonly Correction[],
): Pick<WholeSet, 'people' | 'roles'> {
  const people = buildPeople(references, sayings, corrections);
  return { people, roles: seenRoles(references, sayings, people.personOf, people.people) };
}
