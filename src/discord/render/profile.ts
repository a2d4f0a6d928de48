import type { PersonProfile, PersonResult, RoleSeen } from '../../archive/archive.js';
import { countsOf, datesOf } from '../../archive/people-words.js';
import { choiceRow, withChoice } from '../choice.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { divider, small, text, type View, view } from '../view.js';
import { changedLine, fitting, PAGER_ROOM, pager } from './paging.js';
import { personHeading } from './quotes.js';
import { sourceLine } from './source.js';

const ARTICLES_PER_PAGE = 8;
const MOST_ALIASES = 5;
const MOST_ROLES = 6;
const ROLES_ROOM = 1400;
const ROLE_ROOM = 160;
const TOPIC_ROOM = 40;

/** One person as a message: counts, names, roles over time, and the articles a page at a time. */
export function profileView(result: PersonResult, typed: string, asked: Turning): View {
  const turning = withChoice(asked, result);
  const { person } = result;
  const others = choiceRow('people', result, turning, result.snapshot);
  const head = [...personHeading(person, typed), ...changedLine(turning, result.snapshot)];
  if (!person) return view([...head, text(`The archive quotes nobody called “${shorten(typed, 420)}”.`)]);
  head.push(text(small(summary(result, person))));
  const parts = [...head, ...topics(person), ...others, ...roles(person)];

  const room = LIMITS.text - measure(parts).text - PAGER_ROOM;
  const at = turning.at < person.quotedIn.length ? turning.at : 0;
  // This page and the one before it, of what may be thousands.
  const from = Math.max(0, at - ARTICLES_PER_PAGE);
  const lines = person.quotedIn.slice(from, at + ARTICLES_PER_PAGE).map(({ article, quotations }) => {
    const count = `${quotations} ${quotations === 1 ? 'quotation' : 'quotations'}`;
    return `- ${sourceLine(article, count)}`;
  });
  const sizes = lines.map((line) => bytes(line) + 1);
  const count = fitting(sizes.slice(at - from), room, ARTICLES_PER_PAGE);
  const before = fitting(sizes.slice(0, at - from).reverse(), room, ARTICLES_PER_PAGE);
  return view([
    ...parts,
    ...(count > 0 ? [divider(), text(lines.slice(at - from, at - from + count).join('\n'))] : []),
    ...pager({
      command: 'people',
      noun: 'Articles',
      turning: { ...turning, at },
      snapshot: result.snapshot,
      previous: at - before,
      count,
      total: person.quotedIn.length,
    }),
  ]);
}

function summary({ matched }: PersonResult, person: PersonProfile): string {
  const aliases = person.aliases.slice(0, MOST_ALIASES).map((alias) => shorten(alias, 60));
  return [
    matched === 'spelling' && 'The nearest name',
    countsOf(person),
    datesOf(person),
    aliases.length > 0 && `also called ${aliases.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function topics({ topics }: PersonProfile) {
  if (topics.length === 0) return [];
  return [text(small(`Quoted on: ${topics.map((topic) => shorten(topic, TOPIC_ROOM)).join(', ')}`))];
}

function roles({ roleHistory }: PersonProfile) {
  const lines: string[] = [];
  let used = 0;
  for (const seen of roleHistory.slice(0, MOST_ROLES)) {
    const line = `- ${roleLine(seen)}`;
    used += bytes(line);
    if (used > ROLES_ROOM) break;
    lines.push(line);
  }
  if (lines.length === 0) return [];
  const more = roleHistory.length - lines.length;
  return [
    divider(),
    text(['**Described as**', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')),
  ];
}

/** The role, the newest article that gives it, and how many do. */
function roleLine({ role, articles, last }: RoleSeen): string {
  return `${shorten(role, ROLE_ROOM)} · ${sourceLine(last, articles > 1 ? `the last of ${articles} articles` : undefined)}`;
}
