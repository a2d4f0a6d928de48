import { givenNamesAgree, honorificGender, isNameSuffix, nameKey, parseName } from '../text/names.js';
import { describe, type Figure, isUtterance, newFigure } from './figure.js';
import type { Mention } from './mentions.js';
import { misspeltIn } from './misspelt.js';
import type { Clauses } from './subjects.js';
import { suffixesOf } from './suffixes.js';
import { isSectionBreak, type Word } from './words.js';

/** Everybody named in an article, and who each mention is; null for a surname of two that cannot be told apart. */
export type Cast = {
  figures: Figure[];
  who: Map<Mention, Figure | null>;
  /** Mentions by a surname that several bear. */
  unsure: Set<Mention>;
};

/** With this many mentions it is settled what a name is. */
const SETTLED = 10;

/** How many blocks on a full name keeps its bare surname from meaning somebody else. */
const NEAR = 1;

/** Gathers the names of an article into figures: full names first, then what is short for them. */
export function castOf(mentions: Mention[], clauses: Clauses[]): Cast {
  const paragraphs = clauses.map(({ words }) => words);
  const cast: Cast = { figures: [], who: new Map(), unsure: new Set() };
  const bySurname = new Map<string, Figure[]>();
  const byGiven = new Map<string, Figure[]>();
  const add = (mention: Mention, figure: Figure) => {
    figure.mentions.push(mention);
    cast.who.set(mention, figure);
  };
  const suffixes = suffixesOf(mentions, paragraphs);
  const suffixOf = (mention: Mention) => suffixes.get(mention) ?? null;
  const open = (mention: Mention): Figure => {
    const figure = { ...newFigure(mention.name.join(' ')), suffix: suffixOf(mention) };
    cast.figures.push(figure);
    push(bySurname, nameKey(figure.surname), figure);
    for (const given of figure.given) push(byGiven, nameKey(given), figure);
    return figure;
  };
  for (const mention of mentions) {
    const { given, surname } = parseName(mention.name.join(' '));
    if (given.length === 0) continue;
    const same = (bySurname.get(nameKey(surname)) ?? []).find(
      (figure) =>
        givenNamesAgree(figure.given[0] ?? '', given[0] ?? '') && figure.suffix === suffixOf(mention),
    );
    const figure = same ?? open(mention);
    if (given.join(' ').length > figure.given.join(' ').length && !mention.thing) {
      figure.name = mention.name.join(' ');
      figure.given = given;
    }
    add(mention, figure);
  }
  const misspelt = misspeltIn(countAlone(mentions));
  for (const figure of cast.figures) {
    describe(figure, paragraphs);
    misspelt.add(figure);
  }
  // The first bearer whom a sentence is about owns the bare surname; "his wife, Ann Lee" does not take it over.
  const owners = new Map<string, Figure>();
  const latest = new Map<string, { figure: Figure; paragraph: number }>();
  let section = 0;
  const sections = sectionOf(paragraphs);
  for (const mention of mentions) {
    const here = sections[mention.paragraph] ?? 0;
    if (here !== section) {
      owners.clear();
      latest.clear();
      section = here;
    }
    const known = cast.who.get(mention);
    const suffix = suffixOf(mention);
    // "Moss Jr.", of the Mosses
    const key = nameKey(mention.name.findLast((word) => !(suffix && isNameSuffix(word))) ?? '');
    if (known) {
      if (clauses[mention.paragraph]?.leading.has(mention) || !owners.has(key)) {
        if (!owners.has(key)) owners.set(key, known);
        latest.set(key, { figure: known, paragraph: mention.paragraph });
      }
      continue;
    }
    const bearers = (bySurname.get(key) ?? []).filter(
      (figure) =>
        (!suffix || figure.suffix === suffix) &&
        (figure.isPerson || figure.given.length === 0 || !figure.mentions.some((one) => one.thing)),
    );
    const given = suffix ? [] : (byGiven.get(key) ?? []).filter((figure) => figure.isPerson);
    const named = bearers.length > 0 ? bearers : given;
    const slip = named.length > 0 || mention.thing || suffix ? null : misspelt.of(key);
    const words = paragraphs[mention.paragraph] ?? [];
    const first =
      named.length > 0 || slip || suffix ? [] : familyFirst(byGiven.get(key) ?? [], mention, words);
    const choices = named.length > 0 ? named : slip ? [slip] : first;
    const last = latest.get(key);
    const near = last && mention.paragraph - last.paragraph <= NEAR ? last.figure : undefined;
    const chosen = choose(mention, choices, owners.get(key), near);
    if (chosen === 'new') {
      const figure = open(mention);
      add(mention, figure);
      describe(figure, paragraphs);
      if (!owners.has(key)) owners.set(key, figure);
    } else if (chosen) {
      add(mention, chosen);
      // "Ms Moss" settles what her given name left open, before "Mr Moss" is asked about.
      if (mention.honorific) chosen.gender ??= honorificGender(mention.honorific);
      if (choices.length > 1) cast.unsure.add(mention);
      if (chosen.given.length === 0 && chosen.mentions.length <= SETTLED) describe(chosen, paragraphs);
    } else cast.who.set(mention, null);
  }
  for (const figure of cast.figures) {
    figure.mentions.sort((a, b) => a.start - b.start);
    describe(figure, paragraphs);
  }
  return cast;
}

// "Chen said", of a Chen Wei-Ling: where the family name comes first. Places are shortened so too, but say nothing.
function familyFirst(figures: Figure[], mention: Mention, words: Word[]): Figure[] {
  const key = nameKey(mention.name[0] ?? '');
  const [only, ...others] = figures.filter(
    (figure) =>
      nameKey(figure.given[0] ?? '') === key && !figure.mentions.slice(0, SETTLED).some((one) => one.thing),
  );
  if (!only || others.length > 0) return [];
  const speaks = [mention.from - 1, mention.to].some((at) => isUtterance(words[at]?.lower ?? ''));
  return speaks || only.mentions.slice(0, SETTLED).some(({ name }) => name.length === 1) ? [only] : [];
}

function countAlone(mentions: Mention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of mentions) {
    const [word] = name;
    if (!word || name.length > 1) continue;
    const key = nameKey(word);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The number of section breaks before each block: a new section introduces its people anew. */
function sectionOf(paragraphs: Word[][]): number[] {
  let section = 0;
  return paragraphs.map((words) => (isSectionBreak(words) ? ++section : section));
}

/** More bearers of one name than any article has; those after them are not told apart. */
const MOST_BEARERS = 50;

function push(map: Map<string, Figure[]>, key: string, figure: Figure): void {
  const list = map.get(key);
  if (list) list.length < MOST_BEARERS && list.push(figure);
  else map.set(key, [figure]);
}

/**
 * Whose surname a mention is: of one bearer, that one's; of several, theirs whose title of address agrees (Mr, Mrs),
 * else the owner's, unless another was just named in full; `'new'` where nobody fits, null where it cannot be told.
 */
function choose(
  mention: Mention,
  choices: Figure[],
  owner: Figure | undefined,
  near: Figure | undefined,
): Figure | null | 'new' {
  const gender = mention.honorific ? honorificGender(mention.honorific) : null;
  const fitting = choices.filter(
    (figure) => (!gender || !figure.gender || figure.gender === gender) && !isEarlierBearer(mention, figure),
  );
  const [only] = fitting;
  // "Mr Moss", after two of that surname whose given names pass for women's: no sure sign of a third.
  if (!only) return gender && choices.length > 1 ? null : 'new';
  if (fitting.length === 1) return only;
  const titled = mention.honorific ? fitting.filter((figure) => bears(figure, mention.honorific ?? '')) : [];
  if (titled.length === 1 && titled[0]) return titled[0];
  const [first, second] = [owner, near].map((figure) =>
    figure && fitting.includes(figure) ? figure : undefined,
  );
  const chosen = first && second && first !== second ? null : (first ?? second ?? null);
  // "Mr Moss", of several: only somebody who is known to be a man, or nobody.
  return gender && chosen?.gender !== gender ? null : chosen;
}

// "President Moss" before any "Ann Moss", or beside an "Ed Moss Jr.", who is nowhere called president: somebody else.
function isEarlierBearer(mention: Mention, figure: Figure): boolean {
  const title = mention.honorific;
  if (!title || honorificGender(title) || figure.given.length === 0 || title.length < 5) return false;
  const first = figure.mentions.find((other) => !other.headline);
  return !!first && (first.start > mention.start || !!figure.suffix) && !bears(figure, title);
}

const bears = (figure: Figure, title: string) =>
  figure.titles.has(nameKey(title)) || figure.roles.some((role) => nameKey(role).includes(nameKey(title)));

/** Everybody with a surname or full name, folded. */
export function bearersOf(cast: Cast, name: string): Figure[] {
  return cast.figures
    .slice(0, MOST_FIGURES)
    .filter((figure) => [figure.surname, figure.name].some((one) => nameKey(one) === nameKey(name)));
}

/** More people than any article names; the search for a description ends there. */
export const MOST_FIGURES = 300;
