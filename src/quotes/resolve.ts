import { type Gender, nameKey } from '../text/names.js';
import { isPlural, isRole, roleGender } from '../text/roles.js';
import type { Cast, Figure } from './cast.js';
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
  paragraphs: Word[][];
  cast: Cast;
  /** Mentions of each paragraph, in order. */
  mentions: Mention[][];
  pronouns: Pronouns;
};

export function resolve(story: Story, paragraph: number, subject: Subject): Resolved | null {
  const words = story.paragraphs[paragraph] ?? [];
  const head = words[subject.head];
  if (!head) return null;
  if (subject.kind === 'name' && subject.mention) return resolveName(story, subject.mention);
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
