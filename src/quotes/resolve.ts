import { type Gender, nameKey } from '../text/names.js';
import { canSpeak, isPlural, isRole, roleGender } from '../text/roles.js';
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../text/word-classes.js';
import { type Cast, MOST_FIGURES } from './cast.js';
import type { Figure } from './figure.js';
import type { Mention } from './mentions.js';
import type { Pronouns } from './pronouns.js';
import type { Subject } from './subjects.js';
import type { Word } from './words.js';

/** Who a subject turned out to be, and how surely. */
export type Resolved =
  | { kind: 'person'; figure: Figure; how: 'name' | 'pronoun' | 'role'; certain: boolean }
  | { kind: 'organisation' | 'unnamed'; name: string };

/** What the article has said so far, for the words that point back: "he", "the minister". */
export type Story = {
  text: string;
  /** The words of each block: a paragraph, or a line of one that has line breaks. All `paragraph` indexes here count blocks. */
  paragraphs: Word[][];
  cast: Cast;
  /** People whom only the labels of a transcript name ("MOSS: …"), by the label. */
  labelled: ReadonlyMap<string, Figure>;
  /** Mentions of each paragraph, in order. */
  mentions: Mention[][];
  pronouns: Pronouns;
};

export function resolve(story: Story, paragraph: number, subject: Subject): Resolved | null {
  const words = story.paragraphs[paragraph] ?? [];
  const head = words[subject.head];
  if (!head) return null;
  const epithet = story.pronouns.get(paragraph)?.get(subject.head);
  if (subject.kind === 'name' && subject.mention)
    return epithet ? person(epithet.figure, 'role', false) : resolveName(story, subject.mention);
  if (subject.kind === 'pronoun') {
    const gender: Gender | null = head.lower === 'he' ? 'male' : head.lower === 'she' ? 'female' : null;
    if (!gender)
      return head.lower === 'they' || head.lower === 'we' ? { kind: 'unnamed', name: head.text } : null;
    const antecedent = story.pronouns.get(paragraph)?.get(subject.head);
    return antecedent ? person(antecedent.figure, 'pronoun', antecedent.certain) : null;
  }
  return resolveDescription(story, paragraph, subject);
}

function resolveName(story: Story, mention: Mention): Resolved | null {
  const figure = story.cast.who.get(mention);
  if (!figure) return null;
  if (!figure.isPerson || (mention.thing && mention.name.length === 1 && figure.given.length === 0))
    return { kind: 'organisation', name: mention.name.join(' ') };
  return { kind: 'person', figure, how: 'name', certain: !story.cast.unsure.has(mention) };
}

const fits = (figure: Figure, gender: Gender) => figure.gender === null || figure.gender === gender;
const person = (figure: Figure, how: 'name' | 'pronoun' | 'role', certain: boolean): Resolved => ({
  kind: 'person',
  figure,
  how,
  certain,
});

/** How many blocks back somebody may be named last for a description to be theirs by the noun alone. */
const NEAR_BLOCKS = 2;

/**
 * "The foreign minister": whoever alone the article has given that role before, with every word of it; else whoever alone
 * bears the noun and was named within the last paragraphs ("the Ohio senator" for "Sen. Ann Lee"); else a source without
 * a name.
 */
function resolveDescription(story: Story, paragraph: number, subject: Subject): Resolved | null {
  const words = story.paragraphs[paragraph] ?? [];
  const head = words[subject.head];
  const first = words[subject.from];
  const last = words[subject.to - 1];
  if (!head || !first || !last) return null;
  const unnamed: Resolved = { kind: 'unnamed', name: story.text.slice(first.start, last.end) };
  // "Ann Lee and Bo Ray": two people, not a company.
  const both = words.slice(subject.from, subject.to).some((word) => word.lower === 'and');
  const people = (story.mentions[paragraph] ?? []).some(
    (mention) =>
      mention.from >= subject.from && mention.to <= subject.to && story.cast.who.get(mention)?.isPerson,
  );
  if (both && people) return unnamed;
  const epithet = story.pronouns.get(paragraph)?.get(subject.head);
  if (epithet && !isRole(head.lower)) return person(epithet.figure, 'role', false);
  if (head.capital && !canSpeak(head.lower) && !DETERMINERS.has(head.lower))
    return { kind: 'organisation', name: unnamed.name };
  const otherwise: Resolved = epithet ? person(epithet.figure, 'role', false) : unnamed;
  if (!isRole(head.lower) || isPlural(head.lower) || !/^the$/i.test(first.text)) return otherwise;
  const modifiers = words.slice(subject.from + 1, subject.head);
  const asked = modifiers.map((word) => nameKey(word.text));
  const bearers = story.cast.figures.slice(0, MOST_FIGURES).filter((figure) => {
    const before = (figure.mentions[0]?.start ?? first.start) < first.start;
    const gender = roleGender(head.lower);
    return (
      before &&
      figure.isPerson &&
      (!gender || fits(figure, gender)) &&
      bearsRole(figure, head.lower, asked, false)
    );
  });
  const exact = bearers.filter((figure) => bearsRole(figure, head.lower, asked, true));
  const isNear = (figure: Figure) =>
    paragraph -
      (figure.mentions.findLast((mention) => mention.start < first.start)?.paragraph ?? -NEAR_BLOCKS) <=
    NEAR_BLOCKS;
  let fitting = exact.length > 0 ? exact : bearers;
  if (fitting.length > 1) fitting = fitting.filter(isNear);
  const [only] = fitting;
  if (fitting.length === 0) return otherwise;
  if (fitting.length !== 1 || !only) return unnamed;
  if (exact.length === 0 && !(isNear(only) && modifiers.every((word) => word.capital))) return unnamed;
  return person(only, 'role', false);
}

const PAST = new Set('former ex late then deputy vice acting assistant'.split(' '));
const SHORT_TITLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['sen', ['senator', 'lawmaker']],
  ['rep', ['representative', 'congressman', 'congresswoman', 'lawmaker']],
  ['gov', ['governor']],
  ['gen', ['general']],
  ['prof', ['professor']],
  ['dr', ['doctor']],
  ['capt', ['captain']],
  ['col', ['colonel']],
  ['sgt', ['sergeant']],
  ['lt', ['lieutenant']],
]);

/** True where the article gives a figure this role: with all of `modifiers`, or the noun alone where `whole` is false. */
function bearsRole(figure: Figure, noun: string, modifiers: string[], whole: boolean): boolean {
  const past = figure.roles.some(
    (role) => role.split(' ').some((part) => PAST.has(nameKey(part))) && nameKey(role).includes(noun),
  );
  const titled =
    !past && [...figure.titles].some((title) => title === noun || SHORT_TITLES.get(title)?.includes(noun));
  if (titled && (!whole || modifiers.length === 0)) return true;
  return figure.roles.some((role) => {
    const parts = role.split(/[\s’']+/).map(nameKey);
    // The head of "director of the institute" is the director.
    const end = parts.findIndex((part) => PREPOSITIONS.has(part) || CONJUNCTIONS.has(part));
    if (parts[(end === -1 ? parts.length : end) - 1] !== noun) return false;
    // "The president" is not the former one, nor the vice president.
    if (parts.some((part) => PAST.has(part) && !modifiers.includes(part))) return false;
    return !whole || modifiers.every((word) => parts.some((part) => alike(part, word)));
  });
}

// "Canada" and "Canadian", "Republicans" and "Republican".
const alike = (one: string, other: string) =>
  one === other || (one.length > 4 && other.length > 4 && one.slice(0, 5) === other.slice(0, 5));
