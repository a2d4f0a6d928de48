import type { PersonProfile, PersonResult, RoleSeen } from '../../archive/archive.js';
import { countsOf, datesOf } from '../../archive/people-words.js';
import type { Words } from '../../words/words.js';
import { choiceRow, withChoice } from '../choice.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { divider, small, text, type View, view } from '../view.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';
import { personHeading } from './quotes.js';
import { sourceLine } from './source.js';

const ARTICLES_PER_PAGE = 8;
const MOST_ALIASES = 5;
const MOST_ROLES = 6;
const ROLES_ROOM = 1400;
/** For the line that says how many more there are. */
const MORE_ROOM = 40;
const ROLE_ROOM = 160;
const TOPIC_ROOM = 40;

/** One person as a message: counts, names, roles over time, and the articles a page at a time. */
export function profileView(result: PersonResult, typed: string, asked: Turning, words: Words): View {
  const turning = withChoice(asked, result);
  const { person } = result;
  const others = choiceRow('people', result, turning, result.snapshot, words);
  const head = [...personHeading(person, typed, words), ...changedLine(turning, result.snapshot, words)];
  if (!person) return view([...head, text(words.quote.nobody(shorten(typed, 420)))]);
  const top = [...head, text(small(summary(result, person, words))), ...topics(person, words), ...others];
  const at = turning.at < person.quotedIn.length ? turning.at : 0;
  // This page and the one before it, of what may be thousands.
  const from = Math.max(0, at - ARTICLES_PER_PAGE);
  const lines = person.quotedIn.slice(from, at + ARTICLES_PER_PAGE).map(({ article, quotations }) => {
    return `- ${sourceLine(article, words, words.count.quotations(quotations))}`;
  });
  const sizes = lines.map((line) => bytes(line) + 1);
  // A page has one article at least, whichever that is.
  const left = LIMITS.text - measure(top).text - PAGER_ROOM - Math.max(0, ...sizes);
  const parts = [...top, ...roles(person, Math.min(ROLES_ROOM, left), words)];
  const room = LIMITS.text - measure(parts).text - PAGER_ROOM;
  const { index, ...page } = pageOf(sizes, { at, offset: from, room, most: ARTICLES_PER_PAGE });
  return view([
    ...parts,
    ...(page.count > 0 ? [divider(), text(lines.slice(index, index + page.count).join('\n'))] : []),
    ...pager({
      command: 'people',
      range: words.pages.articles,
      words,
      turning,
      snapshot: result.snapshot,
      page,
      total: person.quotedIn.length,
    }),
  ]);
}

function summary({ matched }: PersonResult, person: PersonProfile, words: Words): string {
  const aliases = person.aliases.slice(0, MOST_ALIASES).map((alias) => shorten(alias, 60));
  return [
    matched === 'spelling' && words.people.nearestName,
    countsOf(person, words),
    datesOf(person, words),
    aliases.length > 0 && words.people.alsoCalled(aliases),
  ]
    .filter(Boolean)
    .join(' · ');
}

function topics({ topics }: PersonProfile, { people }: Words) {
  if (topics.length === 0) return [];
  return [text(small(people.quotedOn(topics.map((topic) => shorten(topic, TOPIC_ROOM)))))];
}

function roles({ roleHistory }: PersonProfile, room: number, words: Words) {
  const title = `**${words.people.describedAs}**`;
  const lines: string[] = [];
  let used = bytes(title) + MORE_ROOM;
  for (const seen of roleHistory.slice(0, MOST_ROLES)) {
    const line = `- ${roleLine(seen, words)}`;
    used += bytes(line) + 1;
    if (used > room) break;
    lines.push(line);
  }
  if (lines.length === 0) return [];
  const more = roleHistory.length - lines.length;
  return [
    divider(),
    text([title, ...lines, ...(more > 0 ? [`- ${words.source.more(more)}`] : [])].join('\n')),
  ];
}

/** The role, the newest article that gives it, and how many do. */
function roleLine({ role, articles, last }: RoleSeen, words: Words): string {
  return `${shorten(role, ROLE_ROOM)} · ${sourceLine(last, words, articles > 1 ? words.people.lastOf(articles) : undefined)}`;
}
