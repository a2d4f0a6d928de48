import { memo } from '../text/memo.js';
import { type Gender, honorificGender, nameKey } from '../text/names.js';
import { PLACE_OPENERS, PLACES } from '../text/not-people.js';
import { isRole, roleGender } from '../text/roles.js';
import { SUBORDINATORS } from '../text/word-classes.js';
import { type Cast, MOST_FIGURES } from './cast.js';
import type { Figure } from './figure.js';
import type { Subject } from './subjects.js';
import type { Word } from './words.js';

/** "the 34-year-old teacher", "the Italian", "the Ohio senator": what a writer calls somebody so as not to repeat the name. */
export type Epithet = {
  kind: 'age' | 'people' | 'role';
  gender: Gender | null;
  noun: string;
  age: string | null;
};

const set = (words: string) => new Set(words.split(' '));
/** What the main person of an article is called without being introduced as such; a judge or an official may be somebody else. */
const CHARACTERS = set(
  'businessman businesswoman billionaire millionaire mogul tycoon entrepreneur senator governor congressman congresswoman lawmaker nominee candidate hopeful frontrunner front-runner contender challenger incumbent star actor actress singer rapper comedian author novelist playwright striker midfielder defender goalkeeper winger champion veteran strategist republican democrat conservative',
);
/** What fits whatever else somebody is. */
const BESIDES = set(
  'nominee candidate hopeful frontrunner front-runner contender challenger incumbent mate running-mate rival opponent foe republican democrat conservative',
);
const PARTIES = set('republican democrat conservative tory liberal labour socialist independent');
const PEOPLES =
  /^(?:american|canadian|australian|mexican|cuban|texan|virginian|(?:\p{L}+(?:ian|ese))|(?:\p{L}{3,}(?:shman|chman|chwoman|shwoman))|swede|dane|scot|finn|pole|turk|serb|croat|spaniard|briton|swiss|german|greek|czech|thai|dutchman|kiwi|brazilian|korean|kenyan|chilean|south african|afghan|slovak|republican|democrat)$/u;
const AGE = /^(\d{1,3})-year-old$/;
/** An epithet from a role alone is for somebody the article keeps naming. */
const MAIN = 3;

/** The epithet that a description is; null for any other description. */
export function epithetOf(words: Word[], subject: Subject): Epithet | null {
  // "The Italian" is read as the name of a thing.
  if (subject.kind !== 'description' && !subject.mention?.thing) return null;
  const phrase = words.slice(subject.from, subject.to);
  const head = words[subject.head];
  const owned = phrase.some((word) => /^['’]s?$/.test(word.text));
  if (!head || !(phrase[0]?.lower === 'the' || owned)) return null;
  const noun = nameKey(head.text);
  const gender = roleGender(noun);
  const age = phrase.flatMap((word) => AGE.exec(word.lower)?.[1] ?? [])[0];
  if (age && !owned) return { kind: 'age', gender, noun, age };
  if (phrase.length === 2 && head.capital && PEOPLES.test(noun))
    return { kind: 'people', gender: null, noun, age: null };
  const modifiers = words.slice(subject.from + 1, subject.head);
  const told = modifiers.some(
    (word) => word.lower === 'former' || (word.capital && (owned || isPlace(word))),
  );
  return told && CHARACTERS.has(noun) ? { kind: 'role', gender, noun, age: null } : null;
}

/** Ages that an article gives ("Ann Lee, 34,"), by age; null where several people are of it. */
export function agesIn(cast: Cast, paragraphs: Word[][]): Map<string, Figure | null> {
  const ages = new Map<string, Figure | null>();
  for (const figure of cast.figures.slice(0, MOST_FIGURES))
    for (const mention of figure.mentions.slice(0, MOST_FIGURES)) {
      const words = paragraphs[mention.paragraph] ?? [];
      const age = words[mention.to]?.text === ',' ? words[mention.to + 1]?.text : undefined;
      if (!age || !/^\d{1,3}$/.test(age)) continue;
      const other = ages.get(age);
      ages.set(age, other === undefined || other === figure ? figure : null);
    }
  return ages;
}

/** True where an epithet can mean the person whom the sentence before is about. */
export function canMean(epithet: Epithet, figure: Figure, cast: Cast): boolean {
  if (epithet.gender && figure.gender && epithet.gender !== figure.gender) return false;
  const parties = figure.roles.flatMap((role) => rolesIn(role).filter((word) => PARTIES.has(word)));
  if (PARTIES.has(epithet.noun) && parties.length > 0 && !parties.includes(epithet.noun)) return false;
  if (epithet.kind !== 'role') return true;
  if (figure.mentions.length < MAIN || [...figure.titles].some((title) => !honorificGender(title)))
    return false;
  if (figure.roles.some((role) => !rolesIn(role).every((word) => BESIDES.has(word)))) return false;
  return !cast.figures
    .slice(0, MOST_FIGURES)
    .some((other) => other !== figure && other.roles.some((role) => rolesIn(role).includes(epithet.noun)));
}

const isPlace = (word: Word) => PLACES.has(nameKey(word.text)) || PLACE_OPENERS.has(nameKey(word.text));
const rolesIn = memo((role) =>
  role
    .split(/[\s’'-]+/)
    .map(nameKey)
    .filter(isRole),
);

/** "While Lee waits, the Ohio senator said": only a clause before the main one may name whom an epithet means. */
export const opensWithClause = (words: Word[], first: number) => {
  const lower = words[first]?.lower ?? '';
  return SUBORDINATORS.has(lower) || lower === 'as';
};
