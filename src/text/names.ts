import { fold } from './fold.js';
import { FEMALE_NAMES, MALE_NAMES } from './given-names.js';
import { memo } from './memo.js';

export type Gender = 'female' | 'male';

/**
 * A person's name in its parts. `given` is empty for a surname alone. `suffix` tells the generation in one form: "jr"
 * also for "Junior" and "fils".
 */
export type NameParts = { honorific: string | null; given: string[]; surname: string; suffix: string | null };

/** Titles of address, folded and without points, with the gender they tell. */
const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...'mr sir lord father fr brother king prince duke earl baron count congressman councilman assemblyman alderman pope'
    .split(' ')
    .map((word): [string, Gender] => [word, 'male']),
  ...'mrs ms miss lady dame madam madame sister queen princess duchess countess baroness congresswoman councilwoman assemblywoman'
    .split(' ')
    .map((word): [string, Gender] => [word, 'female']),
  ...'mx dr doctor prof professor sen senator gov governor rep representative president gen general lt lieutenant col colonel sgt sergeant capt captain cpl corporal maj major adm admiral cmdr commander rev reverend hon judge justice sheriff mayor minister secretary chancellor ambassador coach officer detective det insp inspector supt superintendent pc dc chief bishop archbishop cardinal rabbi imam pastor sheikh emir speaker premier attorney councillor cllr constable pvt private spc ayatollah sens reps messrs vice-president treasurer'
    .split(' ')
    .map((word): [string, null] => [word, null]),
]);
const POST_NOMINALS = new Set('mp md phd qc kc esq mep msp mla obe cbe mbe'.split(' '));
const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ...['jr', 'jnr', 'junior', 'fils'].map((word): [string, string] => [word, 'jr']),
  ...['sr', 'snr', 'senior', 'pere'].map((word): [string, string] => [word, 'sr']),
  ...['ii', 'iii', 'iv'].map((word): [string, string] => [word, word]),
]);
const PARTICLES = new Set(
  'de del della di da das dos do du van von der den ter ten la le el al bin ibn bint ben abu y e af av zu of-the st'.split(
    ' ',
  ),
);
const NICKNAMES =
  `robert bob bobby rob|william bill billy will|joseph joe joey|thomas tom tommy|james jim jimmy jamie|michael mike mick|richard rick dick rich|edward ed eddie ted teddy|timothy tim|bernard bernie|donald don donny|ronald ron ronny|stephen steven steve|charles chuck charlie|daniel dan danny|david dave|christopher chris|christine chris christie|elizabeth liz beth betsy lizzie|katherine catherine kate kathy katie|patricia pat patty|patrick pat paddy|deborah debbie deb debra|susan sue susie|margaret maggie peggy meg|matthew matt|anthony tony|kenneth ken kenny|gregory greg|jeffrey jeff geoffrey geoff|lawrence larry|leonard len lenny|benjamin ben|samuel sam|samantha sam|alexander alex sandy|alexandra alex|andrew andy drew|nicholas nick nicky|peter pete|philip phillip phil|raymond ray|rudolph rudy|jonathan jon|joshua josh|gerald jerry gerry|frederick fred freddie|franklin frank|francis frank|theodore ted teddy theo|valerie val|victoria vicky tori|jennifer jen jenny|barbara barb|abigail abby|cynthia cindy|jacob jake|zachary zach|rebecca becky|jacqueline jackie|vincent vince|walter walt|albert al bert|eugene gene|nathaniel nathan nate|harold harry hal|henry harry hank|john jack johnny`
    .split('|')
    .map((group) => group.split(' '));
const GROUPS_OF = new Map<string, number[]>();
for (const [group, names] of NICKNAMES.entries())
  for (const name of names) GROUPS_OF.set(name, [...(GROUPS_OF.get(name) ?? []), group]);

/** Numbers that stand for the names of which this given name, as `nameKey` has it, is one form ("bob"); most have none. */
export const nicknameGroups = (key: string): readonly number[] => GROUPS_OF.get(key) ?? [];

/** A word of a name as names are compared: folded, without points or a possessive. */
export const nameKey = memo((word) =>
  fold(word)
    .replace(/['’]s$/, '')
    .replace(/\./g, ''),
);

/** True for a title of address ("Mr", "Sen.", "Dame"). */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(nameKey(word));
}

/** The gender that a title of address tells, if it tells one. */
export function honorificGender(word: string): Gender | null {
  return HONORIFICS.get(nameKey(word)) ?? null;
}

/** True for what follows a name and is neither given name nor surname: "Jr.", "III", "KC". */
export function isNameSuffix(word: string): boolean {
  return GENERATIONS.has(nameKey(word)) || isPostNominal(word);
}

/** True for letters after a name that are an office or an honour and no part of it: "KC", "MP". */
export function isPostNominal(word: string): boolean {
  return POST_NOMINALS.has(nameKey(word));
}

/** Lower-case words inside names: "de", "van", "bin". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(fold(word));
}

/** True for a given name that many people bear. */
export const isGivenName = memo((word) => {
  const key = nameKey(word).split('-')[0] ?? '';
  return FEMALE_NAMES.has(key) || MALE_NAMES.has(key);
});

/** The gender of most people with this given name; null where it is unknown or both bear it. */
export function genderOfGivenName(word: string): Gender | null {
  const key = nameKey(word).split('-')[0] ?? '';
  const female = FEMALE_NAMES.has(key);
  const male = MALE_NAMES.has(key);
  return female === male ? null : female ? 'female' : 'male';
}

/** "Sen. Mary J. de la Cruz Jr." in its parts. Words only; the case and accents are kept. */
export const parseName = memo((name): NameParts => {
  const words = name.replace(/,/g, ' ').split(/\s+/).filter(Boolean).slice(0, 12);
  let honorific: string | null = null;
  while (words.length > 1 && isHonorific(words[0] ?? '')) honorific = words.shift() ?? null;
  let suffix: string | null = null;
  while (words.length > 1 && isNameSuffix(words.at(-1) ?? ''))
    suffix = GENERATIONS.get(nameKey(words.pop() ?? '')) ?? suffix;
  let at = words.length - 1;
  while (at > 1 && isParticle(words[at - 1] ?? '')) at -= 1;
  return { honorific, given: words.slice(0, at), surname: words.slice(Math.max(0, at)).join(' '), suffix };
});

/** True where two given names can be one person's: equal, an initial, a short form. */
export function givenNamesAgree(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return true;
  return nicknameGroups(a).some((group) => nicknameGroups(b).includes(group));
}

/** True where two full names can be one person's. A different suffix (Jr., Sr.), or one that only one has, keeps them apart. */
export function fullNamesAgree(one: string, other: string): boolean {
  return partsAgree(parseName(one), parseName(other));
}

/** The same of names in their parts. */
export function partsAgree(a: NameParts, b: NameParts): boolean {
  if (nameKey(a.surname) !== nameKey(b.surname)) return false;
  if (a.suffix !== b.suffix) return false;
  const [first, second] = [a.given[0], b.given[0]];
  if (!first || !second) return false;
  return (
    givenNamesAgree(first, second) ||
    a.given.some((given) => given.length > 2 && nameKey(given) === nameKey(second)) ||
    b.given.some((given) => given.length > 2 && nameKey(given) === nameKey(first))
  );
}
