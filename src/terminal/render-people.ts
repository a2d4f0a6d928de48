import type { PeopleResult, PersonResult, PersonSummary } from '../archive/archive.js';
import { countsOf, datesOf } from '../archive/people-words.js';
import { en } from '../words/en.js';
import { sourceOf } from './render.js';
import type { Screen } from './screen.js';

const INDENT = '  ';

/** Who is quoted, one person a line. */
export function renderPeople({ query, people, total }: PeopleResult, screen: Screen): string {
  if (total === 0) return query.name ? en.quote.nobody(query.name) : en.people.nobodyAtAll;
  const offset = query.offset ?? 0;
  const range =
    people.length === total || people.length === 0 ? '' : `${offset + 1} to ${offset + people.length} of `;
  return [
    range + en.people.most(total),
    ...people.map((person) => screen.wrap(personLine(person, screen), INDENT)),
  ].join('\n');
}

function personLine(person: PersonSummary, screen: Screen): string {
  const [role] = person.roles;
  const details = [countsOf(person, en), datesOf(person, en)].filter(Boolean).join(', ');
  return `${screen.bold(person.name)}${role ? `, ${role}` : ''}: ${screen.dim(details)}`;
}

/** One person: counts, names, roles over time, articles. */
export function renderProfile({ query, matched, person, others }: PersonResult, screen: Screen): string {
  if (!person) return en.quote.nobody(query.person ?? query.id ?? '');
  const near = matched === 'spelling' ? `The archive quotes nobody called “${query.person}”: showing ` : '';
  const fits = others.map(({ name, roles: [role] }) => (role ? `${name} (${role})` : name)).join(', ');
  return [
    `${near}${personLine(person, screen)}`,
    ...(fits ? [screen.dim(`The name also fits: ${fits}`)] : []),
    ...(person.aliases.length > 0 ? [screen.wrap(`Also called ${person.aliases.join(', ')}`)] : []),
    ...(person.topics.length > 0 ? [screen.wrap(en.people.quotedOn(person.topics))] : []),
    ...(person.roleHistory.length > 0 ? ['Described as:'] : []),
    ...person.roleHistory.map(({ role, articles, last }) =>
      screen.wrap(
        `- ${role}: ${screen.dim(`${articles > 1 ? `last of ${articles} articles ` : ''}${sourceOf(last)}`)}`,
        INDENT,
      ),
    ),
    'Quoted in:',
    ...person.quotedIn.map(({ article, quotations }) =>
      screen.wrap(`- ${sourceOf(article)}: ${en.count.quotations(quotations)}`, INDENT),
    ),
  ].join('\n');
}
