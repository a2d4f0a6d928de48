import {
  type Gender,
  genderOfGivenName,
  honorificGender,
  isGivenName,
  nameKey,
  parseName,
} from '../text/names.js';
import { canSpeak, isDocument, isRole, roleGender } from '../text/roles.js';
import { PREPOSITIONS } from '../text/word-classes.js';
import { speechVerb } from '../text/words-of-speech.js';
import type { Mention } from './mentions.js';
import { rolesOf } from './roles-beside.js';
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
  /** How much speaks for a person: 3 for a known given name, 2 for each title or role, 1 for each verb of speech. */
  evidence: number;
  /** Descriptions that the article gives, as printed, in order. */
  roles: string[];
  /** Titles of address, folded: "sen", "president". */
  titles: Set<string>;
  mentions: Mention[];
};

export function newFigure(name: string): Figure {
  const { given, surname, suffix } = parseName(name);
  return {
    name,
    given,
    surname,
    suffix,
    gender: null,
    isPerson: false,
    evidence: 0,
    roles: [],
    titles: new Set(),
    mentions: [],
  };
}

/** A surname alone that says something this often is taken for a person's. */
const OFTEN = 3;
/** Descriptions of one person that are kept. */
const MOST_ROLES = 20;

/** What "directed by Ann Lee" makes of her. */
const MAKERS: ReadonlyMap<string, string> = new Map([
  ['directed', 'director'],
  ['produced', 'producer'],
  ['written', 'writer'],
  ['composed', 'composer'],
  ['designed', 'designer'],
  ['founded', 'founder'],
  ['edited', 'editor'],
  ['owned', 'owner'],
  ['managed', 'manager'],
  ['coached', 'coach'],
]);

/** Works out from the mentions whether this is a person, of which gender and in which roles. */
export function describe(figure: Figure, paragraphs: Word[][]): void {
  let evidence = figure.given.length > 0 && isGivenName(figure.given[0] ?? '') ? 3 : 0;
  let against = 0;
  let uttered = 0;
  // "K. Venkat"
  if (/^\p{Lu}\.$/u.test(figure.given[0] ?? '')) evidence += 2;
  // "Moss Jr."; but "Phase II"
  if (/^[js]r$/.test(figure.suffix ?? '')) evidence += 2;
  const genders: Gender[] = [];
  figure.roles = [];
  for (const mention of figure.mentions) {
    const words = paragraphs[mention.paragraph] ?? [];
    if (mention.thing) against += 1;
    if (mention.honorific) {
      evidence += 2;
      figure.titles.add(nameKey(mention.honorific));
    }
    if (figure.given.length > 0 && pronounBeside(words, mention).length > 0) evidence += 1;
    // A bare surname for a full name: companies are not shortened so.
    if (figure.given.length > 0 && mention.name.length === 1 && mention.name[0] !== figure.given[0])
      evidence += 1;
    const gender = mention.honorific ? honorificGender(mention.honorific) : null;
    if (gender) genders.push(gender);
    // "Ann Lee, 45, …", "Ann Lee, of Springfield, …"
    if (words[mention.to]?.text === ',' && /^(?:\d{1,3}|of)$/.test(words[mention.to + 1]?.lower ?? ''))
      evidence += 2;
    if (!mention.possessive && hasApposition(words, mention.to)) evidence += 1;
    for (const role of rolesOf(words, mention)) {
      evidence += 2;
      if (figure.roles.length < MOST_ROLES && !figure.roles.includes(role)) figure.roles.push(role);
    }
    const maker =
      words[mention.from - 1]?.lower === 'by' ? MAKERS.get(words[mention.from - 2]?.lower ?? '') : null;
    if (maker) figure.titles.add(maker);
    if (mention.possessive) continue;
    const verb = words[mention.to];
    if (verb && verb.kind === 'word' && isUtterance(verb.lower)) uttered += 1;
    if (
      /^(?:who|whose|whom)$/.test(words[mention.to + (words[mention.to]?.text === ',' ? 1 : 0)]?.lower ?? '')
    )
      evidence += 2;
    const before = words[mention.from - 1];
    if (words[mention.from - 2]?.kind === 'quote' && /^[—―–-]/.test(before?.text ?? '')) evidence += 2;
    if (before?.kind === 'word' && isUtterance(before.lower)) uttered += 1;
  }
  const roleGenders = figure.roles.flatMap((role) =>
    role
      .toLowerCase()
      .split(/[^a-z-]+/)
      .flatMap((word) => (isRole(word) ? (roleGender(word) ?? []) : [])),
  );
  figure.gender =
    majority(genders) ??
    majority(roleGenders) ??
    genderOfGivenName(figure.given[0] ?? (isGivenName(figure.surname) ? figure.surname : '')) ??
    majority(roleGenders);
  figure.gender ??= majority(
    figure.mentions.flatMap((mention) => pronounBeside(paragraphs[mention.paragraph] ?? [], mention)),
  );
  if (figure.gender && figure.given.length > 0) evidence += 1;
  // A name that only verbs speak for is as likely a company's ("Marl Mutual said").
  if (evidence > 0) evidence += Math.min(uttered, 1);
  else if (figure.given.length === 0 && uttered >= OFTEN) evidence = 1;
  figure.evidence = evidence;
  figure.isPerson = evidence > 0 && against * 2 < figure.mentions.length + evidence / 4;
}

// "Jorun Moss, the party's organiser, …": most names with an apposition are people's, unless it tells of a thing.
function hasApposition(words: Word[], at: number): boolean {
  if (words[at]?.text !== ',' || !/^(?:a|an|the|former|who)$/.test(words[at + 1]?.lower ?? '')) return false;
  for (let next = at + 2; next < at + 8; next += 1) {
    const word = words[next];
    if (word?.kind !== 'word') return true;
    if (isDocument(word.lower) || (canSpeak(word.lower) && !isRole(word.lower))) return false;
  }
  return true;
}

// "Rakel Moss told officers that her husband …": with one name in the sentence, the pronoun tells the gender.
function pronounBeside(words: Word[], mention: Mention): Gender[] {
  const sentence = words[mention.nameFrom]?.sentence;
  for (let at = mention.to; at < words.length && words[at]?.sentence === sentence; at += 1) {
    const word = words[at];
    if (!word || word.capital) return [];
    // "called him", "told her": an object is somebody else.
    const owns = words[at + 1]?.kind === 'word' && !PREPOSITIONS.has(words[at + 1]?.lower ?? '');
    if (word.lower === 'he' || (word.lower === 'his' && owns)) return ['male'];
    if (word.lower === 'she' || (word.lower === 'her' && owns)) return ['female'];
    if (/^(?:him|her)$/.test(word.lower)) return [];
  }
  return [];
}

/** True for a word that can hardly be anything but somebody speaking: "said". */
export const isUtterance = (word: string) => {
  const verb = speechVerb(word);
  return verb?.strength === 'speech' && verb.form === 'finite';
};

function majority(genders: Gender[]): Gender | null {
  const female = genders.filter((gender) => gender === 'female').length;
  const male = genders.length - female;
  return female === male ? null : female > male ? 'female' : 'male';
}
