import type { PeopleResult, PersonSummary } from '../../archive/archive.js';
import { countsOf, datesOf } from '../../archive/people-words.js';
import type { Words } from '../../words/words.js';
import type { Turning } from '../command.js';
import { shorten } from '../cut.js';
import { bytes, LIMITS, measure } from '../limits.js';
import { filterLines } from '../state.js';
import { divider, small, text, type View, view } from '../view.js';
import { changedLine, PAGER_ROOM, pageOf, pager } from './paging.js';

/** People on one page, at most. */
export const PEOPLE_PER_PAGE = 10;
const NAME_ROOM = 120;
const ROLE_ROOM = 160;

/**
 * Who is quoted, as a message. `result` must start at most a page before `turning.at` and reach a page beyond it,
 * so that the page before can be measured too.
 */
export function peopleView(result: PeopleResult, turning: Turning, words: Words): View {
  const { query, total, people } = result;
  const name = query.name;
  const head = [
    text(`### ${words.people.heading}`),
    ...filterLines({ ...(name !== undefined && { name }) }, words),
    ...changedLine(turning, result.snapshot, words),
  ];
  if (people.length === 0) {
    const why = name === undefined ? words.people.nobodyAtAll : words.quote.nobody(shorten(name, 420));
    return view([...head, text(why)]);
  }
  head.push(text(small(words.people.most(total))));

  const room = LIMITS.text - measure(head).text - PAGER_ROOM;
  const blocks = people.map((person) => personBlock(person, words));
  const sizes = blocks.map((block) => bytes(block) + 1);
  const { index, ...page } = pageOf(sizes, {
    at: turning.at,
    offset: query.offset ?? 0,
    room,
    most: PEOPLE_PER_PAGE,
  });
  return view([
    ...head,
    divider(),
    text(blocks.slice(index, index + page.count).join('\n')),
    ...pager({
      command: 'people',
      range: words.pages.people,
      words,
      turning,
      snapshot: result.snapshot,
      page,
      total,
    }),
  ]);
}

function personBlock(person: PersonSummary, words: Words): string {
  const role = person.roles[0] ? ` · ${shorten(person.roles[0], ROLE_ROOM)}` : '';
  const dates = datesOf(person, words);
  return [
    `**${shorten(person.name, NAME_ROOM)}**${role}`,
    small([countsOf(person, words), dates].filter(Boolean).join(' · ')),
  ].join('\n');
}
