import {
  type Gender,
  genderOfGivenName,
  givenNamesAgree,
  honorificGender,
  isGivenName,
  nameKey,
  parseName,
} from '../text/names.js';
import { isRole, roleGender } from '../text/roles.js';
import { speechVerb } from '../text/words-of-speech.js';
import type { Mention } from './mentions.js';
import { rolesBeside } from './roles-beside.js';
import type { Word } from './words.js';

/** Somebody (or something) that an article names. */
export type Figure = {
  /** The fullest name the article gives, with accents and without titles. */
  name: string;
  given: string[];
  surname: string;
  suffix: string | null;
  gender: Gender | null;
  isPerson: boolean;
  /** Descriptions that the article gives, as printed, in order. */
  roles: string[];
  mentions: Mention[];
};

/** Everybody named in an article, and who each mention is; null for a surname that two share. */
export type Cast = { figures: Figure[]; who: Map<Mention, Figure | null> };

/** Gathers the names of an article into figures: full names first, then what is short for them. */
export function castOf(mentions: Mention[], paragraphs: Word[][]): Cast {
  const figures: Figure[] = [];
  const bySurname = new Map<string, Figure[]>();
  const who = new Map<Mention, Figure | null>();
  const add = (mention: Mention, figure: Figure) => {
    figure.mentions.push(mention);
    who.set(mention, figure);
  };
  const open = (mention: Mention): Figure => {
    const parts = parseName(mention.name.join(' '));
    const figure: Figure = {
      name: mention.name.join(' '),
      given: parts.given,
      surname: parts.surname,
      suffix: parts.suffix,
      gender: null,
      isPerson: false,
      roles: [],
      mentions: [],
    };
    figures.push(figure);
    const key = nameKey(parts.surname);
    bySurname.set(key, [...(bySurname.get(key) ?? []), figure]);
    return figure;
  };
  for (const mention of mentions) {
    const { given, surname, suffix } = parseName(mention.name.join(' '));
    if (given.length === 0) continue;
    const same = (bySurname.get(nameKey(surname)) ?? []).filter(
      (figure) =>
        givenNamesAgree(figure.given[0] ?? '', given[0] ?? '') &&
        !(suffix && figure.suffix && suffix !== figure.suffix),
    );
    const figure = same[0] ?? open(mention);
    if (given.join(' ').length > figure.given.join(' ').length && !mention.thing) {
      figure.name = mention.name.join(' ');
      figure.given = given;
    }
    add(mention, figure);
  }
  for (const figure of figures) describe(figure, paragraphs);
  const latest = new Map<string, Figure>();
  for (const mention of mentions) {
    const known = who.get(mention);
    if (known) {
      latest.set(nameKey(known.surname), known);
      continue;
    }
    const key = nameKey(mention.name.at(-1) ?? '');
    const named = (bySurname.get(key) ?? []).filter((figure) => figure.given.length > 0 && figure.isPerson);
    const firstNamed = figures.filter(
      (figure) => figure.isPerson && figure.given.some((given) => nameKey(given) === key),
    );
    const choices = named.length > 0 ? named : firstNamed;
    const chosen = choose(mention, choices, latest.get(key));
    if (chosen === undefined)
      add(mention, (bySurname.get(key) ?? []).find((figure) => figure.given.length === 0) ?? open(mention));
    else if (chosen) {
      add(mention, chosen);
      latest.set(key, chosen);
    } else who.set(mention, null);
  }
  for (const figure of figures) describe(figure, paragraphs);
  return { figures, who };
}

// One of a surname: that one. Two: the title of address tells (Mr, Mrs), else the one who was named last.
function choose(mention: Mention, choices: Figure[], latest: Figure | undefined): Figure | null | undefined {
  if (choices.length === 0) return undefined;
  if (choices.length === 1) return choices[0];
  const gender = mention.honorific ? honorificGender(mention.honorific) : null;
  const fitting = gender ? choices.filter((figure) => figure.gender === gender) : choices;
  if (fitting.length === 1) return fitting[0];
  return latest && fitting.includes(latest) ? latest : null;
}

/** Works out from the mentions whether this is a person, of which gender and in which roles. */
function describe(figure: Figure, paragraphs: Word[][]): void {
  let evidence = figure.given.length > 0 && isGivenName(figure.given[0] ?? '') ? 3 : 0;
  let against = 0;
  const genders: Gender[] = [];
  figure.roles = [];
  for (const mention of figure.mentions) {
    const words = paragraphs[mention.paragraph] ?? [];
    if (mention.thing) against += 2;
    if (mention.honorific) evidence += 2;
    const gender = mention.honorific ? honorificGender(mention.honorific) : null;
    if (gender) genders.push(gender);
    for (const role of rolesBeside(words, mention)) {
      evidence += 2;
      if (!figure.roles.includes(role)) figure.roles.push(role);
    }
    if (mention.possessive) continue;
    const verb = words[mention.to];
    if (verb && verb.kind === 'word' && isUtterance(verb.lower)) evidence += 1;
    if (
      /^(?:who|whose|whom)$/.test(words[mention.to + (words[mention.to]?.text === ',' ? 1 : 0)]?.lower ?? '')
    )
      evidence += 2;
    const before = words[mention.from - 1];
    if (before?.kind === 'word' && isUtterance(before.lower)) evidence += 1;
  }
  const roleGenders = figure.roles.flatMap((role) =>
    role
      .toLowerCase()
      .split(/[^a-z-]+/)
      .flatMap((word) => (isRole(word) ? (roleGender(word) ?? []) : [])),
  );
  figure.gender =
    majority(genders) ??
    genderOfGivenName(figure.given[0] ?? (isGivenName(figure.surname) ? figure.surname : '')) ??
    majority(roleGenders);
  figure.isPerson = evidence > 0 && evidence > against;
}

const isUtterance = (word: string) => {
  const verb = speechVerb(word);
  return verb?.strength === 'speech' && verb.form === 'finite';
};

function majority(genders: Gender[]): Gender | null {
  const female = genders.filter((gender) => gender === 'female').length;
  const male = genders.length - female;
  return female === male ? null : female > male ? 'female' : 'male';
}
