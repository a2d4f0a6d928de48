import { isName } from '../search/asked.js';
import { numberOf } from '../search/passage-table.js';
import { parseQuestion } from '../search/question.js';
import type { SearchIndex } from '../search/search-index.js';
import { passagesNaming, type RoleHolder } from '../search/speakers.js';
import { parseName } from '../text/names.js';
import { isOffice } from '../text/roles.js';
import { tokenize } from '../text/tokens.js';
import { COMMON_VERBS } from '../text/word-classes.js';
import { speechVerb } from '../text/words-of-speech.js';
import { type Holder, holderOf, rolesByHead } from './role-holders.js';
import {
  chainFrom,
  complementEnds,
  isRank,
  type Role,
  type RoleText,
  roleText,
  termsBetween,
} from './role-words.js';
import type { Snapshot } from './snapshot.js';

/** Somebody whom a question calls by a role. `start` and `end` are where it does. */
export type AskedRole = Holder & { start: number; end: number; wanted: Role };

const MOST_ROLES = 3;
const LONGEST_BEFORE = 6;
const LONGEST_AFTER = 8;
// Of several, or of somebody else's: not one person whom the role alone names.
const INDEFINITE = new Set(
  'a an any which what whose each every some no another other many several two three both either neither his her their its our my your'.split(
    ' ',
  ),
);

/** Finds in questions the roles that one person alone has in a snapshot: "Canada's foreign minister", "the mayor of Calder Mouth". */
export function createRoleReader(
  snapshot: Pick<Snapshot, 'roles' | 'people' | 'index'>,
): (question: string, today: string) => AskedRole[] {
  let seen: ReturnType<typeof rolesByHead> | undefined;
  return (question, today) => {
    const text = roleText(question);
    if (!text.tokens.some(({ word }) => isOffice(word))) return [];
    seen ??= rolesByHead(snapshot.roles, snapshot.people.byId);
    const { dates } = parseQuestion(question, today);
    const found: AskedRole[] = [];
    for (let at = 0; at < text.tokens.length && found.length < MOST_ROLES; at++) {
      if (!isOffice(text.tokens[at]?.word ?? '')) continue;
      const role = roleAt(text, at, snapshot.index, (wanted) => seen && holderOf(seen, wanted, dates));
      if (role.holder) {
        const [start, end] = [text.tokens[role.from]?.start ?? 0, text.tokens[role.to - 1]?.end ?? 0];
        found.push({ ...role.holder, start, end, wanted: role.wanted });
      }
      at = role.to - 1;
    }
    return found;
  };
}

type ReadRole = { from: number; to: number } & ({ holder: Holder; wanted: Role } | { holder: null });

/** The longest description around the noun of a role at `at` that means one person. Without one, `to` is how far it may have gone. */
function roleAt(
  text: RoleText,
  at: number,
  index: SearchIndex,
  holder: (wanted: Role) => Holder | null | undefined,
): ReadRole {
  const names = (place: number) => text.capital[place] === true || isNamed(text, place, index);
  const chain = chainFrom(text, at);
  let { head } = chain;
  let ends = complementEnds(text, chain.to);
  const last = ends.at(-1);
  // "The wife of Arland's president", "the president of Arland's wife": what comes last in it may own a role itself.
  if (last !== undefined && text.possessive[last - 1]) {
    const owned = chainFrom(text, last - 1);
    if (owned.head !== last - 1) {
      head = owned.head;
      ends = [owned.to];
    }
  }
  const furthest = Math.max(chain.to, ...ends);
  const nothing: ReadRole = { from: at, to: furthest, holder: null };
  const noun = text.tokens[head];
  // "General principles": by itself it is hardly ever somebody.
  if (!noun || !isOffice(noun.word) || (noun.word === 'general' && head === at)) return nothing;
  const possible = (ends.length > 0 ? ends.slice(0, LONGEST_AFTER) : [chain.to])
    .filter((end) => mayEnd(text, at, end, names))
    .reverse();
  for (const from of startsBefore(text, at, names))
    for (const to of possible) {
      const places = Array.from({ length: to - from }, (_, offset) => from + offset);
      const wanted: Role = {
        head: noun.term,
        terms: termsBetween(text, from, to),
        names: new Set(
          places.flatMap((place) => (place !== head && names(place) ? (text.tokens[place]?.term ?? []) : [])),
        ),
      };
      const isDefinite =
        wanted.names.size > 0 || (text.joined[from] && text.tokens[from - 1]?.word === 'the');
      const found = isDefinite && holder(wanted);
      if (found) return { from, to, holder: found, wanted };
    }
  return nothing;
}

// Where a description may begin, the longest first: never in the middle of a name, nor after a word that makes it another role.
function startsBefore(text: RoleText, at: number, names: (place: number) => boolean): number[] {
  const starts: number[] = [];
  for (let from = at; from >= Math.max(0, at - LONGEST_BEFORE); from--) {
    if (from < at && !text.carries[from]) break;
    const before = text.joined[from] ? text.tokens[from - 1] : undefined;
    if (!before || mayStandBefore(text, from - 1, names)) {
      if (meansOne(text, from)) starts.unshift(from);
    }
    if (!text.joined[from]) break;
  }
  return starts;
}

function mayStandBefore(
  { tokens, carries }: RoleText,
  place: number,
  names: (place: number) => boolean,
): boolean {
  const { word = '', term = '' } = tokens[place] ?? {};
  if (isRank(term)) return false;
  return !carries[place] || (!names(place) && isVerb(word));
}

const isVerb = (word: string) =>
  COMMON_VERBS.has(word) || speechVerb(word) !== undefined || word.endsWith('ed');

// Not "a mayor", nor "who is the mayor", which asks for the name itself.
function meansOne({ tokens, joined }: RoleText, from: number): boolean {
  const before = joined[from] ? (tokens[from - 1]?.word ?? '') : '';
  if (INDEFINITE.has(before)) return false;
  const article = before === 'the' ? from - 1 : from;
  const [who, is] = [tokens[article - 2]?.word ?? '', tokens[article - 1]?.word ?? ''];
  if (/^(?:who|what)$/.test(who) && /^(?:is|was|are|were|became|becomes)$/.test(is)) return false;
  return !/^(?:who|what)s?$/.test(is);
}

const HELPER = /^(?:did|does|do|will|would|can|could|shall|should|must|may|might)$/;

// A description ends before grammar or a verb, which any word is after "did the mayor": "the foreign minister Ann Lee" names her itself, and "chief cause" is nobody.
function mayEnd(
  { tokens, joined, carries, possessive }: RoleText,
  at: number,
  end: number,
  names: (place: number) => boolean,
): boolean {
  const word = tokens[end]?.word;
  if (word === undefined || !joined[end] || possessive[end - 1] || !carries[end]) return true;
  return !names(end) && (isVerb(word) || tokens.slice(0, at).some((token) => HELPER.test(token.word)));
}

function isNamed({ tokens }: RoleText, place: number, { table }: SearchIndex): boolean {
  const number = numberOf(table, tokens[place]?.term ?? '');
  return number >= 0 && isName(table, number);
}

/** The roles of a question as the search takes them. A word that the question has elsewhere too stands for itself. */
export async function roleHolders(
  snapshot: Pick<Snapshot, 'index' | 'articles'>,
  question: string,
  roles: readonly AskedRole[],
): Promise<RoleHolder[]> {
  const holders = roles.map(async ({ person, seen, start, end, wanted }) => {
    const elsewhere = new Set(
      tokenize(`${question.slice(0, start)} ${question.slice(end)}`).map(({ term }) => term),
    );
    const { given, surname } = parseName(person.name);
    const terms = (name: string) => tokenize(name).map(({ term }) => term);
    const quotedIn = person.articles.flatMap((id) => snapshot.articles.placeOf(id) ?? []);
    return {
      surname: terms(surname),
      called: [...wanted.terms].filter((term) => !elsewhere.has(term)),
      passages: await passagesNaming(
        snapshot.index,
        terms(surname),
        terms(given.join(' ')),
        new Set(quotedIn),
      ),
      written: question.slice(start, end),
      name: person.name,
      seen,
    };
  });
  return Promise.all(holders);
}
