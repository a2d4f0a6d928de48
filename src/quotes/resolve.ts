import { type Gender, honorificGender, nameKey } from '../text/names.js';
import { isPlural, isRole, roleGender } from '../text/roles.js';
import type { Cast, Figure } from './cast.js';
import type { Mention } from './mentions.js';
import type { Subject } from './subjects.js';
import type { Word } from './words.js';

/** Who a subject turned out to be, and how surely. */
export type Resolved =
  | { kind: 'person'; figure: Figure; how: 'name' | 'pronoun' | 'role'; certain: boolean }
  | { kind: 'organisation' | 'unnamed'; name: string };

/** What the article has said so far, for the words that point back: "he", "the minister". */
export type Story = {
  text: string;
  paragraphs: Word[][];
  cast: Cast;
  /** Mentions of each paragraph, in order. */
  mentions: Mention[][];
  /** People whose words the article gave so far, latest last, with where. */
  speakers: { figure: Figure; paragraph: number; at: number; pronoun: boolean }[];
};

/** How many paragraphs back a pronoun may point. */
const FARTHEST = 3;

export function resolve(story: Story, paragraph: number, subject: Subject): Resolved | null {
  const words = story.paragraphs[paragraph] ?? [];
  const head = words[subject.head];
  if (!head) return null;
  if (subject.kind === 'name' && subject.mention) return resolveName(story, subject.mention);
  if (subject.kind === 'pronoun') {
    const gender: Gender | null = head.lower === 'he' ? 'male' : head.lower === 'she' ? 'female' : null;
    if (!gender)
      return head.lower === 'they' || head.lower === 'we' ? { kind: 'unnamed', name: head.text } : null;
    return resolvePronoun(story, paragraph, subject, gender);
  }
  return resolveDescription(story, paragraph, subject);
}

function resolveName(story: Story, mention: Mention): Resolved | null {
  const figure = story.cast.who.get(mention);
  if (!figure) return null;
  if (!figure.isPerson || (mention.thing && mention.name.length === 1 && figure.given.length === 0))
    return { kind: 'organisation', name: mention.name.join(' ') };
  return { kind: 'person', figure, how: 'name', certain: true };
}

/**
 * "He" and "she": the nearest sentence before that names people of that gender decides. One person there: that one.
 * Several: the one the sentence is about (its first name), else nobody.
 */
function resolvePronoun(story: Story, paragraph: number, subject: Subject, gender: Gender): Resolved | null {
  const here = story.paragraphs[paragraph] ?? [];
  const sentence = here[subject.from]?.sentence ?? 0;
  for (let back = 0; back <= FARTHEST && paragraph - back >= 0; back += 1) {
    const index = paragraph - back;
    const words = story.paragraphs[index] ?? [];
    const lastSentence = back === 0 ? sentence : (words.at(-1)?.sentence ?? 0);
    for (let at = lastSentence; at >= 0; at -= 1) {
      const limit =
        back === 0 && at === sentence ? (here[subject.from]?.start ?? 0) : Number.POSITIVE_INFINITY;
      const found = candidates(story, index, at, limit, gender);
      const spoke = story.speakers.findLast(
        (one) => one.paragraph === index && words[one.at]?.sentence === at && fits(one.figure, gender),
      );
      const figures = [...new Set(found.map((one) => one.figure))];
      if (figures.length === 0 && spoke) return person(spoke.figure, 'pronoun', false);
      if (figures.length === 0) continue;
      const [first] = found;
      if (figures.length === 1 && first) return person(first.figure, 'pronoun', back === 0 || first.subject);
      if (spoke && figures.includes(spoke.figure)) return person(spoke.figure, 'pronoun', false);
      const subjects = found.filter((one) => one.subject);
      const [only] = subjects;
      if (only && subjects.every((one) => one.figure === only.figure))
        return person(only.figure, 'pronoun', false);
      return null;
    }
  }
  return null;
}

type Candidate = { figure: Figure; subject: boolean };

function candidates(
  story: Story,
  paragraph: number,
  sentence: number,
  limit: number,
  gender: Gender,
): Candidate[] {
  const words = story.paragraphs[paragraph] ?? [];
  const found: Candidate[] = [];
  for (const mention of story.mentions[paragraph] ?? []) {
    if (words[mention.nameFrom]?.sentence !== sentence || mention.start >= limit) continue;
    const figure = story.cast.who.get(mention);
    if (!figure?.isPerson || !fits(figure, gender)) continue;
    found.push({
      figure,
      subject: found.length === 0 && !mention.possessive && isSubjectLike(words, mention),
    });
  }
  return found;
}

// The first name of a sentence with no preposition before it.
function isSubjectLike(words: Word[], mention: Mention): boolean {
  const before = words[mention.from - 1];
  if (!before || before.sentence !== words[mention.from]?.sentence) return true;
  return (
    before.kind === 'point' ||
    /^(?:but|and|while|as|that|when|said|says)$/.test(before.lower) ||
    isRole(before.lower)
  );
}

const fits = (figure: Figure, gender: Gender) => figure.gender === null || figure.gender === gender;
const person = (figure: Figure, how: 'name' | 'pronoun' | 'role', certain: boolean): Resolved => ({
  kind: 'person',
  figure,
  how,
  certain,
});

/** "The foreign minister": whoever alone the article has given that role; else a source without a name. */
function resolveDescription(story: Story, paragraph: number, subject: Subject): Resolved | null {
  const words = story.paragraphs[paragraph] ?? [];
  const head = words[subject.head];
  const first = words[subject.from];
  const last = words[subject.to - 1];
  if (!head || !first || !last) return null;
  const unnamed: Resolved = { kind: 'unnamed', name: story.text.slice(first.start, last.end) };
  if (head.capital && !isRole(head.lower)) return { kind: 'organisation', name: unnamed.name };
  if (!isRole(head.lower) || isPlural(head.lower) || !/^the$/i.test(first.text)) return unnamed;
  const modifiers = words.slice(subject.from + 1, subject.head).map((word) => nameKey(word.text));
  const fitting = story.cast.figures.filter(
    (figure) =>
      figure.isPerson &&
      (figure.mentions[0]?.start ?? Number.POSITIVE_INFINITY) < first.start &&
      (roleGender(head.lower) === null || fits(figure, roleGender(head.lower) ?? 'male')) &&
      figure.roles.some((role) => {
        const parts = role.split(/[\s’']+/).map(nameKey);
        return (
          parts.includes(head.lower) && modifiers.every((word) => parts.some((part) => alike(part, word)))
        );
      }),
  );
  const [only] = fitting;
  return fitting.length === 1 && only ? person(only, 'role', false) : unnamed;
}

// "Canada" and "Canadian", "Republicans" and "Republican".
const alike = (one: string, other: string) =>
  one === other || (one.length > 4 && other.length > 4 && one.slice(0, 5) === other.slice(0, 5));

/** The gender that a mention tells by itself. */
export function mentionGender(mention: Mention): Gender | null {
  return mention.honorific ? honorificGender(mention.honorific) : null;
}
